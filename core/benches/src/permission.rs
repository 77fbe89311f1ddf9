//! Whether a partner may request an item: 10,000 partners, 100 groups, 1,000 items.

use std::hint::black_box;

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use partnerkit::bank::Bank;
use partnerkit::id::{CategoryId, GroupId, ItemId, PartnerId};
use partnerkit::item::{Group, Item};
use partnerkit::partner::{Exception, ExceptionRule, Partner};
use partnerkit::permission::permitted;

use crate::race::{Shuffled, best};
use crate::sample::{self, at};
use crate::table::{Goal, row};

const PARTNERS: usize = 10_000;
const GROUPS: usize = 100;
const ITEMS: usize = 1_000;
const CATEGORIES: usize = 50;
const QUESTIONS: usize = 1 << 15;
const ROUNDS: usize = 60;

/// A bank with all its rows. Every partner is in a group that may request a fifth of the categories, and one in four
/// has an exception.
pub struct World {
    pub bank: Bank,
    pub partners: Vec<Partner>,
    /// The place of each partner's group.
    pub group_of: Vec<usize>,
    pub groups: Vec<Group>,
    pub items: Vec<Item>,
    pub today: NaiveDate,
}

impl World {
    fn new() -> Self {
        let mut shuffled = Shuffled::new();
        let mut groups: Vec<Group> = (0..GROUPS).map(sample::group).collect();
        for group in &mut groups {
            group.categories =
                (0..CATEGORIES / 5).map(|_| sample::id(4, shuffled.below(CATEGORIES))).collect();
        }
        let items = (0..ITEMS).map(|n| sample::item(n, CATEGORIES)).collect();
        let mut partners: Vec<Partner> = (0..PARTNERS).map(sample::partner).collect();
        let group_of: Vec<usize> = (0..PARTNERS).map(|_| shuffled.below(GROUPS)).collect();
        for (n, (partner, group)) in partners.iter_mut().zip(&group_of).enumerate() {
            partner.details.group = Some(sample::id(3, *group));
            if n.is_multiple_of(4) {
                let rule = if n.is_multiple_of(8) { ExceptionRule::Allow } else { ExceptionRule::Deny };
                let item = sample::id(5, shuffled.below(ITEMS));
                partner.exceptions.insert(item, Exception { rule, last_day: None });
            }
        }
        Self { bank: sample::bank(), partners, group_of, groups, items, today: at().date_naive() }
    }

    /// Partner, group and item of a question.
    pub fn rows(&self, (partner, item): (usize, usize)) -> Option<(&Partner, &Group, &Item)> {
        let group = self.groups.get(*self.group_of.get(partner)?)?;
        Some((self.partners.get(partner)?, group, self.items.get(item)?))
    }

    fn is_permitted(&self, question: (usize, usize)) -> bool {
        self.rows(question).is_some_and(|(partner, group, item)| {
            permitted(&self.bank, partner, Some(group), item, self.today).is_permitted()
        })
    }
}

/// The same as two bare look-ups: is there an exception, is the category the group's. Ids and nothing else, side by side.
struct LookUps {
    partners: Vec<(PartnerId, GroupId)>,
    items: Vec<(ItemId, Option<CategoryId>)>,
    exceptions: HashMap<(PartnerId, ItemId), bool>,
    granted: HashSet<(GroupId, CategoryId)>,
}

impl LookUps {
    fn new(world: &World) -> Self {
        let mut look_ups = Self {
            partners: Vec::new(),
            items: Vec::new(),
            exceptions: HashMap::new(),
            granted: HashSet::new(),
        };
        for partner in &world.partners {
            look_ups.partners.extend(partner.details.group.map(|group| (partner.id, group)));
            for (item, exception) in &partner.exceptions {
                let allowed = exception.rule == ExceptionRule::Allow;
                look_ups.exceptions.insert((partner.id, *item), allowed);
            }
        }
        for group in &world.groups {
            look_ups.granted.extend(group.categories.iter().map(|category| (group.id, *category)));
        }
        let usable =
            |item: &Item| item.details.category.filter(|_| item.details.active && item.details.visible);
        look_ups.items = world.items.iter().map(|item| (item.id, usable(item))).collect();
        look_ups
    }

    fn is_permitted(&self, (partner, item): (usize, usize)) -> bool {
        let (Some((partner, group)), Some((item, category))) =
            (self.partners.get(partner), self.items.get(item))
        else {
            return false;
        };
        let Some(category) = category else { return false };
        match self.exceptions.get(&(*partner, *item)) {
            Some(allowed) => *allowed,
            None => self.granted.contains(&(*group, *category)),
        }
    }
}

pub fn bench() -> crate::Outcome {
    let world = World::new();
    let look_ups = LookUps::new(&world);
    let mut shuffled = Shuffled::new();
    let questions: Vec<(usize, usize)> =
        (0..QUESTIONS).map(|_| (shuffled.below(PARTNERS), shuffled.below(ITEMS))).collect();
    let yes = |is_permitted: &dyn Fn((usize, usize)) -> bool| {
        questions.iter().filter(|question| is_permitted(**question)).count()
    };
    let ours = yes(&|question| world.is_permitted(question));
    if ours != yes(&|question| look_ups.is_permitted(question)) {
        return Err("the look-ups answer otherwise".into());
    }
    let mut one = || {
        black_box(questions.iter().filter(|question| world.is_permitted(**question)).count());
    };
    let mut two_look_ups = || {
        black_box(questions.iter().filter(|question| look_ups.is_permitted(**question)).count());
    };
    let [one, two] = best(ROUNDS, QUESTIONS, [&mut one, &mut two_look_ups]);
    row("`permitted` in random order", "ns", one, Some(("two hash look-ups", two)), Goal::AtMost(2.0));
    catalogue(&world, &look_ups);
    #[cfg(feature = "others")]
    for (name, time) in crate::other_policies::times(&world, &questions)? {
        row("`permitted` in random order", "ns", one, Some((name, time)), Goal::Faster(200.0));
    }
    Ok(())
}

/// All items for one partner after the other.
fn catalogue(world: &World, look_ups: &LookUps) {
    const SHOPPERS: usize = 30;
    let all = |shopper: usize| (0..ITEMS).map(move |item| (shopper * 331, item));
    let mut ours = || {
        for shopper in 0..SHOPPERS {
            black_box(all(shopper).filter(|question| world.is_permitted(*question)).count());
        }
    };
    let mut two_look_ups = || {
        for shopper in 0..SHOPPERS {
            black_box(all(shopper).filter(|question| look_ups.is_permitted(*question)).count());
        }
    };
    let [ours, two] = best(ROUNDS, ITEMS * SHOPPERS, [&mut ours, &mut two_look_ups]);
    row(
        "the catalogue of a partner, an item",
        "ns",
        ours,
        Some(("two hash look-ups", two)),
        Goal::AtMost(2.0),
    );
}
