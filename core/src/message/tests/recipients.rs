//! Who gets the messages.

use super::*;
use crate::people::{Holding, Person};

#[test]
fn what_a_partner_submits_goes_to_the_bank() {
    assert_eq!(one(&facts(), moved(Action::SubmitForApproval, None)).recipients, [bank()]);
}

#[test]
fn what_the_bank_decides_goes_to_the_contact_of_the_partner() {
    for action in [Action::Approve, Action::AskForChanges, Action::RequireRecertification] {
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
fn who_filed_is_written_to_at_the_address_the_bank_knows_as_long_as_they_belong() {
    let own = Role::PartnerUser { partner: PARTNER };
    let elsewhere = Role::PartnerUser { partner: PartnerId(Uuid::from_u128(1_000)) };
    let held = Holding { accepted_at: Some(at()), ..Holding::default() };
    for (keeps_people, role, told) in [
        (true, Some(own), true),
        (true, Some(Role::BankStaff), true),
        (true, Some(elsewhere), false),
        (true, None, false),
        (false, None, true),
    ] {
        let mut facts = facts();
        facts.bank.as_mut().unwrap().keeps_people = keeps_people;
        let person = Person {
            id: FILER,
            version: 1,
            email: "filer@partner.example".to_owned(),
            name: None,
            language: None,
            roles: role.map(|role| (role, held.clone())).into_iter().collect(),
        };
        facts.people.insert(FILER, person);
        let wanted = told.then(|| email("filer@partner.example")).into_iter().chain([contact()]);
        assert_eq!(one(&facts, submitted()).recipients, wanted.collect::<Vec<_>>(), "{role:?}");
    }
    let mut unknown = facts();
    unknown.bank.as_mut().unwrap().keeps_people = true;
    assert_eq!(one(&unknown, submitted()).recipients, [contact()]);
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
