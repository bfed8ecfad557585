//! `cargo xtask`: the atlas's commands.

mod suite;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xtask::{build, check, geometry, languages, paths, serve, size};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Installs tools, builds, serves, checks, tests and measures the atlas"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the release and serves it on 127.0.0.1.
    Serve {
        /// Port to serve on.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Builds the release into a folder for any file host.
    Build {
        /// The folder; what is in it is replaced.
        #[arg(long)]
        out: PathBuf,
        /// Where the site will stand, as https://host/path/; without it, what the web wants absolute
        /// is left out of the pages.
        #[arg(long)]
        site_url: Option<String>,
    },
    /// Checks a dataset or translators' tables and prints every problem with its place.
    Check {
        /// A folder with the files of a dataset, or one of the files; a table, or the folder of tables.
        /// Without it, the atlas's own dataset and tables.
        path: Option<PathBuf>,
    },
    /// Adds rows for new texts to the translators' tables, and leaves out those of texts that are gone.
    Languages,
    /// Tells what differs between two editions, entry by entry.
    Diff {
        /// The bundle of the earlier one, such as public/editions/1.json.
        old: PathBuf,
        /// The bundle of the later one, such as dist/data/atlas.json.
        new: PathBuf,
    },
    /// Runs every test: model, data, components, and journeys in three browsers.
    Test {
        /// Leaves out the journeys, and so the browsers and the release build.
        #[arg(long)]
        quick: bool,
    },
    /// Builds the release and holds its size against the budgets.
    Size,
    /// Measures the atlas beside the same page without scripts, interleaved.
    Bench {
        /// Rounds of each measurement.
        #[arg(long, default_value_t = 7)]
        rounds: usize,
    },
    /// Holds the built site against checkers that others wrote (needs npm and a network, once; Java,
    /// Python 3 and wabt for some of them).
    Audit,
    /// Takes pictures of the main views in every width, scheme and language, and writes the transcripts
    /// of what screen readers are told anew.
    Screenshots {
        /// The folder for the pictures.
        #[arg(long, default_value = "target/screenshots")]
        out: PathBuf,
    },
    /// Makes public/data/geometry.json anew (needs npm, python3 and a network).
    Geometry,
    /// Writes what is made from code and data anew: the schema and the static page.
    Generate,
}

fn main() -> Result<ExitCode> {
    let dist = paths::root().join("dist");
    match Cli::parse().command {
        Command::Serve { port } => {
            build::build(&dist, None)?;
            serve::serve_forever(&dist, port)?;
        }
        Command::Build { out, site_url } => build::build(&out, site_url.as_deref())?,
        Command::Check { path } => {
            let paths = path.map_or_else(|| vec![paths::data(), languages::folder()], |path| vec![path]);
            let mut is_sound = true;
            for path in paths {
                let is_table = languages::is_table(&path);
                is_sound &= if is_table { languages::check(&path)? } else { check::check_path(&path)? };
            }
            if !is_sound {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Languages => languages::update()?,
        Command::Diff { old, new } => check::print_difference(&old, &new)?,
        Command::Test { quick } => suite::test(quick)?,
        Command::Size => {
            build::build(&dist, None)?;
            size::gate(&dist)?;
        }
        Command::Bench { rounds } => suite::bench(rounds)?,
        Command::Audit => suite::audit()?,
        Command::Screenshots { out } => suite::screenshots(&std::path::absolute(out)?)?,
        Command::Geometry => geometry::make()?,
        Command::Generate => suite::generate()?,
    }
    Ok(ExitCode::SUCCESS)
}
