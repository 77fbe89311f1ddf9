//! Runs one scenario.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::actors::{BANKS, actor, reader};
use crate::explained;
use crate::format::{File, Scenario, Setups, Step};
use crate::matching::{differences, mismatch};
use crate::names::{expand, id_of};
use crate::{Failure, Open, Serve};

/// Sees every message and its answer.
pub type Watch<'a> = &'a mut dyn FnMut(&Value, &Value);

/// What a scenario went through.
#[derive(Clone, Debug, Default)]
pub struct Ran {
    /// Command of the transition table, status before, and prior status or nothing: each with something expected.
    pub commands: BTreeSet<(String, String, String)>,
    /// Capability, status, and prior status or nothing: each with an answer expected.
    pub capabilities: BTreeSet<(String, String, String)>,
}

/// What was expected and what came.
pub(crate) type Wrong = (String, String);

/// A system with the clock and the counters of one scenario.
pub(crate) struct World {
    serve: Serve,
    clock: DateTime<Utc>,
    scenario: String,
    steps: u32,
    /// The ids of the messages that were handed out last.
    claimed: Vec<Value>,
    /// All tokens that were ever handed out.
    tokens: Vec<Value>,
    /// How many events and messages of each bank were seen.
    seen: BTreeMap<&'static str, (u64, u64)>,
}

/// What happened since it was last looked.
#[derive(Debug, Default)]
pub(crate) struct News {
    events: Vec<Value>,
    messages: Vec<Value>,
}

/// Runs `scenario` on the store that `open` opens.
///
/// # Errors
/// The first step that went otherwise than expected.
pub fn run(
    open: &Open,
    setups: &Setups,
    file: &File,
    scenario: &Scenario,
    watch: Watch<'_>,
) -> Result<Ran, Box<Failure>> {
    let before = before(setups, file, scenario);
    let mut world = World::new(open, &scenario.name);
    let mut ran = Ran::default();
    let given = before.len();
    let steps: Vec<Step> = before.into_iter().chain(scenario.steps.iter().cloned()).collect();
    for (n, step) in steps.iter().enumerate() {
        let take = || {
            world.step(step, &mut ran, watch)?;
            match (&step.explain, &step.then) {
                (Some(_), Some(then)) if then.explained.is_some() => {
                    let past = steps.get(..n).unwrap_or_default();
                    explained::take_the_steps(open, &scenario.name, past, step)
                }
                _ => Ok(()),
            }
        };
        // A step that cannot be read panics, and so may a store; either is reported with its place.
        let done = catch_unwind(AssertUnwindSafe(take)).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Err(("no panic".to_owned(), text.unwrap_or_default()))
        });
        done.map_err(|(expected, got)| {
            let place =
                if n < given { format!("{} of the setup", n + 1) } else { (n - given + 1).to_string() };
            let said = serde_json::to_string(step).unwrap_or_default();
            let step = format!("{place}: {said}");
            Failure { file: file.name.clone(), scenario: scenario.name.clone(), step, expected, got }
        })?;
    }
    Ok(ran)
}

/// The steps of all setups a scenario uses, each setup once.
fn before(setups: &Setups, file: &File, scenario: &Scenario) -> Vec<Step> {
    fn add<'a>(setups: &'a Setups, name: &'a str, used: &mut BTreeSet<&'a str>, steps: &mut Vec<Step>) {
        let Some(setup) = setups.get(name) else { panic!("there is no setup `{name}`") };
        if used.insert(name) {
            setup.uses.iter().for_each(|other| add(setups, other, used, steps));
            steps.extend(setup.steps.iter().cloned());
        }
    }
    let (mut used, mut steps) = (BTreeSet::new(), Vec::new());
    for name in file.uses.iter().chain(&scenario.uses) {
        add(setups, name, &mut used, &mut steps);
    }
    steps
}

