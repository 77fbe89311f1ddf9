//! The list of all cases, and the macro that makes a test of each.

use crate::TestBank;

/// A case: what it is about, its name, and the function that panics when a store breaks the promise.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The module it stands in.
    pub theme: &'static str,
    /// Its name.
    pub name: &'static str,
    /// See [`crate::run`].
    pub run: fn(&TestBank<'_>),
}

macro_rules! listed {
    ([] $(($theme:ident $case:ident))*) => {
        /// All cases, for hosts that run them otherwise than by [`store_conformance!`](crate::store_conformance).
        pub const CASES: &[Case] = &[$(Case {
            theme: stringify!($theme),
            name: stringify!($case),
            run: crate::cases::$theme::$case,
        }),*];
    };
}
crate::__each_case!([listed]);

/// Makes one `#[test]` of every case, each on a fresh store.
///
/// Takes a name for the module of tests, and something to call that gives a fresh store.
///
/// ```
/// use partnerkit::store::memory::MemoryStore;
///
/// partnerkit_testkit::store_conformance!(memory, MemoryStore::new);
/// ```
///
/// A store that needs something beside it for as long as it lives, like a directory, comes as [`Kept`](crate::Kept).
#[macro_export]
macro_rules! store_conformance {
    ($name:ident, $make:expr) => {
        mod $name {
            #[allow(unused_imports, reason = "whatever the expression names stands outside")]
            use super::*;
            $crate::__each_case!([$crate::__tests] $make);
        }
    };
}

/// One test a case.
#[doc(hidden)]
#[macro_export]
macro_rules! __tests {
    ([$make:expr] $(($theme:ident $case:ident))*) => {$(
        #[test]
        fn $case() {
            let make = $make;
            $crate::run(&make(), $crate::cases::$theme::$case);
        }
    )*};
}

