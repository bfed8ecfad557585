//! Every sentence and word of the interface, by key, with its English.
//!
//! A key that is not here does not compile. `{0}`, `{1}` … are filled in by the caller; the comment
//! of a key says with what, and translators read the same comment. Forms for numbers stand after
//! each other with `|` between them: first the form for one, then the others as the language has
//! them; `{0}` is the number.

/// Declares the keys; comments become the notes of the translators' tables.
macro_rules! keys {
    ($(#[$doc:meta])* $keys:ident { $($(#[doc = $note:literal])* $name:ident = $english:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $keys { $($(#[doc = $note])* $name),* }

        impl $keys {
            /// Every key, in the order of the tables and of the packed texts.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The text in English.
            pub const fn english(self) -> &'static str {
                match self { $(Self::$name => $english),* }
            }

            /// As it stands in translators' tables.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),* }
            }

            /// What translators should know: what is filled in, where it stands.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn note(self) -> String {
                let lines: &[&str] = match self { $(Self::$name => &[$($note),*]),* };
                lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
            }
        }
    };
}

keys! {
    /// One text of the interface.
    Key {
        /// Name of the site.
        SiteName = "China–Central Asia Summit Atlas";
        /// Under the name of the site.
        SiteLine = "What was agreed at Astana, 17 June 2025, by whom, and what has come of it";
        /// Name of the choice of languages.
        LanguageChoice = "Language";
        /// First link of the page, for the keyboard.
        SkipToContent = "Skip to the content";
        /// While a part of the page is on its way.
        Loading = "Loading…";
        /// In place of a part of the page; a button to try again follows.
        LoadFailed = "This part could not be loaded.";
        /// Button.
        TryAgain = "Try again";
        /// Said aloud: name of the list of views (map, timeline, table …).
        Views = "Views";
        /// Said aloud: name of the column with the open card and the list of records.
        CardAndRecords = "Card and records";

        /// Button that opens the filters; {0} how many are in force.
        FiltersCount = "Filters ({0})";
        /// Name of the part with the filters.
        Filters = "Filters";
        /// Button that closes the filters and leads back to the records; {0} how many are shown.
        ShowRecords = "Show {0} record|Show {0} records";
        /// Label of the search field.
        Search = "Search";
        /// Inside the empty search field.
        SearchHint = "Names, parties, places";
        /// Heading of a filter.
        Country = "Country";
        /// Heading of a filter and of a column.
        Sector = "Sector";
        /// Heading of a filter and of a column: how far a record has come.
        Stage = "Stage";
        /// Heading of a filter and of a column: treaty, memorandum, contract …
        Instrument = "Instrument";
        /// Heading of a filter.
        KindOfMoney = "Kind of money";
        /// Heading of a filter: how near a source stands to the facts.
        SourceTier = "Source tier";
        /// Heading of a filter.
        LanguageOfSources = "Language of sources";
        /// Before a list with: any of these, all of these, only these.
        PartyRule = "Parties:";
        /// Heading of a filter.
        YearsWithStep = "Years with a dated step";
        /// Before a choice of years.
        YearFrom = "from";
        /// Before a choice of years.
        YearTo = "to";
        /// In a choice of years.
        AnyYear = "any year";
        /// Opens the definitions of a filter's values.
        WhatTheseMean = "What these mean";

        /// Name of the part above the picture.
        WhatIsShown = "What is shown";
        /// {0} records shown, {1} records in all.
        CountOf = "{0} of {1} records";
        /// Said aloud: name of the list of chips.
        FiltersInForce = "Filters in force";
        /// Button.
        ClearAll = "Clear all";
        /// Said aloud for a chip; {0} the filter.
        Remove = "Remove {0}";
        /// Before names of countries on whose cards the words searched for stand.
        FoundOnCards = "Found on the card of:";
        /// Link; {0} how many more definitions.
        MoreInMethod = "and {0} more in the method";
        /// Button; {0} one of the next nine, {1} how many records that brings back.
        Drop = "Drop {0} ({1})";
        /// After Drop.
        DropCountries = "the countries";
        /// After Drop.
        DropSectors = "the sectors";
        /// After Drop.
        DropInstruments = "the instruments";
        /// After Drop.
        DropStages = "the stages";
        /// After Drop.
        DropMoney = "the kinds of money";
        /// After Drop.
        DropTiers = "the source tiers";
        /// After Drop.
        DropLanguages = "the languages of sources";
        /// After Drop.
        DropYears = "the years";
        /// After Drop.
        DropWords = "the search words";
        /// When nothing is shown.
        NoMatchNoCause = "No record matches, and no single filter is the cause. Clear all to start again.";
        /// When nothing is shown; a list of buttons follows.
        NoMatch = "No record matches. One of these filters can go:";
        /// A chip; {0} a language.
        ChipSourceIn = "source in {0}";
        /// A chip; {0} a year.
        ChipFrom = "from {0}";
        /// A chip; {0} a year.
        ChipTo = "to {0}";
        /// A word or words in quotation marks.
        Quoted = "“{0}”";
        /// {0} the date of the edition.
        OverYear = "Not updated for a year: this edition stands as of {0}.";
        /// {0} the date of the edition.
        Unmaintained = "No longer maintained: this edition stands as of {0}.";
        /// {0} parts of the address.
        LinkIgnored = "The link holds something this edition does not know, which was left out: {0}.";
        /// Part of the sentence before: what was left out.
        LinkTooLong = "the whole link (too long)";
        /// {0} title, {1} number of an edition, {2} the reason.
        Retired = "“{0}” is not in the atlas since edition {1}: {2}";
        /// Before a link to what tells it now.
        SeeInstead = "See:";
        /// {0} name of a language.
        LanguageFailed = "The texts in this language could not be loaded ({0}); the page is in English. Reload it to try again.";
        /// Button.
        Close = "Close";

        /// Heading.
        RecordsByStage = "Records by stage";
        /// Heading.
        RecordsBySector = "Records by sector";
        /// Opens a list; {0} "3 claims".
        ArticleOnThis = "The source article on this: {0}";
        /// Statements of the source article.
        Claims = "{0} claim|{0} claims";
        /// Under the line before.
        ArticleNote = "A promotional piece, of the lowest tier; in our words, as its claims.";
        /// {0} a figure as the article gives it.
        FigureGiven = "Figure given: {0}";
        /// A number of records.
        Records = "{0} record|{0} records";
        /// Above the name of a country; {0} its records, {1} how many of them are shown.
        CountryShown = "Country · {1} of {0} record shown|Country · {1} of {0} records shown";
        /// {0} full name of the state, {1} its capital, {2} office, {3} name of who stood for it.
        CountryNames = "{0} · capital: {1} · at the summit: {2} {3}";
        /// After a quotation.
        ArticleWords = "the source article’s words";
        /// Heading.
        Figures = "Figures";
        /// Heading.
        NextMilestones = "Next milestones";
        /// Heading.
        WordsOfSpeakers = "Words of speakers";
        /// Heading; for the countries of Central Asia.
        TiesWithChina = "Ties with China";
        /// {0} high, medium or low.
        ConfidenceIs = "confidence: {0}";
        /// In place of a list.
        NoTarget = "No dated target found.";
        /// {0} how many more.
        MoreOnTimeline = "and {0} more on the timeline";
        /// In place of quotations.
        NoneFound = "None found.";
        /// After a quotation.
        QuoteFound = "found in the source named";
        /// After a quotation.
        QuoteNotVerified = "only in the source article; not verified";
        /// Heading.
        ArticleSays = "The source article says";
        /// In place of a name.
        PlaceNotFound = "place not found";
        /// Above the title of an event; {0} its kind.
        EventKind = "Event · {0}";
        /// Heading, head of a row, a choice: agreements and other entries of the atlas.
        RecordsTitle = "Records";
        /// Heading.
        Sources = "Sources";
        /// {0} number, {1} date.
        EditionAsOf = "Edition {0} · as of {1}";
        /// {0} how many records.
        EditionHolds = "This edition holds {0} record. Speakers counted other things:|This edition holds {0} records. Speakers counted other things:";
        /// Under Sums announced.
        TwoAnnouncements = "Two meetings, two announcements. They are no commitments of the six states and are not added together.";
        /// Heading.
        SumsAnnounced = "Sums announced";
        /// Heading.
        WhatWasCounted = "What was counted";
        /// Heading and link.
        HowMade = "How the atlas is made";
        /// Heading.
        WhatIsARecord = "What is a record";
        /// Opens an explanation.
        HowCounted = "How this is counted";
        /// Heading: not all sources say the same.
        SourcesDiffer = "Sources differ";
        /// Heading; the matter follows.
        SourcesDifferOn = "Sources differ:";
        /// Heading; the matter follows.
        OneSourceOnly = "One source only:";
        /// {0} records of this edition, {1} what was announced, as "58 documents".
        HeldBeside = "{0} record of this edition stands beside {1}.|{0} records of this edition stand beside {1}.";
        /// {0} money.
        NothingItemised = "No source read gives the value of any part. Not itemised: {0}.";
        /// {0} how many records, {1} money, {2} money.
        Itemised = "Itemised in {0} record: {1}. Not itemised in any source read: {2}.|Itemised in {0} records: {1}. Not itemised in any source read: {2}.";

        /// After the stage; {0} date.
        StageAsOf = "as of {0}";
        /// {0} other names.
        AlsoNamed = "Also: {0}";
        /// Heading over the rungs.
        HowFar = "How far it came";
        /// Heading.
        ItsTimeline = "Its timeline";
        /// Heading.
        Remark = "Remark";
        /// Before an address.
        PermanentLink = "Permanent link:";
        /// Before names of formats.
        Cite = "Cite:";
        /// Before a date that is promised.
        Due = "due";
        /// A rung that is promised; {0} its name.
        RungDue = "{0}, due";
        /// {0} date.
        NoEvidence = "no evidence found as of {0}";
        /// In place of organisations.
        NotNamed = "Not named in the sources found";
        /// In place of money.
        NotPublished = "Not published, or not found";
        /// In place of places.
        NoPlaceNamed = "No place named";
        /// {0}, {1} towns at the ends.
        LineOnMap = "A line on the map: {0} – {1}";
        /// After the name of a place.
        ApproximatePoint = "approximate point";
        /// Confidence.
        ConfidenceHigh = "High: the main facts stand on an official page, an agency, or two independent pages";
        /// Confidence.
        ConfidenceMedium = "Medium: one page, or thin details";
        /// Confidence.
        ConfidenceLow = "Low: the source article alone, or only indirect support";
        /// Name of a line of facts and of a column.
        Parties = "Parties";
        /// Name of a line of facts.
        Organisations = "Organisations";
        /// Name of a line of facts and of a column.
        Money = "Money";
        /// Name of a line of facts.
        Places = "Places";
        /// Name of a line of facts.
        Confidence = "Confidence";
        /// After an amount.
        ButSourcesDiffer = "sources differ";
        /// After an amount that no total includes.
        InNoTotal = "in no total";
        /// Heading.
        PossiblySame = "Possibly the same as";
        /// Under the heading before.
        PossiblySameNote = "Sources leave it open; both stay records of their own.";
        /// In place of a list of parties.
        AllSix = "All six states";
        /// After the claim that is shown elsewhere.
        Shown = "(shown)";
        /// After a source; {0} a language.
        InLanguage = "in {0}";
        /// In place of a source.
        SourceNotFound = "source not found";
        /// In place of the name of a source.
        TheArticle = "the source article";
        /// In place of a date.
        DateNotSeen = "date not seen";
        /// Link to copies of a page that may be gone.
        ArchivedCopies = "Archived copies";
        /// Link that begins a letter.
        CorrectThis = "Correct this";

        /// Heading of the briefing.
        SummitInOrder = "The summit in order";
        /// Heading of the briefing.
        SaidNotFound = "Said but not found";
        /// Heading of the briefing.
        WhatArticleClaims = "What the source article claims";
        /// Under the heading before.
        ArticleAbout = "The atlas started from a promotional article on the summit, a source of the lowest tier. Below is all that it claims, in our words, with what other sources say of it and the records that hold the evidence.";
        /// Opens the sources of a paragraph.
        RestsOn = "Rests on";
        /// {0} number of a claim, as S012.
        ArticleClaim = "the article, {0}";
        /// {0} how many claims.
        AloneClaims = "{0} claim of the source article for which no other source was found. That is no proof that it is wrong.|{0} claims of the source article for which no other source was found. That is no proof that they are wrong.";

        /// Opens the numbers of a chart.
        AsTable = "As a table";
        /// Head of a column or row of totals.
        All = "All";
        /// Title of a chart.
        TradeBothWays = "Trade with China in 2024, both ways of counting";
        /// Key of a chart.
        ChineseCustoms = "Chinese customs";
        /// Key of a chart: what the other country counts.
        OtherSide = "the other side";
        /// In place of a figure.
        NotFound = "not found";
        /// In place of a sentence on a chart.
        NothingPasses = "No record passes the filters.";
        /// {0} a stage, {1} its records, {2} all records shown.
        MostAtStage = "Stage with the most records: {0}, {1} of {2}.";
        /// {0} a country or sector, {1} its records.
        MostRecords = "Most records: {0}, {1}.";
        /// {0} several countries or sectors, {1} the records of each.
        MostRecordsTied = "Most records: {0}, {1} each.";
        /// In place of a sentence on a chart.
        NoGaps = "For none of these countries two figures were found.";
        /// {0} country, {1} money, {2} money.
        WidestGap = "The two sides lie furthest apart for {0}: {1} by Chinese customs, {2} by the other side.";

        /// Said aloud: name of a table.
        CountriesCompared = "Countries compared";
        /// Heading.
        SideBySide = "Countries side by side";
        /// Under the heading.
        CompareNote = "Choose two to six countries with the filters; without a choice all six are compared. Every row counts records that pass the filters. A record of several countries stands under each of them, so columns are not to be added up. Money is given kind by kind and in its own currency.";
        /// Group of rows.
        ByStage = "By stage";
        /// Group of rows.
        BySector = "By sector";
        /// Group of rows.
        MoneyByKind = "Money, kind by kind";
        /// In place of money.
        NoneFoundShort = "none found";
        /// Group of rows.
        Trade2024 = "Trade with China in 2024";
        /// Head of a row: every figure that somebody gave.
        EveryCount = "Every count";
        /// Group of rows.
        WhatComesNext = "What comes next";
        /// Group of rows: what only one of the countries has.
        OnlyHere = "Only here, of the countries compared";
        /// Head of a row and of definitions.
        Sectors = "Sectors";
        /// Head of a row and of definitions.
        Instruments = "Instruments";
        /// In place of a list.
        None = "none";
        /// In place of a list.
        NoTargetShort = "no dated target found";

        /// Heading and name of a table.
        CountriesBySectors = "Countries by sectors";
        /// Said aloud: caption of a table.
        RecordsBySectorCountry = "Records by sector and country";
        /// Title of a chart.
        RecordsBySectorStage = "Records by sector and stage";
        /// Under the heading.
        GridNote = "Records that pass the filters. A record with several parties or sectors stands in several cells, so rows and columns do not add up to the totals, which count every record once.";
        /// Under the heading; {0} a kind of money.
        GridMoneyNote = "{0}: records that pass the filters, as shown on their cards; amounts inside another record’s are left out. A record with several parties or sectors stands in several cells. Currencies are not converted.";
        /// Heading.
        DifferInTotals = "Sources differ on amounts in these totals";
        /// Before a choice: records, or a kind of money.
        CellsShow = "Cells show:";
        /// Said aloud.
        AllSectors = "all sectors";
        /// Said aloud.
        AllCountries = "all countries";

        /// Heading of the method.
        NotVerified = "What was not verified";
        /// Heading of the method.
        Corrections = "Corrections";
        /// Heading of the method.
        Definitions = "Definitions and counting rules";
        /// In place of corrections.
        NoneSoFar = "None so far.";
        /// How to correct.
        HowToCorrect = "Every card and every box of claims has a link that opens a letter with the id of the entry, the edition and the field filled in; say what should stand there and which page says so.";
        /// {0} an address.
        LettersTo = "Letters go to {0}.";
        /// In place of an address.
        LettersToNobody = "The publisher of this copy has named no address: send the letter to whoever published it.";
        /// After a date; {0} number of the edition, {1} id, {2} field, {3} what was corrected.
        CorrectionMade = "edition {0}, {1}, {2}: {3}";
        /// How many values a list has.
        Values = "{0} value|{0} values";
        /// Name of definitions.
        Stages = "Stages";
        /// Name of definitions.
        KindsOfMoney = "Kinds of money";
        /// Name of definitions.
        TiersOfSources = "Tiers of sources";
        /// Name of definitions.
        LanguagesOfSources = "Languages of sources";
        /// Name of definitions: what was promised for a date.
        Promises = "Promises";
        /// Name of definitions.
        StandingOfClaims = "Standing of the article’s claims";
        /// Name of definitions.
        Countries = "Countries";
        /// Name of definitions.
        RulesForParties = "Rules for parties";

        /// Heading of the promises.
        PromisedForWhen = "What was promised for when";
        /// {0} today, {1} the date of the edition.
        TodayIs = "Today is {0} by the clock of this device; the edition was closed on {1}. What happened in between is not in it.";
        /// How many records.
        WithoutTarget = "{0} record without a dated target|{0} records without a dated target";
        /// In place of a list.
        NoneOfShown = "None of the records shown.";
        /// Before a date and what happened.
        LastEvidence = "Last evidence:";

        /// Head of a column.
        Record = "Record";
        /// Head of a column.
        Dates = "Dates";
        /// Said aloud: caption of the table.
        RecordsThatPass = "Records that pass the filters";
        /// Name of the table.
        TableOfRecords = "Table of records";
        /// Button that saves a file.
        SaveRecords = "These records (CSV)";
        /// Button that saves a file.
        SaveClaims = "What is claimed of them (CSV)";

        /// Before a choice: country, sector, stage, partners.
        LanesBy = "Lanes by";
        /// Said aloud: name of a group of buttons.
        Years = "Years";
        /// Button.
        AllYears = "All years";
        /// Button; {0} a year.
        BeforeYear = "Before {0}";
        /// Button; {0} a year.
        FromYear = "From {0}";
        /// {0}, {1} years.
        NotToScale = "{0} to {1}, not to scale";
        /// Over the part of the axis that is not to scale.
        Earlier = "earlier";
        /// The lane of summits and ministers’ meetings.
        TheMechanism = "The mechanism";
        /// A lane: records with several parties beside China, or without China.
        SeveralStates = "Several states";
        /// A lane: records of China and one country; {0} the country.
        LanePair = "China and {0}";
        /// A lane: records of one country without China; {0} the country.
        LaneAlone = "{0} alone";
        /// A lane.
        LaneSome = "Some of the six";
        /// After a title.
        NoDateOnAxis = "(no date on this axis)";
        /// Heading of the timeline as a list.
        InOrderOfTime = "In order of time";
        /// Link.
        TimelineInFull = "Timeline in full";
        /// Heading.
        NearSteps = "Latest and next steps";
        /// Said aloud: name of the strip.
        TimelineOfSteps = "Timeline of steps";
        /// How many events.
        Events = "{0} event|{0} events";
        /// {0} "3 records" or "3 events", {1} the title of one.
        AmongThem = "{0}, among them {1}";

        /// Said aloud: name of the map’s picture.
        MapName = "Map of Central Asia";
        /// Said aloud with the map.
        MapHelp = "Six countries. Arrow keys move between them, Enter opens a card, plus and minus zoom.";
        /// Said aloud, of the map as it is; {0} records shown, {1} all records, {2} country and number for each of the six.
        MapSays = "{0} of {1} records. {2}.";
        /// Under the map; {0} where the borders come from.
        BoundaryNote = "Boundaries: {0}, simplified, as they stand on the ground; they express no opinion on the status of any territory. Dashed: not agreed between the states concerned. Routes are schematic unless noted. Places: GeoNames (CC BY 4.0).";
        /// Button of the map.
        MoveNorth = "Move north";
        /// Button of the map.
        MoveWest = "Move west";
        /// Button of the map.
        MoveEast = "Move east";
        /// Button of the map.
        MoveSouth = "Move south";
        /// Button of the map.
        ZoomIn = "Zoom in";
        /// Button of the map.
        ZoomOut = "Zoom out";
        /// Said aloud: name of a group of buttons.
        ZoomAndMove = "Zoom and move";
        /// Said aloud: name of a group of buttons.
        PartOfMap = "Part of the map";
        /// Button: all of Central Asia.
        FrameRegion = "Region";
        /// Button: as far as the Chinese coast.
        FrameCorridor = "To the coast";
        /// Button.
        FrameFergana = "Fergana valley";
        /// At the edge of the map, before an arrow.
        Onward = "Xi’an – Beijing";
        /// Before a choice: records, furthest stage …
        ColourBy = "Colour by";
        /// A choice after Colour by.
        ByRecords = "records";
        /// A choice after Colour by.
        ByFurthestStage = "furthest stage";
        /// Head of choices after Colour by.
        BySectorRecords = "records of one sector";
        /// A box to tick.
        PlacesAndCorridors = "Places and corridors";
        /// Opens a list.
        PlacesAsList = "Places and corridors as a list";
        /// In the legend.
        LegendRail = "railway";
        /// In the legend.
        LegendGas = "gas pipeline";
        /// In the legend.
        LegendFibre = "fibre";
        /// In the legend.
        LegendRoad = "road";
        /// In the legend: a tie between regions, or a flight.
        LegendLink = "tie or flight";
        /// In the legend.
        LegendPlace = "place of a record";
        /// In the legend.
        LegendLines = "lines are schematic; short dashes: planned";
        /// In the legend; {0} a sector, or a kind of money.
        LegendSector = "{0}: records";
        /// In the legend.
        LegendRecords = "Records per country";
        /// In the legend.
        LegendStage = "Furthest stage of a record";
        /// In the legend.
        LegendChina = "China: party to nearly all";
        /// After the name of a place.
        Approximate = "(approximate)";
        /// {0} in what way a line is only schematic.
        Schematic = "Schematic: {0}";

        /// {0} number, {1} date, {2} licence.
        FooterEdition = "Edition {0}, as of {1}. Data under {2}; code under MIT or Apache-2.0.";
        /// In a copy that is one file.
        OneFile = "This copy is one file; app and data are in it.";
        /// Opens a list of files.
        DataFiles = "Data files";
        /// Link.
        EditionsLink = "Editions and what changed";
        /// Link.
        NoticesLink = "Licences of what it is built of";
        /// At the foot of the page.
        Privacy = "No cookies, no counting, no request to any place but this site.";
        /// At the foot of the page, where the page is not in English.
        OwnTranslation = "Official names follow the documents where the sources carry them; everything else is this project’s own translation. What is not translated yet stands in English.";
        /// At the foot of the page.
        OfflineKept = "This browser keeps a copy for reading without a network.";
        /// Button.
        OfflineRemove = "Remove the copy";
        /// At the foot of the page.
        OfflineOff = "This browser keeps no copy.";
        /// Button.
        OfflineKeep = "Keep a copy for reading without a network";

        /// Button: opens a dialog.
        Share = "Share and cite";
        /// Button: opens a dialog.
        EmbedThis = "Embed";
        /// Button: opens a dialog with pictures to save.
        Pictures = "Pictures";
        /// Link to pages made for printing.
        OnPaper = "For printing";
        /// Heading of a frame in another page, nothing chosen.
        FrameTitle = "What was agreed at the Astana summit";
        /// Heading of a frame in another page; {0} a country.
        FrameTitleOf = "{0}: what was agreed at the Astana summit";
        /// At the foot of a frame; {0} name of the site, {1} number of the edition, {2} its date, {3} the language.
        FrameFoot = "{0}, edition {1}, {2}. {3}.";
        /// At the foot of a frame; {0} where the borders come from.
        FrameBoundaries = "Boundaries: {0}; no opinion on the status of any territory.";
        /// Link at the foot of a frame.
        OpenFullPage = "Open the full page";
        /// Before an address where links do not work.
        AddressToCopy = "Address of the full page:";
        /// Link under the first records of a frame; {0} how many there are in all.
        AllOnFullPage = "all {0} on the full page";
        /// In a frame; {0} number of the edition that was embedded, {1} number of the newest.
        NewerEdition = "This frame was made with edition {0}. It shows edition {1}, the newest.";
        /// In a frame; {0} number of the edition shown, {1} number of the newest.
        OlderEdition = "This frame stays with edition {0}. There is a newer one: {1}.";
        /// In a frame; {0} six digits of a colour, {1} a number such as 1.2.
        AccentRefused = "The colour {0} was not used: its contrast with the page is {1} : 1, and text needs 4.5 : 1.";
        /// Name of a list of views with captions.
        Tour = "Tour";
        /// Button that begins a tour; {0} its name.
        TourBegin = "Tour: {0}";
        /// Where in a tour the reader is; {0} number of the step, {1} how many steps.
        TourStep = "{0} of {1}";
        /// Button of a tour.
        TourNext = "Next";
        /// Button of a tour.
        TourBack = "Back";
        /// Button of a tour.
        TourEnd = "End the tour";

        /// A day; {0} day, {1} month, {2} year.
        Day = "{0} {1} {2}";
        /// A month of a year; {0} month (the second list), {1} year.
        MonthOfYear = "{0} {1}";
        /// Days of one month; {0}, {1} days, {2} month, {3} year.
        DaysOfMonth = "{0}–{1} {2} {3}";
        /// A year by itself.
        Year = "{0}";
        /// Years by themselves; {0} first, {1} last.
        YearRange = "{0}–{1}";
        /// Between two dates; {0} first, {1} last.
        DateRange = "{0} – {1}";
        /// {0} a year.
        Quarter1 = "first quarter of {0}";
        /// {0} a year.
        Quarter2 = "second quarter of {0}";
        /// {0} a year.
        Quarter3 = "third quarter of {0}";
        /// {0} a year.
        Quarter4 = "fourth quarter of {0}";
        /// No later than a year.
        ByYear = "by {0}";
        /// No later than a month; {0} month (the first list), {1} year.
        ByMonth = "by {0} {1}";
        /// No later than a day; {0} the day as a whole.
        ByDay = "by {0}";
        /// In place of a date.
        Undated = "no date found";
        /// Month as it stands in a day or after "by".
        Month1 = "January";
        /// Month as it stands in a day or after "by".
        Month2 = "February";
        /// Month as it stands in a day or after "by".
        Month3 = "March";
        /// Month as it stands in a day or after "by".
        Month4 = "April";
        /// Month as it stands in a day or after "by".
        Month5 = "May";
        /// Month as it stands in a day or after "by".
        Month6 = "June";
        /// Month as it stands in a day or after "by".
        Month7 = "July";
        /// Month as it stands in a day or after "by".
        Month8 = "August";
        /// Month as it stands in a day or after "by".
        Month9 = "September";
        /// Month as it stands in a day or after "by".
        Month10 = "October";
        /// Month as it stands in a day or after "by".
        Month11 = "November";
        /// Month as it stands in a day or after "by".
        Month12 = "December";
        /// Month with a year and no day.
        MonthAlone1 = "January";
        /// Month with a year and no day.
        MonthAlone2 = "February";
        /// Month with a year and no day.
        MonthAlone3 = "March";
        /// Month with a year and no day.
        MonthAlone4 = "April";
        /// Month with a year and no day.
        MonthAlone5 = "May";
        /// Month with a year and no day.
        MonthAlone6 = "June";
        /// Month with a year and no day.
        MonthAlone7 = "July";
        /// Month with a year and no day.
        MonthAlone8 = "August";
        /// Month with a year and no day.
        MonthAlone9 = "September";
        /// Month with a year and no day.
        MonthAlone10 = "October";
        /// Month with a year and no day.
        MonthAlone11 = "November";
        /// Month with a year and no day.
        MonthAlone12 = "December";

        /// Between whole and fraction: one letter.
        DecimalMark = ".";
        /// Between thousands: one letter, or a space that does not break.
        GroupMark = ",";
        /// A thousand million millions as short as usual; Chinese counts in 万亿.
        Trillion = "{0} tn";
        /// A thousand millions as short as usual; Chinese counts in 亿 (a hundred millions).
        Billion = "{0} bn";
        /// A million as short as usual; Chinese counts in 万 (ten thousands).
        Million = "{0} m";
        /// {0} a number with its size.
        MoneyUsd = "${0}";
        /// {0} a number with its size.
        MoneyCny = "{0} yuan";
        /// {0} a number with its size.
        MoneyKzt = "{0} tenge";
        /// {0} a number with its size.
        MoneyEur = "€{0}";
        /// Any other unit; {0} a number, {1} the unit.
        MoneyOther = "{0} {1}";
        /// {0} money or a number with its unit.
        About = "about {0}";
        /// {0} money or a number with its unit.
        Over = "over {0}";
        /// {0} money or a number with its unit.
        Nearly = "nearly {0}";
        /// {0} money or a number with its unit.
        UpTo = "up to {0}";
        /// Two at the end of a list.
        And = "{0} and {1}";
        /// Between the others of a list, with its space.
        Comma = ", ";
    }
}

