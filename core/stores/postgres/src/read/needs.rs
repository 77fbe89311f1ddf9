//! What each need asks for. Needs of one kind are asked for together: a command about 10,000 partners is one subquery.

use std::collections::BTreeSet;

use partnerkit::id::PersonId;
use partnerkit::reminder::ReminderKind;
use partnerkit::request::RequestState;
use partnerkit::store::{DistributionPage, Need, ReminderPage, RequestPage};

use super::json::{
    CATEGORY, COMMAND, DISTRIBUTION, GROUP, ITEM, PARTNER, PERSON, RECEIPT, REMINDER, REQUEST,
};
use super::load::{Part, Query, ids};
use crate::errors::Fault;
use crate::session::Value;
use crate::transaction::Tx;
use crate::values::{limit, sought};

/// Ids and keys by which rows are asked for.
#[derive(Default)]
struct Wanted {
    partners: Vec<Value>,
    with_group: Vec<Value>,
    with_history: Vec<Value>,
    partner_names: Vec<Value>,
    partner_emails: Vec<Value>,
    external_ids: Vec<Value>,
    members: Vec<Value>,
    categories: Vec<Value>,
    category_names: Vec<Value>,
    users_of: Vec<Value>,
    items: Vec<Value>,
    item_names: Vec<Value>,
    groups: Vec<Value>,
    group_names: Vec<Value>,
    requests: Vec<Value>,
    open_requests: Vec<Value>,
    distributions: Vec<Value>,
    people: Vec<Value>,
    users: Vec<Value>,
    tokens: Vec<Value>,
    logins: Vec<Value>,
}

/// Adds all needs to the query but for logins, which are answered: they look across banks, and so stand alone.
pub(super) fn ask(query: &mut Query, needs: &[Need]) -> Result<Vec<Value>, Fault> {
    let mut wanted = Wanted::default();
    for need in needs {
        match need {
            Need::Partner(id) => wanted.with_group.push(id.0.into()),
            Need::PartnerNamed(key) => wanted.partner_names.push(sought(key)),
            Need::PartnerWithEmail(key) => wanted.partner_emails.push(sought(key)),
            Need::PartnerWithExternalId(id) => wanted.external_ids.push(sought(id)),
            Need::PartnerHasHistory(id) => wanted.with_history.push(id.0.into()),
            Need::Members(group) => wanted.members.push(group.0.into()),
            Need::Category(id) => wanted.categories.push(id.0.into()),
            Need::CategoryNamed(key) => wanted.category_names.push(sought(key)),
            Need::UsersOfCategory(id) => wanted.users_of.push(id.0.into()),
            Need::Item(id) => wanted.items.push(id.0.into()),
            Need::ItemNamed(key) => wanted.item_names.push(sought(key)),
            Need::Group(id) => wanted.groups.push(id.0.into()),
            Need::GroupNamed(key) => wanted.group_names.push(sought(key)),
            Need::Request(id) => wanted.requests.push(id.0.into()),
            Need::OpenRequests(partner) => wanted.open_requests.push(partner.0.into()),
            Need::Distribution(id) => wanted.distributions.push(id.0.into()),
            Need::Person(id) => wanted.people.push(id.0.into()),
            Need::Users(partner) => wanted.users.push(partner.0.into()),
            Need::Token(digest) => wanted.tokens.push(digest.0.as_slice().into()),
            Need::Login(person) => wanted.logins.push(person.0.into()),
            other => query.whole(other)?,
        }
    }
    query.partners(&mut wanted);
    query.goods(&mut wanted);
    query.requests(&mut wanted);
    query.people(&mut wanted);
    Ok(wanted.logins)
}

/// Which of these people hold a role in any bank: the one look across banks, a statement of its own. No decision expects
/// that it stays so.
pub(super) fn logins(tx: &mut Tx<'_>, people: Vec<Value>) -> Result<BTreeSet<PersonId>, Fault> {
    let sql = "select distinct person_id from partnerkit.person_roles \
               where person_id = any($1::uuid[]) and accepted_at is not null";
    Ok(ids(&tx.query(sql, [Value::List(people)])?).map(PersonId).collect())
}

