//! The library's tables against the naive model, and against a grid typed by hand, over everything there is.

use std::collections::BTreeSet;

use partnerkit::capability::{self, Capability};
use partnerkit::status::{Standing, Status};
use partnerkit::transition::{Action, Outcome, decide};
use partnerkit_testkit::model::{self, Partner};

/// Every combination of the three fields, also those that cannot be.
fn everybody() -> impl Iterator<Item = Partner> {
    let priors = || [None].into_iter().chain(Status::ALL.map(Some));
    Status::ALL.into_iter().flat_map(move |status| {
        priors().flat_map(move |prior| {
            [false, true].map(|approved_before| Partner { status, prior, approved_before })
        })
    })
}

#[test]
fn every_move_is_the_same_as_in_the_model() {
    let mut compared = 0;
    for partner in everybody().filter(Partner::can_be) {
        for action in Action::ALL {
            let told = match decide(partner.into(), action) {
                Outcome::Moved(standing) => Ok(Some(Partner::from(standing))),
                Outcome::Gone => Ok(None),
                Outcome::Refused(..) => Err(model::Refused),
            };
            assert_eq!(told, model::act(&partner, action), "{action} for {partner:?}");
            compared += 1;
        }
    }
    // Three statuses of which it may be both that the partner was approved before and that it was not, two of which it
    // must have been; each in force or to go back to; ten actions.
    assert_eq!(compared, (3 * 2 + 2) * 2 * 10);
}

