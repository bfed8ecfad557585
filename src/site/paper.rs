//! Pages made for paper: six country briefs of one page each, an annex with every record, and each
//! tour as numbered figures. Links are numbered notes with their addresses.

mod tours;

use super::document::of_paper;
use crate::model::clock;
use crate::model::dataset::codes::{Code, CountryId, Stage};
use crate::model::dataset::index::{Atlas, Index};
use crate::model::dataset::{Agreement, SourceId, Statement, Tour};
use crate::model::geo::geometry::Geometry;
use crate::model::order::ordered;
use crate::model::text::escape;
use crate::model::words::{DeskKey, Key, Words};
use crate::picture::map::{Drawing, LIGHT, still_map};
use crate::ui::element::{Element, el, many, speak};

/// Most records of a brief, so that it stays on its page.
const N_RECORDS: usize = 7;
/// Most milestones and figures of a brief.
const N_LINES: usize = 4;

/// A page made for paper, with the files beside it.
pub struct Sheet {
    /// Below the folder of the language.
    pub path: String,
    /// The whole document.
    pub text: String,
}

/// Every page made for paper, in the language of the atlas.
pub fn sheets(
    template: &str,
    atlas: &'static Atlas,
    geometry: &'static Geometry,
    site_url: Option<&str>,
) -> Vec<Sheet> {
    speak(atlas.words.locale());
    let words = atlas.words;
    let up = if words.locale().folder().is_empty() { "" } else { "../" };
    let sheet = |up: &str, path: &str, title: &str, body: Element| {
        sheet(template, atlas, site_url, (up, path), title, body)
    };
    let mut sheets = vec![
        sheet(up, "briefs.html", words.desk(DeskKey::Briefs), briefs(atlas, geometry)),
        sheet(up, "annex.html", words.desk(DeskKey::Annex), annex(atlas)),
    ];
    for tour in all_tours(atlas) {
        let (figures, pictures) = tours::figures(atlas, geometry, tour);
        sheets.extend(pictures);
        let path = format!("tour/{}.html", tour.id);
        sheets.push(sheet(&format!("../{up}"), &path, tour.title, figures));
    }
    speak(crate::model::words::Locale::En);
    sheets
}

fn all_tours(atlas: &'static Atlas) -> &'static [Tour] {
    atlas.behind().map(|behind| behind.tours.as_slice()).unwrap_or_default()
}

/// The document of a page at `path`, `up` the folders between it and the root.
fn sheet(
    template: &str,
    atlas: &'static Atlas,
    site_url: Option<&str>,
    (up, path): (&str, &str),
    title: &str,
    body: Element,
) -> Sheet {
    let words = atlas.words;
    let tours = all_tours(atlas);
    let styles: String = template
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("<link rel=\"stylesheet\"") && line.contains("base-"))
        .map(|line| format!("    {}\n", line.replace("=\"./", &format!("=\"{up}"))))
        .collect();
    // The first page of the language.
    let home = if path.contains('/') { "../" } else { "./" };
    let way = |file: &str, title: &str| format!(" · <a href=\"{home}{file}\">{}</a>", escape(title));
    let mut ways =
        way("briefs.html", words.desk(DeskKey::Briefs)) + &way("annex.html", words.desk(DeskKey::Annex));
    for tour in tours {
        ways += &way(&format!("tour/{}.html", tour.id), tour.title);
    }
    let text = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n  <head>\n    <meta charset=\"utf-8\">\n    <meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n    <meta name=\"color-scheme\" content=\"light\">\n    \
         <title>{} – {}</title>\n    {}\n    <link rel=\"icon\" type=\"image/svg+xml\" href=\"{up}favicon.svg\">\n{styles}    \
         <link rel=\"stylesheet\" href=\"{up}paper.css\">\n  </head>\n  <body class=\"paper\">\n    \
         <nav class=\"paper__way\"><a href=\"{home}\">{}</a>{ways}</nav>\n    <main>{}</main>\n  </body>\n</html>\n",
        words.locale().tag(),
        words.locale().direction(),
        escape(title),
        escape(words.say(Key::SiteName)),
        of_paper(atlas, title, path, site_url).join("\n    "),
        escape(words.desk(DeskKey::BackToAtlas)),
        body.still_markup(),
    );
    Sheet { path: path.to_owned(), text }
}