impl Query {
    /// Needs that stand for themselves.
    fn whole(&mut self, need: &Need) -> Result<(), Fault> {
        match need {
            Need::Command(id) => {
                let id = self.bind(id.0);
                self.rows(Part::Answered, COMMAND, "commands", 'a', &format!("a.id = {id}"));
            }
            Need::Receipt => self.rows(Part::Receipt, RECEIPT, "imports", 'r', "true"),
            Need::PartnersLookingLike(key) => self.partners_looking_like(key),
            Need::Partners(page) => self.partner_page(page)?,
            Need::PartnerCounts => self.one(
                Part::Counts,
                "select json_agg(json_build_array(n.status, n.number)) from (select p.status, count(*) as number \
                 from partnerkit.partners p where p.bank_id = $1 group by p.status) n"
                    .to_owned(),
            ),
            Need::PartnersWithNarrowedKinds => {
                self.rows(Part::Partners, PARTNER, "partners", 'p', "p.narrowed");
            }
            Need::Categories => self.rows(Part::Categories, CATEGORY, "categories", 'c', "true"),
            Need::Items => self.rows(Part::Items, ITEM, "items", 'i', "true"),
            Need::Groups => self.rows(Part::Groups, GROUP, "groups", 'g', "true"),
            Need::Requests(page) => self.request_page(page),
            Need::Distributions(page) => self.distribution_page(page),
            Need::RequestCounts => self.one(
                Part::RequestCounts,
                "select json_agg(json_build_array(n.state, n.number, n.oldest)) from (select r.state, \
                 count(*) as number, min(r.filed_at) as oldest from partnerkit.requests r where r.bank_id = $1 \
                 group by r.state) n"
                    .to_owned(),
            ),
            Need::People => self.rows(Part::People, PERSON, "people", 'h', "true"),
            Need::BankPeople => {
                let some = "h.id in (select k.person_id from partnerkit.person_roles k \
                            where k.bank_id = $1 and k.partner_id is null)";
                self.rows(Part::People, PERSON, "people", 'h', some);
            }
            Need::PartnersWithEmails { since, after, limit } => {
                self.partners_with_emails(*since, *after, *limit);
            }
            Need::ApprovedBefore { before, after, limit } => self.approved_before(*before, *after, *limit),
            Need::ScheduledOn { day, after, limit } => self.scheduled_on(*day, *after, *limit),
            Need::Reminders(page) => self.reminder_page(page),
            _ => {}
        }
        Ok(())
    }

    /// Rows whose column is one of these.
    fn among(
        &mut self,
        part: Part,
        json: &str,
        (table, letter): (&str, char),
        (column, kind): (&str, &str),
        values: &mut Vec<Value>,
    ) {
        if !values.is_empty() {
            let values = self.one_of(std::mem::take(values), kind);
            self.rows(part, json, table, letter, &format!("{letter}.{column} {values}"));
        }
    }

    fn partners(&mut self, wanted: &mut Wanted) {
        let (part, table) = (Part::Partners, ("partners", 'p'));
        if !wanted.with_group.is_empty() {
            let ids = self.one_of(std::mem::take(&mut wanted.with_group), "uuid");
            self.rows(part, PARTNER, "partners", 'p', &format!("p.id {ids}"));
            let theirs = format!(
                "g.id in (select p.group_id from partnerkit.partners p where p.bank_id = $1 and p.id {ids})"
            );
            self.rows(Part::Groups, GROUP, "groups", 'g', &theirs);
        }
        self.among(part, PARTNER, table, ("id", "uuid"), &mut wanted.partners);
        self.among(part, PARTNER, table, ("name_key", "text"), &mut wanted.partner_names);
        self.among(part, PARTNER, table, ("email_key", "text"), &mut wanted.partner_emails);
        self.among(part, PARTNER, table, ("external_id", "text"), &mut wanted.external_ids);
        self.among(part, PARTNER, table, ("group_id", "uuid"), &mut wanted.members);
        if !wanted.with_history.is_empty() {
            let ids = self.one_of(std::mem::take(&mut wanted.with_history), "uuid");
            self.one(
                Part::WithHistory,
                format!(
                    "select json_agg(p.id) from partnerkit.partners p where p.bank_id = $1 and p.id {ids} \
                     and (exists (select 1 from partnerkit.requests r where r.bank_id = $1 and r.partner_id = p.id) \
                     or exists (select 1 from partnerkit.distributions d where d.bank_id = $1 and d.partner_id = p.id))"
                ),
            );
        }
    }

