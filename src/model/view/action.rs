//! Everything a reader can do to the view, and what it leaves in the history.

use super::{ColourBy, Frame, LaneBy, PartyRule, Set, Sites, SortBy, Touring, View, ViewState};
use crate::model::dataset::codes::{CountryId, Instrument, Language, MoneyKind, Sector, Stage, Tier};
use crate::model::dataset::{AgreementId, EventId};

/// One thing done.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens another picture of the same selection.
    Show(View),
    /// Chooses a country alone, or undoes it when it already is: map shapes, country buttons.
    ChooseCountry(CountryId),
    /// Adds or removes a country: filter boxes, and shapes with Ctrl or Shift held.
    ToggleCountry(CountryId),
    /// Sets how parties are held against the chosen countries.
    SetPartyRule(PartyRule),
    /// Adds or removes a sector.
    ToggleSector(Sector),
    /// Adds or removes an instrument.
    ToggleInstrument(Instrument),
    /// Adds or removes a stage.
    ToggleStage(Stage),
    /// Adds or removes a kind of money.
    ToggleMoney(MoneyKind),
    /// Adds or removes a tier.
    ToggleTier(Tier),
    /// Adds or removes a language of sources.
    ToggleLanguage(Language),
    /// Chooses one country and one sector alone: a cell of the grid.
    ChooseCell(Option<CountryId>, Option<Sector>),
    /// Sets the first and the last year.
    SetYears(Option<i16>, Option<i16>),
    /// Opens the timeline on a span of years; everything else stays as it is.
    ShowYears(i16, i16),
    /// Sets the words searched for.
    Search(String),
    /// Drops every facet, the years and the words.
    ClearFacets,
    /// Opens a record's card.
    OpenRecord(AgreementId),
    /// Opens an event's card.
    OpenEvent(EventId),
    /// Closes the open record or event; with none open, drops the chosen countries.
    Close,
    /// Sets what colours say.
    ColourBy(ColourBy),
    /// Sets what lanes are.
    LaneBy(LaneBy),
    /// Sets what cells of the grid hold.
    FillCells(Option<MoneyKind>),
    /// Orders the table by a column, or turns the order round.
    Sort(SortBy),
    /// Shows or hides places and corridors.
    SetSites(Sites),
    /// Moves the map.
    MoveMap(Frame),
    /// Begins a tour, which goes on from nothing chosen, or ends it where it came to.
    Tour(Option<Touring>),
    /// Shows another view whole.
    Replace(Box<ViewState>),
    /// The address bar changed: back, forward, a link.
    Follow(Box<ViewState>),
}

/// What a change does to the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// A new entry, so that the back button undoes it.
    Push,
    /// The same entry, rewritten.
    Replace,
    /// Nothing: the address is where the change came from.
    Leave,
}

impl Action {
    /// What the action does to the history.
    pub fn history(&self) -> History {
        match self {
            Self::Follow(_) => History::Leave,
            Self::Search(_) | Self::MoveMap(Frame::At { .. }) => History::Replace,
            _ => History::Push,
        }
    }
}

/// The view after an action.
pub fn reduce(view: &ViewState, action: Action) -> ViewState {
    let mut next = view.clone();
    match action {
        Action::Show(view) => next.view = view,
        Action::ChooseCountry(country) => {
            let is_chosen = next.facets.countries == Set::only(country);
            let is_card_open = view.open_country() == Some(country);
            if is_chosen && is_card_open {
                next.facets.countries = Set::default();
            } else {
                next.facets.countries = Set::only(country);
            }
            close_card(&mut next);
            next.frame = Frame::Auto;
        }
        Action::ToggleCountry(country) => {
            next.facets.countries.toggle(country);
            close_card(&mut next);
        }
        Action::SetPartyRule(rule) => next.facets.party_rule = rule,
        Action::ToggleSector(sector) => next.facets.sectors.toggle(sector),
        Action::ToggleInstrument(instrument) => next.facets.instruments.toggle(instrument),
        Action::ToggleStage(stage) => next.facets.stages.toggle(stage),
        Action::ToggleMoney(kind) => next.facets.money.toggle(kind),
        Action::ToggleTier(tier) => next.facets.tiers.toggle(tier),
        Action::ToggleLanguage(language) => next.facets.languages.toggle(language),
        Action::ChooseCell(country, sector) => {
            next.facets.countries = country.map(Set::only).unwrap_or_default();
            next.facets.sectors = sector.map(Set::only).unwrap_or_default();
            close_card(&mut next);
        }
        Action::Tour(None) => next.tour = None,
        Action::Tour(tour) => next = ViewState { tour, ..ViewState::default() },
        Action::SetYears(from, to) => (next.facets.from, next.facets.to) = (from, to),
        Action::ShowYears(from, to) => {
            next.view = View::Timeline;
            (next.facets.from, next.facets.to) = (Some(from), Some(to));
        }
        Action::Search(words) => next.facets.words = words,
        Action::ClearFacets => {
            next.facets = Default::default();
            next.frame = Frame::Auto;
        }
        Action::OpenRecord(id) => {
            next.record = Some(id);
            next.event = None;
        }
        Action::OpenEvent(id) => {
            next.event = Some(id);
            next.record = None;
        }
        Action::Close => {
            if next.record.is_some() || next.event.is_some() {
                close_card(&mut next);
            } else {
                next.facets.countries = Set::default();
                next.frame = Frame::Auto;
            }
        }
        Action::ColourBy(colour) => next.colour = colour,
        Action::LaneBy(lanes) => next.lanes = lanes,
        Action::FillCells(cells) => next.cells = cells,
        Action::Sort(column) => {
            next.descending = next.sort == column && !next.descending;
            next.sort = column;
        }
        Action::SetSites(sites) => next.sites = sites,
        Action::MoveMap(frame) => next.frame = frame,
        Action::Replace(view) | Action::Follow(view) => next = *view,
    }
    next
}

