//! How the dataset is made: the rules, the definitions, what was not verified, corrections.

use crate::model::dataset::codes::{
    Code, Confidence, CountryId, Instrument, Language, MoneyKind, Promise, Sector, Stage, Standing, Tier,
};
use crate::model::dataset::{Correction, Method, MethodSection};
use crate::model::view::{PartyRule, View};
use crate::model::words::Key;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::behind::behind;
use crate::ui::parts::correction;
use crate::ui::parts::date::dated;
use crate::ui::parts::definition;
use crate::ui::parts::fold::fold;
use crate::ui::store::Store;

/// Region: the method.
pub fn method(store: Store) -> Element {
    el("section")
        .class("method")
        .attr("aria-label", store.words().label(View::Method))
        .child(el("h2").child(store.say(Key::HowMade)))
        .child(behind(store, move |behind| whole(store, &behind.method)))
}

fn whole(store: Store, method: &'static Method) -> Element {
    let open = method.not_verified.iter().map(|line| el("li").child(*line));
    many([
        many(method.sections.iter().map(section)),
        heading(store.say(Key::NotVerified)),
        el("ul").class("method__list").children(open),
        heading(store.say(Key::Corrections)),
        corrections(store, method),
        heading(store.say(Key::Definitions)),
        definitions(store),
    ])
}

fn section(section: &'static MethodSection) -> Element {
    let paragraphs = section.paragraphs.iter().map(|paragraph| el("p").child(*paragraph));
    many([heading(section.title), many(paragraphs)])
}

fn heading(words: &'static str) -> Element {
    el("h3").child(words)
}

fn corrections(store: Store, method: &'static Method) -> Element {
    let made: Vec<Element> = method.corrections.iter().map(|one| correction(store, one)).collect();
    let list = match made.is_empty() {
        true => el("p").child(store.say(Key::NoneSoFar)),
        false => el("ul").class("method__list").children(made),
    };
    let to = match store.atlas.data.edition.contact {
        Some(contact) => store.words().fill(Key::LettersTo, &[contact]),
        None => store.say(Key::LettersToNobody).to_owned(),
    };
    let link = el("p").child(correction::link(store, "method", "text"));
    many([list, el("p").child(store.say(Key::HowToCorrect)), el("p").child(to), link])
}

fn correction(store: Store, correction: &'static Correction) -> Element {
    let words = store.words();
    let values = [&correction.edition.to_string(), correction.entry, correction.field, correction.text];
    let made = words.fill(Key::CorrectionMade, &values);
    el("li").child(dated(words, correction.date)).child(words.say(Key::Comma)).child(made)
}

fn definitions(store: Store) -> Element {
    fn list<T: Code + Send + Sync>(store: Store, title: Key) -> Element {
        let count = store.words().count(Key::Values, T::ALL.len(), &[]);
        let line =
            many([store.say(title).into(), el("span").class("card__small").child(format!(" {count}"))]);
        fold("definitions", line, move || definition::entries::<T>(store))
    }
    many([
        list::<Stage>(store, Key::Stages),
        list::<Instrument>(store, Key::Instruments),
        list::<MoneyKind>(store, Key::KindsOfMoney),
        list::<Sector>(store, Key::Sectors),
        list::<Tier>(store, Key::TiersOfSources),
        list::<Language>(store, Key::LanguagesOfSources),
        list::<Confidence>(store, Key::Confidence),
        list::<Standing>(store, Key::StandingOfClaims),
        list::<Promise>(store, Key::Promises),
        list::<CountryId>(store, Key::Countries),
        list::<PartyRule>(store, Key::RulesForParties),
    ])
}
