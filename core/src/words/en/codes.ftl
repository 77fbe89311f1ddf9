# Why the answer is no. The text is for the people of the bank; `.partner` is for those of the partner, where it differs.

## Who and what.

not_found = There is no such { $what }.
not_permitted = This needs the role { $needs }.
    .partner = Only the bank can do this.

## Statuses and transitions: each names the state of things that is in the way.

not_invited_yet = `{ $partner }` has not been invited yet: invite it first.
    .partner = Your agency has not been invited yet.
already_invited = `{ $partner }` has been invited already.
    .partner = Your agency has been invited already.
already_submitted = `{ $partner }` has already submitted and awaits review.
    .partner = You have already submitted; the bank is reviewing it.
already_approved = `{ $partner }` is already approved.
    .partner = Your agency is already approved.
not_submitted_yet = `{ $partner }` has not submitted for approval yet.
    .partner = You have not submitted for approval yet.
not_approved_yet = `{ $partner }` is not approved.
    .partner = Your agency is not approved yet.
recertification_required = `{ $partner }` must recertify.
    .partner = Your agency must recertify before it can do this.
partner_deactivated = `{ $partner }` is deactivated.
    .partner = Your agency is deactivated. Please ask the bank.
not_deactivated = `{ $partner }` is not deactivated.
    .partner = Your agency is not deactivated.
partner_has_history = `{ $partner }` has requests or distributions and cannot be removed; deactivate it instead.
    .partner = An agency with requests or distributions cannot be removed.
emails_off = Emails are switched off for `{ $partner }`.
    .partner = Emails are switched off for your agency.
no_schedule = The bank has set up no deadline reminders.

## Partners.

name_missing = The name is missing.
name_too_long = The name has { $length } characters; at most { $most } are allowed.
name_taken = The name `{ $name }` is already taken by another { $what }.
    .partner = The name `{ $name }` is already taken.
email_missing = The email address is missing.
email_invalid = `{ $value }` is not an email address.
email_several = `{ $value }` holds more than one email address; give one.
email_taken = The email address `{ $email }` already belongs to `{ $partner }`.
    .partner = The email address `{ $email }` is already taken.
external_id_taken = The external id `{ $external_id }` already belongs to `{ $partner }`.
    .partner = The external id `{ $external_id }` is already taken.
id_taken = The id given for the new { $what } is already in use.
quota_invalid = `{ $value }` is not a quota: a whole number from 0.
text_missing = The { $field } is missing.
placeholder_unknown = `{ $placeholder }` is no placeholder here. These are: { $known }.
placeholder_missing = The text must have the placeholder `{ $placeholder }` in it: the message is of no use without.
text_too_long = The { $field } has { $length } characters; at most { $most } are allowed.
control_character = The { $field } has a control character in it.
not_yes_or_no = `{ $value }` is neither yes nor no.
number_out_of_range = The { $field } is { $value }; it must be from { $least } to { $most }.
time_zone_unknown = `{ $value }` is not a time zone of the IANA database.
nothing_to_change = The change names nothing to change.
note_missing = A note that says what to change is needed.
reason_missing = A reason is needed.
looks_alike = `{ $value }` looks like `{ $other }`.
invisible_character = The { $field } has an invisible character in it.
formula_like = `{ $value }` would run as a formula in a spreadsheet; it is kept as text.
contact_changed = The person at the former address of `{ $partner }` may still have access.
    .partner = The person at the former address may still have access.
too_many_partners = The command names { $count } partners; at most { $most } can be taken at once.
    .partner = Too many partners at once.

## Import.

already_imported = This bank has imported its partners already; it can be done only once.
    .partner = The bank has imported its partners already.
import_key_reused = The idempotency key belongs to an import with other content.
import_refused = The file has problems; nothing was imported.
import_empty = The file is empty.
import_no_rows = The file has a header and no partners.
import_cancelled = The import was cancelled; nothing was imported.
import_unreadable = The file could not be read to its end; nothing was imported.
encoding_unknown = The file is neither UTF-8, UTF-16 nor Windows-1252 text.
header_missing = The file has no column `{ $header }`.
header_empty = The header of this column is empty.
header_unknown = `{ $header }` is not a column that can be imported.
header_duplicate = The column `{ $header }` stands in the file twice, first in column { $first_column }.
    .partner = The column `{ $header }` stands in the file twice.
