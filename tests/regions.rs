//! Components rendered natively: what a reader is told, by role, label and public hook.

use leptos::prelude::*;
use summit_atlas::model::dataset::codes::{Code, CountryId, MoneyKind};
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::dataset::parse::BUNDLED;
use summit_atlas::model::dataset::{Agreement, Dataset};
use summit_atlas::model::view::View;
use summit_atlas::model::view::action::Action;
use summit_atlas::model::view::embed::Embed;
use summit_atlas::model::view::page::Addresses;
use summit_atlas::model::view::query::read;
use summit_atlas::model::words::Locale;
use summit_atlas::start;
use summit_atlas::ui::app::app;
use summit_atlas::ui::store::Store;

/// A build without pages.
static AT_ROOT: Addresses =
    Addresses { root: String::new(), has_pages: false, is_alone: false, locale: Locale::En, embed: None };

/// The page of a link, as markup.
fn page(link: &str) -> String {
    Owner::new().with(|| app(store(link)).markup())
}

fn store(link: &str) -> Store {
    let (atlas, geometry) = start::load().unwrap();
    Store::new(atlas, geometry, &AT_ROOT, read(link, atlas), atlas.data.edition.date.last)
}

fn atlas() -> &'static Atlas {
    start::load().unwrap().0
}

/// How often a text stands in a page.
fn count(page: &str, text: &str) -> usize {
    page.matches(text).count()
}

#[test]
fn every_country_has_a_shape_and_a_button_with_its_number() {
    let page = page("");
    for country in CountryId::ALL_SIX {
        let hook = format!("data-country=\"{}\"", summit_atlas::model::dataset::codes::Code::code(country));
        assert_eq!(count(&page, &hook), 2, "{country:?}");
    }
    assert!(page.contains("<output name=\"count\">140 of 140 records</output>"));
    assert_eq!(count(&page, "data-agreement="), 140);
    assert_eq!(count(&page, "data-card="), 1);
}

#[test]
fn a_chosen_country_shows_in_shape_button_and_card() {
    let page = page("?country=UZ");
    assert!(page.contains("data-card=\"UZ\""));
    assert_eq!(count(&page, "aria-pressed=\"true\""), 2, "shape and button");
    assert!(page.contains("Industrial Anchor and WTO Partner"), "the epithet, as a quotation");
    assert!(page.contains("the source article’s words"));
}

/// Parts of the view used to follow nothing: the card stayed when the country changed.
/// Counted from the records anew: how many name an amount of the kind.
#[test]
fn a_map_coloured_by_a_kind_of_money_counts_its_records() {
    for kind in MoneyKind::ALL {
        let page = page(&format!("?colour={}", kind.code()));
        assert!(page.contains(&format!("{}: records", atlas().words.label(*kind))), "{kind:?}: the legend");
        for country in CountryId::ALL_SIX {
            let has_kind =
                |record: &&Agreement| record.money().any(|(.., quantity)| quantity.kind == Some(*kind));
            let of = atlas().data.agreements.iter().filter(|record| record.parties.contains(&country));
            let n_records = of.filter(has_kind).count();
            let (name, s) = (atlas().words.label(country), if n_records == 1 { "" } else { "s" });
            let said = format!("aria-label=\"{name}, {n_records} record{s}");
            assert!(page.contains(&said), "{kind:?}, {said}");
        }
    }
}

#[test]
fn a_part_of_the_view_follows_its_changes() {
    Owner::new().with(|| {
        let store = store("");
        let countries = store.part(|view| view.facets.countries.len());
        assert_eq!(countries.get(), 0);
        store.dispatch(Action::ChooseCountry(CountryId::KZ));
        assert_eq!(countries.get(), 1);
    });
}

#[test]
fn every_record_has_a_card_that_says_what_is_not_known() {
    for record in &atlas().data.agreements {
        let page = page(&format!("?id={}", record.id.as_str()));
        assert!(page.contains(&format!("data-card=\"{}\"", record.id.as_str())), "{}", record.id.as_str());
        for heading in
            ["How far it came", "Its timeline", "Sources", "Parties", "Organisations", "Money", "Places"]
        {
            assert!(page.contains(heading), "{}: {heading}", record.id.as_str());
        }
        assert!(
            !page.contains("<dd></dd>") && !page.contains("<p></p>"),
            "{} has an empty cell",
            record.id.as_str()
        );
        if record.money().next().is_none() {
            assert!(page.contains("Not published, or not found"), "{}", record.id.as_str());
        }
        for matter in record.matters.iter().filter(|matter| matter.is_open()) {
            let title = if matter.claims.len() > 1 { "Sources differ: " } else { "One source only: " };
            assert!(page.contains(&format!("{title}{}", matter.about)), "{}", matter.about);
            for claim in &matter.claims {
                assert!(page.contains(claim.says), "{}: {}", matter.about, claim.says);
            }
        }
    }
}

#[test]
fn every_country_and_event_has_a_card() {
    for country in &atlas().data.countries {
        let code = summit_atlas::model::dataset::codes::Code::code(country.id);
        let page = page(&format!("?country={code}"));
        for claim in country.matters.iter().flat_map(|matter| &matter.claims) {
            assert!(page.contains(claim.says), "{code}: {}", claim.says);
        }
        for tie in &country.ties {
            assert!(page.contains(tie.text), "{code}: {}", tie.text);
        }
        assert!(!page.contains("<dd></dd>"), "{code} has an empty cell");
    }
    for event in &atlas().data.events {
        let page = page(&format!("?event={}", event.id.as_str()));
        assert!(page.contains(&format!("data-card=\"{}\"", event.id.as_str())), "{}", event.id.as_str());
    }
}

