//! How the dataset is made: the rules, the definitions, what was not verified, corrections.

use crate::model::dataset::codes::{
    Code, Confidence, CountryId, Instrument, Language, MoneyKind, Promise, Sector, Stage, Standing, Tier,
};
use crate::model::dataset::{Correction, MethodSection};
use crate::model::text;
use crate::model::view::PartyRule;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::correction;
use crate::ui::parts::date::dated;
use crate::ui::parts::definition;
use crate::ui::parts::fold::fold;
use crate::ui::store::Store;

/// Region: the method.
pub fn method(store: Store) -> Element {
    let method = &store.atlas.data.method;
    let open = method.not_verified.iter().map(|line| el("li").child(*line));
    el("section")
        .class("method")
        .attr("aria-label", "Method")
        .child(el("h2").child("How the atlas is made"))
        .children(method.sections.iter().map(section))
        .child(heading("What was not verified"))
        .child(el("ul").class("method__list").children(open))
        .child(heading("Corrections"))
        .child(corrections(store))
        .child(heading("Definitions and counting rules"))
        .child(definitions(store))
}

fn section(section: &'static MethodSection) -> Element {
    let paragraphs = section.paragraphs.iter().map(|paragraph| el("p").child(*paragraph));
    many([heading(section.title), many(paragraphs)])
}

fn heading(words: &'static str) -> Element {
    el("h3").child(words)
}

fn corrections(store: Store) -> Element {
    let made: Vec<Element> = store.atlas.data.method.corrections.iter().map(correction).collect();
    let list = match made.is_empty() {
        true => el("p").child("None so far."),
        false => el("ul").class("method__list").children(made),
    };
    let how = "Every card and every box of claims has a link that opens a letter with the id of the entry, the edition and \
        the field filled in; say what should stand there and which page says so.";
    let to = match store.atlas.data.method.contact {
        Some(contact) => format!("Letters go to {contact}."),
        None => "The publisher of this copy has named no address: send the letter to whoever published it."
            .to_owned(),
    };
    let link = el("p").child(correction::link(store, "method", "text"));
    many([list, el("p").child(how), el("p").child(to), link])
}

fn correction(correction: &'static Correction) -> Element {
    let words = format!(
        ", edition {}, {}, {}: {}",
        correction.edition, correction.entry, correction.field, correction.text
    );
    el("li").child(dated(correction.date)).child(words)
}

fn definitions(store: Store) -> Element {
    fn list<T: Code + Send + Sync>(store: Store, title: &'static str) -> Element {
        let count = text::counted(T::ALL.len(), "value", "values");
        let line = many([title.into(), el("span").class("card__small").child(format!(" {count}"))]);
        fold("definitions", line, move || definition::entries::<T>(store))
    }
    many([
        list::<Stage>(store, "Stages"),
        list::<Instrument>(store, "Instruments"),
        list::<MoneyKind>(store, "Kinds of money"),
        list::<Sector>(store, "Sectors"),
        list::<Tier>(store, "Tiers of sources"),
        list::<Language>(store, "Languages of sources"),
        list::<Confidence>(store, "Confidence"),
        list::<Standing>(store, "Standing of the article’s claims"),
        list::<Promise>(store, "Promises"),
        list::<CountryId>(store, "Countries"),
        list::<PartyRule>(store, "Rules for parties"),
    ])
}