header_status = A status cannot be imported: every partner starts uninvited.
name_duplicate = `{ $value }` is the same name as in line { $first_line }.
email_duplicate = `{ $value }` is the same email address as in line { $first_line }.
external_id_duplicate = `{ $value }` is the same external id as in line { $first_line }.
group_unknown = The bank has no group named `{ $value }`.
cell_without_header = `{ $value }` stands in a column without a header.
row_too_long = The row has { $cells } cells; the header has { $columns }.
row_too_large = The row is larger than { $most } bytes; the rest of the file was not read.
    .partner = The row is larger than { $most } bytes.
quote_unclosed = A quote opened in this row is never closed.
output_failed = The rejected rows could not be written.
other_file = This is not the file the report is about.

## Groups, categories, items.

group_has_members = `{ $group }` has { $members } members; say where they go.
    .partner = The group has members.
category_in_use = `{ $category }` is used by { $items } items and { $groups } groups.
    .partner = The category is in use.
group_is_destination = Members cannot be moved to the group that is being deleted.
unit_invalid = `{ $unit }` is not a unit: give a short name other than piece.

## What a partner may request.

item_inactive = `{ $item }` is not active.
    .partner = `{ $item }` is not available.
item_hidden = `{ $item }` is not visible to partners.
    .partner = `{ $item }` is not available.
item_not_in_group = The group `{ $group }` may not request `{ $category }`, the category of `{ $item }`.
    .partner = Your group may not request `{ $item }`.
item_without_category = `{ $item }` has no category, so the group `{ $group }` may not request it.
    .partner = Your group may not request `{ $item }`.
item_denied = An exception denies `{ $item }` to `{ $partner }`.
    .partner = `{ $item }` is not available to your agency.
ungrouped_may_request_nothing = `{ $partner }` is in no group, and partners without a group may request nothing.
    .partner = Your agency is in no group that may request `{ $item }`.
over_cap = The group `{ $group }` may request at most { $cap } of `{ $item }` at once; { $quantity } were asked for.
    .partner = You may request at most { $cap } of `{ $item }` at once; you asked for { $quantity }.

## Requests.

kind_not_enabled = Requests { $kind } are switched off.
no_kind_left = At least one kind of request must stay on; this leaves none for { $partners }.
    .partner = At least one kind of request must stay on.
no_lines = At least one item is needed.
quantity_invalid = The quantity { $quantity } is not a whole number from 1 to { $most }.
unit_unknown = `{ $item }` cannot be requested by `{ $unit }`.
unit_with_people = A request for people takes no unit; `{ $unit }` was given.
two_units = `{ $item }` is requested in two units; use one.
over_quota = The request is for { $total } pieces; the quota is { $quota }.
    .partner = Your request is for { $total } pieces; your quota is { $quota }.
request_started = The request has been started.
    .partner = The bank has started on the request.
request_not_started = The request has not been started.
    .partner = The bank has not started on the request.
request_fulfilled = The request has been fulfilled.
request_cancelled = The request was cancelled.
claimed_by_another = Another person has claimed the request; that person or an admin may release it.
    .partner = Another person has claimed the request.

## Distributions.

partner_mismatch = The request belongs to another partner.
distribution_complete = The distribution is complete.
distribution_taken_back = The distribution was taken back.

## Commands and wire.

command_id_reused = The command id was used before for another command.
wire_invalid = The message is not valid: { $detail }.
version_unknown = Version { $version } of the wire format is not known; this library speaks { $known }.
    .partner = The message has an unknown version.
bank_ambiguous = There are { $banks } banks; say which one.

## Stores.

too_many_conflicts = Others kept changing the same things; nothing was done. Try again.

## The take-along file.

take_along_unrecognised = This is not a take-along file of partnerkit.
take_along_newer = The file has version { $found }; this library knows { $known }. Use a newer library.
    .partner = The file has version { $found }; this library knows { $known }.
take_along_truncated = The file ends too early; nothing was read in.
take_along_altered = The file was altered or damaged after it was written; nothing was read in.
take_along_invalid = Line { $line } of the file is not valid: { $detail }. Nothing was read in.
    .partner = Line { $line } of the file is not valid; nothing was read in.
