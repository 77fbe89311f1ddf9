//! One command as calls, for a host that loads and commits by itself.

use serde::{Deserialize, Serialize};

use super::Call;
use super::store::{facts, read};
use crate::catalogue::Audience;
use crate::command::Order;
use crate::error::Error;
use crate::flow::{Flow, Step};
use crate::language::Language;
use crate::wire::{Answer, WireError};

/// What to do next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "one is made at a time; boxing buys nothing")]
pub enum FlowStep {
    /// Answer this call, a `load` or a `commit`, and hand the answer to [`WireFlow::answered`].
    Call(Call),
    /// Finished, with this answer.
    Done(Answer),
}

/// A [`Flow`] whose steps are calls. The host makes them on its own connection, so that the change set joins whatever
/// transaction it has open.
#[derive(Debug)]
pub struct WireFlow {
    flow: Flow,
    language: Language,
    audience: Audience,
    committing: bool,
}

impl WireFlow {
    /// A flow for `order`, whose answer comes in `language`.
    #[must_use]
    pub fn new(order: &Order, language: Language) -> Self {
        let (flow, audience) = (Flow::new(order), order.actor.audience());
        Self { flow, language, audience, committing: false }
    }

    /// The first step.
    pub fn start(&mut self) -> FlowStep {
        let step = self.flow.start();
        self.step(step)
    }

    /// The step after the call was answered, with JSON text.
    pub fn answered(&mut self, answer: &str) -> FlowStep {
        let step = if self.committing {
            read(answer).map(|committed| self.flow.committed(committed))
        } else {
            facts(answer).map(|facts| self.flow.loaded(&facts))
        };
        let step = step.unwrap_or_else(|error| Step::Done(Err(error)));
        self.step(step)
    }

    fn step(&mut self, step: Step) -> FlowStep {
        self.committing = matches!(step, Step::Commit(_));
        match step {
            Step::Load { bank, needs } => FlowStep::Call(Call::Load { bank, needs }),
            Step::Commit(changes) => FlowStep::Call(Call::Commit(changes)),
            Step::Done(result) => FlowStep::Done(self.answer(result)),
        }
    }

    fn answer(&self, result: Result<impl Serialize, Error>) -> Answer {
        result
            .and_then(|done| Answer::yes(&done))
            .unwrap_or_else(|error| Answer::Error(WireError::new(&error, self.language, self.audience)))
    }
}
