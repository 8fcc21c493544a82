//! Writes entities of FollowTheMoney (<https://followthemoney.tech/>), one JSON object a line, for Aleph, OpenAleph, yente
//! and nomenklatura.
//!
//! Persons, agencies and organizations, places, programmes and events become `Person`, `PublicBody`, `Organization`,
//! `Address`, `Project` and `Event`; a country is a `PublicBody`, so that it can take part. An office is a `Position` with
//! an `Occupancy`, a meeting an `Event` with those `involved`. A visit to a place or country is a `Trip`, any other visit
//! an `Event`. A `Trip` needs a place of departure, which articles do not give: an `Address` of its own says so. Every
//! other relation is an `UnknownLink` with its `role`, and so is every plan and denial. Articles are `Article`, names in
//! them `Mention`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use serde_json::{Map, Value as Json, json};

use super::exported::{Exported, Joined, documents_of};
use super::hex::hex_of;
use crate::graph::{Edge, Node};
use crate::ids::EntityId;
use crate::ontology::{EntityType, RelationType};
use crate::record::DocumentInfo;
use crate::relation::Status;

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    for info in export.documents() {
        article(info).write(out)?;
    }
    let parts = event_parts(export);
    let visited = visited_countries(export);
    for node in export.nodes() {
        let node = &*node?;
        entity(export, node, parts.get(&node.id)).write(out)?;
        if visited.contains(&node.id) {
            let address = Entity::new(address_id(node), "Address").with("full", [&node.label]);
            address.with("name", [&node.label]).with("country", country(node)).write(out)?;
        }
        mentions(export, node, out)?;
    }
    for joined in export.edges() {
        let joined = &joined?;
        relation(export, joined, out)?;
    }
    Ok(())
}

/// An entity of FollowTheMoney. All values are lists of texts.
struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Entity {
    fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, properties: BTreeMap::new() }
    }

    /// Adds values to a property. White space is evened out and empty values are left out, as FollowTheMoney does; it
    /// refuses longer values, so they are cut.
    fn with(mut self, property: &'static str, values: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        for value in values {
            let words = value.as_ref().split(|c: char| c.is_whitespace() || c.is_control());
            let value = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            let value: String = value.chars().take(most_chars(property)).collect();
            if !value.is_empty() {
                self.properties.entry(property).or_default().insert(value.trim_end().to_owned());
            }
        }
        self
    }

    fn write(self, out: &mut dyn Write) -> std::io::Result<()> {
        let entity: Map<String, Json> = Map::from_iter([
            ("id".to_owned(), json!(self.id)),
            ("schema".to_owned(), json!(self.schema)),
            ("properties".to_owned(), json!(self.properties)),
        ]);
        serde_json::to_writer(&mut *out, &entity)?;
        out.write_all(b"\n")
    }
}

/// The most characters that the type of a property allows (`max_length` of its types in the package).
fn most_chars(property: &str) -> usize {
    match property {
        "name" | "alias" => 384,
        "location" | "full" => 250,
        "description" => 65_000,
        "sourceUrl" => 4_096,
        _ => 1_024,
    }
}

/// An id with the characters that FollowTheMoney allows. The hash keeps ids apart that differ in other characters.
fn id_of(kind: &str, id: &str) -> String {
    let plain: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(60).collect();
    format!("{kind}-{}-{}", plain.trim_matches('-'), hex_of(id.as_bytes()))
}

fn node_id(id: &EntityId) -> String {
    id_of("whomet", id.as_str())
}

fn document_id(id: &str) -> String {
    id_of("article", id)
}

fn article(info: &DocumentInfo) -> Entity {
    let name = info.title.as_deref().unwrap_or(info.id.as_str());
    Entity::new(document_id(info.id.as_str()), "Article")
        .with("title", [name])
        .with("fileName", [&info.path])
        .with("publishedAt", info.date.map(|date| date.to_string()))
        .with("publisher", info.source.as_deref())
        .with("sourceUrl", web_address(info.url.as_deref()))
}

