//! The closed lists of the dataset: each code with the word readers see.
//!
//! A code is what stands in files and links; it is never shown. Codes are added, never reused.

/// A closed list whose members have codes.
pub trait Code: Copy + Eq + 'static {
    /// Every member, in the order readers see.
    const ALL: &'static [Self];
    /// Name of the list, in problems reported to editors.
    const LIST: &'static str;
    /// As it stands in files and links.
    fn code(self) -> &'static str;
    /// As readers see it in English; in other languages
    /// [`Words::label`](crate::model::words::Words::label) knows.
    fn english(self) -> &'static str;
    /// Position in [`Code::ALL`].
    fn index(self) -> usize;

    /// The member with this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.code() == code)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $list:literal $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $label:literal;)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl Code for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            const LIST: &'static str = $list;

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            fn english(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }

            fn index(self) -> usize {
                self as usize
            }
        }

        impl super::read::Read for $name {
            fn read(reader: &mut super::read::Reader) -> Result<Self, super::read::ReadError> {
                super::read::code(reader)
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <&str>::deserialize(deserializer)?;
                Self::from_code(code).ok_or_else(|| serde::de::Error::unknown_variant(code, &[$($code),*]))
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($code),*] })
            }
        }
    )*};
}

codes! {
    /// The six states.
    "country" CountryId {
        /// Kazakhstan.
        KZ = "KZ", "Kazakhstan";
        /// Kyrgyzstan.
        KG = "KG", "Kyrgyzstan";
        /// Uzbekistan.
        UZ = "UZ", "Uzbekistan";
        /// Tajikistan.
        TJ = "TJ", "Tajikistan";
        /// Turkmenistan.
        TM = "TM", "Turkmenistan";
        /// China.
        CN = "CN", "China";
    }

    /// What a record is about.
    "sector" Sector {
        /// Transport and logistics.
        Transport = "transport", "Transport and logistics";
        /// Energy.
        Energy = "energy", "Energy";
        /// Industry and minerals.
        Industry = "industry", "Industry and minerals";
        /// Trade and customs.
        Trade = "trade", "Trade and customs";
        /// Finance and investment.
        Finance = "finance", "Finance and investment";
        /// Agriculture.
        Agriculture = "agriculture", "Agriculture and food";
        /// Digital and science.
        Digital = "digital", "Digital and science";
        /// Environment and water.
        Environment = "environment", "Environment and water";
        /// Education and training.
        Education = "education", "Education and training";
        /// Culture, media and tourism.
        Culture = "culture", "Culture, media and tourism";
        /// Regions and society.
        Society = "society", "Regions and society";
        /// Politics and institutions.
        Politics = "politics", "Politics and institutions";
        /// Security.
        Security = "security", "Security";
    }

    /// What sort of thing was agreed.
    "instrument" Instrument {
        /// Treaty.
        Treaty = "treaty", "Treaty";
        /// Declaration.
        Declaration = "declaration", "Declaration";
        /// Agreement.
        Agreement = "agreement", "Agreement";
        /// Protocol.
        Protocol = "protocol", "Protocol";
        /// Memorandum.
        Memorandum = "memorandum", "Memorandum";
        /// Contract.
        Contract = "contract", "Contract";
        /// Loan.
        Loan = "loan", "Loan";
        /// Grant.
        Grant = "grant", "Grant";
        /// Fund.
        Fund = "fund", "Fund";
        /// Plan or programme.
        Plan = "plan", "Plan or programme";
        /// Project.
        Project = "project", "Project";
        /// Body.
        Body = "body", "Body or centre";
        /// Dialogue.
        Dialogue = "dialogue", "Dialogue";
        /// Sister-region link.
        SisterRegion = "sister-region", "Sister-region link";
        /// Statement.
        Statement = "statement", "Statement or proposal";
    }

    /// What a step is evidence of. The first seven are the ladder, lowest first.
    "rung" Rung {
        /// Somebody proposed it.
        Proposed = "proposed", "Proposed";
        /// The parties announced it.
        Announced = "announced", "Announced";
        /// It was signed or adopted.
        Signed = "signed", "Signed";
        /// It entered into force.
        InForce = "in-force", "In force";
        /// Its money was committed.
        Financed = "financed", "Financed";
        /// Work goes on.
        UnderWay = "under-way", "Under way";
        /// It is done.
        Delivered = "delivered", "Delivered";
        /// Work stopped.
        Stalled = "stalled", "Stalled";
        /// It was given up.
        Cancelled = "cancelled", "Cancelled";
        /// A dated step that moves no rung.
        Milestone = "milestone", "Milestone";
    }

    /// How far a record has come, worked out from its steps.
    "stage" Stage {
        /// Proposed.
        Proposed = "proposed", "Proposed";
        /// Announced.
        Announced = "announced", "Announced";
        /// Signed.
        Signed = "signed", "Signed";
        /// In force.
        InForce = "in-force", "In force";
        /// Financed.
        Financed = "financed", "Financed";
        /// Under way.
        UnderWay = "under-way", "Under way";
        /// Delivered.
        Delivered = "delivered", "Delivered";
        /// Stalled.
        Stalled = "stalled", "Stalled";
        /// Cancelled.
        Cancelled = "cancelled", "Cancelled";
    }

    /// Kinds of money. Two kinds are never added together.
    "kind of money" MoneyKind {
        /// Loan.
        Loan = "loan", "Loan";
        /// Grant.
        Grant = "grant", "Grant";
        /// Fund.
        Fund = "fund", "Fund";
        /// Contract or investment announced.
        Contract = "contract", "Contract or investment announced";
        /// Value of memoranda.
        Memorandum = "memorandum", "Memorandum value";
        /// Trade in a year.
        TradeFlow = "trade-flow", "Trade flow";
        /// Stock of investment, or a portfolio of projects.
        Stock = "stock", "Investment stock or portfolio";
        /// Cost of a project.
        ProjectCost = "project-cost", "Project cost";
        /// Pledge.
        Pledge = "pledge", "Pledge";
    }

    /// Whether an amount is exact.
    "bound" Bound {
        /// As given.
        Exact = "exact", "";
        /// About.
        About = "about", "about";
        /// More than.
        Over = "over", "over";
        /// Nearly.
        Nearly = "nearly", "nearly";
        /// At most.
        UpTo = "up-to", "up to";
    }

    /// How near a source stands to the facts, nearest first.
    "tier" Tier {
        /// Text of a law or treaty.
        Legal = "legal", "Legal text";
        /// Ministry, office, state company.
        State = "state", "State body";
        /// State agency or channel.
        StateMedia = "state-media", "State media";
        /// Independent or trade press.
        Press = "press", "Independent or trade press";
        /// Think tank, encyclopaedia, dataset.
        Reference = "reference", "Think tank or reference";
        /// Commentary.
        Commentary = "commentary", "Commentary";
    }

    /// Languages of sources.
    "language" Language {
        /// English.
        En = "en", "English";
        /// Russian.
        Ru = "ru", "Russian";
        /// Chinese.
        Zh = "zh", "Chinese";
        /// Kazakh.
        Kk = "kk", "Kazakh";
        /// Kyrgyz.
        Ky = "ky", "Kyrgyz";
        /// Tajik.
        Tg = "tg", "Tajik";
        /// Turkmen.
        Tk = "tk", "Turkmen";
        /// Uzbek.
        Uz = "uz", "Uzbek";
        /// Italian.
        It = "it", "Italian";
        /// Turkish.
        Tr = "tr", "Turkish";
    }

    /// How well the main facts stand.
    "confidence" Confidence {
        /// An official page, an agency, or two independent pages.
        High = "high", "High";
        /// One page, or thin details.
        Medium = "medium", "Medium";
        /// The article alone, or only indirect support.
        Low = "low", "Low";
    }

    /// What sort of event.
    "kind of event" EventKind {
        /// Summit.
        Summit = "summit", "Summit";
        /// Foreign ministers.
        ForeignMinisters = "foreign-ministers", "Foreign ministers";
        /// Economic track.
        EconomicTrack = "economic-track", "Economic track";
        /// Sector ministers.
        SectorMinisters = "sector-ministers", "Sector ministers";
        /// Institution.
        Institution = "institution", "Institution";
        /// Treaty.
        Treaty = "treaty", "Treaty";
        /// Experts.
        Experts = "experts", "Experts";
        /// Bilateral.
        Bilateral = "bilateral", "Bilateral";
        /// Figures.
        Figures = "figures", "Figures";
        /// Background.
        Background = "background", "Background";
    }

    /// What something retired was.
    "retired" EntryKind {
        /// A record.
        Record = "record", "Record";
        /// An event.
        Event = "event", "Event";
        /// A source.
        Source = "source", "Source";
    }

    /// What other sources say of the article's claim.
    "standing" Standing {
        /// Others agree.
        Confirmed = "confirmed", "Other sources agree";
        /// Others say something else.
        Differs = "differs", "Other sources differ";
        /// Nobody else was found.
        ArticleOnly = "article-only", "Only the article says so";
        /// The author's reading.
        Framing = "framing", "The author’s reading";
    }

    /// Where a promise stands on a day; see [`clock`](crate::model::clock).
    "promise" Promise {
        /// The date has passed, and no evidence was found.
        Overdue = "overdue", "Overdue without evidence";
        /// Due within half a year.
        Soon = "soon", "Due soon";
        /// Due later.
        Ahead = "ahead", "Due later";
        /// Evidence was found.
        Met = "met", "Delivered";
        /// No date was promised.
        NoDate = "none", "No date promised";
    }

    /// What a line of the map is.
    "kind of line" LineKind {
        /// Railway.
        Rail = "rail", "Railway";
        /// Gas pipeline.
        Gas = "gas", "Gas pipeline";
        /// Fibre.
        Fibre = "fibre", "Fibre";
        /// Road.
        Road = "road", "Road";
        /// Several modes.
        Multimodal = "multimodal", "Multimodal corridor";
        /// Tie between regions.
        Link = "link", "Sister-region link";
        /// Flight.
        Flight = "flight", "Flight";
    }

    /// State of a line.
    "status of a line" LineStatus {
        /// In use.
        Operating = "operating", "operating";
        /// Being built.
        Construction = "construction", "under construction";
        /// Planned.
        Planned = "planned", "planned";
        /// A tie, not a line on the ground.
        Link = "link", "tie";
    }
}