// Only written into pages: the app, which readers wait for, does without them.
#[cfg(not(target_arch = "wasm32"))]
keys! {
    /// One text of the pages that stand in files.
    PageKey {
        /// When the app cannot start; {0} the reason.
        Failed = "The interactive map could not start ({0}). Everything it holds can be read below and in the data files.";
        /// When not even the reason is known.
        Late = "The interactive map could not start. Everything it holds can be read here and in the data files.";
        /// Where the filters would be.
        WithoutScripts = "Search and filters need scripts. Without them every record, country and view has a page of its own.";
        /// In place of the picture of the map; {0} country and number for each of the six.
        MapIs = "Map of Central Asia with the number of records: {0}.";
        /// Description of the first page; {0} records, {1} number of the edition, {2} date.
        AboutSite = "What was agreed at the second China–Central Asia Summit (Astana, 17 June 2025), by whom, and what has come of it: {0} record with its dated steps and sources. Edition {1}, as of {2}.|What was agreed at the second China–Central Asia Summit (Astana, 17 June 2025), by whom, and what has come of it: {0} records with their dated steps and sources, on a map, in time, in tables. Edition {1}, as of {2}.";
        /// Description of a country’s page; {0} records, {1} country, {2} number of the edition, {3} date.
        AboutCountry = "{1} at and after the second China–Central Asia Summit: {0} record, figures with their speakers, ties with China, next milestones. Edition {2}, as of {3}.|{1} at and after the second China–Central Asia Summit: {0} records, figures with their speakers, ties with China, next milestones. Edition {2}, as of {3}.";
        /// Description of a view’s page; {0} one of the next eight, {1} number of the edition, {2} date.
        AboutView = "{0} Edition {1}, as of {2}.";
        /// What the map shows.
        AboutMap = "The map of Central Asia with its records.";
        /// What the timeline shows.
        AboutTimeline = "Every dated step and event of the China–Central Asia mechanism in order of time.";
        /// What the table shows.
        AboutTable = "Every record of the atlas with stage, instrument, sectors, parties, dates and money.";
        /// What the grid shows.
        AboutGrid = "Records by country and sector, and by stage.";
        /// What the comparison shows.
        AboutCompare = "The six countries side by side: records, money kind by kind, trade in both ways of counting.";
        /// What the promises show.
        AboutPromises = "What was promised for when: overdue without evidence, due, delivered, without a date.";
        /// What the briefing says.
        AboutBriefing = "The summit in order, each sentence with what it rests on, and what only the source article says.";
        /// What the method says.
        AboutMethod = "How the atlas is made: rules, definitions, what was not verified, corrections.";
        /// In a preview picture.
        SourcesCount = "{0} source|{0} sources";
        /// In a preview picture.
        DatedSteps = "{0} dated step|{0} dated steps";
        /// Said aloud, of a preview picture; {0} what is written on it.
        PictureSays = "{0}. Beside it a map of Central Asia with the number of records of each country.";
        /// Under the map.
        Boundaries = "Boundaries: {0}, simplified, as they stand on the ground; they express no opinion on the status of any territory. Dashed: not agreed between the states concerned.";
    }
}

