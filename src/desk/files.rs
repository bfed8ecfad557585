//! Files of what is shown.

use super::copied;
use crate::model::dataset::index::{Atlas, Bits};
use crate::model::export::csv;
use crate::model::words::{DeskKey, Key};
use crate::platform::download;
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// A file that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The records.
    Records,
    /// What is claimed of them.
    Claims,
}

impl File {
    /// The file of a name.
    pub fn of(name: &str) -> Option<Self> {
        [Self::Records, Self::Claims].into_iter().find(|file| file.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Records => "records.csv",
            Self::Claims => "ledger.csv",
        }
    }

    /// What the button says that asks for it.
    pub fn label(self) -> Key {
        match self {
            Self::Records => Key::SaveRecords,
            Self::Claims => Key::SaveClaims,
        }
    }

    fn text(self, store: Store) -> String {
        let make: fn(&Atlas, Bits) -> String = match self {
            Self::Records => csv::records,
            Self::Claims => csv::claims,
        };
        make(store.atlas, store.shown_now())
    }
}

/// Offers a file; false where none can be saved.
pub fn offer(store: Store, file: File) -> bool {
    download::offer(file.name(), "text/csv;charset=utf-8", &file.text(store))
}

/// Content of the dialog where files cannot be saved: the text, to be copied.
pub fn text(store: Store, file: File) -> Element {
    let text = file.text(store);
    el("div").child(el("p").child(store.words().desk(DeskKey::SaveRefused))).child(copied(
        store,
        "desk-text",
        DeskKey::FileText,
        DeskKey::CopyText,
        move || text.clone(),
    ))
}
