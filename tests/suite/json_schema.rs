//! Checks a JSON value against a JSON Schema.
//!
//! It knows the keywords that the schema of the graph uses and panics on any other, so none is skipped unseen. The crates
//! that know all keywords take longer to compile than every other dependency of the tests.

use regex_lite::Regex;
use serde_json::{Map, Value};

/// Keywords that describe a value and forbid nothing. `format` names the size of a number, whose limits stand beside it.
const ANNOTATIONS: &[&str] = &["$schema", "$defs", "title", "description", "default", "format"];

/// The problems of `value`, each with the path to it; none when the value fits.
pub(crate) fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let mut checker = Checker { root: schema, problems: Vec::new() };
    checker.check(schema, value, "");
    checker.problems
}

struct Checker<'a> {
    root: &'a Value,
    problems: Vec<String>,
}

impl<'a> Checker<'a> {
    fn check(&mut self, schema: &'a Value, value: &Value, path: &str) {
        let Value::Object(keywords) = schema else {
            self.demand(schema == &Value::Bool(true), path, "forbidden");
            return;
        };
        for (keyword, rule) in keywords {
            self.check_keyword(keywords, keyword, rule, value, path);
        }
    }

    fn check_keyword(
        &mut self,
        schema: &'a Map<String, Value>,
        keyword: &str,
        rule: &'a Value,
        value: &Value,
        path: &str,
    ) {
        let bound = || rule.as_f64().unwrap();
        let holds = match keyword {
            "type" => list(rule).iter().any(|name| has_type(value, name.as_str().unwrap())),
            "const" => value == rule,
            "enum" => list(rule).contains(value),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() as f64 >= bound()),
            "pattern" => value.as_str().is_none_or(|text| matches(rule.as_str().unwrap(), text)),
            "minimum" => value.as_f64().is_none_or(|number| number >= bound()),
            "maximum" => value.as_f64().is_none_or(|number| number <= bound()),
            "minItems" => value.as_array().is_none_or(|items| items.len() as f64 >= bound()),
            "minProperties" => value.as_object().is_none_or(|object| object.len() as f64 >= bound()),
            "uniqueItems" => value.as_array().is_none_or(|items| are_unique(items)),
            "required" => value
                .as_object()
                .is_none_or(|object| list(rule).iter().all(|name| object.contains_key(name.as_str().unwrap()))),
            "oneOf" => self.count_fitting(rule, value) == 1,
            "anyOf" => self.count_fitting(rule, value) > 0,
            "$ref" => return self.check(self.definition(rule), value, path),
            "items" => return self.check_items(rule, value, path),
            "properties" | "patternProperties" | "additionalProperties" => {
                return self.check_properties(schema, keyword, value, path);
            }
            _ => {
                assert!(ANNOTATIONS.contains(&keyword), "the check of schemas does not know `{keyword}`");
                true
            }
        };
        self.demand(holds, path, &format!("{keyword} {rule}"));
    }

    fn check_items(&mut self, rule: &'a Value, value: &Value, path: &str) {
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            self.check(rule, item, &format!("{path}/{index}"));
        }
    }

    fn check_properties(&mut self, schema: &'a Map<String, Value>, keyword: &str, value: &Value, path: &str) {
        let named = |name: &str| schema.get("properties").and_then(|properties| properties.get(name));
        let pattern = |name: &str| {
            let patterns = schema.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
            patterns.filter(|(pattern, _)| matches(pattern, name)).map(|(_, rule)| rule).next()
        };
        for (name, member) in value.as_object().into_iter().flatten() {
            let rule = match keyword {
                "properties" => named(name),
                "patternProperties" => pattern(name),
                _ if named(name).or_else(|| pattern(name)).is_some() => None,
                _ => schema.get(keyword),
            };
            if let Some(rule) = rule {
                self.check(rule, member, &format!("{path}/{name}"));
            }
        }
    }

    fn count_fitting(&self, rule: &'a Value, value: &Value) -> usize {
        let fits = |schema: &&'a Value| {
            let mut checker = Checker { root: self.root, problems: Vec::new() };
            checker.check(schema, value, "");
            checker.problems.is_empty()
        };
        list(rule).iter().filter(fits).count()
    }

    fn definition(&self, reference: &Value) -> &'a Value {
        let pointer = reference.as_str().unwrap().trim_start_matches('#');
        self.root.pointer(pointer).unwrap_or_else(|| panic!("the schema defines no {reference}"))
    }

    fn demand(&mut self, holds: bool, path: &str, rule: &str) {
        if !holds {
            self.problems.push(format!("{path} is against {rule}"));
        }
    }
}

/// The members of a list; a single value is a list of itself.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => panic!("no JSON type is called {name}"),
    }
}

fn matches(pattern: &str, text: &str) -> bool {
    Regex::new(pattern).unwrap().is_match(text)
}

fn are_unique(items: &[Value]) -> bool {
    items.iter().enumerate().all(|(index, item)| !items[..index].contains(item))
}

#[test]
fn each_keyword_rejects_a_value_that_breaks_it() {
    let schema = serde_json::json!({
        "$defs": {"day": {"type": "string", "pattern": "^[0-9]+$", "minLength": 2}},
        "type": "object", "required": ["day"], "minProperties": 1, "additionalProperties": false,
        "patternProperties": {"^x": {"const": 1}},
        "properties": {
            "day": {"$ref": "#/$defs/day"},
            "some": {"type": ["array", "null"], "minItems": 1, "uniqueItems": true, "items": {"enum": [1, 2]}},
            "size": {"type": "number", "minimum": 0, "maximum": 1},
            "one": {"oneOf": [{"type": "integer"}, {"minimum": 5}]},
            "any": {"anyOf": [{"type": "string"}, {"type": "boolean"}]},
        },
    });
    for fits in [
        r#"{"day": "01", "some": [1, 2], "size": 0.5, "x": 1, "one": 1, "any": true}"#,
        r#"{"day": "01", "some": null}"#,
    ] {
        assert_eq!(problems(&schema, &serde_json::from_str(fits).unwrap()), [""; 0]);
    }
    for (member, keyword) in [
        (r#""some": 1"#, "/some is against type"),
        (r#""some": []"#, "/some is against minItems"),
        (r#""some": [1, 1]"#, "/some is against uniqueItems"),
        (r#""some": [3]"#, "/some/0 is against enum"),
        (r#""size": -1"#, "/size is against minimum"),
        (r#""size": 2"#, "/size is against maximum"),
        (r#""x": 2"#, "/x is against const"),
        (r#""one": 6"#, "/one is against oneOf"),
        (r#""any": 6"#, "/any is against anyOf"),
        (r#""new": 6"#, "/new is against forbidden"),
        (r#""day": "x1""#, "/day is against pattern"),
        (r#""day": "1""#, "/day is against minLength"),
    ] {
        let text = format!(r#"{{"day": "01", {member}}}"#);
        let found = problems(&schema, &serde_json::from_str(&text).unwrap());
        assert!(found.len() == 1 && found[0].starts_with(keyword), "{text}: {found:?}");
    }
    let found = problems(&schema, &serde_json::json!({}));
    assert!(found.len() == 2 && found.iter().any(|problem| problem.contains("required")), "{found:?}");
}
