//! A link that leads to a view: a real address, followed without leaving the page.

use leptos::prelude::*;

use crate::model::view::action::{Action, reduce};
use crate::model::view::query;
use crate::ui::store::Store;

/// Part: a link to the view after an action. A plain click dispatches the action; with a key held,
/// or by the middle button, the browser opens the address as it does any other.
#[component]
pub fn ViewLink(
    /// What following it does.
    action: Action,
    /// Class of the link.
    #[prop(optional)]
    class: &'static str,
    /// Whether it leads to what is shown.
    #[prop(optional, into)]
    is_current: Signal<bool>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let store = Store::expect();
    let followed = action.clone();
    // Worked out when the link is about to be used, not at every change of the view.
    let (href, set_href) = signal(address(&store.view().get_untracked(), &action));
    let refresh = {
        let action = action.clone();
        move || set_href.set(address(&store.view().get_untracked(), &action))
    };
    let on_focus = refresh.clone();
    let on_click = move |event: leptos::ev::MouseEvent| {
        let is_plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if is_plain {
            event.prevent_default();
            store.dispatch(followed.clone());
        }
    };
    view! {
        <a
            class=class
            href=href
            aria-current=move || is_current.get().then_some("page")
            on:click=on_click
            on:pointerover=move |_| refresh()
            on:focus=move |_| on_focus()
        >
            {children()}
        </a>
    }
    .into_any()
}

fn address(view: &crate::model::view::ViewState, action: &Action) -> String {
    format!("?{}", query::write(&reduce(view, action.clone())))
}