fn close_card(view: &mut ViewState) {
    view.record = None;
    view.event = None;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> ViewState {
        actions.into_iter().fold(ViewState::default(), |view, action| reduce(&view, action))
    }

    #[test]
    fn choosing_a_country_again_undoes_it() {
        let once = after([Action::ChooseCountry(CountryId::KZ)]);
        assert_eq!(once.open_country(), Some(CountryId::KZ));
        let twice = reduce(&once, Action::ChooseCountry(CountryId::KZ));
        assert_eq!(twice, ViewState::default());
    }

    #[test]
    fn choosing_another_country_switches_and_toggling_adds() {
        let switched = after([CountryId::KZ, CountryId::UZ].map(Action::ChooseCountry));
        assert_eq!(switched.open_country(), Some(CountryId::UZ));
        let both = reduce(&switched, Action::ToggleCountry(CountryId::KZ));
        assert_eq!(both.facets.countries.iter().collect::<Vec<_>>(), [CountryId::KZ, CountryId::UZ]);
        assert_eq!(both.open_country(), None);
    }

    #[test]
    fn a_country_chosen_under_an_open_record_comes_back_to_its_card() {
        let id = AgreementId("cku-railway");
        let open = after([Action::ChooseCountry(CountryId::KG), Action::OpenRecord(id)]);
        let back = reduce(&open, Action::ChooseCountry(CountryId::KG));
        assert_eq!(back.open_country(), Some(CountryId::KG));
    }

    #[test]
    fn closing_goes_outwards_one_card_at_a_time() {
        let id = AgreementId("cku-railway");
        let mut view = after([Action::ChooseCountry(CountryId::KG), Action::OpenRecord(id)]);
        view = reduce(&view, Action::Close);
        assert_eq!(view.open_country(), Some(CountryId::KG));
        view = reduce(&view, Action::Close);
        assert_eq!(view, ViewState::default());
    }

    /// A mark of the strip used to put back colours and cards as they were when it was drawn.
    #[test]
    fn showing_years_leaves_every_other_choice() {
        let view = after([Action::ColourBy(ColourBy::Stage), Action::ShowYears(2024, 2025)]);
        assert_eq!(view.colour, ColourBy::Stage);
        assert_eq!((view.view, view.facets.from, view.facets.to), (View::Timeline, Some(2024), Some(2025)));
    }

    /// The first caption used to stand over whatever was chosen before.
    #[test]
    fn a_tour_begins_with_nothing_chosen_and_ends_where_it_came_to() {
        let tour = Some(Touring { id: String::new(), step: 1 });
        let begun = after([
            Action::Show(View::Grid),
            Action::ToggleSector(Sector::Energy),
            Action::Tour(tour.clone()),
        ]);
        assert_eq!(begun, ViewState { tour, ..ViewState::default() });
        let moved = reduce(&begun, Action::ChooseCountry(CountryId::KZ));
        let ended = reduce(&moved, Action::Tour(None));
        assert_eq!(ended, ViewState { tour: None, ..moved });
    }

    #[test]
    fn choices_push_history_and_typing_replaces_it() {
        for (action, history) in [
            (Action::ChooseCountry(CountryId::KZ), History::Push),
            (Action::Show(View::Grid), History::Push),
            (Action::ClearFacets, History::Push),
            (Action::Search("gas".into()), History::Replace),
            (Action::MoveMap(Frame::At { x_km: 0, y_km: 0, zoom: 200 }), History::Replace),
            (Action::Follow(Box::default()), History::Leave),
        ] {
            assert_eq!(action.history(), history, "{action:?}");
        }
    }
}
