//! The model of item permission says what section 7 of the rulebook says, example by example, and the library says what
//! the model says, over every combination there is.

use partnerkit::bank::UngroupedMayRequest;
use partnerkit::partner::{Exception, ExceptionRule};
use partnerkit_testkit::model::{cap, permitted};
use partnerkit_testkit::sample::{self, category_id, day, item_id};

#[test]
fn the_library_permits_what_the_model_permits() {
    let mut exceptions = vec![None];
    for rule in [ExceptionRule::Allow, ExceptionRule::Deny] {
        exceptions.extend([None, Some(9), Some(10), Some(11)].map(|last_day| Some((rule, last_day))));
    }
    let categories = [None, Some(category_id(1)), Some(category_id(2))];
    let settings = [UngroupedMayRequest::All, UngroupedMayRequest::None];
    let mut compared = 0;
    for exception in exceptions {
        for bits in 0_u32..32 {
            let is = |bit: u32| bits & (1 << bit) != 0;
            for category in categories {
                for setting in settings {
                    let mut scene = Scene::new(exception);
                    scene.bank.settings.ungrouped_may_request = setting;
                    scene.item.details.category = category;
                    (scene.item.details.active, scene.item.details.visible) = (is(0), is(1));
                    if is(2) {
                        scene.group.categories.clear();
                    }
                    if is(3) {
                        scene.group.caps.clear();
                    }
                    scene.compare(is(4));
                    compared += 1;
                }
            }
        }
    }
    assert_eq!(compared, 9 * 32 * 3 * 2);
}

/// A bank, a partner with or without an exception, a group that permits category 1 and caps item 1, and item 1.
struct Scene {
    bank: partnerkit::bank::Bank,
    partner: partnerkit::partner::Partner,
    group: partnerkit::item::Group,
    item: partnerkit::item::Item,
}

impl Scene {
    fn new(exception: Option<(ExceptionRule, Option<u64>)>) -> Self {
        let mut scene = Self {
            bank: sample::bank(sample::bank_id(1)),
            partner: sample::partner(1),
            group: sample::group(1),
            item: sample::item(1),
        };
        scene.group.categories = [category_id(1)].into();
        scene.group.caps = [(item_id(1), 5)].into();
        scene.item.details.category = Some(category_id(1));
        if let Some((rule, last_day)) = exception {
            let exception = Exception { rule, last_day: last_day.map(day) };
            scene.partner.exceptions.insert(item_id(1), exception);
        }
        scene
    }

    fn grouped(&self, today: u64) -> bool {
        permitted(&self.bank, &self.partner, Some(&self.group), &self.item, day(today))
    }

    fn ungrouped(&self, today: u64) -> bool {
        permitted(&self.bank, &self.partner, None, &self.item, day(today))
    }

    /// Compares the library with the model on day 10. The cap counts only where the item is permitted at all.
    fn compare(&self, grouped: bool) {
        let Self { bank, partner, group, item } = self;
        let group = grouped.then_some(group);
        let told = partnerkit::permission::permitted(bank, partner, group, item, day(10));
        let expected = permitted(bank, partner, group, item, day(10));
        assert_eq!(told.is_permitted(), expected, "{item:?} for {partner:?} in {group:?}");
        if expected {
            assert_eq!(told.cap, cap(partner, group, item, day(10)), "{item:?} for {partner:?} in {group:?}");
        }
    }

    fn cap(&self, today: u64) -> Option<u32> {
        cap(&self.partner, Some(&self.group), &self.item, day(today))
    }
}

#[test]
fn a_group_permits_its_categories() {
    let mut scene = Scene::new(None);
    assert!(scene.grouped(1));
    scene.item.details.category = Some(category_id(2));
    assert!(!scene.grouped(1));
    scene.item.details.category = None;
    assert!(!scene.grouped(1), "an item in no category");
    scene.item.details.category = Some(category_id(1));
    scene.group.categories.clear();
    assert!(!scene.grouped(1), "a group without categories");
}

#[test]
fn without_a_group_the_bank_decides() {
    let mut scene = Scene::new(None);
    scene.item.details.category = None;
    assert!(scene.ungrouped(1));
    scene.bank.settings.ungrouped_may_request = UngroupedMayRequest::None;
    assert!(!scene.ungrouped(1));
    assert!(Scene::new(None).grouped(1), "the setting is not about groups");
}

#[test]
fn an_exception_wins_over_the_group_until_its_last_day_has_passed() {
    use ExceptionRule::{Allow, Deny};
    for last_day in [None, Some(10)] {
        let mut allowed = Scene::new(Some((Allow, last_day)));
        allowed.group.categories.clear();
        allowed.bank.settings.ungrouped_may_request = UngroupedMayRequest::None;
        let denied = Scene::new(Some((Deny, last_day)));
        for today in [9, 10, 11] {
            let holds = last_day.is_none() || today <= 10;
            assert_eq!((allowed.grouped(today), allowed.ungrouped(today)), (holds, holds), "day {today}");
            assert_eq!((denied.grouped(today), denied.ungrouped(today)), (!holds, !holds), "day {today}");
            assert_eq!(allowed.cap(today), if holds { None } else { Some(5) });
            assert_eq!(denied.cap(today), Some(5));
        }
    }
}

#[test]
fn nothing_wins_over_inactive_or_hidden() {
    for exception in [None, Some((ExceptionRule::Allow, None))] {
        for (active, visible) in [(false, true), (true, false), (false, false)] {
            let mut scene = Scene::new(exception);
            (scene.item.details.active, scene.item.details.visible) = (active, visible);
            assert!(!scene.grouped(1) && !scene.ungrouped(1));
        }
    }
}

#[test]
fn without_a_group_there_is_no_cap() {
    let scene = Scene::new(None);
    assert_eq!(cap(&scene.partner, None, &scene.item, day(1)), None);
    assert_eq!(scene.cap(1), Some(5));
}