impl Rung {
    /// The stage this rung stands for; `None` for a milestone.
    pub fn stage(self) -> Option<Stage> {
        Stage::ALL.get(self as usize).copied()
    }

    /// Whether the rung belongs to the ladder (not stalled, cancelled or a milestone).
    pub fn is_on_ladder(self) -> bool {
        self <= Self::Delivered
    }
}

impl Stage {
    /// The seven rungs of the ladder, lowest first.
    pub fn ladder() -> &'static [Stage] {
        Stage::ALL.get(..7).unwrap_or(&[])
    }

    /// Whether the stage is one of the ladder's.
    pub fn is_on_ladder(self) -> bool {
        self <= Self::Delivered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Code + std::fmt::Debug>() {
        for (place, member) in T::ALL.iter().enumerate() {
            assert_eq!(member.index(), place, "{member:?}");
            assert_eq!(T::from_code(member.code()), Some(*member), "{member:?}");
            let survives = |c: char| c.is_ascii_alphanumeric() || c == '-';
            assert!(member.code().chars().all(survives), "{member:?} in a link");
        }
    }

    #[test]
    fn every_code_leads_back_to_its_member() {
        check::<CountryId>();
        check::<Sector>();
        check::<Instrument>();
        check::<Rung>();
        check::<Stage>();
        check::<MoneyKind>();
        check::<Tier>();
        check::<EventKind>();
    }

    #[test]
    fn rungs_and_stages_share_their_order() {
        for stage in Stage::ALL {
            let rung = Rung::from_code(stage.code()).unwrap();
            assert_eq!(rung.stage(), Some(*stage));
        }
        assert_eq!(Rung::Milestone.stage(), None);
    }
}
