//! The foot of the page: edition, licences, privacy.

use leptos::prelude::*;

use crate::model::text;
use crate::ui::store::Store;

/// Region: what the reader may do with it, and what it does not do to the reader.
#[component]
pub fn Footer() -> impl IntoView {
    let store = Store::expect();
    let edition = &store.atlas.data.edition;
    let files = crate::model::dataset::parse::FILES.iter().map(|(file, _)| {
        view! { <li><a href=format!("data/{file}") download=*file>{*file}</a></li> }
    });
    view! {
        <footer class="footer">
            <p>
                {format!("Edition {}, as of {}. Data under {}; code under MIT or Apache-2.0.", edition.number, text::date(edition.date), edition.licence)}
            </p>
            <p>"No cookies, no storage, no counting, no request to any other place than this site."</p>
            <details>
                <summary>"Data files"</summary>
                <ul>{files.collect_view()}<li><a href="data/geometry.json" download="geometry.json">"geometry.json"</a></li><li><a href="data/schema.json" download="schema.json">"schema.json"</a></li></ul>
            </details>
        </footer>
    }
    .into_any()
}
