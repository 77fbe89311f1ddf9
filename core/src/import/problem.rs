//! One problem of a file: where, what, and how bad.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::header::number;
use crate::error::{Audience, Code, Params, Reason};
use crate::language::Language;
use crate::text::shorten;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The file cannot be imported.
    Error,
    /// Somebody should look; the file can be imported.
    Warning,
    /// Said for the record; kept as it is.
    Note,
}

impl Level {
    /// The level of a code found in a file.
    #[must_use]
    pub const fn of(code: Code) -> Self {
        match code {
            Code::LooksAlike | Code::InvisibleCharacter => Self::Warning,
            Code::FormulaLike => Self::Note,
            _ => Self::Error,
        }
    }
}

/// One problem of a file.
///
/// There may be many at once, so a problem is kept small: parameters that are told by its place and its value, and the
/// sentence, are made when asked for. On the wire all of them stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "Wire"))]
#[serde(into = "Wire", from = "Wire")]
pub struct Problem {
    /// The physical line where the record starts, counted from 1, the header and line ends within quotes included.
    pub line: u64,
    /// The number of the record, from 1, blank lines and the header left out. `None` for the header and the file.
    pub record: Option<u64>,
    /// The column, from 1. `None` when it is about the whole record or the whole file.
    pub column: Option<u32>,
    /// How bad it is.
    pub level: Level,
    /// What it is.
    pub code: Code,
    /// The field of the partner, in wire spelling: `name`, `email` …
    pub field: Option<Cow<'static, str>>,
    /// What stands in the cell, cut to 200 characters. `None` when the row ends before that cell.
    pub value: Option<String>,
    /// For a duplicate, the line that has it first.
    pub first_line: Option<u64>,
    /// The parameters that the other fields do not tell.
    facts: Vec<(Cow<'static, str>, Value)>,
    /// The language of the sentence. One byte: it fits where there is room anyway.
    pub(super) language: Language,
}

impl Problem {
    pub(super) fn new(code: Code) -> Self {
        Self {
            line: 1,
            record: None,
            column: None,
            level: Level::of(code),
            code,
            field: None,
            value: None,
            first_line: None,
            facts: Vec::new(),
            language: Language::English,
        }
    }

    /// Takes over a reason whose value is that of the cell.
    pub(super) fn from_reason(reason: Reason) -> Self {
        let told = |name: &String| matches!(name.as_str(), "value" | "field");
        let facts = reason.params.into_iter().filter(|(name, _)| !told(name));
        Self {
            facts: facts.map(|(name, value)| (Cow::Owned(name), value)).collect(),
            ..Self::new(reason.code)
        }
    }

    /// Says where: the column by its index, from 0.
    pub(super) fn at(mut self, line: u64, record: Option<u64>, index: Option<usize>) -> Self {
        self.line = line;
        self.record = record;
        self.column = index.map(number);
        self
    }

    pub(super) fn field(mut self, field: &'static str) -> Self {
        self.field = Some(Cow::Borrowed(field));
        self
    }

    pub(super) fn value(mut self, value: Option<&str>) -> Self {
        self.value = value.map(shorten);
        self
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.facts.push((Cow::Borrowed(name), value.into()));
        self
    }

    /// A parameter that another field tells.
    fn told(&self, param: &str) -> Option<Value> {
        match param {
            "value" | "header" | "name" | "email" | "external_id" => Some(self.value.clone()?.into()),
            "field" => Some(self.field.clone()?.into()),
            "first_line" => Some(self.first_line?.into()),
            _ => None,
        }
    }

    /// The reason: the code with all its parameters.
    #[must_use]
    pub fn reason(&self) -> Reason {
        let mut params = Params::new();
        for (name, value) in &self.facts {
            params.insert(name.clone().into_owned(), value.clone());
        }
        for name in self.code.params() {
            if let (false, Some(value)) = (params.contains_key(*name), self.told(name)) {
                params.insert((*name).to_owned(), value);
            }
        }
        let field = self.field.clone().map(Cow::into_owned);
        Reason { code: self.code, params, field, section: None, line: None }
    }

    /// One plain sentence, in the language of its report: see [`Report::said_in`](super::Report::said_in).
    #[must_use]
    pub fn sentence(&self) -> String {
        self.reason().sentence(self.language, Audience::Staff)
    }

    /// The bytes it holds beyond its own size, about.
    pub(super) fn weight(&self) -> usize {
        let facts = self.facts.iter().map(|(_, value)| value.as_str().map_or(0, str::len));
        facts.sum::<usize>().saturating_add(self.value.as_ref().map_or(0, String::len))
    }
}

/// A problem as it stands on the wire.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Problem"))]
#[serde(deny_unknown_fields)]
struct Wire {
    /// The physical line where the record starts, counted from 1, the header and line ends within quotes included.
    line: u64,
    /// The number of the record, from 1, blank lines and the header left out.
    record: Option<u64>,
    /// The column, from 1.
    column: Option<u32>,
    /// How bad it is.
    level: Level,
    /// What it is.
    code: Code,
    /// The parameters of the code.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    params: Params,
    /// The field of the partner.
    field: Option<String>,
    /// What stands in the cell, cut to 200 characters.
    value: Option<String>,
    /// For a duplicate, the line that has it first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_line: Option<u64>,
    /// One plain sentence, in the language asked for.
    sentence: String,
}

impl From<Problem> for Wire {
    fn from(problem: Problem) -> Self {
        let reason = problem.reason();
        Self {
            line: problem.line,
            record: problem.record,
            column: problem.column,
            level: problem.level,
            code: problem.code,
            sentence: reason.sentence(problem.language, Audience::Staff),
            params: reason.params,
            field: reason.field,
            value: problem.value,
            first_line: problem.first_line,
        }
    }
}

impl From<Wire> for Problem {
    fn from(wire: Wire) -> Self {
        let mut problem = Self {
            line: wire.line,
            record: wire.record,
            column: wire.column,
            field: wire.field.map(Cow::Owned),
            value: wire.value,
            first_line: wire.first_line,
            ..Self::new(wire.code)
        };
        let facts =
            wire.params.into_iter().filter(|(name, value)| problem.told(name).as_ref() != Some(value));
        problem.facts = facts.map(|(name, value)| (Cow::Owned(name), value)).collect();
        problem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_tells_everything_and_can_be_read_back() {
        let mut problem = Problem::new(Code::NameDuplicate).at(19, Some(17), Some(0)).field("name");
        problem = problem.value(Some("HOLY CROSS"));
        problem.first_line = Some(13);
        let wire = serde_json::to_value(&problem).unwrap();
        assert_eq!(
            wire,
            serde_json::json!({
                "line": 19, "record": 17, "column": 1, "level": "error", "code": "name_duplicate",
                "params": {"value": "HOLY CROSS", "first_line": 13}, "field": "name", "value": "HOLY CROSS",
                "first_line": 13, "sentence": "`HOLY CROSS` is the same name as in line 13.",
            })
        );
        assert_eq!(serde_json::from_value::<Problem>(wire).unwrap(), problem);

        let long = Problem::from_reason(crate::text::name(&"x".repeat(201)).unwrap_err()).field("name");
        let back: Problem = serde_json::from_value(serde_json::to_value(&long).unwrap()).unwrap();
        assert_eq!(back, long);
        assert_eq!(back.sentence(), "The name has 201 characters; at most 200 are allowed.");
    }

    #[test]
    fn a_problem_is_small() {
        assert!(size_of::<Problem>() <= 160, "{}", size_of::<Problem>());
    }
}
