//! The claim ledger: what is said of a matter, which claim is shown, and what stands beside it.

use crate::model::dataset::codes::Standing;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{
    Agreement, AgreementId, BriefingItem, Country, Headline, Matter, Quantity, Statement,
};

impl Matter {
    /// The claim that is shown elsewhere than in the box of all claims.
    pub fn shown_claim(&self) -> Option<&Statement> {
        self.claims.get(self.shown?)
    }

    /// Whether there is more to say than one figure: sources differ, none of the claims is shown, or
    /// the editor gives a ground. A box says so.
    pub fn is_open(&self) -> bool {
        self.claims.len() > 1 || self.shown.is_none() || self.reason.is_some()
    }
}

impl Agreement {
    /// Amounts of money that are shown, each with its matter.
    pub fn money(&self) -> impl Iterator<Item = (&Matter, &Statement, &Quantity)> {
        self.matters.iter().filter_map(|matter| {
            let claim = matter.shown_claim()?;
            let quantity = claim.quantity.as_ref().filter(|quantity| quantity.kind.is_some())?;
            Some((matter, claim, quantity))
        })
    }

    /// Amounts that totals may hold: those that stand inside no other record's.
    pub fn counted_money(&self) -> impl Iterator<Item = &Quantity> {
        self.money().filter(|(matter, ..)| matter.counts != Some(false)).map(|(.., quantity)| quantity)
    }

    /// Whether sources differ on anything of the record.
    pub fn is_disputed(&self) -> bool {
        self.matters.iter().any(|matter| matter.claims.len() > 1)
    }
}

impl Country {
    /// The matter of a country under a short id: `trade`, `population` …
    pub fn matter(&self, id: &str) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.id == id)
    }
}

impl Headline {
    /// The announced figure that is shown.
    pub fn announced(&self) -> Option<&Quantity> {
        self.claims.get(self.shown?)?.quantity.as_ref()
    }

    /// Whether a record is held against it.
    pub fn holds(&self, id: AgreementId) -> bool {
        self.items.contains(&id)
    }
}

/// What other sources say of a paragraph of the article: that some differ, else that none was found
/// for some of it, else that they agree; a reading of the author when it is nothing else.
pub fn standing_of(atlas: &Atlas, item: &BriefingItem) -> Standing {
    let of_claims = || item.claims.iter().filter_map(|id| atlas.claim(*id)).map(|claim| claim.standing);
    let order = [Standing::Differs, Standing::ArticleOnly, Standing::Confirmed];
    order.into_iter().find(|one| of_claims().any(|standing| standing == *one)).unwrap_or(Standing::Framing)
}
