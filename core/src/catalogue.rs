//! The catalogue: every code there is, with its category, its parameters and its sentences.
//!
//! The slug is the contract: it is never renamed and never used again for something else. A code names a cause. Adding a
//! code here is all that is needed for it to appear in the wire format, in `describe()` and in the README.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Params;

/// What kind of "no" it is. The first four may be shown to users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// A person of the bank.
    Staff,
    /// A person of the partner.
    Partner,
}

/// Fills `{name}` placeholders; text given by users stands in back-ticks in the templates themselves.
fn fill(template: &str, params: &Params) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match params.get(name) {
            Some(serde_json::Value::String(text)) => out.push_str(text),
            Some(value) => out.push_str(&value.to_string()),
            None => out.push('?'),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

macro_rules! catalogue {
    ($($name:ident $slug:literal $category:ident [$($param:literal),*] $staff:literal $partner:literal;)*) => {
        /// A stable code. See the generated table in the README for all of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $staff] #[serde(rename = $slug)] $name,)*
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

            /// The sentence for `audience`, with `{name}` where a parameter goes.
            #[must_use]
            pub const fn template(self, audience: Audience) -> &'static str {
                match (self, audience) {
                    $((Self::$name, Audience::Staff) => $staff, (Self::$name, Audience::Partner) => $partner),*
                }
            }
        }
    };
}

