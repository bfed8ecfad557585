//! Native only: the static page that stands in `index.html` before the app, and without it.