impl World {
    pub(crate) fn new(open: &Open, scenario: &str) -> Self {
        Self {
            serve: open(),
            clock: "2026-03-02T08:59:00Z".parse().unwrap_or_default(),
            scenario: scenario.to_owned(),
            steps: 0,
            claimed: Vec::new(),
            tokens: Vec::new(),
            seen: BTreeMap::new(),
        }
    }

    /// Sends the step's message and nothing else; gives the message and its answer.
    pub(crate) fn send(&mut self, step: &Step) -> Result<(Value, Value), Wrong> {
        self.steps += 1;
        self.clock = match &step.at {
            None => self.clock + TimeDelta::minutes(1),
            Some(at) => at.parse().map_err(|e| ("a time".to_owned(), format!("{at}: {e}")))?,
        };
        let (text, message) = match &step.raw {
            Some(Value::String(text)) => (text.clone(), Value::Null),
            Some(raw) => (expand(raw).to_string(), expand(raw)),
            None => {
                let message = self.message(step);
                (message.to_string(), message)
            }
        };
        let answer = (self.serve)(&text);
        if let Some(claimed) = answer["ok"]["claimed"].as_array() {
            self.claimed = claimed.iter().map(|message| message["id"].clone()).collect();
            let links = claimed.iter().map(|message| message["data"]["link"].clone());
            self.tokens.extend(links.filter(Value::is_string));
        }
        Ok((message, answer))
    }

    fn message(&self, step: &Step) -> Value {
        let own = format!("{}#{}", self.scenario, self.steps);
        let id = step.id.as_deref().map_or_else(|| id_of(&own), |id| id_of(id.trim_start_matches('@')));
        let verbs = [
            ("command", &step.command),
            ("preview", &step.preview),
            ("question", &step.question),
            ("import", &step.import),
            ("run_due", &step.run_due),
            ("sync", &step.sync),
            ("outbox", &step.outbox),
        ];
        let mut message = json!({"id": id, "at": self.clock.to_rfc3339(), "actor": actor(&step.who)});
        for (verb, content) in verbs {
            if let Some(content) = content {
                message[verb] = expand(&self.with_claimed(content));
            }
        }
        if let Some(asked) = &step.explain {
            let asked = expand(asked);
            message["question"] = match asked.get("command") {
                Some(_) => json!({"explain_command": asked}),
                None => json!({"explain_capability": asked}),
            };
        }
        message
    }

    /// The content with `{"$claimed": n}` replaced by the id of the n-th message that was handed out last, and
    /// `{"$token": n}` by the n-th token that was ever handed out.
    fn with_claimed(&self, content: &Value) -> Value {
        let nth = |list: &[Value], n: &Value| {
            let found = n.as_u64().and_then(|n| usize::try_from(n).ok()).and_then(|n| list.get(n));
            found.cloned().unwrap_or_else(|| panic!("no message or token {n} was handed out"))
        };
        match content {
            Value::Object(keys) => match (keys.get("$claimed"), keys.get("$token")) {
                (Some(n), _) => nth(&self.claimed, n),
                (_, Some(n)) => nth(&self.tokens, n),
                _ => keys.iter().map(|(key, value)| (key.clone(), self.with_claimed(value))).collect(),
            },
            Value::Array(values) => values.iter().map(|value| self.with_claimed(value)).collect(),
            other => other.clone(),
        }
    }