take_along_unreadable = The file could not be read to its end; nothing was read in.
take_along_unwritable = The file could not be written to its end.
bank_exists = The store holds this bank already; nothing was read in.
store_busy = The store is busy; nothing was done. Try again.
    .partner = The system is busy; nothing was done. Try again.
store_unavailable = The store cannot be reached; nothing was done.
    .partner = The system cannot be reached; nothing was done.
store_full = The disk is full; nothing was done.
    .partner = The system has no room left; nothing was done.
store_read_only = The store is read-only; nothing was done.
    .partner = The system is read-only; nothing was done.
store_newer = The store has schema version { $found }; this library knows { $known }. Use a newer library.
    .partner = The system must be updated.
store_unrecognised = This is not a store of partnerkit.
    .partner = The system cannot be reached.
store_corrupt = The store is damaged.
    .partner = The system cannot be reached.
store_failed = The store failed; nothing was done.
    .partner = The system failed; nothing was done.
bug = This should not happen, please report it: { $detail }.
    .partner = Something went wrong. Please tell the bank.

## Reminders and recertification by date.

deadline_missing = A reminder needs the day of the deadline it is about.
first_month_missing = For a reminder every { $every_months } months, say from which month they are counted.
reminder_on_deadline = The reminder and its deadline are both on day { $day }; they must differ.
no_reminder_that_day = No such reminder is due on { $day }.
not_eligible_then = The reminder of { $day } was not for `{ $partner }`: its emails, its group and the schedule have been as they are only since { $since }.
    .partner = The reminder of { $day } was not for your agency.
daily_job_missed = As things stand, a reminder was due on { $day }, but none went out.
no_interval = The bank has set no interval after which partners recertify.
distribution_reminders_off = The bank does not remind partners of distributions the day before.

## The profile.

profile_field_unknown = The profile has no field `{ $field }`.
profile_field_retired = The field `{ $field }` is retired.
    .partner = The bank no longer asks for `{ $field }`.
profile_section_off = `{ $field }` belongs to the section `{ $section }`, which is switched off.
    .partner = The bank does not ask for `{ $field }`.
wrong_type = The value given for `{ $field }` is not of the type { $type }.
choice_unknown = `{ $value }` is not one of the choices of `{ $field }`.
percent_invalid = `{ $value }` is not a percentage from 0 to 100 with at most one decimal.
email_twice = `{ $value }` is given twice.
too_many_entries = `{ $field }` has { $count } entries; at most { $most } are allowed.
document_invalid = The { $part } of the document is not valid.
county_missing = The county is missing.
media_missing = A website or a social link is needed, or the box that says there is none.
    .partner = Please give a website or a social link, or check the box that says you have none.
county_twice = `{ $county }` stands twice among the counties served.
    .partner = `{ $county }` stands twice among the counties you serve.
shares_total = The shares of the counties make { $total }; they must make 100 or be left out.
    .partner = The shares of your counties make { $total }; they must make 100 or be left out.
profile_field_key = `{ $key }` is not a key for a field of the bank's own: give `own_` and then small letters, digits and `_`, 60 at most.
    .partner = `{ $key }` is not a key for a field of the bank's own.
profile_field_twice = The field `{ $key }` is given twice.
profile_field_type = The field `{ $key }` is of the type { $type } and stays so; retire it and add another.
    .partner = The field `{ $key }` stays of the type { $type }.
label_missing = The field `{ $key }` needs a label in at least one language.
    .partner = The field `{ $key }` needs a label.

## People.

role_not_held = The person who acts does not hold the role { $needs }.
    .partner = You do not have this role.
role_held = `{ $email }` holds this role already, or another one of the bank's.
    .partner = `{ $email }` belongs to your agency already.
last_admin = A bank keeps at least one admin.
last_user = `{ $partner }` has no user left.
    .partner = Your agency has no user left.
no_people = At least one person of the bank is needed.
    .partner = At least one person is needed.
invitation_invalid = The invitation is not valid, or it is for another address.
invitation_expired = The invitation has expired. A new one can be sent.
    .partner = Your invitation has expired. Please ask for a new one.
invitation_used = The invitation has been accepted already.
    .partner = You have accepted this invitation already.

## Lists and exports.

no_columns = At least one column is needed.
export_failed = The export could not be written to its end.
cursor_invalid = This is not a place in this list to go on from.
