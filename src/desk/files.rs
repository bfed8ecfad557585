//! Files of what is shown.

use crate::model::dataset::index::{Atlas, Bits};
use crate::model::export::csv;
use crate::platform::download;
use crate::ui::store::Store;

/// Offers a file by its name.
pub fn offer(store: Store, name: &str) {
    let make: fn(&Atlas, Bits) -> String = match name {
        "records.csv" => csv::records,
        "ledger.csv" => csv::claims,
        _ => return,
    };
    download::offer(name, "text/csv;charset=utf-8", &make(store.atlas, store.shown_now()));
}