    fn goods(&mut self, wanted: &mut Wanted) {
        let categories = ("categories", 'c');
        self.among(Part::Categories, CATEGORY, categories, ("id", "uuid"), &mut wanted.categories);
        self.among(Part::Categories, CATEGORY, categories, ("name_key", "text"), &mut wanted.category_names);
        self.among(Part::Items, ITEM, ("items", 'i'), ("id", "uuid"), &mut wanted.items);
        self.among(Part::Items, ITEM, ("items", 'i'), ("name_key", "text"), &mut wanted.item_names);
        self.among(Part::Groups, GROUP, ("groups", 'g'), ("id", "uuid"), &mut wanted.groups);
        self.among(Part::Groups, GROUP, ("groups", 'g'), ("name_key", "text"), &mut wanted.group_names);
        if !wanted.users_of.is_empty() {
            let ids = self.one_of(std::mem::take(&mut wanted.users_of), "uuid");
            self.rows(Part::Items, ITEM, "items", 'i', &format!("i.category_id {ids}"));
            let with_it = format!(
                "g.id in (select c.group_id from partnerkit.group_categories c \
                 where c.bank_id = $1 and c.category_id {ids})"
            );
            self.rows(Part::Groups, GROUP, "groups", 'g', &with_it);
        }
    }

    fn requests(&mut self, wanted: &mut Wanted) {
        if !wanted.requests.is_empty() {
            let ids = self.one_of(std::mem::take(&mut wanted.requests), "uuid");
            let these = format!("r.id {ids}");
            let partners =
                format!("(select r.partner_id from partnerkit.requests r where r.bank_id = $1 and {these})");
            self.rows(Part::Requests, REQUEST, "requests", 'r', &these);
            self.rows(Part::Partners, PARTNER, "partners", 'p', &format!("p.id in {partners}"));
            let groups = format!(
                "g.id in (select p.group_id from partnerkit.partners p where p.bank_id = $1 and p.id in {partners})"
            );
            self.rows(Part::Groups, GROUP, "groups", 'g', &groups);
            let items = format!(
                "i.id in (select l.item_id from partnerkit.request_lines l \
                 where l.bank_id = $1 and l.request_id {ids})"
            );
            self.rows(Part::Items, ITEM, "items", 'i', &items);
        }
        if !wanted.open_requests.is_empty() {
            let partners = self.one_of(std::mem::take(&mut wanted.open_requests), "uuid");
            let open = RequestState::ALL.into_iter().filter(|state| state.is_open());
            let open: Vec<String> = open.map(|state| format!("'{}'", state.slug())).collect();
            let these = format!("r.partner_id {partners} and r.state in ({})", open.join(", "));
            self.rows(Part::Requests, REQUEST, "requests", 'r', &these);
            let items = format!(
                "i.id in (select l.item_id from partnerkit.request_lines l where l.bank_id = $1 and l.request_id in \
                 (select r.id from partnerkit.requests r where r.bank_id = $1 and {these}))"
            );
            self.rows(Part::Items, ITEM, "items", 'i', &items);
        }
        if !wanted.distributions.is_empty() {
            let ids = self.one_of(std::mem::take(&mut wanted.distributions), "uuid");
            let these = format!("d.id {ids}");
            self.rows(Part::Distributions, DISTRIBUTION, "distributions", 'd', &these);
            for (part, json, table, letter, column) in [
                (Part::Partners, PARTNER, "partners", 'p', "partner_id"),
                (Part::Requests, REQUEST, "requests", 'r', "request_id"),
            ] {
                let condition = format!(
                    "{letter}.id in (select d.{column} from partnerkit.distributions d where d.bank_id = $1 and {these})"
                );
                self.rows(part, json, table, letter, &condition);
            }
        }
    }