fn web_address(url: Option<&str>) -> Option<&str> {
    url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

fn schema_of(export: &Exported<'_>, entity_type: EntityType) -> &'static str {
    match entity_type.as_str() {
        "person" => "Person",
        "agency" | "country" => "PublicBody",
        "group" | "organization" => "Organization",
        "place" => "Address",
        "event" => "Event",
        "programme" => "Project",
        other if export.ontology.entity(other).is_some_and(|class| class.actor) => "LegalEntity",
        _ => "Project",
    }
}

/// Whether a node can hold what needs a `LegalEntity`.
fn is_legal_entity(export: &Exported<'_>, node: &Node) -> bool {
    matches!(schema_of(export, node.entity_type), "Person" | "PublicBody" | "Organization" | "LegalEntity")
}

/// Who took part in an event, who organized it and where it was, as facts.
#[derive(Default)]
struct EventParts {
    involved: BTreeSet<String>,
    organizers: BTreeSet<String>,
    locations: BTreeSet<String>,
}

fn event_parts<'g>(export: &Exported<'g>) -> BTreeMap<&'g EntityId, EventParts> {
    let mut parts: BTreeMap<&EntityId, EventParts> = BTreeMap::new();
    for (source, edge, target) in export.graph.edges().filter(|(_, edge, _)| edge.status == Status::Asserted) {
        if source.entity_type == EntityType::EVENT && edge.relation == RelationType::HELD_IN {
            parts.entry(&source.id).or_default().locations.insert(target.label.clone());
        }
        if target.entity_type == EntityType::EVENT && is_legal_entity(export, source) {
            let parts = parts.entry(&target.id).or_default();
            let is_organizer = edge.relation.as_str() == "manages";
            let role = if is_organizer { &mut parts.organizers } else { &mut parts.involved };
            role.insert(node_id(&source.id));
        }
    }
    parts
}

/// The countries that somebody visited, as a fact: a `Trip` leads to an `Address`.
fn visited_countries<'g>(export: &Exported<'g>) -> BTreeSet<&'g EntityId> {
    let visits = export.graph.edges().filter(|(_, edge, _)| is_visit(edge) && edge.status == Status::Asserted);
    visits
        .map(|(_, _, goal)| goal)
        .filter(|goal| goal.entity_type == EntityType::COUNTRY)
        .map(|goal| &goal.id)
        .collect()
}

fn is_visit(edge: &Edge) -> bool {
    edge.relation == RelationType::VISITED
}

/// The `Address` of a place, or of a country.
fn address_id(node: &Node) -> String {
    if node.entity_type == EntityType::COUNTRY { id_of("address", node.id.as_str()) } else { node_id(&node.id) }
}

fn country(node: &Node) -> Option<String> {
    node.attributes.iso3166.as_ref().map(|code| code.to_lowercase())
}

fn entity(export: &Exported<'_>, node: &Node, parts: Option<&EventParts>) -> Entity {
    let schema = schema_of(export, node.entity_type);
    let wikidata = node.attributes.authority.iter().filter_map(|record| record.get("wikidata"));
    let entity = Entity::new(node_id(&node.id), schema)
        .with("name", [&node.label])
        .with("alias", &node.aliases)
        .with("country", country(node))
        .with("wikidataId", wikidata);
    match schema {
        "Person" => entity.with("position", &node.attributes.positions),
        "Address" => entity.with("full", [&node.label]),
        "PublicBody" => entity.with("classification", [node.entity_type.as_str()]),
        "Event" => {
            let date = node.attributes.event.as_ref().and_then(|event| event.date);
            let none = EventParts::default();
            let EventParts { involved, organizers, locations } = parts.unwrap_or(&none);
            entity
                .with("date", date.map(|date| date.to_string()))
                .with("involved", involved)
                .with("organizer", organizers)
                .with("location", locations)
        }
        _ => entity,
    }
}