    fn step(&mut self, step: &Step, ran: &mut Ran, watch: Watch<'_>) -> Result<(), Wrong> {
        self.note_cell(step, ran);
        let foretold = self.foretell(step);
        let (message, answer) = self.send(step)?;
        watch(&message, &answer);
        let news = self.news();
        self.check_foretold(foretold, &answer, &news)?;
        let asks = [&step.preview, &step.question, &step.explain, &step.outbox];
        let only_asks = asks.into_iter().any(Option::is_some);
        if answer.get("error").is_some() || only_asks {
            same("nothing to have happened", &json!([[], []]), &json!([news.events, news.messages]))?;
        }
        let Some(then) = &step.then else {
            return if answer.get("ok").is_some() { Ok(()) } else { Err(("ok".into(), answer.to_string())) };
        };
        match &then.error {
            Some(error) => check(&wanted_error(error), &answer)?,
            None => check(&json!({"ok": expand(then.ok.as_ref().unwrap_or(&json!({})))}), &answer)?,
        }
        if let Some(explained) = &then.explained {
            check(&json!({"ok": {"explanation": explained::wanted(explained)}}), &answer)?;
        }
        if let Some(events) = &then.events {
            check(&events.iter().map(wanted_event).collect(), &news.kinds_of_events(events))?;
        }
        if let Some(messages) = &then.messages {
            check(&messages.iter().map(wanted_message).collect(), &news.readable_messages())?;
        }
        for (partner, status) in then.status.iter().flatten() {
            same("the status", &json!(status), &json!(self.standing(&expand(&json!(partner))).0))?;
        }
        Ok(())
    }

    /// What a preview and an explanation say of the command before it is given; none for other steps, for the host, who
    /// can ask nothing, and for repeats, whose answer is the first one.
    fn foretell(&self, step: &Step) -> Option<(Value, Value)> {
        if step.id.is_some() || step.who == json!("host") {
            return None;
        }
        let command = step.command.as_ref()?;
        let next = self.clock + TimeDelta::minutes(1);
        let at = step.at.clone().unwrap_or_else(|| next.to_rfc3339());
        let own = format!("{}#{}", self.scenario, self.steps + 1);
        let head = json!({"id": id_of(&own), "at": at, "actor": actor(&step.who)});
        let send = |verb: &str, content: Value| {
            let mut message = head.clone();
            message[verb] = content;
            (self.serve)(&message.to_string())
        };
        let question = json!({"explain_command": {"command": expand(command)}});
        Some((send("preview", expand(command)), send("question", question)))
    }

    /// A preview is the command without the commit, and an explanation says yes where the command does.
    fn check_foretold(
        &self,
        foretold: Option<(Value, Value)>,
        answer: &Value,
        news: &News,
    ) -> Result<(), Wrong> {
        let Some((preview, explained)) = foretold else { return Ok(()) };
        let Some(error) = answer.get("error") else {
            same("preview: the answer", &answer["ok"], &preview["ok"]["done"])?;
            same("preview: the events", &json!(news.events), &preview["ok"]["events"])?;
            same("preview: the messages", &json!(news.messages), &preview["ok"]["messages"])?;
            return same("explanation: the answer", &json!("yes"), &explained["ok"]["explanation"]["answer"]);
        };
        same("preview: the error", answer, &preview)?;
        if explained.get("error").is_some() {
            return same("explanation: the error", answer, &explained);
        }
        let explanation = &explained["ok"]["explanation"];
        same("explanation: the answer", &json!("no"), &explanation["answer"])?;
        same("explanation: the reasons", &error["reasons"], &explanation["reasons"])
    }

    /// What happened in any bank since it was last looked.
    fn news(&mut self) -> News {
        let mut news = News::default();
        for bank in BANKS {
            let (events, messages) = self.seen.get(bank).copied().unwrap_or_default();
            let happened = self.ask(bank, &json!({"history": {"after": events, "limit": 1000}}));
            let told = self.ask(bank, &json!({"messages": {"skip": messages, "limit": 1000}}));
            let happened = list(&happened["ok"]["history"]);
            let told = list(&told["ok"]["messages"]);
            let count = |list: &[Value]| u64::try_from(list.len()).unwrap_or(u64::MAX);
            self.seen.insert(bank, (events + count(&happened), messages + count(&told)));
            news.events.extend(happened.into_iter().map(|recorded| recorded["event"].clone()));
            news.messages.extend(told);
        }
        news
    }