    fn people(&mut self, wanted: &mut Wanted) {
        let part = Part::People;
        self.among(part, PERSON, ("people", 'h'), ("id", "uuid"), &mut wanted.people);
        if !wanted.users.is_empty() {
            let partners = self.one_of(std::mem::take(&mut wanted.users), "uuid");
            let users = format!(
                "h.id in (select k.person_id from partnerkit.person_roles k \
                 where k.bank_id = $1 and k.partner_id {partners})"
            );
            self.rows(part, PERSON, "people", 'h', &users);
        }
        if !wanted.tokens.is_empty() {
            let digests = self.one_of(std::mem::take(&mut wanted.tokens), "bytea");
            let these = format!("t.bank_id = $1 and t.digest {digests}");
            let from = format!("from partnerkit.invitation_tokens t where {these}");
            self.one(
                Part::Tokens,
                format!("select json_agg(json_build_array(encode(t.digest, 'hex'), t.invitation)) {from}"),
            );
            self.rows(part, PERSON, "people", 'h', &format!("h.id in (select t.person_id {from})"));
            let partner = "(t.invitation #>> '{role,partner_user,partner}')::uuid";
            self.rows(
                Part::Partners,
                PARTNER,
                "partners",
                'p',
                &format!("p.id in (select {partner} {from})"),
            );
        }
    }

    fn request_page(&mut self, page: &RequestPage) {
        let mut condition = "r.bank_id = $1".to_owned();
        if let Some(partner) = page.partner {
            condition.push_str(&format!(" and r.partner_id = {}", self.bind(partner.0)));
        }
        if !page.states.is_empty() {
            let states: Vec<Value> = page.states.iter().map(|state| state.slug().into()).collect();
            condition.push_str(&format!(" and r.state = any({}::text[])", self.bind(states)));
        }
        if let Some(after) = page.after {
            condition.push_str(&format!(" and r.id < {}", self.bind(after.0)));
        }
        let most = self.bind(limit(page.limit));
        let list =
            format!("select * from partnerkit.requests r where {condition} order by r.id desc limit {most}");
        self.one(Part::Requests, format!("select json_agg({REQUEST}) from ({list}) r"));
    }

    fn distribution_page(&mut self, page: &DistributionPage) {
        let mut condition = "d.bank_id = $1".to_owned();
        if let Some(partner) = page.partner {
            condition.push_str(&format!(" and d.partner_id = {}", self.bind(partner.0)));
        }
        if let Some(after) = page.after {
            condition.push_str(&format!(" and d.id < {}", self.bind(after.0)));
        }
        let most = self.bind(limit(page.limit));
        let list = format!(
            "select * from partnerkit.distributions d where {condition} order by d.id desc limit {most}"
        );
        self.one(Part::Distributions, format!("select json_agg({DISTRIBUTION}) from ({list}) d"));
    }

    fn reminder_page(&mut self, page: &ReminderPage) {
        let mut condition = "m.bank_id = $1".to_owned();
        if let Some(partner) = page.partner {
            condition.push_str(&format!(" and m.partner_id = {}", self.bind(partner.0)));
        }
        if let Some(after) = page.after {
            condition.push_str(&format!(" and m.id > {}", self.bind(after.0)));
        }
        let most = self.bind(limit(page.limit));
        let list =
            format!("select * from partnerkit.reminders m where {condition} order by m.id limit {most}");
        self.one(Part::Reminders, format!("select json_agg({REMINDER}) from ({list}) m"));
    }

    /// Reminders of a kind that were sent to the partners whose ids `list` has.
    pub(super) fn reminders(&mut self, kind: ReminderKind, partners: &str, days: &str) {
        let condition = format!("m.partner_id in ({partners}) and m.kind = '{}'{days}", kind.slug());
        self.rows(Part::Reminders, REMINDER, "reminders", 'm', &condition);
    }
}
