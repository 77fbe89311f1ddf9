//! Who gets the messages.

use super::*;

#[test]
fn what_a_partner_submits_goes_to_the_bank() {
    assert_eq!(one(&facts(), moved(Action::SubmitForApproval, None)).recipients, [bank()]);
}

#[test]
fn what_the_bank_decides_goes_to_the_contact_of_the_partner() {
    let actions = [
        Action::Invite,
        Action::RenewInvitation,
        Action::InviteAndApprove,
        Action::Approve,
        Action::AskForChanges,
        Action::RequireRecertification,
    ];
    for action in actions {
        assert_eq!(one(&facts(), moved(action, None)).recipients, [contact()], "{action}");
    }
}

#[test]
fn requests_go_to_who_filed_them_and_the_contact_and_to_the_bank_if_it_asked_for_copies() {
    let mut facts = facts();
    for what in [submitted(), cancelled()] {
        assert_eq!(one(&facts, what).recipients, [Recipient::Person(FILER), contact()]);
    }
    facts.bank.as_mut().unwrap().settings.copies_of_requests = true;
    for what in [submitted(), cancelled()] {
        assert_eq!(one(&facts, what).recipients, [Recipient::Person(FILER), contact(), bank()]);
    }
}

#[test]
fn staff_who_filed_for_a_partner_is_told_too() {
    let mut facts = facts();
    facts.requests.get_mut(&REQUEST).unwrap().filed_by = STAFF;
    assert_eq!(one(&facts, submitted()).recipients, [Recipient::Person(STAFF), contact()]);
}

#[test]
fn distributions_go_to_who_filed_the_request_and_the_contact() {
    for what in [recorded(), redated(), taken_back()] {
        assert_eq!(one(&facts(), what).recipients, [Recipient::Person(FILER), contact()]);
    }
    let direct = with_distribution(|distribution| distribution.request = None);
    for what in [recorded(), redated(), taken_back()] {
        assert_eq!(one(&direct, what).recipients, [contact()]);
    }
}

#[test]
fn an_address_is_named_once_however_it_is_written() {
    let mut facts = with_partner(|partner| partner.details.email = "Office@Bank.example".to_owned());
    facts.bank.as_mut().unwrap().settings.copies_of_requests = true;
    let recipients = one(&facts, submitted()).recipients;
    assert_eq!(recipients, [Recipient::Person(FILER), email("Office@Bank.example")]);
}