/// Addresses as numbered notes, each once.
#[derive(Default)]
struct Notes(Vec<SourceId>);

impl Notes {
    /// The number of a source, in brackets.
    fn mark(&mut self, id: SourceId) -> Element {
        let place = self.0.iter().position(|one| *one == id).unwrap_or_else(|| {
            self.0.push(id);
            self.0.len() - 1
        });
        el("sup").class("paper__mark").child(format!("[{}]", place + 1))
    }

    /// The numbers of some sources, each once.
    fn marks(&mut self, ids: &[SourceId]) -> Vec<Element> {
        let first = |(place, id): &(usize, &SourceId)| !ids.iter().take(*place).any(|one| one == *id);
        ids.iter().enumerate().filter(first).map(|(_, id)| self.mark(*id)).collect()
    }

    fn list(&self, atlas: &'static Atlas) -> Element {
        let items = self.0.iter().filter_map(|id| atlas.source(*id)).map(|source| {
            let date = source.date.map(|date| format!(", {}", atlas.words.date(date)));
            let url = source.url.map(|url| el("span").class("paper__address").child(format!(" {url}")));
            el("li")
                .child(source.publisher)
                .child(": ")
                .child(el("span").attr("lang", source.language.code()).child(source.title.to_owned()))
                .child(date.unwrap_or_default())
                .child(".")
                .child(url)
        });
        many([
            el("h3").child(atlas.words.desk(DeskKey::Notes)),
            el("ol").class("paper__notes").children(items),
        ])
    }
}

fn briefs(atlas: &'static Atlas, geometry: &'static Geometry) -> Element {
    let title = el("h1").class("paper__title").child(atlas.words.desk(DeskKey::Briefs));
    many([title].into_iter().chain(CountryId::ALL.iter().map(|country| brief(atlas, geometry, *country))))
}

fn brief(atlas: &'static Atlas, geometry: &'static Geometry, id: CountryId) -> Element {
    let words = atlas.words;
    let Some(country) = atlas.country(id) else { return ().into() };
    let mut notes = Notes::default();
    let records = Index::with(&atlas.index.country, id);
    let map = still_map(atlas, geometry, &Drawing::of_page(LIGHT, &[id]))
        .class("paper__map")
        .attr("role", "img")
        .attr("aria-label", words.say(Key::MapName));
    let names = [country.official_name, country.capital.name, country.leader.title, country.leader.name];
    let stages = Stage::ALL.iter().filter_map(|stage| {
        let count = records.and(&Index::with(&atlas.index.stage, *stage)).count();
        (count > 0).then(|| {
            el("tr")
                .child(el("th").attr("scope", "row").child(words.label(*stage)))
                .child(el("td").child(count))
        })
    });
    let figures =
        country.matters.iter().filter_map(|matter| Some((matter, matter.shown_claim()?))).take(N_LINES);
    let figures: Vec<Element> = figures
        .map(|(matter, claim)| {
            el("li")
                .child(matter.about)
                .child(": ")
                .child(el("b").child(figure_of(words, claim)))
                .child(notes.mark(claim.source))
        })
        .collect();
    let due = clock::upcoming(&atlas.data.agreements, records, atlas.data.edition.date.last);
    let due: Vec<Element> = due
        .into_iter()
        .take(N_LINES)
        .map(|(record, step)| {
            el("li")
                .child(words.date(step.date))
                .child(": ")
                .child(record.title)
                .child(notes.mark(step.source))
        })
        .collect();
    let due = if due.is_empty() { vec![el("li").child(words.say(Key::NoTarget))] } else { due };
    let n_more = records.count().saturating_sub(N_RECORDS);
    // What is the country's own first.
    let lines = records.iter().filter_map(|place| atlas.data.agreements.get(place).map(|one| (place, one)));
    let lines = ordered(lines.collect(), |one: &(usize, &Agreement), other| {
        one.1.parties.len().cmp(&other.1.parties.len())
    });
    let lines: Vec<Element> = lines
        .into_iter()
        .take(N_RECORDS)
        .map(|(place, record)| {
            let first = record.sources.first().map(|id| notes.mark(*id));
            el("li").child(el("b").child(record.title)).child(first).child(format!(
                " – {} · {}",
                words.label(atlas.index.stage(place)),
                words.span(record)
            ))
        })
        .collect();
    let more =
        (n_more > 0).then(|| el("p").child(words.fill_desk(DeskKey::BriefMore, &[&n_more.to_string()])));
    el("section")
        .class("paper__brief")
        .child(el("h2").child(country.name))
        .child(el("p").child(words.fill(Key::CountryNames, &names)))
        .child(
            el("div").class("paper__columns").child(map).child(
                el("div")
                    .child(el("h3").child(words.records(records.count())))
                    .child(el("table").child(el("tbody").children(stages)))
                    .child(el("h3").child(words.say(Key::Figures)))
                    .child(el("ul").children(figures)),
            ),
        )
        .child(el("h3").child(words.say(Key::RecordsTitle)))
        .child(el("ul").class("paper__records").children(lines))
        .child(more)
        .child(el("h3").child(words.say(Key::NextMilestones)))
        .child(el("ul").children(due))
        .child(notes.list(atlas))
        .child(foot(atlas, geometry))
}

