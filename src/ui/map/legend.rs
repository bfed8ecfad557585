//! What the colours and lines say, and the choice of colours and layers.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, Sector, Stage};
use crate::model::view::action::Action;
use crate::model::view::{ColourBy, Sites};
use crate::ui::map::shapes::{classes, coloured};
use crate::ui::store::Store;

/// The choice of what colours say, and whether places and corridors are drawn.
pub fn controls(store: Store) -> AnyView {
    let colour = store.part(|view| view.colour);
    let sites = store.part(|view| view.sites);
    let sectors = Sector::ALL.iter().map(|sector| {
        let sector = *sector;
        view! {
            <option value=sector.code() prop:selected=move || colour.get() == ColourBy::Sector(sector)>{sector.label()}</option>
        }
    });
    let on_colour = move |event| {
        let value = event_target_value(&event);
        let colour = match value.as_str() {
            "stage" => ColourBy::Stage,
            value => Sector::from_code(value).map_or(ColourBy::Records, ColourBy::Sector),
        };
        store.dispatch(Action::ColourBy(colour));
    };
    let on_sites = move |_| {
        let is_shown = sites.get_untracked() == Sites::Shown;
        store.dispatch(Action::SetSites(if is_shown { Sites::Hidden } else { Sites::Shown }));
    };
    view! {
        <div class="map__controls">
            <label>
                "Colour by "
                <select name="colour" on:change=on_colour>
                    <option value="records" prop:selected=move || colour.get() == ColourBy::Records>"records"</option>
                    <option value="stage" prop:selected=move || colour.get() == ColourBy::Stage>"furthest stage"</option>
                    <optgroup label="records of one sector">{sectors.collect_view()}</optgroup>
                </select>
            </label>
            <label>
                <input type="checkbox" name="places" prop:checked=move || sites.get() == Sites::Shown on:change=on_sites />
                " Places and corridors"
            </label>
        </div>
    }
    .into_any()
}

/// Swatches in words.
pub fn legend(store: Store) -> AnyView {
    let colour = store.part(|view| view.colour);
    let sites = store.part(|view| view.sites);
    let swatches = move || {
        let colour = colour.get();
        match colour {
            ColourBy::Stage => stages(),
            _ => {
                let labels = store.selection().with(|selection| {
                    let of = |country| coloured(selection.on_map(&store.atlas.index, country), colour, store);
                    classes(&of).labels()
                });
                ramp(labels, colour)
            }
        }
    };
    let lines = move || {
        (sites.get() == Sites::Shown).then(|| {
            view! {
                <li><span class="legend__line" data-line="rail"></span>"railway"</li>
                <li><span class="legend__line" data-line="gas"></span>"gas pipeline"</li>
                <li><span class="legend__line" data-line="fibre"></span>"fibre"</li>
                <li><span class="legend__line" data-line="road"></span>"road"</li>
                <li><span class="legend__line" data-line="link"></span>"tie or flight"</li>
                <li><span class="legend__dot"></span>"place of a record"</li>
                <li class="legend__title">"all lines schematic; short dashes planned"</li>
            }
            .into_any()
        })
    };
    view! { <ul class="legend">{swatches} {lines}</ul> }.into_any()
}

fn ramp(labels: Vec<String>, colour: ColourBy) -> AnyView {
    let title = match colour {
        ColourBy::Sector(sector) => format!("{}: records", sector.label()),
        _ => "Records per country".to_owned(),
    };
    let steps = labels.into_iter().enumerate().map(|(step, label)| {
        view! { <li><span class="legend__swatch" data-fill="step" data-step=step.to_string()></span>{label}</li> }
    });
    view! {
        <li class="legend__title">{title}</li>
        {steps.collect_view()}
        <li><span class="legend__swatch" data-fill="china"></span>"China: party to nearly all"</li>
        <li><span class="legend__swatch" data-fill="none"></span>"none"</li>
    }
    .into_any()
}

fn stages() -> AnyView {
    let stages = Stage::ladder().iter().map(|stage| {
        view! { <li><span class="legend__swatch" data-fill=stage.code()></span>{stage.label()}</li> }
    });
    view! {
        <li class="legend__title">"Furthest stage of a record"</li>
        {stages.collect_view()}
        <li><span class="legend__swatch" data-fill="none"></span>"none"</li>
    }
    .into_any()
}
