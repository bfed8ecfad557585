//! Tours: where a link says the reader is, and the view that a step shows.

use super::{Touring, ViewState, query};
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{Behind, Tour};

impl Touring {
    /// The tour that is meant: the first one where none is named, or one that is not there.
    pub fn tour<'a>(&self, behind: &'a Behind) -> Option<&'a Tour> {
        self.named(behind).or_else(|| behind.tours.first())
    }

    /// Whether a tour is named that is not there.
    pub fn is_unknown(&self, behind: &Behind) -> bool {
        !self.id.is_empty() && self.named(behind).is_none()
    }

    /// The step, counted from 1 and kept within the tour.
    pub fn number(&self, tour: &Tour) -> usize {
        usize::from(self.step).min(tour.steps.len()).max(1)
    }

    fn named<'a>(&self, behind: &'a Behind) -> Option<&'a Tour> {
        behind.tours.iter().find(|tour| tour.id == self.id)
    }
}

/// The view of a step, counted from 1; `None` beyond the ends.
pub fn step(tour: &Tour, number: usize, atlas: &Atlas) -> Option<ViewState> {
    let shown = tour.steps.get(number.checked_sub(1)?)?;
    let touring = Touring { id: tour.id.to_owned(), step: u16::try_from(number).ok()? };
    Some(ViewState { tour: Some(touring), ..query::read(shown.view, atlas).view })
}

/// What a link shows that names a step and nothing else: the view of the step. `None` for every other view,
/// and until tours are here.
pub fn meant(view: &ViewState, atlas: &Atlas) -> Option<ViewState> {
    let touring = view.tour.as_ref()?;
    let is_bare = *view == ViewState { tour: view.tour.clone(), ..ViewState::default() };
    let tour = touring.tour(atlas.behind()?).filter(|_| is_bare)?;
    step(tour, touring.number(tour), atlas)
}
