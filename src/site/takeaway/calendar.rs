//! Targets of records and events of the mechanism as a calendar, with ids that last: a target that is
//! put off moves, and no second one appears.

use chrono::{NaiveDate, TimeZone, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::edition_hash;
use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{Day, PartialDate};
use crate::model::words::Words;
use crate::site::NAME;

/// The calendar, RFC 5545.
pub fn milestones(atlas: &Atlas) -> String {
    let edition = &atlas.data.edition;
    let mut calendar = Calendar::new();
    calendar.name(NAME);
    calendar.append_property(Property::new("X-ATLAS-EDITION", edition.number.to_string()));
    calendar.append_property(Property::new("X-ATLAS-SHA256", edition_hash()));
    let stamp = edition.date.last;
    for record in &atlas.data.agreements {
        let mut seen: Vec<&str> = Vec::new();
        for step in record.steps.iter().filter(|step| step.due && step.date.is_dated()) {
            let rung = step.rung.code();
            let number = seen.iter().filter(|one| **one == rung).count() + 1;
            seen.push(rung);
            let id = format!("{}-{rung}-{number}", record.id.as_str());
            let summary = format!("{}: {}", record.title, step.text);
            let about = format!("Due {}. {}", Words::default().date(step.date), record.summary);
            calendar.push(entry(&id, &summary, &about, step.date, stamp));
        }
    }
    for event in &atlas.data.events {
        calendar.push(entry(event.id.as_str(), event.title, event.text, event.date, stamp));
    }
    calendar.done().to_string()
}

/// A day of the calendar: the last one the date may mean, so that nothing is due too early.
fn entry(id: &str, summary: &str, about: &str, date: PartialDate, stamp: Day) -> Event {
    let mut event = Event::new();
    event.uid(&format!("{id}@china-central-asia-summit-atlas")).summary(summary).description(about);
    if let Some(day) = naive(date.last) {
        event.all_day(day);
    }
    // The day of the edition, so that two builds are the same.
    if let Some(stamp) = naive(stamp).and_then(|day| day.and_hms_opt(0, 0, 0)) {
        event.timestamp(Utc.from_utc_datetime(&stamp));
    }
    event.done()
}

fn naive(day: Day) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day))
}
