//! The program of the dialogs.

fn main() {
    summit_atlas::desk::start();
}
