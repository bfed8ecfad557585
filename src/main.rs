//! Starts the app: panic hook, bundled dataset, mount. Nothing here is worth a test.

use summit_atlas::start;

fn main() {
    start::start();
}