impl Code {
    /// The sentence for `audience` with the parameters filled in.
    #[must_use]
    pub fn sentence(self, audience: Audience, params: &Params) -> String {
        fill(self.template(audience), params)
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
    NotFound "not_found" NotFound ["what"]
        "There is no such {what}." "There is no such {what}.";
    NotPermitted "not_permitted" Rejected ["needs"]
        "This needs the role {needs}." "Only the bank can do this.";

    // Statuses and transitions. Each names the state of things that is in the way.
    NotInvitedYet "not_invited_yet" Rejected ["partner"]
        "`{partner}` has not been invited yet: invite it first." "Your agency has not been invited yet.";
    AlreadyInvited "already_invited" Rejected ["partner"]
        "`{partner}` has been invited already." "Your agency has been invited already.";
    AlreadySubmitted "already_submitted" Rejected ["partner"]
        "`{partner}` has already submitted and awaits review." "You have already submitted; the bank is reviewing it.";
    AlreadyApproved "already_approved" Rejected ["partner"]
        "`{partner}` is already approved." "Your agency is already approved.";
    NotSubmittedYet "not_submitted_yet" Rejected ["partner"]
        "`{partner}` has not submitted for approval yet." "You have not submitted for approval yet.";
    NotApprovedYet "not_approved_yet" Rejected ["partner"]
        "`{partner}` is not approved." "Your agency is not approved yet.";
    RecertificationRequired "recertification_required" Rejected ["partner"]
        "`{partner}` must recertify." "Your agency must recertify before it can do this.";
    PartnerDeactivated "partner_deactivated" Rejected ["partner"]
        "`{partner}` is deactivated." "Your agency is deactivated. Please ask the bank.";
    NotDeactivated "not_deactivated" Rejected ["partner"]
        "`{partner}` is not deactivated." "Your agency is not deactivated.";
    PartnerHasHistory "partner_has_history" Rejected ["partner"]
        "`{partner}` has requests or distributions and cannot be removed; deactivate it instead."
        "An agency with requests or distributions cannot be removed.";

    EmailsOff "emails_off" Rejected ["partner"]
        "Emails are switched off for `{partner}`." "Emails are switched off for your agency.";
    NoSchedule "no_schedule" Rejected []
        "The bank has set up no deadline reminders." "The bank has set up no deadline reminders.";

    // Reminders and recertification by date.
    DeadlineMissing "deadline_missing" InvalidInput []
        "A reminder needs the day of the deadline it is about." "A reminder needs the day of the deadline it is about.";
    FirstMonthMissing "first_month_missing" InvalidInput ["every_months"]
        "For a reminder every {every_months} months, say from which month they are counted."
        "For a reminder every {every_months} months, say from which month they are counted.";
    ReminderOnDeadline "reminder_on_deadline" InvalidInput ["day"]
        "The reminder and its deadline are both on day {day}; they must differ." "The reminder and its deadline are both on day {day}; they must differ.";

    NoReminderThatDay "no_reminder_that_day" Rejected ["day"]
        "No such reminder is due on {day}." "No such reminder is due on {day}.";
    NotEligibleThen "not_eligible_then" Rejected ["partner", "day", "since"]
        "The reminder of {day} was not for `{partner}`: its emails, its group and the schedule have been as they are only since {since}."
        "The reminder of {day} was not for your agency.";
    DailyJobMissed "daily_job_missed" Rejected ["day"]
        "As things stand, a reminder was due on {day}, but none went out." "As things stand, a reminder was due on {day}, but none went out.";
    NoInterval "no_interval" Rejected []
        "The bank has set no interval after which partners recertify." "The bank has set no interval after which partners recertify.";
    DistributionRemindersOff "distribution_reminders_off" Rejected []
        "The bank does not remind partners of distributions the day before." "The bank does not remind partners of distributions the day before.";

    // Partners.
    NameMissing "name_missing" InvalidInput []
        "The name is missing." "The name is missing.";
    NameTooLong "name_too_long" InvalidInput ["length", "most"]
        "The name has {length} characters; at most {most} are allowed."
        "The name has {length} characters; at most {most} are allowed.";
    NameTaken "name_taken" Conflict ["name", "what"]
        "The name `{name}` is already taken by another {what}." "The name `{name}` is already taken.";
    EmailMissing "email_missing" InvalidInput []
        "The email address is missing." "The email address is missing.";
    EmailInvalid "email_invalid" InvalidInput ["value"]
        "`{value}` is not an email address." "`{value}` is not an email address.";
    EmailSeveral "email_several" InvalidInput ["value"]
        "`{value}` holds more than one email address; give one." "`{value}` holds more than one email address; give one.";
    EmailTaken "email_taken" Conflict ["email", "partner"]
        "The email address `{email}` already belongs to `{partner}`." "The email address `{email}` is already taken.";
    ExternalIdTaken "external_id_taken" Conflict ["external_id", "partner"]
        "The external id `{external_id}` already belongs to `{partner}`." "The external id `{external_id}` is already taken.";
    IdTaken "id_taken" Conflict ["what"]
        "The id given for the new {what} is already in use." "The id given for the new {what} is already in use.";
    QuotaInvalid "quota_invalid" InvalidInput ["value"]
        "`{value}` is not a quota: a whole number from 0." "`{value}` is not a quota: a whole number from 0.";
    TextTooLong "text_too_long" InvalidInput ["field", "length", "most"]
        "The {field} has {length} characters; at most {most} are allowed."
        "The {field} has {length} characters; at most {most} are allowed.";
    ControlCharacter "control_character" InvalidInput ["field"]
        "The {field} has a control character in it." "The {field} has a control character in it.";
    NotYesOrNo "not_yes_or_no" InvalidInput ["value"]
        "`{value}` is neither yes nor no." "`{value}` is neither yes nor no.";
    NumberOutOfRange "number_out_of_range" InvalidInput ["field", "value", "least", "most"]
        "The {field} is {value}; it must be from {least} to {most}." "The {field} is {value}; it must be from {least} to {most}.";
    TimeZoneUnknown "time_zone_unknown" InvalidInput ["value"]
        "`{value}` is not a time zone of the IANA database." "`{value}` is not a time zone of the IANA database.";
    NothingToChange "nothing_to_change" InvalidInput []
        "The change names nothing to change." "The change names nothing to change.";
    NoteMissing "note_missing" InvalidInput []
        "A note that says what to change is needed." "A note that says what to change is needed.";
    ReasonMissing "reason_missing" InvalidInput []
        "A reason is needed." "A reason is needed.";
    LooksAlike "looks_alike" Rejected ["value", "other"]
        "`{value}` looks like `{other}`." "`{value}` looks like `{other}`.";
    InvisibleCharacter "invisible_character" Rejected ["field"]
        "The {field} has an invisible character in it." "The {field} has an invisible character in it.";
    FormulaLike "formula_like" Rejected ["value"]
        "`{value}` would run as a formula in a spreadsheet; it is kept as text." "`{value}` would run as a formula in a spreadsheet; it is kept as text.";
    ContactChanged "contact_changed" Rejected ["partner"]
        "The person at the former address of `{partner}` may still have access." "The person at the former address may still have access.";
    TooManyPartners "too_many_partners" InvalidInput ["count", "most"]
        "The command names {count} partners; at most {most} can be taken at once." "Too many partners at once.";

    // Import.
    AlreadyImported "already_imported" Conflict ["receipt"]
        "This bank has imported its partners already; it can be done only once." "The bank has imported its partners already.";
    ImportKeyReused "import_key_reused" Conflict ["receipt"]
        "The idempotency key belongs to an import with other content." "The idempotency key belongs to an import with other content.";
    ImportRefused "import_refused" InvalidInput ["report"]
        "The file has problems; nothing was imported." "The file has problems; nothing was imported.";
    ImportEmpty "import_empty" InvalidInput []
        "The file is empty." "The file is empty.";
    ImportNoRows "import_no_rows" InvalidInput []
        "The file has a header and no partners." "The file has a header and no partners.";
    ImportCancelled "import_cancelled" Rejected []
        "The import was cancelled; nothing was imported." "The import was cancelled; nothing was imported.";
    ImportUnreadable "import_unreadable" Store []
        "The file could not be read to its end; nothing was imported." "The file could not be read to its end; nothing was imported.";
    EncodingUnknown "encoding_unknown" InvalidInput []
        "The file is neither UTF-8, UTF-16 nor Windows-1252 text." "The file is neither UTF-8, UTF-16 nor Windows-1252 text.";
    HeaderMissing "header_missing" InvalidInput ["header"]
        "The file has no column `{header}`." "The file has no column `{header}`.";
    HeaderEmpty "header_empty" InvalidInput []
        "The header of this column is empty." "The header of this column is empty.";
    HeaderUnknown "header_unknown" InvalidInput ["header"]
        "`{header}` is not a column that can be imported." "`{header}` is not a column that can be imported.";
    HeaderDuplicate "header_duplicate" InvalidInput ["header", "first_column"]
        "The column `{header}` stands in the file twice, first in column {first_column}." "The column `{header}` stands in the file twice.";
    HeaderStatus "header_status" InvalidInput ["header"]
        "A status cannot be imported: every partner starts uninvited." "A status cannot be imported: every partner starts uninvited.";
    NameDuplicate "name_duplicate" InvalidInput ["value", "first_line"]
        "`{value}` is the same name as in line {first_line}." "`{value}` is the same name as in line {first_line}.";
    EmailDuplicate "email_duplicate" InvalidInput ["value", "first_line"]
        "`{value}` is the same email address as in line {first_line}." "`{value}` is the same email address as in line {first_line}.";
    ExternalIdDuplicate "external_id_duplicate" InvalidInput ["value", "first_line"]
        "`{value}` is the same external id as in line {first_line}." "`{value}` is the same external id as in line {first_line}.";
    GroupUnknown "group_unknown" InvalidInput ["value"]
        "The bank has no group named `{value}`." "The bank has no group named `{value}`.";
    CellWithoutHeader "cell_without_header" InvalidInput ["value"]
        "`{value}` stands in a column without a header." "`{value}` stands in a column without a header.";
    RowTooLong "row_too_long" InvalidInput ["cells", "columns"]
        "The row has {cells} cells; the header has {columns}." "The row has {cells} cells; the header has {columns}.";
    RowTooLarge "row_too_large" InvalidInput ["most"]
        "The row is larger than {most} bytes; the rest of the file was not read." "The row is larger than {most} bytes.";
    QuoteUnclosed "quote_unclosed" InvalidInput []
        "A quote opened in this row is never closed." "A quote opened in this row is never closed.";
    OutputFailed "output_failed" Store []
        "The rejected rows could not be written." "The rejected rows could not be written.";
    OtherFile "other_file" InvalidInput []
        "This is not the file the report is about." "This is not the file the report is about.";

    // Groups, categories, items.
    GroupHasMembers "group_has_members" Rejected ["group", "members"]
        "`{group}` has {members} members; say where they go." "The group has members.";
    CategoryInUse "category_in_use" Rejected ["category", "items", "groups"]
        "`{category}` is used by {items} items and {groups} groups." "The category is in use.";
    GroupIsDestination "group_is_destination" InvalidInput []
        "Members cannot be moved to the group that is being deleted." "Members cannot be moved to the group that is being deleted.";
    UnitInvalid "unit_invalid" InvalidInput ["unit"]
        "`{unit}` is not a unit: give a short name other than piece." "`{unit}` is not a unit: give a short name other than piece.";

    // What a partner may request.
    ItemInactive "item_inactive" Rejected ["item"]
        "`{item}` is not active." "`{item}` is not available.";
    ItemHidden "item_hidden" Rejected ["item"]
        "`{item}` is not visible to partners." "`{item}` is not available.";
    ItemNotInGroup "item_not_in_group" Rejected ["item", "group", "category"]
        "The group `{group}` may not request `{category}`, the category of `{item}`." "Your group may not request `{item}`.";
    ItemWithoutCategory "item_without_category" Rejected ["item", "group"]
        "`{item}` has no category, so the group `{group}` may not request it." "Your group may not request `{item}`.";
    ItemDenied "item_denied" Rejected ["item", "partner"]
        "An exception denies `{item}` to `{partner}`." "`{item}` is not available to your agency.";
    UngroupedMayRequestNothing "ungrouped_may_request_nothing" Rejected ["item", "partner"]
        "`{partner}` is in no group, and partners without a group may request nothing." "Your agency is in no group that may request `{item}`.";
    OverCap "over_cap" Rejected ["item", "group", "cap", "quantity"]
        "The group `{group}` may request at most {cap} of `{item}` at once; {quantity} were asked for."
        "You may request at most {cap} of `{item}` at once; you asked for {quantity}.";

    // Profile: what is saved.
    ProfileFieldUnknown "profile_field_unknown" InvalidInput ["field"]
        "The profile has no field `{field}`." "The profile has no field `{field}`.";
    ProfileFieldRetired "profile_field_retired" Rejected ["field"]
        "The field `{field}` is retired." "The bank no longer asks for `{field}`.";
    ProfileSectionOff "profile_section_off" Rejected ["field", "section"]
        "`{field}` belongs to the section `{section}`, which is switched off." "The bank does not ask for `{field}`.";
    WrongType "wrong_type" InvalidInput ["field", "type"]
        "The value given for `{field}` is not of the type {type}." "The value given for `{field}` is not of the type {type}.";
    ChoiceUnknown "choice_unknown" InvalidInput ["field", "value"]
        "`{value}` is not one of the choices of `{field}`." "`{value}` is not one of the choices of `{field}`.";
    PercentInvalid "percent_invalid" InvalidInput ["field", "value"]
        "`{value}` is not a percentage from 0 to 100 with at most one decimal." "`{value}` is not a percentage from 0 to 100 with at most one decimal.";
    EmailTwice "email_twice" InvalidInput ["value"]
        "`{value}` is given twice." "`{value}` is given twice.";
    TooManyEntries "too_many_entries" InvalidInput ["field", "count", "most"]
        "`{field}` has {count} entries; at most {most} are allowed." "`{field}` has {count} entries; at most {most} are allowed.";
    DocumentInvalid "document_invalid" InvalidInput ["part"]
        "The {part} of the document is not valid." "The {part} of the document is not valid.";
    CountyMissing "county_missing" InvalidInput []
        "The county is missing." "The county is missing.";
    // Profile: what is submitted.
    MediaMissing "media_missing" Rejected []
        "A website or a social link is needed, or the box that says there is none."
        "Please give a website or a social link, or check the box that says you have none.";
    CountyTwice "county_twice" Rejected ["county"]
        "`{county}` stands twice among the counties served." "`{county}` stands twice among the counties you serve.";
    SharesTotal "shares_total" Rejected ["total"]
        "The shares of the counties make {total}; they must make 100 or be left out."
        "The shares of your counties make {total}; they must make 100 or be left out.";
    // Profile: a bank's own fields.
    ProfileFieldKey "profile_field_key" InvalidInput ["key"]
        "`{key}` is not a key for a field of the bank's own: give `own_` and then small letters, digits and `_`, 60 at most."
        "`{key}` is not a key for a field of the bank's own.";
    ProfileFieldTwice "profile_field_twice" InvalidInput ["key"]
        "The field `{key}` is given twice." "The field `{key}` is given twice.";
    ProfileFieldType "profile_field_type" Rejected ["key", "type"]
        "The field `{key}` is of the type {type} and stays so; retire it and add another." "The field `{key}` stays of the type {type}.";
    LabelMissing "label_missing" InvalidInput ["key"]
        "The field `{key}` needs a label in at least one language." "The field `{key}` needs a label.";

    // Requests.
    KindNotEnabled "kind_not_enabled" Rejected ["kind"]
        "Requests of the kind `{kind}` are switched off." "Requests of the kind `{kind}` are switched off.";
    NoKindLeft "no_kind_left" Rejected ["partners"]
        "At least one kind of request must stay on; this leaves none for {partners}." "At least one kind of request must stay on.";
    NoLines "no_lines" InvalidInput []
        "At least one item is needed." "At least one item is needed.";
    QuantityInvalid "quantity_invalid" InvalidInput ["quantity", "most"]
        "The quantity {quantity} is not a whole number from 1 to {most}." "The quantity {quantity} is not a whole number from 1 to {most}.";
    UnitUnknown "unit_unknown" InvalidInput ["item", "unit"]
        "`{item}` cannot be requested by `{unit}`." "`{item}` cannot be requested by `{unit}`.";
    UnitWithPeople "unit_with_people" InvalidInput ["unit"]
        "A request for people takes no unit; `{unit}` was given." "A request for people takes no unit; `{unit}` was given.";
    TwoUnits "two_units" InvalidInput ["item"]
        "`{item}` is requested in two units; use one." "`{item}` is requested in two units; use one.";
    OverQuota "over_quota" Rejected ["quota", "total"]
        "The request is for {total} pieces; the quota is {quota}." "Your request is for {total} pieces; your quota is {quota}.";
    RequestStarted "request_started" Rejected []
        "The request has been started." "The bank has started on the request.";
    RequestNotStarted "request_not_started" Rejected []
        "The request has not been started." "The bank has not started on the request.";
    RequestFulfilled "request_fulfilled" Rejected []
        "The request has been fulfilled." "The request has been fulfilled.";
    RequestCancelled "request_cancelled" Rejected []
        "The request was cancelled." "The request was cancelled.";
    ClaimedByAnother "claimed_by_another" Rejected []
        "Another person has claimed the request; that person or an admin may release it." "Another person has claimed the request.";

    // Distributions.
    PartnerMismatch "partner_mismatch" InvalidInput []
        "The request belongs to another partner." "The request belongs to another partner.";
    DistributionComplete "distribution_complete" Rejected []
        "The distribution is complete." "The distribution is complete.";
    DistributionTakenBack "distribution_taken_back" Rejected []
        "The distribution was taken back." "The distribution was taken back.";

    // Commands and wire.
    CommandIdReused "command_id_reused" Conflict []
        "The command id was used before for another command." "The command id was used before for another command.";
    WireInvalid "wire_invalid" InvalidInput ["detail"]
        "The message is not valid: {detail}." "The message is not valid: {detail}.";
    VersionUnknown "version_unknown" InvalidInput ["version", "known"]
        "Version {version} of the wire format is not known; this library speaks {known}." "The message has an unknown version.";
    BankAmbiguous "bank_ambiguous" InvalidInput ["banks"]
        "There are {banks} banks; say which one." "There are {banks} banks; say which one.";

    // Stores.
    TooManyConflicts "too_many_conflicts" Conflict []
        "Others kept changing the same things; nothing was done. Try again." "Others kept changing the same things; nothing was done. Try again.";
    // The take-along file.
    TakeAlongUnrecognised "take_along_unrecognised" InvalidInput []
        "This is not a take-along file of partnerkit." "This is not a take-along file of partnerkit.";
    TakeAlongNewer "take_along_newer" InvalidInput ["found", "known"]
        "The file has version {found}; this library knows {known}. Use a newer library." "The file has version {found}; this library knows {known}.";
    TakeAlongTruncated "take_along_truncated" InvalidInput []
        "The file ends too early; nothing was read in." "The file ends too early; nothing was read in.";
    TakeAlongAltered "take_along_altered" InvalidInput []
        "The file was altered or damaged after it was written; nothing was read in." "The file was altered or damaged after it was written; nothing was read in.";
    TakeAlongInvalid "take_along_invalid" InvalidInput ["line", "detail"]
        "Line {line} of the file is not valid: {detail}. Nothing was read in." "Line {line} of the file is not valid; nothing was read in.";
    TakeAlongUnreadable "take_along_unreadable" Store []
        "The file could not be read to its end; nothing was read in." "The file could not be read to its end; nothing was read in.";
    TakeAlongUnwritable "take_along_unwritable" Store []
        "The file could not be written to its end." "The file could not be written to its end.";
    BankExists "bank_exists" Conflict []
        "The store holds this bank already; nothing was read in." "The store holds this bank already; nothing was read in.";

    StoreBusy "store_busy" Store []
        "The store is busy; nothing was done. Try again." "The system is busy; nothing was done. Try again.";
    StoreUnavailable "store_unavailable" Store []
        "The store cannot be reached; nothing was done." "The system cannot be reached; nothing was done.";
    StoreFull "store_full" Store []
        "The disk is full; nothing was done." "The system has no room left; nothing was done.";
    StoreReadOnly "store_read_only" Store []
        "The store is read-only; nothing was done." "The system is read-only; nothing was done.";
    StoreNewer "store_newer" Store ["found", "known"]
        "The store has schema version {found}; this library knows {known}. Use a newer library." "The system must be updated.";
    StoreUnrecognised "store_unrecognised" Store []
        "This is not a store of partnerkit." "The system cannot be reached.";
    StoreCorrupt "store_corrupt" Store []
        "The store is damaged." "The system cannot be reached.";
    StoreFailed "store_failed" Store []
        "The store failed; nothing was done." "The system failed; nothing was done.";
    Bug "bug" Bug ["detail"]
        "This should not happen, please report it: {detail}." "Something went wrong. Please tell the bank.";
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
    fn sentences_use_only_the_parameters_of_their_code() {
        for code in Code::ALL {
            let params: Params = code.params().iter().map(|name| ((*name).to_owned(), "x".into())).collect();
            for audience in [Audience::Staff, Audience::Partner] {
                let sentence = code.sentence(audience, &params);
                assert!(!sentence.contains('?') && !sentence.contains('{'), "{code}: {sentence}");
                assert!(sentence.ends_with('.'), "{code}: {sentence}");
            }
        }
    }
}