#[test]
fn every_claim_of_the_article_is_read_in_the_briefing() {
    let page = page("?view=briefing");
    for claim in &atlas().data.claims {
        assert!(page.contains(&format!(">{}</span>", claim.id.as_str())), "{}", claim.id.as_str());
    }
}

#[test]
fn every_view_holds_the_same_records() {
    for view in View::ALL.iter().map(|view| view.code()) {
        let page = page(&format!("?view={view}&sector=energy"));
        assert!(page.contains("<output name=\"count\">26 of 140 records</output>"), "{view}");
        assert!(page.contains("aria-current=\"page\""), "{view}");
    }
}

/// Where titles and addresses of sources could not be had, every source used to be a link to nowhere, and
/// nothing said why.
#[test]
fn sources_without_addresses_are_no_links_and_the_card_says_so_once() {
    let mut data = Dataset::parse(BUNDLED).unwrap();
    data.sources.iter_mut().for_each(|source| source.title = ""); // As in a bundle that has them in another file.
    let (atlas, geometry): (&Atlas, _) = (Box::leak(Box::new(Atlas::new(data))), start::load().unwrap().1);
    for link in ["?id=cku-railway", "?country=KZ", ""] {
        let page = Owner::new().with(|| {
            let today = atlas.data.edition.date.last;
            let store = Store::new(atlas, geometry, &AT_ROOT, read(link, atlas), today);
            store.fetch_behind();
            app(store).markup()
        });
        let mut links = page.split("<a").skip(1).filter(|rest| rest.starts_with([' ', '>']));
        assert!(links.all(|rest| rest.split('>').next().unwrap().contains(" href=\"")), "{link}");
        assert!(page.contains("<span class=\"source\">"), "{link}");
        assert_eq!(count(&page, "Sources: <span>This part could not be loaded."), 1, "{link}");
        assert_eq!(count(&page, "Try again"), 1, "{link}");
    }
}

/// In a frame they used to put the whole site in its place, or to leave a line of dots.
#[test]
fn a_card_in_a_frame_leads_out_of_it_and_has_neither_citations_nor_letters() {
    let page = |query: &str| {
        let embed = Embed::read(query);
        let root = "/a/".to_owned();
        let addresses = Box::leak(Box::new(Addresses { root, has_pages: true, embed, ..AT_ROOT.clone() }));
        let (atlas, geometry) = start::load().unwrap();
        let reading = addresses.read("", query, atlas);
        let today = atlas.data.edition.date.last;
        Owner::new().with(|| app(Store::new(atlas, geometry, addresses, reading, today)).markup())
    };
    let framed = page("?embed=card&id=cku-railway");
    let address = "href=\"/a/record/cku-railway.html\"";
    assert!(framed.contains(&format!("{address} rel=\"noopener\" target=\"_blank\">/a/record/")), "{framed}");
    assert!(!framed.contains("Cite:") && !framed.contains("BibTeX") && !framed.contains("mailto:"));
    assert!(!framed.contains("<p class=\"card__small\"></p>"), "an empty line");
    let alone = page("?id=cku-railway");
    assert!(alone.contains(&format!("<a {address}>/a/record/cku-railway.html</a>")));
    assert!(alone.contains("BibTeX") && alone.contains("mailto:"));
}

/// The list and the table used to say nothing of the record whose card is open.
#[test]
fn the_open_record_is_current_in_list_and_table() {
    let record = atlas().data.agreements.first().unwrap().id.as_str();
    let current = format!("<li aria-current=\"true\" class=\"records__item\" data-agreement=\"{record}\">");
    let row = format!("<tbody aria-current=\"true\" data-agreement=\"{record}\">");
    let page = page(&format!("?view=table&id={record}"));
    assert_eq!((count(&page, &current), count(&page, &row)), (1, 1));
    assert_eq!(count(&page, "aria-current=\"true\""), 2, "no other record");
}

#[test]
fn when_nothing_matches_the_page_says_what_to_drop() {
    let page = page("?q=no+such+thing&sector=energy");
    assert!(page.contains("No record matches. One of these filters can go:"));
    assert!(page.contains("Drop the search words (26 records)"));
    assert!(!page.contains("Drop the sectors"), "dropping it would bring nothing back");
}

#[test]
fn what_a_link_held_is_shown_as_text() {
    let page = page("?id=%3Cimg%20src%3Dx%3E");
    assert!(page.contains("id=&lt;img src=x&gt;"));
    assert!(!page.contains("<img"));
}

#[test]
fn nothing_in_the_page_breaks_the_strict_policy() {
    for link in [
        "",
        "?view=timeline",
        "?view=table",
        "?view=grid",
        "?view=briefing",
        "?id=cku-railway",
        "?country=CN",
    ] {
        let page = page(link);
        assert!(
            !page.contains(" style=") && !page.contains("<script") && !page.contains("javascript:"),
            "{link}"
        );
        assert!(!page.contains(" onclick="), "{link}");
    }
}
