//! Putting things in order.
//!
//! `collect` into an ordered map or set and the sorting of lists are written anew by the compiler for every type they are used
//! with, and for every iterator they are fed from, at some kilobytes each. A phone would carry along a quarter of a megabyte of
//! them, so here is what does the same with what is there anyway, or once.

use std::cmp::Ordering;

/// All of `items` in a map or set, put in one after the other.
pub(crate) fn gathered<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

/// `items` in the order of their keys, those with the same key as they were.
pub(crate) fn in_order<T, K: Ord>(items: Vec<T>, key: impl FnMut(&T) -> K) -> Vec<T> {
    let keys: Vec<K> = items.iter().map(key).collect();
    let places = places(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| items.get_mut(place)?.take()).collect()
}

/// The places from 0 to `count`, in the order that `compare` says.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn what_has_the_same_key_stays_as_it_was() {
        let all: Vec<(u32, u32)> = (0..1_000).map(|n| ((n * 7_919) % 13, n)).collect();
        let mut sorted = all.clone();
        sorted.sort_by_key(|(key, _)| *key);
        assert_eq!(in_order(all, |(key, _)| *key), sorted);
        assert_eq!(in_order(Vec::<u32>::new(), |n| *n), Vec::<u32>::new());
    }

    #[test]
    fn what_is_gathered_is_what_is_collected() {
        let all = [(3, 'a'), (1, 'b'), (3, 'c')];
        assert_eq!(gathered::<BTreeMap<_, _>, _>(all), all.into_iter().collect());
        assert_eq!(gathered::<BTreeSet<_>, _>(all), all.into_iter().collect());
    }
}
