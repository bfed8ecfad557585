//! Counts equal a recount by hand over random choices.

use proptest::prelude::*;
use summit_atlas::model::dataset::Agreement;
use summit_atlas::model::dataset::codes::{
    Code, CountryId, Instrument, Language, MoneyKind, Sector, Stage, Tier,
};
use summit_atlas::model::dataset::index::{Atlas, stage_of};
use summit_atlas::model::search::SearchIndex;
use summit_atlas::model::view::filter::Selection;
use summit_atlas::model::view::{Facets, PartyRule, Set};
use summit_atlas::start;

fn atlas() -> &'static Atlas {
    use std::sync::OnceLock;
    static ATLAS: OnceLock<&'static Atlas> = OnceLock::new();
    ATLAS.get_or_init(|| start::load().unwrap().0)
}

/// Whether a record passes, straight from the meaning of the words.
fn passes(record: &Agreement, facets: &Facets) -> bool {
    let chosen = |country: &CountryId| facets.countries.contains(*country);
    let of_parties = facets.countries.is_empty()
        || match facets.party_rule {
            PartyRule::Any => record.parties.iter().any(chosen),
            PartyRule::All => {
                CountryId::ALL.iter().filter(|one| chosen(one)).all(|one| record.parties.contains(one))
            }
            PartyRule::Only => record.parties.iter().all(chosen),
        };
    let stage = stage_of(record, atlas().data.edition.date.last);
    let tiers: Vec<Tier> = record.sources.iter().map(|id| atlas().source(*id).unwrap().tier).collect();
    let languages: Vec<Language> =
        record.sources.iter().map(|id| atlas().source(*id).unwrap().language).collect();
    let in_years = (facets.from.is_none() && facets.to.is_none())
        || record.steps.iter().filter(|step| step.date.is_dated()).any(|step| {
            facets.from.is_none_or(|from| step.date.last.year >= from)
                && facets.to.is_none_or(|to| step.date.first.year <= to)
        });
    of_parties
        && in_years
        && (facets.sectors.is_empty() || record.sectors.iter().any(|one| facets.sectors.contains(*one)))
        && (facets.instruments.is_empty() || facets.instruments.contains(record.instrument))
        && (facets.stages.is_empty() || facets.stages.contains(stage))
        && (facets.money.is_empty() || kinds(record).any(|kind| facets.money.contains(kind)))
        && (facets.languages.is_empty() || languages.iter().any(|one| facets.languages.contains(*one)))
        && (facets.tiers.is_empty() || tiers.iter().any(|one| facets.tiers.contains(*one)))
}

/// Kinds of the money that the record shows.
fn kinds(record: &Agreement) -> impl Iterator<Item = MoneyKind> {
    let shown = record.matters.iter().filter_map(|matter| matter.claims.get(matter.shown?));
    shown.filter_map(|claim| claim.quantity.as_ref()?.kind)
}

fn recount(facets: &Facets) -> usize {
    atlas().data.agreements.iter().filter(|record| passes(record, facets)).count()
}

fn select(facets: &Facets) -> Selection {
    Selection::new(&atlas().index, facets, &atlas().index.all)
}

fn set_of<T: Code + std::fmt::Debug>(most: usize) -> impl Strategy<Value = Set<T>> {
    proptest::collection::vec(0..T::ALL.len(), 0..=most).prop_map(|places| {
        let mut set = Set::default();
        places.into_iter().for_each(|place| set.insert(T::ALL[place]));
        set
    })
}

fn facets() -> impl Strategy<Value = Facets> {
    let sets = (set_of(3), set_of(4), set_of(4), set_of(4), set_of(2), set_of(1), set_of(1));
    let rule = (0..3_usize).prop_map(|place| PartyRule::ALL[place]);
    (sets, rule, proptest::option::of(2000..2032_i16), proptest::option::of(2000..2032_i16)).prop_map(
        |(sets, party_rule, from, to)| Facets {
            countries: sets.0,
            party_rule,
            sectors: sets.1,
            instruments: sets.2,
            stages: sets.3,
            tiers: sets.4,
            money: sets.5,
            languages: sets.6,
            from,
            to,
            words: String::new(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn counts_equal_a_recount(facets in facets()) {
        let index = &atlas().index;
        let selection = select(&facets);
        prop_assert_eq!(selection.n_shown(), recount(&facets));
        for country in CountryId::ALL {
            let alone = Facets { countries: Set::only(*country), ..facets.clone() };
            prop_assert_eq!(selection.country(index, *country, facets.party_rule), recount(&alone), "{:?}", country);
        }
        for sector in Sector::ALL {
            let alone = Facets { sectors: Set::only(*sector), ..facets.clone() };
            prop_assert_eq!(selection.sector(index, *sector), recount(&alone), "{:?}", sector);
        }
        for stage in Stage::ALL {
            let alone = Facets { stages: Set::only(*stage), ..facets.clone() };
            prop_assert_eq!(selection.stage(index, *stage), recount(&alone), "{:?}", stage);
        }
        for instrument in Instrument::ALL {
            let alone = Facets { instruments: Set::only(*instrument), ..facets.clone() };
            prop_assert_eq!(selection.instrument(index, *instrument), recount(&alone), "{:?}", instrument);
        }
        for kind in MoneyKind::ALL {
            let alone = Facets { money: Set::only(*kind), ..facets.clone() };
            prop_assert_eq!(selection.money(index, *kind), recount(&alone), "{:?}", kind);
        }
        for language in Language::ALL {
            let alone = Facets { languages: Set::only(*language), ..facets.clone() };
            prop_assert_eq!(selection.language(index, *language), recount(&alone), "{:?}", language);
        }
        for tier in Tier::ALL {
            let alone = Facets { tiers: Set::only(*tier), ..facets.clone() };
            prop_assert_eq!(selection.tier(index, *tier), recount(&alone), "{:?}", tier);
        }
    }

    #[test]
    fn a_word_more_never_finds_more(first in "[a-z]{1,6}", second in "[a-z]{1,6}") {
        let search = SearchIndex::new(atlas());
        let one = search.find(&first, atlas());
        let both = search.find(&format!("{first} {second}"), atlas());
        prop_assert_eq!(both.and(&one), both);
    }
}

#[test]
fn the_rules_for_parties_have_known_answers() {
    let mut two = Set::only(CountryId::CN);
    two.insert(CountryId::KG);
    let with = |party_rule| Facets { countries: two, party_rule, ..Facets::default() };
    let records = &atlas().data.agreements;
    let is_pair = |record: &&Agreement| record.parties.len() == 2 && record.parties.contains(&CountryId::KG);
    let n_alone = records.iter().filter(|record| record.parties == [CountryId::CN]).count();
    assert_eq!(select(&with(PartyRule::Only)).n_shown(), records.iter().filter(is_pair).count() + n_alone);
    let n_kyrgyz = records.iter().filter(|record| record.parties.contains(&CountryId::KG)).count();
    assert_eq!(select(&with(PartyRule::All)).n_shown(), n_kyrgyz);
    let n_either =
        records.iter().filter(|record| record.parties.iter().any(|party| two.contains(*party))).count();
    assert_eq!(select(&with(PartyRule::Any)).n_shown(), n_either);
}
