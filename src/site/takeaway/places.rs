//! Places and lines as GeoJSON (RFC 7946).

use serde_json::{Value, json};

use super::edition_hash;
use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Atlas;

/// Sites of records and towns of the map.
pub fn places(atlas: &Atlas) -> String {
    let point = |lon: f64, lat: f64, properties: Value| json!({ "type": "Feature", "geometry": { "type": "Point", "coordinates": [lon, lat] }, "properties": properties });
    let sites = atlas.data.agreements.iter().flat_map(|record| {
        record.places.iter().map(move |site| {
            let properties = json!({
                "record": record.id.as_str(), "title": record.title, "name": site.name, "role": site.role,
                "approximate": site.approximate,
            });
            point(site.lon, site.lat, properties)
        })
    });
    let towns = atlas.data.places.iter().map(|town| {
        let properties = json!({
            "name": town.name, "country": town.country.map(Code::code), "rank": town.rank, "precision": town.precision,
            "source": town.source,
        });
        point(town.lon, town.lat, properties)
    });
    collection(sites.chain(towns).collect())
}

/// Corridors and pipelines.
pub fn routes(atlas: &Atlas) -> String {
    let lines = atlas.data.routes.iter().map(|route| {
        let points: Vec<[f64; 2]> = route.points.iter().map(|point| [point.lon, point.lat]).collect();
        json!({
            "type": "Feature",
            "id": route.id.as_str(),
            "geometry": { "type": "LineString", "coordinates": points },
            "properties": {
                "name": route.name, "kind": route.kind.code(), "status": route.status.code(),
                "record": route.agreement.map(|id| id.as_str()), "schematic": route.schematic, "facts": route.facts,
            },
        })
    });
    collection(lines.collect())
}

fn collection(features: Vec<Value>) -> String {
    let note = "Points marked approximate are stand-ins; lines are schematic unless noted. They express no opinion on \
        the status of any territory.";
    let whole = json!({ "type": "FeatureCollection", "note": note, "edition_sha256": edition_hash(), "features": features });
    whole.to_string() + "\n"
}