// Said in dialogs that load when they are opened.
keys! {
    /// One text of the dialogs for sharing, embedding and pictures.
    DeskKey {
        /// Closes a dialog.
        Close = "Close";
        /// Heading of a dialog.
        ShareTitle = "Share and cite";
        /// Label of a field with an address.
        LinkOfView = "Link to this view";
        /// Button.
        CopyLink = "Copy the link";
        /// Button.
        CopyTitleAndLink = "Copy title and link";
        /// Button: hands the link to the device's own list of apps.
        SystemShare = "Share with an app";
        /// Said after copying.
        Copied = "Copied.";
        /// Said when the browser refuses to copy; the text is selected then.
        CopyYourself = "The browser does not allow copying here. The text is selected: copy it with the keyboard or the menu.";
        /// Heading.
        Citation = "Citation";
        /// Label of a choice: the whole atlas, a record, this view.
        CiteWhat = "Of";
        /// A choice after "Of".
        CiteAtlas = "the whole atlas";
        /// A choice after "Of"; {0} title of a record.
        CiteRecord = "the record: {0}";
        /// A choice after "Of".
        CiteView = "this very view";
        /// Label of a choice of citation styles.
        Style = "Style";
        /// A citation style.
        StyleNotes = "Notes and bibliography";
        /// A citation style.
        StyleAuthorDate = "Author and date";
        /// Button.
        CopyCitation = "Copy the citation";
        /// Button.
        SaveFile = "Save as a file";
        /// Where a browser, or the page around a frame, does not let files be saved.
        SaveRefused = "Files cannot be saved here; copy the text instead.";
        /// Label of a field with the text of a file that cannot be saved.
        FileText = "Text of the file";
        /// Button.
        CopyText = "Copy the text";
        /// Heading of a dialog.
        EmbedTitle = "Embed in a page";
        /// What a frame begins with; {0} number of records, {1} filters in words.
        EmbedStart = "It begins with what you see now: {0}.";
        /// Label of a choice: map, timeline, table …
        EmbedPart = "Part";
        /// Label of a group of boxes: title, filters, country buttons …
        EmbedPieces = "Shown with it";
        /// Label of a choice: light, dark.
        EmbedTheme = "Colours";
        /// Label of a choice: letters with serifs or without.
        EmbedFont = "Letters";
        /// Label of a field for a colour.
        EmbedAccent = "Accent colour";
        /// Box beside the field for a colour.
        EmbedOwnAccent = "Use an accent colour of your own";
        /// Under a colour that cannot be read; {0} a number such as 1.2.
        EmbedPoorAccent = "Text in this colour cannot be read: its contrast is {0} : 1, and 4.5 : 1 is needed. The frame will not use it.";
        /// Label of a choice.
        EmbedLanguage = "Language";
        /// Label of a choice of widths.
        EmbedWidth = "Width";
        /// A width: as wide as the column of the page.
        EmbedFullWidth = "as wide as the column";
        /// A width; {0} pixels.
        EmbedPixels = "{0} pixels";
        /// Label of a choice: live or frozen.
        EmbedEdition = "Edition";
        /// A choice after "Edition".
        EmbedLive = "always the newest";
        /// A choice after "Edition"; {0} a number.
        EmbedFrozen = "stay with edition {0}";
        /// Beside the choice to stay with an edition.
        EmbedFrozenEnglish = "Once there is a newer edition, the frame stays with this one and is in English.";
        /// Label of a choice: a frame, or a frame with a script.
        EmbedKind = "Code";
        /// A choice after "Code".
        EmbedPlain = "frame only";
        /// A choice after "Code".
        EmbedScript = "frame and script that fits its height";
        /// Label of a field with code for a page.
        EmbedCode = "Code for your page";
        /// Button.
        CopyCode = "Copy the code";
        /// Heading over the preview of a frame.
        Preview = "Preview";
        /// Title of a frame, read aloud in the page it stands in; {0} what it shows.
        EmbedFrameTitle = "Interactive: {0}";
        /// In place of a preview.
        NoPreview = "There is no preview in this copy: the code needs the address of a published atlas.";
        /// Heading of a dialog.
        PicturesTitle = "Pictures";
        /// Label of a choice: map, timeline, grid, charts.
        PictureOf = "Of";
        /// A choice: the map.
        PictureMap = "the map as it is now";
        /// A choice.
        PictureTimeline = "the timeline";
        /// A choice.
        PictureGrid = "countries by sectors";
        /// A choice.
        PictureCharts = "records by stage and trade with China";
        /// Button.
        SaveSvg = "Save as SVG";
        /// Button.
        SavePng = "Save as PNG";
        /// Inside a picture; {0} filters in words.
        PictureFilters = "Filters: {0}";
        /// Inside a picture, where nothing is filtered.
        PictureNoFilters = "All records";
        /// Inside a picture; {0} name of the site, {1} number of the edition, {2} date.
        PictureFoot = "{0}, edition {1}, {2}. CC BY 4.0.";
        /// Inside a picture; {0} names of publishers.
        PictureSources = "Sources: {0}";
        /// Inside a picture, after the names of publishers; {0} how many.
        PictureMoreSources = "and {0} more";
        /// Over numbered pictures on paper; {0} a number.
        Figure = "Figure {0}";
        /// Title of pages made for printing; one page a country.
        Briefs = "Six country briefs";
        /// Title of a page made for printing: every record with its notes.
        Annex = "Annex: every record";
        /// Heading over numbered notes with addresses.
        Notes = "Notes";
        /// On a country's page for printing; {0} how many records are not on it.
        BriefMore = "and {0} more in the annex";
        /// On pages made for printing.
        BackToAtlas = "Back to the atlas";
    }
}