/// A figure in the language of the page, or as it was said.
fn figure_of(words: Words, claim: &'static Statement) -> Element {
    match &claim.quantity {
        Some(quantity) => words.quantity(quantity).into(),
        None => claim.says.into(),
    }
}

fn annex(atlas: &'static Atlas) -> Element {
    let words = atlas.words;
    let mut notes = Notes::default();
    let entries: Vec<Element> = atlas
        .data
        .agreements
        .iter()
        .enumerate()
        .map(|(place, record)| entry(atlas, place, record, &mut notes))
        .collect();
    let edition = &atlas.data.edition;
    let about = words.fill(Key::EditionAsOf, &[&edition.number.to_string(), &words.date(edition.date)]);
    el("section")
        .class("paper__annex")
        .child(el("h1").child(words.desk(DeskKey::Annex)))
        .child(el("p").child(about))
        .children(entries)
        .child(notes.list(atlas))
}

fn entry(atlas: &'static Atlas, place: usize, record: &'static Agreement, notes: &mut Notes) -> Element {
    let words = atlas.words;
    let money: Vec<Element> = record
        .money()
        .map(|(matter, claim, quantity)| {
            let kind = quantity.kind.map_or("", |kind| words.label(kind));
            el("li")
                .child(format!("{} ({kind}): ", words.quantity(quantity)))
                .child(matter.about)
                .child(notes.mark(claim.source))
        })
        .collect();
    let marks = notes.marks(&record.sources);
    el("article")
        .class("paper__entry")
        .child(el("h2").child(record.title).children(marks))
        .child(el("p").class("paper__line").child(line_of(atlas, place, record)))
        .child(el("p").child(record.summary).child(" ").child(record.standing))
        .child((!money.is_empty()).then(|| el("ul").children(money)))
}

/// Stage, instrument, sectors, parties and dates of a record.
fn line_of(atlas: &'static Atlas, place: usize, record: &'static Agreement) -> String {
    let words = atlas.words;
    let sectors: Vec<&str> = record.sectors.iter().map(|sector| words.label(*sector)).collect();
    format!(
        "{} · {} · {} · {} · {}",
        words.label(atlas.index.stage(place)),
        words.label(record.instrument),
        words.commas(&sectors),
        words.parties(record),
        words.span(record)
    )
}

/// Edition, licence and the note on borders.
fn foot(atlas: &'static Atlas, geometry: &'static Geometry) -> Element {
    let (edition, words) = (&atlas.data.edition, atlas.words);
    let about = words.fill_desk(
        DeskKey::PictureFoot,
        &[words.say(Key::SiteName), &edition.number.to_string(), &words.date(edition.date)],
    );
    let borders = words.fill(Key::FrameBoundaries, &[geometry.source]);
    el("footer").class("paper__foot").child(el("p").child(about).child(" ").child(borders))
}