/// Each name of a node in each document, once.
fn mentions(export: &Exported<'_>, node: &Node, out: &mut dyn Write) -> std::io::Result<()> {
    let named: BTreeSet<(&str, &str)> =
        node.mentions.iter().map(|quote| (quote.document.as_str(), quote.text.as_str())).collect();
    for (document, name) in named {
        let id = id_of("mention", &format!("{}\n{document}\n{name}", node.id));
        let mention = Entity::new(id, "Mention")
            .with("document", [document_id(document)])
            .with("name", [name])
            .with("detectedSchema", [schema_of(export, node.entity_type)])
            .with("resolved", is_legal_entity(export, node).then(|| node_id(&node.id)));
        mention.write(out)?;
    }
    Ok(())
}

/// Writes an edge as the schema that fits it.
fn relation(export: &Exported<'_>, joined: &Joined<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let Joined { source, edge, target } = joined;
    let [from, to] = [source, target].map(|end| node_id(&end.id));
    let is_fact = edge.status == Status::Asserted;
    let is_actor = |node: &Node| is_legal_entity(export, node);
    let id = id_of("relation", &joined.id());
    match edge.relation.as_str() {
        "affiliated_with" if is_fact && source.entity_type == EntityType::PERSON && is_actor(target) => {
            let post = position(&id, joined);
            let post_id = post.id.clone();
            post.write(out)?;
            let occupancy = Entity::new(id, "Occupancy").with("holder", [from]).with("post", [post_id]);
            stated(export, occupancy, edge).write(out)
        }
        "visited" if is_fact && target.entity_type.is_location() => {
            let start = Entity::new(format!("{id}-start"), "Address").with("full", [NO_DEPARTURE]);
            let trip = event(export, joined, id, "Trip")
                .with("startLocation", [&start.id])
                .with("endLocation", [address_id(target)])
                .with("location", [&target.label]);
            start.with("name", [NO_DEPARTURE]).write(out)?;
            stated(export, trip, edge).write(out)
        }
        "met" | "visited" if is_fact => stated(export, event(export, joined, id, "Event"), edge).write(out),
        _ => {
            let link = Entity::new(id, "UnknownLink")
                .with("subject", [from])
                .with("object", [to])
                .with("role", [export.label(edge)])
                .with("status", [edge.status.as_str()]);
            stated(export, link, edge).write(out)
        }
    }
}

/// The place where a trip begins, as far as articles say.
const NO_DEPARTURE: &str = "place of departure not stated";

/// A meeting or visit with those who took part.
fn event(
    export: &Exported<'_>,
    Joined { source, edge, target }: &Joined<'_>,
    id: String,
    schema: &'static str,
) -> Entity {
    let name = if is_visit(edge) {
        format!("Visit of {} to {}", source.label, target.label)
    } else {
        format!("Meeting of {} and {}", source.label, target.label)
    };
    let involved = [source, target].into_iter().filter(|end| is_legal_entity(export, end));
    Entity::new(id, schema)
        .with("name", [name])
        .with("involved", involved.map(|end| node_id(&end.id)))
        .with("location", edge.place.as_ref().map(|place| export.label_of(place)))
}

/// The office that an edge says somebody holds.
fn position(id: &str, Joined { edge, target, .. }: &Joined<'_>) -> Entity {
    let held = edge.attributes.get("position").map_or("office", String::as_str);
    Entity::new(format!("{id}-post"), "Position")
        .with("name", [format!("{held}, {}", target.label)])
        .with("organization", (target.entity_type != EntityType::PERSON).then(|| node_id(&target.id)))
        .with("country", country(target))
}

/// Adds date, sentences and articles of an edge.
fn stated(export: &Exported<'_>, entity: Entity, edge: &Edge) -> Entity {
    let documents = documents_of(edge);
    let info = documents.iter().filter_map(|document| export.graph.document(document));
    entity
        .with("date", edge.date.map(|date| date.to_string()))
        .with("description", edge.evidence.iter().map(|evidence| &evidence.quote.text))
        .with("proof", documents.iter().map(|document| document_id(document.as_str())))
        .with("sourceUrl", info.clone().filter_map(|info| web_address(info.url.as_deref())))
        .with("publisher", info.filter_map(|info| info.source.as_deref()))
}
