//! The whole page: regions in reading order.

use leptos::prelude::*;

use crate::model::view::View;
use crate::model::view::action::Action;
use crate::platform;
use crate::ui::briefing::Briefing;
use crate::ui::cards::CardPanel;
use crate::ui::country_buttons::CountryButtons;
use crate::ui::filters::Filters;
use crate::ui::footer::Footer;
use crate::ui::grid::Grid;
use crate::ui::header::Header;
use crate::ui::map::Map;
use crate::ui::records::Records;
use crate::ui::store::Store;
use crate::ui::summary::{Notice, Summary};
use crate::ui::table::Table;
use crate::ui::timeline::{NearSteps, Strip, Timeline};

/// The name of the site, as in the title of the page.
pub const NAME: &str = "China–Central Asia Summit Atlas";

/// The app over one store.
#[component]
pub fn App(
    /// Made from the link the page was opened with.
    store: Store,
) -> impl IntoView {
    provide_context(store);
    let view = store.part(|view| view.view);
    let are_filters_open = RwSignal::new(false);
    Effect::new(move |_| platform::set_title(&title(&store)));
    let picture = move || match view.get() {
        View::Map => view! { <Map /> <CountryButtons /> <Strip /> }.into_any(),
        View::Timeline => view! { <CountryButtons /> <Timeline /> }.into_any(),
        View::Table => view! { <CountryButtons /> <Table /> }.into_any(),
        View::Grid => view! { <CountryButtons /> <Grid /> }.into_any(),
        View::Briefing => view! { <CountryButtons /> <Briefing /> }.into_any(),
    };
    let on_keydown = move |event: leptos::ev::KeyboardEvent| {
        // A list or a field closes or clears itself first.
        if event.key() == "Escape" && !event.default_prevented() {
            store.dispatch(Action::Close);
        }
    };
    view! {
        <div class="atlas" on:keydown=on_keydown>
            <Header />
            <Notice />
            <div class="layout">
                <Filters is_open=are_filters_open />
                <main class="layout__main">
                    <Summary />
                    {picture}
                </main>
                <aside class="layout__panel" aria-label="Card and records">
                    <CardPanel />
                    <Records />
                    <NearSteps />
                </aside>
            </div>
            <Footer />
            <BottomBar is_open=are_filters_open />
        </div>
    }
}

/// On narrow screens: the way to the filters, always in reach.
#[component]
fn BottomBar(
    /// Whether the filters are open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::expect();
    let n_choices = Memo::new(move |_| store.facets().with(|facets| facets.n_choices()));
    let on_click = move |_| {
        is_open.update(|is_open| *is_open = !*is_open);
        if is_open.get_untracked() && cfg!(target_arch = "wasm32") {
            request_animation_frame(|| {
                platform::focus::scroll_to("#filters");
                platform::focus::move_to("#filters input");
            });
        }
    };
    view! {
        <div class="bottom-bar">
            <button
                type="button"
                class="bottom-bar__filters"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="filters"
                on:click=on_click
            >
                {move || if is_open.get() { "Close filters".to_owned() } else { format!("Filters ({})", n_choices.get()) }}
            </button>
        </div>
    }
}

/// The open card before the name of the site, so that tabs and bookmarks can be told apart.
fn title(store: &Store) -> String {
    let subject = store.view().with(|view| {
        let record = view.record.and_then(|id| store.atlas.agreement(id)).map(|record| record.title);
        let event = view.event.and_then(|id| store.atlas.event(id)).map(|event| event.title);
        let country = view.open_country().and_then(|id| store.atlas.country(id)).map(|country| country.name);
        record.or(event).or(country)
    });
    subject.map_or_else(|| NAME.to_owned(), |subject| format!("{subject} – {NAME}"))
}