/// Hands the list of all cases to a macro.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_case {
    ([$($then:tt)*] $($rest:tt)*) => {
        $($then)*! {
            [$($rest)*]
            (rows banks_are_listed_by_name_then_id)
            (rows an_unknown_bank_has_nothing)
            (rows a_bank_comes_back_as_written)
            (rows a_category_comes_back_as_written)
            (rows an_item_comes_back_as_written)
            (rows a_group_comes_back_as_written)
            (rows a_partner_comes_back_as_written)
            (rows every_standing_comes_back)
            (rows a_request_comes_back_as_written)
            (rows a_distribution_comes_back_as_written)
            (rows a_request_keeps_its_distribution)
            (rows texts_come_back_as_given)
            (rows an_update_leaves_other_rows_alone)
            (rows an_update_replaces_what_hangs_on_the_row)
            (rows a_removed_row_takes_along_what_hangs_on_it)
            (rows a_removed_partner_leaves_its_keys_and_its_history)
            (needs what_is_not_there_is_not_found)
            (needs needs_add_up)
            (needs a_partner_is_found_by_each_of_its_keys)
            (needs look_alikes_are_found_five_at_most)
            (needs names_without_looks_look_like_nothing)
            (needs members_are_found)
            (needs partners_with_narrowed_kinds_are_found)
            (needs categories_items_and_groups_are_found)
            (needs users_of_a_category_are_found)
            (needs a_request_is_found_with_what_it_is_about)
            (needs open_requests_are_found)
            (needs a_distribution_is_found_with_what_it_is_about)
            (needs any_request_or_distribution_is_history)
            (needs partners_are_counted_by_status)
            (pages partners_come_sorted_by_name_page_by_page)
            (pages partners_come_in_every_order)
            (pages requests_are_counted)
            (pages a_page_of_partners_has_their_groups)
            (pages partners_are_filtered_by_status)
            (pages partners_are_filtered_by_group)
            (pages partners_are_filtered_by_text)
            (pages the_limit_counts_what_passes_the_filter)
            (pages requests_come_newest_first)
            (pages distributions_come_newest_first)
            (people a_person_comes_back_as_written)
            (people a_role_refers_to_its_partner)
            (people people_are_found_by_their_roles)
            (people a_login_is_a_role_held_in_any_bank)
            (people roles_are_found_across_banks)
            (people a_token_is_found_by_its_digest)
            (people a_token_is_kept_as_long_as_its_person)
            (changes a_change_set_is_written_whole)
            (changes a_change_set_may_only_record_its_command)
            (changes writes_are_done_in_their_order)
            (changes a_command_is_recorded_once)
            (changes a_stale_command_may_be_tried_again)
            (changes a_command_id_belongs_to_its_bank)
            (changes an_absent_row_is_expected)
            (changes a_version_is_expected)
            (changes a_seq_is_expected)
            (changes all_expectations_must_hold)
            (changes a_late_refusal_undoes_the_whole)
            (changes nothing_is_written_to_an_unknown_bank)
            (keys a_partner_name_is_held_once)
            (keys an_email_is_held_once)
            (keys an_external_id_is_held_once)
            (keys category_item_and_group_names_are_held_once)
            (keys a_key_given_up_is_free)
            (keys one_change_set_cannot_hold_a_key_twice)
            (keys a_request_has_one_live_distribution)
            (keys a_row_does_not_stand_in_its_own_way)
            (references what_a_row_refers_to_must_be_there)
            (references what_is_referred_to_cannot_be_removed)
            (references a_request_may_name_its_distribution_first)
            (references references_of_another_bank_do_not_count)
            (log events_are_numbered_without_gaps)
            (log history_is_read_by_page_and_by_partner)
            (log events_come_back_as_appended)
            (log messages_come_back_in_their_order)
            (log messages_are_read_by_page_and_by_partner)
            (due a_reminder_comes_back_as_written)
            (due reminders_come_page_by_page)
            (due a_reminder_goes_out_once)
            (due partners_with_emails_come_with_their_groups_and_reminders)
            (due partners_approved_before_a_moment_are_found)
            (due distributions_of_a_day_are_found)
            (due banks_have_schedules_of_their_own)
            (outbox messages_are_handed_out_oldest_first)
            (outbox a_lease_keeps_others_away_until_it_ends)
            (outbox what_failed_comes_back_in_its_time)
            (outbox what_was_sent_never_comes_back)
            (outbox what_was_given_up_never_comes_back)
            (outbox a_lease_that_was_lost_is_told_apart)
            (outbox outcomes_are_noted_one_after_the_other)
            (outbox of_many_claimers_each_gets_others)
            (outbox each_bank_has_its_own_outbox)
            (imports an_import_is_written_whole)
            (imports imported_partners_are_like_any_other)
            (imports a_bank_imports_once)
            (imports removing_what_was_imported_gives_no_second_chance)
            (imports a_dropped_import_keeps_the_chance)
            (imports rows_that_fail_leave_nothing)
            (imports an_import_expects)
            (imports imported_partners_may_be_in_groups)
            (imports an_import_may_add_nobody)
            (imports each_bank_has_its_own_chance)
            (imports an_unknown_bank_imports_nothing)
            (imports a_long_file_is_written_whole)
            (clashes a_key_of_an_earlier_line_clashes)
            (clashes a_key_of_a_partner_clashes)
            (clashes the_keys_of_one_row_may_clash_with_several)
            (clashes a_key_held_by_both_clashes_with_both)
            (clashes rows_with_a_problem_hold_their_keys)
            (clashes names_that_look_alike_are_told)
            (clashes a_name_looks_like_one_other_at_most)
            (clashes a_name_that_is_held_does_not_also_look_alike)
            (clashes names_without_looks_do_not_look_alike)
            (clashes only_partners_of_the_bank_clash)
            (clashes looking_alike_stops_nothing)
            (races of_two_imports_at_once_one_wins)
            (races of_eight_imports_at_once_one_wins)
            (races no_update_is_lost)
            (races one_name_is_given_once)
            (races one_command_is_done_once)
            (races nobody_sees_half)
            (races banks_work_side_by_side)
            (faults any_call_may_fail)
            (faults any_answer_may_get_lost)
            (whole a_bank_moves_from_store_to_store)
            (whole a_bank_taken_in_goes_on)
            (whole a_bank_that_is_there_is_not_taken_in)
            (whole pieces_that_do_not_fit_leave_nothing)
            (whole a_giver_that_fails_leaves_nothing)
            (whole what_is_taken_out_is_one_view)
            (whole an_unknown_bank_has_no_pieces)
            (whole the_file_is_the_same_from_every_store)
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A case that is written and not listed would never run.
    #[test]
    fn every_case_is_listed() {
        for (theme, source) in [
            ("rows", include_str!("cases/rows.rs")),
            ("needs", include_str!("cases/needs.rs")),
            ("pages", include_str!("cases/pages.rs")),
            ("people", include_str!("cases/people.rs")),
            ("changes", include_str!("cases/changes.rs")),
            ("keys", include_str!("cases/keys.rs")),
            ("references", include_str!("cases/references.rs")),
            ("log", include_str!("cases/log.rs")),
            ("due", include_str!("cases/due.rs")),
            ("outbox", include_str!("cases/outbox.rs")),
            ("imports", include_str!("cases/imports.rs")),
            ("clashes", include_str!("cases/clashes.rs")),
            ("races", include_str!("cases/races.rs")),
            ("faults", include_str!("cases/faults.rs")),
            ("whole", include_str!("cases/whole.rs")),
        ] {
            let written = source.lines().filter_map(|line| line.strip_prefix("pub fn ")?.split('(').next());
            let listed = CASES.iter().filter(|case| case.theme == theme).map(|case| case.name);
            assert_eq!(written.collect::<Vec<_>>(), listed.collect::<Vec<_>>(), "{theme}");
        }
    }
}
