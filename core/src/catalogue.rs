//! The catalogue: every code there is, with its category, its parameters and its sentences.
//!
//! The slug is the contract: it is never renamed and never used again for something else. A code names a cause. Adding a
//! code here is all that is needed for it to appear in the wire format, in `describe()` and in the README.

use serde::{Deserialize, Serialize};

use crate::error::Params;
use crate::language::Language;
use crate::order::gathered;
use crate::words;

/// What kind of "no" it is. The first four may be shown to users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// The input itself is wrong, whatever the state.
    InvalidInput,
    /// The input is fine; the rules say no in this state.
    Rejected,
    /// Somebody else was there first, or holds what was asked for.
    Conflict,
    /// It does not exist, or it belongs to somebody else.
    NotFound,
    /// The store failed; nothing was written.
    Store,
    /// A mistake in this library or in a store. Please report it.
    Bug,
}

/// Who reads the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// A person of the bank.
    Staff,
    /// A person of the partner.
    Partner,
}

macro_rules! catalogue {
    ($($name:ident $slug:literal $category:ident [$($param:literal),*];)*) => {
        // A code without a sentence, or one with a value in it that is no parameter of the code, does not compile.
        $(const _: () = {
            assert!(words::is_sentence_of($slug, &[$($param),*]), $slug);
            let partner = concat!($slug, ".partner");
            assert!(!words::is_text(partner) || words::is_sentence_of(partner, &[$($param),*]), $slug);
        };)*

        /// A stable code. See the generated table in the README for all of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $slug, "`")] #[serde(rename = $slug)] $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable text of the code.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),* }
            }

            /// What kind of "no" it is.
            #[must_use]
            pub const fn category(self) -> Category {
                match self { $(Self::$name => Category::$category),* }
            }

            /// The names of the parameters every reason with this code carries.
            #[must_use]
            pub const fn params(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($param),*]),* }
            }
        }
    };
}

impl Code {
    /// The sentence for `audience` with the parameters filled in. Text given by users stands in back-ticks.
    #[must_use]
    pub fn sentence(self, language: Language, audience: Audience, params: &Params) -> String {
        words::sentence(language, self, audience, params)
    }

    /// The sentence for `audience`, with `{name}` where a parameter goes.
    #[must_use]
    pub fn template(self, language: Language, audience: Audience) -> String {
        let named = |name: &&str| ((*name).to_owned(), format!("{{{name}}}").into());
        self.sentence(language, audience, &gathered(self.params().iter().map(named)))
    }

    /// Whether the same call may succeed when simply made again.
    #[must_use]
    pub const fn is_retryable(self) -> bool {
        matches!(self, Self::StoreBusy | Self::StoreUnavailable | Self::TooManyConflicts)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.slug())
    }
}

