//! `cargo xtask`: the atlas's commands.

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Installs tools, builds, serves, checks and tests the atlas")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes public/data/geometry.json anew (needs npm, python3 and a network).
    Geometry,
}

fn main() -> Result<()> {
    match Cli::parse().command {
        Command::Geometry => xtask::geometry::make(),
    }
}
