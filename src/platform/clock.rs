//! The reader's calendar: which day it is where they are.

use crate::model::dataset::Day;

/// Today by the reader's clock; `None` outside a browser, or when the clock makes no sense.
pub fn today() -> Option<Day> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let now = js_sys::Date::new_0();
    let year = i16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    Day::new(year, month, u8::try_from(now.get_date()).ok()?)
}
