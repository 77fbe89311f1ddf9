//! The same moves by crates for state machines.
//!
//! They have it easier: no reasons for a refusal, no memory of what was before, and `reactivate` leads to one status.

use std::hint::black_box;

use partnerkit::transition::Action;

use crate::lifecycle::{PARTNERS, Plan};
use crate::race::best;

/// Nanoseconds for a move, by crate.
pub fn times(rounds: usize, plan: &Plan) -> [(&'static str, f64); 3] {
    let mut statig = by_statig::run(plan);
    let mut rust_fsm = by_rust_fsm::run(plan);
    let mut smlang = by_smlang::run(plan);
    let times = best(rounds, plan.len(), [&mut statig, &mut rust_fsm, &mut smlang]);
    let [statig, rust_fsm, smlang] = times;
    [("statig", statig), ("rust-fsm", rust_fsm), ("smlang", smlang)]
}

mod by_statig {
    use super::{Action, PARTNERS, Plan, black_box};
    use statig::prelude::*;

    #[derive(Clone, Default)]
    struct Life {
        refused: u32,
    }

    #[state_machine(initial = "State::uninvited()", state(derive(Clone)))]
    impl Life {
        fn no(&mut self) -> Outcome<State> {
            self.refused += 1;
            Handled
        }

        #[state]
        fn uninvited(&mut self, event: &Action) -> Outcome<State> {
            match event {
                Action::Invite => Transition(State::invited()),
                Action::InviteAndApprove => Transition(State::approved()),
                Action::Deactivate => Transition(State::deactivated()),
                Action::Remove => Transition(State::uninvited()),
                _ => self.no(),
            }
        }

        #[state]
        fn invited(&mut self, event: &Action) -> Outcome<State> {
            match event {
                Action::Invite | Action::RenewInvitation => Transition(State::invited()),
                Action::SubmitForApproval => Transition(State::awaiting_review()),
                Action::Approve => Transition(State::approved()),
                Action::Deactivate => Transition(State::deactivated()),
                _ => self.no(),
            }
        }

        #[state]
        fn awaiting_review(&mut self, event: &Action) -> Outcome<State> {
            match event {
                Action::RenewInvitation => Transition(State::awaiting_review()),
                Action::AskForChanges => Transition(State::invited()),
                Action::Approve => Transition(State::approved()),
                Action::Deactivate => Transition(State::deactivated()),
                _ => self.no(),
            }
        }

        #[state]
        fn approved(&mut self, event: &Action) -> Outcome<State> {
            match event {
                Action::RenewInvitation => Transition(State::approved()),
                Action::RequireRecertification => Transition(State::recertification_required()),
                Action::Deactivate => Transition(State::deactivated()),
                _ => self.no(),
            }
        }

        #[state]
        fn recertification_required(&mut self, event: &Action) -> Outcome<State> {
            match event {
                Action::RenewInvitation => Transition(State::recertification_required()),
                Action::SubmitForApproval => Transition(State::awaiting_review()),
                Action::Deactivate => Transition(State::deactivated()),
                _ => self.no(),
            }
        }

        #[state]
        fn deactivated(&mut self, event: &Action) -> Outcome<State> {
            match event {
                Action::Reactivate => Transition(State::uninvited()),
                _ => self.no(),
            }
        }
    }

    pub fn run(plan: &Plan) -> impl FnMut() {
        let mut machines: Box<[_; PARTNERS]> =
            Box::new(std::array::from_fn(|_| Life::default().uninitialized_state_machine().init()));
        move || {
            for (partner, action) in plan {
                if let Some(machine) = machines.get_mut(usize::from(*partner)) {
                    machine.handle(action);
                }
            }
            black_box(&machines);
        }
    }
}

mod by_rust_fsm {
    use super::{Action, PARTNERS, Plan, black_box};
    use rust_fsm::state_machine;

    state_machine! {
        life(Uninvited)

        Uninvited => { Invite => Invited, InviteAndApprove => Approved, Deactivate => Deactivated, Remove => Uninvited },
        Invited => {
            Invite => Invited, RenewInvitation => Invited, SubmitForApproval => AwaitingReview, Approve => Approved,
            Deactivate => Deactivated
        },
        AwaitingReview => {
            RenewInvitation => AwaitingReview, AskForChanges => Invited, Approve => Approved, Deactivate => Deactivated
        },
        Approved => {
            RenewInvitation => Approved, RequireRecertification => RecertificationRequired, Deactivate => Deactivated
        },
        RecertificationRequired => {
            RenewInvitation => RecertificationRequired, SubmitForApproval => AwaitingReview, Deactivate => Deactivated
        },
        Deactivated(Reactivate) => Uninvited,
    }

    pub fn run(plan: &Plan) -> impl FnMut() {
        // Its inputs are an enum of its own.
        let plan: Vec<(u16, life::Input)> =
            plan.iter().map(|(partner, action)| (*partner, input(*action))).collect();
        let mut machines: Box<[_; PARTNERS]> = Box::new(std::array::from_fn(|_| life::StateMachine::new()));
        move || {
            let mut refused = 0_u32;
            for (partner, action) in &plan {
                if let Some(machine) = machines.get_mut(usize::from(*partner)) {
                    refused += u32::from(machine.consume(action).is_err());
                }
            }
            black_box(refused);
        }
    }

    fn input(action: Action) -> life::Input {
        match action {
            Action::Invite => life::Input::Invite,
            Action::RenewInvitation => life::Input::RenewInvitation,
            Action::InviteAndApprove => life::Input::InviteAndApprove,
            Action::SubmitForApproval => life::Input::SubmitForApproval,
            Action::AskForChanges => life::Input::AskForChanges,
            Action::Approve => life::Input::Approve,
            Action::RequireRecertification => life::Input::RequireRecertification,
            Action::Deactivate => life::Input::Deactivate,
            Action::Reactivate => life::Input::Reactivate,
            Action::Remove => life::Input::Remove,
        }
    }
}

mod by_smlang {
    use super::{Action, PARTNERS, Plan, black_box};
    use smlang::statemachine;

    statemachine! {
        transitions: {
            *Uninvited + Invite = Invited,
            Uninvited + InviteAndApprove = Approved,
            Uninvited + Deactivate = Deactivated,
            Uninvited + Remove = Uninvited,
            Invited + Invite = Invited,
            Invited + RenewInvitation = Invited,
            Invited + SubmitForApproval = AwaitingReview,
            Invited + Approve = Approved,
            Invited + Deactivate = Deactivated,
            AwaitingReview + RenewInvitation = AwaitingReview,
            AwaitingReview + AskForChanges = Invited,
            AwaitingReview + Approve = Approved,
            AwaitingReview + Deactivate = Deactivated,
            Approved + RenewInvitation = Approved,
            Approved + RequireRecertification = RecertificationRequired,
            Approved + Deactivate = Deactivated,
            RecertificationRequired + RenewInvitation = RecertificationRequired,
            RecertificationRequired + SubmitForApproval = AwaitingReview,
            RecertificationRequired + Deactivate = Deactivated,
            Deactivated + Reactivate = Uninvited,
        }
    }

    struct Context;

    impl StateMachineContext for Context {}

    pub fn run(plan: &Plan) -> impl FnMut() {
        let plan = plan.clone();
        let mut machines: Box<[_; PARTNERS]> = Box::new(std::array::from_fn(|_| StateMachine::new(Context)));
        move || {
            let mut refused = 0_u32;
            for (partner, action) in &plan {
                if let Some(machine) = machines.get_mut(usize::from(*partner)) {
                    // Its events are taken by value, so they are made here; they are plain numbers.
                    refused += u32::from(machine.process_event(event(*action)).is_err());
                }
            }
            black_box(refused);
        }
    }

    const fn event(action: Action) -> Events {
        match action {
            Action::Invite => Events::Invite,
            Action::RenewInvitation => Events::RenewInvitation,
            Action::InviteAndApprove => Events::InviteAndApprove,
            Action::SubmitForApproval => Events::SubmitForApproval,
            Action::AskForChanges => Events::AskForChanges,
            Action::Approve => Events::Approve,
            Action::RequireRecertification => Events::RequireRecertification,
            Action::Deactivate => Events::Deactivate,
            Action::Reactivate => Events::Reactivate,
            Action::Remove => Events::Remove,
        }
    }
}