catalogue! {


    // Who and what.
    NotFound "not_found" NotFound ["what"];
    NotPermitted "not_permitted" Rejected ["needs"];
    RoleNotHeld "role_not_held" Rejected ["needs"];

    // Statuses and transitions. Each names the state of things that is in the way.
    NotInvitedYet "not_invited_yet" Rejected ["partner"];
    AlreadyInvited "already_invited" Rejected ["partner"];
    AlreadySubmitted "already_submitted" Rejected ["partner"];
    AlreadyApproved "already_approved" Rejected ["partner"];
    NotSubmittedYet "not_submitted_yet" Rejected ["partner"];
    NotApprovedYet "not_approved_yet" Rejected ["partner"];
    RecertificationRequired "recertification_required" Rejected ["partner"];
    PartnerDeactivated "partner_deactivated" Rejected ["partner"];
    NotDeactivated "not_deactivated" Rejected ["partner"];
    PartnerHasHistory "partner_has_history" Rejected ["partner"];
    EmailsOff "emails_off" Rejected ["partner"];
    NoSchedule "no_schedule" Rejected [];

    // Reminders and recertification by date.
    DeadlineMissing "deadline_missing" InvalidInput [];
    FirstMonthMissing "first_month_missing" InvalidInput ["every_months"];
    ReminderOnDeadline "reminder_on_deadline" InvalidInput ["day"];

    NoReminderThatDay "no_reminder_that_day" Rejected ["day"];
    NotEligibleThen "not_eligible_then" Rejected ["partner", "day", "since"];
    DailyJobMissed "daily_job_missed" Rejected ["day"];
    NoInterval "no_interval" Rejected [];
    DistributionRemindersOff "distribution_reminders_off" Rejected [];

    // Partners.
    NameMissing "name_missing" InvalidInput [];
    NameTooLong "name_too_long" InvalidInput ["length", "most"];
    NameTaken "name_taken" Conflict ["name", "what"];
    EmailMissing "email_missing" InvalidInput [];
    EmailInvalid "email_invalid" InvalidInput ["value"];
    EmailSeveral "email_several" InvalidInput ["value"];
    EmailTaken "email_taken" Conflict ["email", "partner"];
    ExternalIdTaken "external_id_taken" Conflict ["external_id", "partner"];
    IdTaken "id_taken" Conflict ["what"];
    QuotaInvalid "quota_invalid" InvalidInput ["value"];
    TextMissing "text_missing" InvalidInput ["field"];
    TextTooLong "text_too_long" InvalidInput ["field", "length", "most"];
    ControlCharacter "control_character" InvalidInput ["field"];
    NotYesOrNo "not_yes_or_no" InvalidInput ["value"];
    NumberOutOfRange "number_out_of_range" InvalidInput ["field", "value", "least", "most"];
    TimeZoneUnknown "time_zone_unknown" InvalidInput ["value"];
    NothingToChange "nothing_to_change" InvalidInput [];
    NoteMissing "note_missing" InvalidInput [];
    ReasonMissing "reason_missing" InvalidInput [];
    LooksAlike "looks_alike" Rejected ["value", "other"];
    InvisibleCharacter "invisible_character" Rejected ["field"];
    FormulaLike "formula_like" Rejected ["value"];
    ContactChanged "contact_changed" Rejected ["partner", "person"];
    TooManyPartners "too_many_partners" InvalidInput ["count", "most"];

    // A bank's own texts of messages.
    PlaceholderUnknown "placeholder_unknown" InvalidInput ["placeholder", "known"];
    PlaceholderMissing "placeholder_missing" InvalidInput ["placeholder"];

    // People.
    RoleHeld "role_held" Rejected ["email"];
    LastAdmin "last_admin" Rejected [];
    LastUser "last_user" Rejected ["partner"];
    NoPeople "no_people" InvalidInput [];
    InvitationInvalid "invitation_invalid" Rejected [];
    InvitationExpired "invitation_expired" Rejected [];
    InvitationUsed "invitation_used" Rejected [];

    // Import.
    AlreadyImported "already_imported" Conflict ["receipt"];
    ImportKeyReused "import_key_reused" Conflict ["receipt"];
    ImportRefused "import_refused" InvalidInput ["report"];
    ImportEmpty "import_empty" InvalidInput [];
    ImportNoRows "import_no_rows" InvalidInput [];
    ImportCancelled "import_cancelled" Rejected [];
    ImportUnreadable "import_unreadable" Store [];
    EncodingUnknown "encoding_unknown" InvalidInput [];
    HeaderMissing "header_missing" InvalidInput ["header"];
    HeaderEmpty "header_empty" InvalidInput [];
    HeaderUnknown "header_unknown" InvalidInput ["header"];
    HeaderDuplicate "header_duplicate" InvalidInput ["header", "first_column"];
    HeaderStatus "header_status" InvalidInput ["header"];
    NameDuplicate "name_duplicate" InvalidInput ["value", "first_line"];
    EmailDuplicate "email_duplicate" InvalidInput ["value", "first_line"];
    ExternalIdDuplicate "external_id_duplicate" InvalidInput ["value", "first_line"];
    GroupUnknown "group_unknown" InvalidInput ["value"];
    CellWithoutHeader "cell_without_header" InvalidInput ["value"];
    RowTooLong "row_too_long" InvalidInput ["cells", "columns"];
    RowTooLarge "row_too_large" InvalidInput ["most"];
    QuoteUnclosed "quote_unclosed" InvalidInput [];
    OutputFailed "output_failed" Store [];
    OtherFile "other_file" InvalidInput [];

    // Groups, categories, items.
    GroupHasMembers "group_has_members" Rejected ["group", "members"];
    CategoryInUse "category_in_use" Rejected ["category", "items", "groups"];
    GroupIsDestination "group_is_destination" InvalidInput [];
    UnitInvalid "unit_invalid" InvalidInput ["unit"];

    // What a partner may request.
    ItemInactive "item_inactive" Rejected ["item"];
    ItemHidden "item_hidden" Rejected ["item"];
    ItemNotInGroup "item_not_in_group" Rejected ["item", "group", "category"];
    ItemWithoutCategory "item_without_category" Rejected ["item", "group"];
    ItemDenied "item_denied" Rejected ["item", "partner"];
    UngroupedMayRequestNothing "ungrouped_may_request_nothing" Rejected ["item", "partner"];
    OverCap "over_cap" Rejected ["item", "group", "cap", "quantity"];

    // Profile: what is saved.
    ProfileFieldUnknown "profile_field_unknown" InvalidInput ["field"];
    ProfileFieldRetired "profile_field_retired" Rejected ["field"];
    ProfileSectionOff "profile_section_off" Rejected ["field", "section"];
    WrongType "wrong_type" InvalidInput ["field", "type"];
    ChoiceUnknown "choice_unknown" InvalidInput ["field", "value"];
    PercentInvalid "percent_invalid" InvalidInput ["field", "value"];
    EmailTwice "email_twice" InvalidInput ["value"];
    TooManyEntries "too_many_entries" InvalidInput ["field", "count", "most"];
    DocumentInvalid "document_invalid" InvalidInput ["part"];
    CountyMissing "county_missing" InvalidInput [];
    // Profile: what is submitted.
    MediaMissing "media_missing" Rejected [];
    CountyTwice "county_twice" Rejected ["county"];
    SharesTotal "shares_total" Rejected ["total"];
    // Profile: a bank's own fields.
    ProfileFieldKey "profile_field_key" InvalidInput ["key"];
    ProfileFieldTwice "profile_field_twice" InvalidInput ["key"];
    ProfileFieldType "profile_field_type" Rejected ["key", "type"];
    LabelMissing "label_missing" InvalidInput ["key"];

    // Requests.
    KindNotEnabled "kind_not_enabled" Rejected ["kind"];
    NoKindLeft "no_kind_left" Rejected ["partners"];
    NoLines "no_lines" InvalidInput [];
    QuantityInvalid "quantity_invalid" InvalidInput ["quantity", "most"];
    UnitUnknown "unit_unknown" InvalidInput ["item", "unit"];
    UnitWithPeople "unit_with_people" InvalidInput ["unit"];
    TwoUnits "two_units" InvalidInput ["item"];
    OverQuota "over_quota" Rejected ["quota", "total"];
    RequestStarted "request_started" Rejected [];
    RequestNotStarted "request_not_started" Rejected [];
    RequestFulfilled "request_fulfilled" Rejected [];
    RequestCancelled "request_cancelled" Rejected [];
    ClaimedByAnother "claimed_by_another" Rejected [];

    // Distributions.
    PartnerMismatch "partner_mismatch" InvalidInput [];
    DistributionComplete "distribution_complete" Rejected [];
    DistributionTakenBack "distribution_taken_back" Rejected [];

    // Lists.
    NoColumns "no_columns" InvalidInput [];
    ExportFailed "export_failed" Store [];
    CursorInvalid "cursor_invalid" InvalidInput [];

    // Commands and wire.
    CommandIdReused "command_id_reused" Conflict [];
    WireInvalid "wire_invalid" InvalidInput ["detail"];
    VersionUnknown "version_unknown" InvalidInput ["version", "known"];
    BankAmbiguous "bank_ambiguous" InvalidInput ["banks"];

    // Stores.
    TooManyConflicts "too_many_conflicts" Conflict [];

    // The take-along file.
    TakeAlongUnrecognised "take_along_unrecognised" InvalidInput [];
    TakeAlongNewer "take_along_newer" InvalidInput ["found", "known"];
    TakeAlongTruncated "take_along_truncated" InvalidInput [];
    TakeAlongAltered "take_along_altered" InvalidInput [];
    TakeAlongInvalid "take_along_invalid" InvalidInput ["line", "detail"];
    TakeAlongUnreadable "take_along_unreadable" Store [];
    TakeAlongUnwritable "take_along_unwritable" Store [];
    BankExists "bank_exists" Conflict [];
    StoreBusy "store_busy" Store [];
    StoreUnavailable "store_unavailable" Store [];
    StoreFull "store_full" Store [];
    StoreReadOnly "store_read_only" Store [];
    StoreNewer "store_newer" Store ["found", "known"];
    StoreUnrecognised "store_unrecognised" Store [];
    StoreCorrupt "store_corrupt" Store [];
    StoreFailed "store_failed" Store [];
    Bug "bug" Bug ["detail"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_distinct_snake_case() {
        let mut seen = std::collections::BTreeSet::new();
        for code in Code::ALL {
            assert!(seen.insert(code.slug()), "{code} stands twice");
            assert!(code.slug().chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{code}");
        }
    }

    #[test]
    fn every_sentence_says_all_it_should_in_every_language() {
        for code in Code::ALL {
            let params: Params = code.params().iter().map(|name| ((*name).to_owned(), "x".into())).collect();
            for language in Language::ALL {
                for audience in [Audience::Staff, Audience::Partner] {
                    let sentence = code.sentence(language, audience, &params);
                    assert!(!sentence.contains(['?', '{', '}']), "{code}: {sentence}");
                    assert!(sentence.ends_with('.'), "{code}: {sentence}");
                }
            }
        }
    }
}
