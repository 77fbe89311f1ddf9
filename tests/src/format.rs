//! The files: what may stand in them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One file of scenarios.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The file's name.
    #[serde(skip)]
    pub name: String,
    /// What the file is about.
    pub title: String,
    /// The section of the rulebook it shows.
    pub section: u32,
    /// Setups that come before each of its scenarios.
    #[serde(default)]
    pub uses: Vec<String>,
    /// The scenarios.
    pub scenarios: Vec<Scenario>,
}

/// One scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What it shows, in words; distinct in its file.
    pub name: String,
    /// The rule of the rulebook, where the name does not say it.
    #[serde(default)]
    pub rule: Option<String>,
    /// More setups, after those of the file.
    #[serde(default)]
    pub uses: Vec<String>,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

/// Steps that many scenarios begin with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// What it is for.
    pub about: String,
    /// Setups that come before it.
    #[serde(default)]
    pub uses: Vec<String>,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// All setups by name.
pub type Setups = BTreeMap<String, Setup>;

/// One message, and what is expected of its answer. Exactly one of the verbs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Step {
    /// Who speaks.
    #[serde(rename = "as")]
    pub who: Value,
    /// A command.
    #[serde(rename = "do", skip_serializing_if = "Option::is_none")]
    pub command: Option<Value>,
    /// A command that is only previewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preview: Option<Value>,
    /// A question.
    #[serde(rename = "ask", skip_serializing_if = "Option::is_none")]
    pub question: Option<Value>,
    /// An import.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<Value>,
    /// What is asked of the outbox.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outbox: Option<Value>,
    /// A question why not, whose steps are taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explain: Option<Value>,
    /// The daily job, with nothing in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run_due: Option<Value>,
    /// Commands that were recorded without the bank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sync: Option<Value>,
    /// A message sent as it stands: text, or JSON with names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw: Option<Value>,
    /// The time; later steps go on from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The command's id, where it matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What is expected; without it, that the answer is ok.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<Then>,
}

/// What is expected of an answer. At least one of the keys.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Then {
    /// The answer is ok, with at least this in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ok: Option<Value>,
    /// The answer is this error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Value>,
    /// The explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explained: Option<Value>,
    /// The events it caused, all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<Value>>,
    /// The messages it caused, all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub messages: Option<Vec<Value>>,
    /// The status of partners afterwards, or `gone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<BTreeMap<String, String>>,
}

/// The folder of the scenarios.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

/// Loads all files of a folder and its setups.
///
/// # Errors
/// When there is no file, or one of them breaks a rule of the format.
pub fn load(folder: &Path) -> Result<(Setups, Vec<File>), String> {
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()));
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "json") && !path.ends_with("setups.json"))
        .collect();
    paths.sort();
    let setups: Setups =
        serde_json::from_str(&read(&folder.join("setups.json"))?).map_err(|e| format!("setups.json: {e}"))?;
    let files: Vec<File> = paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            parse(&name, &read(path)?, &setups)
        })
        .collect::<Result<_, String>>()?;
    if files.is_empty() { Err(format!("{}: no scenarios", folder.display())) } else { Ok((setups, files)) }
}

/// Reads one file and checks it against the rules of the format.
///
/// # Errors
/// The first rule that the file breaks, with the file, the scenario and the number of the step.
pub fn parse(name: &str, text: &str, setups: &Setups) -> Result<File, String> {
    let whole: Value = serde_json::from_str(text).map_err(|e| format!("{name}: {e}"))?;
    for scenario in whole["scenarios"].as_array().into_iter().flatten() {
        let steps = scenario["steps"].as_array().cloned().unwrap_or_default();
        let broken = steps.iter().enumerate().find_map(|(n, step)| {
            let why = serde_json::from_value::<Step>(step.clone())
                .map_or_else(|error| Some(error.to_string()), |step| problem(&step));
            why.map(|why| format!("step {}: {why}: {step}", n + 1))
        });
        if let Some(why) = broken {
            let scenario = scenario["name"].as_str().unwrap_or("a scenario without a name");
            return Err(format!("{name}: {scenario}: {why}"));
        }
    }
    let mut file: File = serde_json::from_value(whole).map_err(|e| format!("{name}: {e}"))?;
    name.clone_into(&mut file.name);
    if file.scenarios.is_empty() {
        return Err(format!("{name}: no scenarios"));
    }
    for (n, scenario) in file.scenarios.iter().enumerate() {
        let wrong = |what: String| Err(format!("{name}: {}: {what}", scenario.name));
        if file.scenarios.iter().take(n).any(|other| other.name == scenario.name) {
            return wrong("two scenarios have this name".to_owned());
        }
        if let Some(unknown) = file.uses.iter().chain(&scenario.uses).find(|used| !setups.contains_key(*used))
        {
            return wrong(format!("there is no setup `{unknown}`"));
        }
        if !scenario.steps.iter().any(|step| step.then.is_some()) {
            return wrong("nothing is expected".to_owned());
        }
    }
    Ok(file)
}

/// What is wrong with the step itself.
fn problem(step: &Step) -> Option<String> {
    let verbs = [
        &step.command,
        &step.preview,
        &step.question,
        &step.import,
        &step.outbox,
        &step.explain,
        &step.run_due,
        &step.sync,
        &step.raw,
    ];
    if verbs.into_iter().flatten().count() != 1 {
        return Some(
            "a step has exactly one of do, preview, ask, import, outbox, explain, run_due and raw".to_owned(),
        );
    }
    if step.raw.is_none() && crate::actors::actor(&step.who).is_none() {
        return Some(format!("nobody is called {}", step.who));
    }
    match &step.then {
        Some(then) if *then == Then::default() => Some("an empty `then` expects nothing".to_owned()),
        Some(then) if then.ok.is_some() && then.error.is_some() => {
            Some("an answer cannot be both ok and error".to_owned())
        }
        Some(then) if then.explained.is_some() && step.explain.is_none() => {
            Some("`explained` goes with `explain`".to_owned())
        }
        _ => None,
    }
}