#[test]
fn whether_an_action_is_refused_is_the_same_for_every_combination() {
    let mut compared = 0;
    for partner in everybody() {
        for action in Action::ALL {
            // Somebody deactivated from nowhere cannot be; the library takes it for somebody uninvited.
            if action == Action::Reactivate && partner.prior.is_none() {
                continue;
            }
            let refused = matches!(decide(partner.into(), action), Outcome::Refused(..));
            assert_eq!(refused, model::act(&partner, action).is_err(), "{action} for {partner:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 6 * 7 * 2 * 10 - 6 * 2);
}

#[test]
fn every_capability_is_the_same_as_in_the_model() {
    let mut compared = 0;
    for partner in everybody() {
        for capability in Capability::ALL {
            let told = capability::capable(partner.into(), capability);
            assert_eq!(told, model::capable(&partner, capability), "{capability} for {partner:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 6 * 7 * 2 * 10);
}

#[test]
fn no_way_leads_to_somebody_who_cannot_be() {
    let mut seen = BTreeSet::from([Standing::START]);
    let mut next = vec![Standing::START];
    while let Some(standing) = next.pop() {
        assert!(Partner::from(standing).can_be(), "{standing:?}");
        for action in Action::ALL {
            if let Outcome::Moved(moved) = decide(standing, action)
                && seen.insert(moved)
            {
                next.push(moved);
            }
        }
    }
    // Uninvited; invited; awaiting review for the first time or again; approved; recertifying; each of them deactivated.
    assert_eq!(seen.len(), 12, "{seen:?}");
}

/// The outcome of every cell: a status moved to, what else happens in brackets, or the code of the refusal, and behind a
/// bar the command that does what was meant.
const GRID: &str = "
    action | uninvited | invited | awaiting_review | approved | recertification_required | deactivated

    invite | -> invited | -> invited | already_submitted / renew_invitation
        | already_approved / renew_invitation | already_invited / renew_invitation | partner_deactivated / reactivate

    renew_invitation | not_invited_yet / invite | (stays) | (stays)
        | (stays) | (stays) | partner_deactivated / reactivate

    invite_and_approve | -> approved | already_invited / approve | already_submitted / approve
        | already_approved | already_invited / submit_for_approval | partner_deactivated / reactivate

    submit_for_approval | not_invited_yet / invite | -> awaiting_review | already_submitted
        | already_approved | -> awaiting_review | partner_deactivated / reactivate

    ask_for_changes | not_invited_yet / invite | not_submitted_yet | -> invited
        | already_approved / require_recertification | not_submitted_yet | partner_deactivated / reactivate

    approve | not_invited_yet / invite | -> approved | -> approved
        | already_approved | not_submitted_yet | partner_deactivated / reactivate

    require_recertification | not_invited_yet / invite | not_approved_yet | not_approved_yet
        | -> recertification_required | recertification_required | partner_deactivated / reactivate

    deactivate | -> deactivated | -> deactivated | -> deactivated
        | -> deactivated | -> deactivated | partner_deactivated

    reactivate | not_deactivated | not_deactivated | not_deactivated
        | not_deactivated | not_deactivated | -> awaiting_review

    remove | (gone) | already_invited / deactivate | already_submitted / deactivate
        | already_approved / deactivate | already_invited / deactivate | partner_deactivated / reactivate
";

#[test]
fn every_cell_is_as_typed_by_hand() {
    let mut rows = GRID.split("\n\n").map(|row| row.split('|').map(str::trim).collect::<Vec<_>>());
    let head = rows.next().unwrap();
    assert_eq!(head[1..], Status::ALL.map(Status::slug));
    let rows: Vec<_> = rows.collect();
    assert_eq!(rows.iter().map(|row| row[0]).collect::<Vec<_>>(), Action::ALL.map(Action::slug));
    for row in rows {
        assert_eq!(row.len(), 7, "{row:?}");
        let action = Action::from_slug(row[0]).unwrap();
        for (status, expected) in Status::ALL.into_iter().zip(&row[1..]) {
            let prior = (status == Status::Deactivated).then_some(Status::AwaitingReview);
            let standing = Standing { status, prior, approved_before: false };
            let told = match decide(standing, action) {
                Outcome::Moved(moved) if moved == standing && action == Action::RenewInvitation => {
                    "(stays)".to_owned()
                }
                Outcome::Moved(moved) => format!("-> {}", moved.status),
                Outcome::Gone => "(gone)".to_owned(),
                Outcome::Refused(code, None) => code.slug().to_owned(),
                Outcome::Refused(code, Some(instead)) => format!("{code} / {instead}"),
            };
            assert_eq!(told, *expected, "{action} when {status}");
        }
    }
}

/// Section 1 once more as text: y yes, n no, r read only. The last two columns: deactivated from `uninvited`, and from
/// any other status.
const CAPABILITIES: &str = "
    receive_distributions yyyyy nn
    sign_in               nyyyy nr
    view_own              nyyyy ny
    edit_profile          nyyyy nn
    submit_for_approval   nynny nn
    make_requests         nnnyn nn
    deadline_reminders    yyyyy nn
    distribution_emails   yyyyy nn
    listed_for_approval   nnynn nn
    listed_by_default     yyyyy nn
";

#[test]
fn every_capability_is_as_typed_by_hand() {
    let columns = Status::ALL[..5].iter().map(|status| (*status, None));
    let off = Status::ALL[..5].iter().map(|prior| (Status::Deactivated, Some(*prior)));
    let columns: Vec<_> = columns.chain(off).collect();
    let lines: Vec<_> = CAPABILITIES.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), Capability::ALL.len());
    for (line, capability) in lines.into_iter().zip(Capability::ALL) {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words[0], capability.slug());
        let (first, rest) = words[2].split_at(1);
        let expected = format!("{}{first}{}", words[1], rest.repeat(4));
        for ((status, prior), letter) in columns.iter().zip(expected.chars()) {
            let standing = Standing { status: *status, prior: *prior, approved_before: false };
            let told = match capability::capable(standing, capability) {
                capability::Answer::Yes => 'y',
                capability::Answer::No => 'n',
                capability::Answer::ReadOnly => 'r',
            };
            assert_eq!(told, letter, "{capability} when {status}, before {prior:?}");
        }
    }
}