    fn ask(&self, bank: &str, question: &Value) -> Value {
        let message = json!({"at": self.clock.to_rfc3339(), "actor": reader(bank), "question": question});
        (self.serve)(&message.to_string())
    }

    /// A partner's status and prior status.
    fn standing(&self, partner: &Value) -> (String, String) {
        let answer = self.ask("@bank", &json!({"partner": {"partner": partner}}));
        let row = &answer["ok"]["partner"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        if row.is_null() {
            ("gone".to_owned(), String::new())
        } else {
            (text(&row["status"]), text(&row["prior"]))
        }
    }

    /// Notes which cell of which table the step is about, if it expects something.
    fn note_cell(&self, step: &Step, ran: &mut Ran) {
        if step.then.is_none() {
            return;
        }
        let named = |content: &Value| Some((content.as_object()?.iter().next()?.0.clone(), content.clone()));
        if let Some((name, command)) = step.command.as_ref().and_then(named) {
            let partner = &command[&name]["partner"];
            if partner.is_string() {
                let (status, prior) = self.standing(&expand(partner));
                ran.commands.insert((name, status, prior));
            }
        }
        if let Some(asked) = &step.explain
            && let Some(capability) = asked["capability"].as_str()
        {
            let (status, prior) = self.standing(&expand(&asked["partner"]));
            ran.capabilities.insert((capability.to_owned(), status, prior));
        }
    }
}

impl News {
    /// The events as the expectation speaks of them: where it gives a name alone, the name.
    fn kinds_of_events(&self, wanted: &[Value]) -> Value {
        let what = |event: &Value| event["what"].clone();
        let name = |what: &Value| what.as_object().and_then(|what| what.keys().next().cloned());
        let as_wanted = |(n, event): (usize, &Value)| match wanted.get(n) {
            Some(Value::Object(_)) => what(event),
            _ => json!(name(&what(event))),
        };
        self.events.iter().enumerate().map(as_wanted).collect()
    }

    /// The messages with their recipients as plain texts under `to`.
    fn readable_messages(&self) -> Value {
        let mut messages = self.messages.clone();
        for message in &mut messages {
            let recipients = list(&message["recipients"]);
            let plain = |one: &Value| one.as_object().and_then(|one| one.values().next().cloned());
            message["to"] = recipients.iter().filter_map(plain).collect();
        }
        Value::Array(messages)
    }
}

fn wanted_event(event: &Value) -> Value {
    if event.is_string() { event.clone() } else { expand(event) }
}

fn wanted_message(message: &Value) -> Value {
    let mut message = expand(message);
    if let Some(to) = message.get("to").cloned() {
        message["to"] = json!({"$set": to});
    }
    message
}

/// `"a_code"` is short for an error with that code as its one reason. Reasons may come in any order.
fn wanted_error(error: &Value) -> Value {
    let mut error = match error {
        Value::String(code) => json!({"code": code, "reasons": [code]}),
        other => expand(other),
    };
    match error.get("reasons").cloned() {
        Some(reasons) => error["reasons"] = json!({"$set": reasons}),
        None => panic!("an expected error names its reasons: {error}"),
    }
    json!({"error": error})
}

fn check(wanted: &Value, got: &Value) -> Result<(), Wrong> {
    mismatch("", wanted, Some(got))
        .map_or(Ok(()), |why| Err((shortened(wanted), format!("{}\n  because  {why}", shortened(got)))))
}

/// The value as text, cut off where only the difference is worth reading.
fn shortened(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 2_000 {
        return text;
    }
    text.chars().take(2_000).chain("…".chars()).collect()
}

fn same(what: &str, wanted: &Value, got: &Value) -> Result<(), Wrong> {
    let differences = differences(wanted, got);
    if differences.is_empty() {
        return Ok(());
    }
    Err((
        format!("{what}: {}", shortened(wanted)),
        format!("{}\n  because  {}", shortened(got), differences.join("; ")),
    ))
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}
