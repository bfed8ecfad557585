//! Title, what is shown in one sentence, and the five views.

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::ui::app::NAME;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// Region: the head of the page. Dispatches [`Action::Show`].
#[component]
pub fn Header() -> impl IntoView {
    let store = Store::expect();
    let current = store.part(|view| view.view);
    let views = View::ALL.iter().map(|view| {
        let view = *view;
        let is_current = Signal::derive(move || current.get() == view);
        view! {
            <li>
                <ViewLink action=Action::Show(view) class="header__view" is_current>
                    {view.label()}
                </ViewLink>
            </li>
        }
    });
    view! {
        <header class="header">
            <div class="header__title">
                <h1>{NAME}</h1>
                <p>"What was agreed at Astana, 17 June 2025, by whom, and what has come of it"</p>
            </div>
            <nav class="header__views" aria-label="Views">
                <ul>{views.collect_view()}</ul>
            </nav>
        </header>
    }
    .into_any()
}
