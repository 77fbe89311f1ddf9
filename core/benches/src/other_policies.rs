//! The same permission by engines for policies.

use std::collections::{HashMap, HashSet};
use std::hint::black_box;

use casbin::{CoreApi, DefaultModel, Enforcer, MgmtApi};
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request, RestrictedExpression,
};
use partnerkit::permission::permitted;

use crate::Outcome;
use crate::permission::World;
use crate::race::best;

/// Nanoseconds for a question, by crate.
pub fn times(world: &World, questions: &[(usize, usize)]) -> Outcome<Vec<(&'static str, f64)>> {
    Ok(vec![
        ("cedar-policy", by_cedar(world, questions.get(..1_000).unwrap_or_default())?),
        ("casbin", by_casbin(world, questions.get(..50).unwrap_or_default())?),
    ])
}

const POLICY: &str = r#"
permit (principal, action, resource)
when { resource.active && resource.visible &&
       (principal.allowed.contains(resource) || principal.group.categories.contains(resource.category)) };
forbid (principal, action, resource) when { principal.denied.contains(resource) };
"#;

fn uid(kind: &str, id: impl ToString) -> Outcome<EntityUid> {
    Ok(format!("{kind}::\"{}\"", id.to_string()).parse()?)
}

fn reference(kind: &str, id: impl ToString) -> Outcome<RestrictedExpression> {
    Ok(RestrictedExpression::new_entity_uid(uid(kind, id)?))
}

fn entity<const N: usize>(name: EntityUid, attributes: [(&str, RestrictedExpression); N]) -> Outcome<Entity> {
    let attributes: HashMap<_, _> =
        attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Ok(Entity::new(name, attributes, HashSet::new())?)
}

fn entities(world: &World) -> Outcome<Entities> {
    let mut all = Vec::new();
    for group in &world.groups {
        let categories: Vec<_> =
            group.categories.iter().map(|id| reference("Category", id)).collect::<Outcome<_>>()?;
        let categories = RestrictedExpression::new_set(categories);
        all.push(entity(uid("Group", group.id)?, [("categories", categories)])?);
    }
    for item in &world.items {
        let category = item.details.category.ok_or("every item has a category")?;
        let attributes = [
            ("active", RestrictedExpression::new_bool(item.details.active)),
            ("visible", RestrictedExpression::new_bool(item.details.visible)),
            ("category", reference("Category", category)?),
        ];
        all.push(entity(uid("Item", item.id)?, attributes)?);
    }
    for partner in &world.partners {
        let (mut allowed, mut denied) = (Vec::new(), Vec::new());
        for (item, exception) in &partner.exceptions {
            let allows = exception.rule == partnerkit::partner::ExceptionRule::Allow;
            (if allows { &mut allowed } else { &mut denied }).push(reference("Item", item)?);
        }
        let group = partner.details.group.ok_or("every partner has a group")?;
        let attributes = [
            ("group", reference("Group", group)?),
            ("allowed", RestrictedExpression::new_set(allowed)),
            ("denied", RestrictedExpression::new_set(denied)),
        ];
        all.push(entity(uid("Partner", partner.id)?, attributes)?);
    }
    Ok(Entities::from_entities(all, None)?)
}

fn by_cedar(world: &World, questions: &[(usize, usize)]) -> Outcome<f64> {
    let (policies, entities): (PolicySet, _) = (POLICY.parse()?, entities(world)?);
    let action = uid("Action", "request")?;
    let mut requests = Vec::new();
    let mut expected = Vec::new();
    for question in questions {
        let (partner, group, item) = world.rows(*question).ok_or("all rows are there")?;
        let (principal, resource) = (uid("Partner", partner.id)?, uid("Item", item.id)?);
        requests.push(Request::new(principal, action.clone(), resource, Context::empty(), None)?);
        expected.push(permitted(&world.bank, partner, Some(group), item, world.today).is_permitted());
    }
    let authorizer = Authorizer::new();
    let ask = |request| authorizer.is_authorized(request, &policies, &entities).decision() == Decision::Allow;
    if requests.iter().map(ask).ne(expected) {
        return Err("cedar-policy answers otherwise".into());
    }
    let mut all = || {
        black_box(requests.iter().filter(|request| ask(request)).count());
    };
    let [time] = best(10, questions.len(), [&mut all]);
    Ok(time)
}

const MODEL: &str = "
[request_definition]
r = partner, item
[policy_definition]
p = group, category
[role_definition]
g = _, _
g2 = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.partner, p.group) && g2(r.item, p.category)
";

/// Groups and categories only: exceptions would make it slower yet.
fn by_casbin(world: &World, questions: &[(usize, usize)]) -> Outcome<f64> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let enforcer = runtime.block_on(async {
        let model = DefaultModel::from_str(MODEL).await?;
        let mut enforcer = Enforcer::new(model, casbin::MemoryAdapter::default()).await?;
        let of_group = |group: &partnerkit::item::Group| {
            let id = group.id.to_string();
            group
                .categories
                .iter()
                .map(move |category| vec![id.clone(), category.to_string()])
                .collect::<Vec<_>>()
        };
        enforcer.add_policies(world.groups.iter().flat_map(of_group).collect()).await?;
        let groups = world
            .partners
            .iter()
            .filter_map(|partner| Some(vec![partner.id.to_string(), partner.details.group?.to_string()]));
        enforcer.add_named_grouping_policies("g", groups.collect()).await?;
        let categories = world
            .items
            .iter()
            .filter_map(|item| Some(vec![item.id.to_string(), item.details.category?.to_string()]));
        enforcer.add_named_grouping_policies("g2", categories.collect()).await?;
        casbin::Result::Ok(enforcer)
    })?;
    let mut asked = Vec::new();
    for question in questions {
        let (partner, _, item) = world.rows(*question).ok_or("all rows are there")?;
        asked.push((partner.id.to_string(), item.id.to_string()));
    }
    let mut all = || {
        black_box(
            asked
                .iter()
                .filter(|(partner, item)| enforcer.enforce((partner, item)).is_ok_and(|yes| yes))
                .count(),
        );
    };
    let [time] = best(3, questions.len(), [&mut all]);
    Ok(time)
}
