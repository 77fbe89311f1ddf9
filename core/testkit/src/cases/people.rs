//! People: their roles, the one look across banks, and the tokens of invitations.

use std::collections::BTreeSet;

use partnerkit::people::{Holding, Person, Role};
use partnerkit::store::{Committed, Need, Row, RowId};
use partnerkit::token::{Secret, TokenDigest};

use crate::TestBank;
use crate::sample::{self, invitation, partner_id, person_id};

fn token(n: u8) -> TokenDigest {
    TokenDigest::of(Secret([n; 32]))
}

/// A person comes back as written, with roles and without them again.
pub fn a_person_comes_back_as_written(here: &TestBank<'_>) {
    here.put(sample::foundation());
    for person in [sample::person(1), sample::full_person(1), sample::person(1)] {
        here.put([Row::Person(person.clone())]);
        here.finds(Need::Person(person_id(1)), [Row::Person(person)]);
    }
}

/// The role of a partner's user keeps the partner, and the partner must be there.
pub fn a_role_refers_to_its_partner(here: &TestBank<'_>) {
    here.put(sample::foundation());
    // The other bank has this one.
    let elsewhere = Role::PartnerUser { partner: partner_id(3) };
    here.stale(here.puts([Row::Person(sample::person_in(1, elsewhere))]), "the partner of a role");
    here.put([Row::Partner(sample::partner(3)), Row::Person(sample::person_in(1, elsewhere))]);
    here.stale(here.removes([RowId::Partner(partner_id(3))]), "it has a user");
    here.put([Row::Person(Person { version: 2, ..sample::person(1) })]);
    here.remove([RowId::Partner(partner_id(3))]);
}

/// The bank's own people and the users of a partner are found, the invited ones too, and nobody else.
pub fn people_are_found_by_their_roles(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Partner(sample::partner(2))]);
    let user = |n, partner| sample::person_in(n, Role::PartnerUser { partner: partner_id(partner) });
    let invited = sample::full_person(7).roles.into_iter().next_back();
    let people = [
        sample::person(1),
        sample::full_person(2),
        sample::person_in(3, Role::BankAdmin),
        user(4, 1),
        user(5, 2),
        Person { roles: invited.into_iter().collect(), ..sample::person(6) },
    ];
    here.put(people.clone().map(Row::Person));
    let rows = |numbers: &[usize]| -> Vec<Row> {
        numbers.iter().map(|n| Row::Person(people[n - 1].clone())).collect()
    };
    here.finds(Need::People, rows(&[1, 2, 3, 4, 5, 6]));
    here.finds(Need::BankPeople, rows(&[2, 3]));
    here.finds(Need::Users(partner_id(1)), rows(&[2, 4, 6]));
    here.finds(Need::Users(partner_id(2)), rows(&[5]));
    here.finds(Need::Users(partner_id(3)), []);
}

/// Who holds a role in any bank has a login; who is only invited has none.
pub fn a_login_is_a_role_held_in_any_bank(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let logins = |n| here.load(&[Need::Login(person_id(n))]).logins;
    // The other bank has people 1 to 5 among its staff.
    assert_eq!(logins(5), BTreeSet::from([person_id(5)]), "a role in another bank");
    assert_eq!(logins(6), BTreeSet::new(), "nobody knows this person");
    here.put([Row::Person(sample::person_in(6, Role::BankStaff))]);
    assert_eq!(logins(6), BTreeSet::from([person_id(6)]));
    let mut invited = Person { version: 2, ..sample::full_person(6) };
    invited.roles.remove(&Role::BankStaff);
    here.put([Row::Person(invited)]);
    assert_eq!(logins(6), BTreeSet::new(), "invited is not enough");
}

/// What each bank knows of a person comes together, and only where it has a role.
pub fn roles_are_found_across_banks(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let roles_of = |n| here.store().roles_of(person_id(n)).unwrap();
    let there = Person { version: 70, ..sample::full_person(1) };
    let other = sample::bank_id(2);
    assert_eq!(roles_of(1), [(other, there.clone())]);
    here.put([Row::Person(sample::person(1))]);
    assert_eq!(roles_of(1), [(other, there.clone())], "without a role here");
    let own = sample::person_in(1, Role::PartnerUser { partner: partner_id(1) });
    here.put([Row::Person(own.clone())]);
    assert_eq!(roles_of(1), [(here.id(), own), (other, there)]);
    assert_eq!(roles_of(9), []);
}

/// A token is found by its digest, with the person and the partner it is for; in its bank alone.
pub fn a_token_is_found_by_its_digest(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Person(sample::full_person(1))]);
    let keep = |n| here.store().keep_token(here.id(), token(n), &invitation(1)).unwrap();
    assert_eq!((keep(1), keep(2), keep(1)), (Committed::Done, Committed::Done, Committed::Done));
    for n in [1, 2] {
        let mut expected = here.load(&[Need::Person(person_id(1)), Need::Partner(partner_id(1))]);
        expected.tokens.insert(token(n), invitation(1));
        assert_eq!(here.load(&[Need::Token(token(n))]), expected);
    }
    here.finds(Need::Token(token(3)), []);
    let elsewhere = here.store().load(sample::bank_id(2), &[Need::Token(token(1))]).unwrap();
    assert!(elsewhere.tokens.is_empty(), "another bank knows the token");
}

/// A token of somebody the bank does not know is not kept, and tokens go with their person.
pub fn a_token_is_kept_as_long_as_its_person(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let keep = || here.store().keep_token(here.id(), token(1), &invitation(1)).unwrap();
    // The other bank knows this person.
    assert_eq!(keep(), Committed::Stale);
    here.finds(Need::Token(token(1)), []);
    here.put([Row::Person(sample::full_person(1))]);
    assert_eq!(keep(), Committed::Done);
    let role = Role::PartnerUser { partner: partner_id(1) };
    let accepted = Holding { accepted_at: Some(sample::at(9)), ..Holding::default() };
    here.put([Row::Person(Person { version: 4, roles: [(role, accepted)].into(), ..sample::person(1) })]);
    assert_eq!(here.load(&[Need::Token(token(1))]).tokens.len(), 1, "an update leaves tokens alone");
    here.remove([RowId::Person(person_id(1))]);
    here.put([Row::Person(sample::full_person(1))]);
    here.finds(Need::Token(token(1)), []);
    let nowhere = here.store().keep_token(sample::bank_id(9), token(1), &invitation(1)).unwrap();
    assert_eq!(nowhere, Committed::Stale, "a bank that is not there");
}
