// Written by `tests/renew` from the schema of the wire format. Do not edit.
@file:OptIn(kotlinx.serialization.ExperimentalSerializationApi::class)

package org.partnerkit

import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonClassDiscriminator
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** A command of the transition table. */
@Serializable
public enum class Action(override val word: String) : Word {
    /** Ask the partner's contact to join. */
    @SerialName("invite")
    INVITE("invite"),

    /** Send a new invitation; the status stays. */
    @SerialName("renew_invitation")
    RENEW_INVITATION("renew_invitation"),

    /** Invite and approve in one step. */
    @SerialName("invite_and_approve")
    INVITE_AND_APPROVE("invite_and_approve"),

    /** Hand in the profile for the bank's review. */
    @SerialName("submit_for_approval")
    SUBMIT_FOR_APPROVAL("submit_for_approval"),

    /** Send a submission back with a note. */
    @SerialName("ask_for_changes")
    ASK_FOR_CHANGES("ask_for_changes"),

    /** Let the partner make requests. */
    @SerialName("approve")
    APPROVE("approve"),

    /** Ask an approved partner to submit again. */
    @SerialName("require_recertification")
    REQUIRE_RECERTIFICATION("require_recertification"),

    /** Set the partner aside. */
    @SerialName("deactivate")
    DEACTIVATE("deactivate"),

    /** Put a deactivated partner back where it was. */
    @SerialName("reactivate")
    REACTIVATE("reactivate"),

    /** Remove for ever a partner that left no trace. */
    @SerialName("remove")
    REMOVE("remove"),
}

/** The answer of the table: yes, no, or only to look. */
@Serializable
public enum class Answer(override val word: String) : Word {
    /** Yes. */
    @SerialName("yes")
    YES("yes"),

    /** No. */
    @SerialName("no")
    NO("no"),

    /** Yes, to look and not to change anything. */
    @SerialName("read_only")
    READ_ONLY("read_only"),
}

/** A bank: the tenant. */
@Serializable
@JvmInline
public value class BankId(public val text: String) {
    override fun toString(): String = text
}

/** Something a partner can do, or that happens to it. */
@Serializable
public enum class Capability(override val word: String) : Word {
    /** Be recorded as the receiver of a distribution. */
    @SerialName("receive_distributions")
    RECEIVE_DISTRIBUTIONS("receive_distributions"),

    /** A person acting as this partner may sign in. */
    @SerialName("sign_in")
    SIGN_IN("sign_in"),

    /** See its own profile, requests and distributions. */
    @SerialName("view_own")
    VIEW_OWN("view_own"),

    /** Change its own profile. */
    @SerialName("edit_profile")
    EDIT_PROFILE("edit_profile"),

    /** Hand in its profile for approval. */
    @SerialName("submit_for_approval")
    SUBMIT_FOR_APPROVAL("submit_for_approval"),

    /** Make requests. */
    @SerialName("make_requests")
    MAKE_REQUESTS("make_requests"),

    /** Get deadline reminders, if the bank set them up. */
    @SerialName("deadline_reminders")
    DEADLINE_REMINDERS("deadline_reminders"),

    /** Get emails about distributions, if the bank set them up. */
    @SerialName("distribution_emails")
    DISTRIBUTION_EMAILS("distribution_emails"),

    /** Stand in the list "Partner approvals". */
    @SerialName("listed_for_approval")
    LISTED_FOR_APPROVAL("listed_for_approval"),

    /** Stand in the default partner list and in pickers. */
    @SerialName("listed_by_default")
    LISTED_BY_DEFAULT("listed_by_default"),
}

/** What kind of "no" it is. The first four may be shown to users. */
@Serializable
public enum class ErrorCategory(override val word: String) : Word {
    /** The input itself is wrong, whatever the state. */
    @SerialName("invalid_input")
    INVALID_INPUT("invalid_input"),

    /** The input is fine; the rules say no in this state. */
    @SerialName("rejected")
    REJECTED("rejected"),

    /** Somebody else was there first, or holds what was asked for. */
    @SerialName("conflict")
    CONFLICT("conflict"),

    /** It does not exist, or it belongs to somebody else. */
    @SerialName("not_found")
    NOT_FOUND("not_found"),

    /** The store failed; nothing was written. */
    @SerialName("store")
    STORE("store"),

    /** A mistake in this library or in a store. Please report it. */
    @SerialName("bug")
    BUG("bug"),
}

/** A category of items. */
@Serializable
@JvmInline
public value class CategoryId(public val text: String) {
    override fun toString(): String = text
}

/** A stable code. See the generated table in the README for all of them. */
@Serializable
public enum class Code(override val word: String) : Word {
    @SerialName("not_found")
    NOT_FOUND("not_found"),

    @SerialName("not_permitted")
    NOT_PERMITTED("not_permitted"),

    @SerialName("role_not_held")
    ROLE_NOT_HELD("role_not_held"),

    @SerialName("not_invited_yet")
    NOT_INVITED_YET("not_invited_yet"),

    @SerialName("already_invited")
    ALREADY_INVITED("already_invited"),

    @SerialName("already_submitted")
    ALREADY_SUBMITTED("already_submitted"),

    @SerialName("already_approved")
    ALREADY_APPROVED("already_approved"),

    @SerialName("not_submitted_yet")
    NOT_SUBMITTED_YET("not_submitted_yet"),

    @SerialName("not_approved_yet")
    NOT_APPROVED_YET("not_approved_yet"),

    @SerialName("recertification_required")
    RECERTIFICATION_REQUIRED("recertification_required"),

    @SerialName("partner_deactivated")
    PARTNER_DEACTIVATED("partner_deactivated"),

    @SerialName("not_deactivated")
    NOT_DEACTIVATED("not_deactivated"),

    @SerialName("partner_has_history")
    PARTNER_HAS_HISTORY("partner_has_history"),

    @SerialName("emails_off")
    EMAILS_OFF("emails_off"),

    @SerialName("no_schedule")
    NO_SCHEDULE("no_schedule"),

    @SerialName("deadline_missing")
    DEADLINE_MISSING("deadline_missing"),

    @SerialName("first_month_missing")
    FIRST_MONTH_MISSING("first_month_missing"),

    @SerialName("reminder_on_deadline")
    REMINDER_ON_DEADLINE("reminder_on_deadline"),

    @SerialName("no_reminder_that_day")
    NO_REMINDER_THAT_DAY("no_reminder_that_day"),

    @SerialName("not_eligible_then")
    NOT_ELIGIBLE_THEN("not_eligible_then"),

    @SerialName("daily_job_missed")
    DAILY_JOB_MISSED("daily_job_missed"),

    @SerialName("no_interval")
    NO_INTERVAL("no_interval"),

    @SerialName("distribution_reminders_off")
    DISTRIBUTION_REMINDERS_OFF("distribution_reminders_off"),

    @SerialName("name_missing")
    NAME_MISSING("name_missing"),

    @SerialName("name_too_long")
    NAME_TOO_LONG("name_too_long"),

    @SerialName("name_taken")
    NAME_TAKEN("name_taken"),

    @SerialName("email_missing")
    EMAIL_MISSING("email_missing"),

    @SerialName("email_invalid")
    EMAIL_INVALID("email_invalid"),

    @SerialName("email_several")
    EMAIL_SEVERAL("email_several"),

    @SerialName("email_taken")
    EMAIL_TAKEN("email_taken"),

    @SerialName("external_id_taken")
    EXTERNAL_ID_TAKEN("external_id_taken"),

    @SerialName("id_taken")
    ID_TAKEN("id_taken"),

    @SerialName("quota_invalid")
    QUOTA_INVALID("quota_invalid"),

    @SerialName("text_missing")
    TEXT_MISSING("text_missing"),

    @SerialName("text_too_long")
    TEXT_TOO_LONG("text_too_long"),

    @SerialName("control_character")
    CONTROL_CHARACTER("control_character"),

    @SerialName("not_yes_or_no")
    NOT_YES_OR_NO("not_yes_or_no"),

    @SerialName("number_out_of_range")
    NUMBER_OUT_OF_RANGE("number_out_of_range"),

    @SerialName("time_zone_unknown")
    TIME_ZONE_UNKNOWN("time_zone_unknown"),

    @SerialName("nothing_to_change")
    NOTHING_TO_CHANGE("nothing_to_change"),

    @SerialName("note_missing")
    NOTE_MISSING("note_missing"),

    @SerialName("reason_missing")
    REASON_MISSING("reason_missing"),

    @SerialName("looks_alike")
    LOOKS_ALIKE("looks_alike"),

    @SerialName("invisible_character")
    INVISIBLE_CHARACTER("invisible_character"),

    @SerialName("formula_like")
    FORMULA_LIKE("formula_like"),

    @SerialName("contact_changed")
    CONTACT_CHANGED("contact_changed"),

    @SerialName("too_many_partners")
    TOO_MANY_PARTNERS("too_many_partners"),

    @SerialName("placeholder_unknown")
    PLACEHOLDER_UNKNOWN("placeholder_unknown"),

    @SerialName("placeholder_missing")
    PLACEHOLDER_MISSING("placeholder_missing"),

    @SerialName("role_held")
    ROLE_HELD("role_held"),

    @SerialName("last_admin")
    LAST_ADMIN("last_admin"),

    @SerialName("last_user")
    LAST_USER("last_user"),

    @SerialName("no_people")
    NO_PEOPLE("no_people"),

    @SerialName("invitation_invalid")
    INVITATION_INVALID("invitation_invalid"),

    @SerialName("invitation_expired")
    INVITATION_EXPIRED("invitation_expired"),

    @SerialName("invitation_used")
    INVITATION_USED("invitation_used"),

    @SerialName("already_imported")
    ALREADY_IMPORTED("already_imported"),

    @SerialName("import_key_reused")
    IMPORT_KEY_REUSED("import_key_reused"),

    @SerialName("import_refused")
    IMPORT_REFUSED("import_refused"),

    @SerialName("import_empty")
    IMPORT_EMPTY("import_empty"),

    @SerialName("import_no_rows")
    IMPORT_NO_ROWS("import_no_rows"),

    @SerialName("import_cancelled")
    IMPORT_CANCELLED("import_cancelled"),

    @SerialName("import_unreadable")
    IMPORT_UNREADABLE("import_unreadable"),

    @SerialName("encoding_unknown")
    ENCODING_UNKNOWN("encoding_unknown"),

    @SerialName("header_missing")
    HEADER_MISSING("header_missing"),

    @SerialName("header_empty")
    HEADER_EMPTY("header_empty"),

    @SerialName("header_unknown")
    HEADER_UNKNOWN("header_unknown"),

    @SerialName("header_duplicate")
    HEADER_DUPLICATE("header_duplicate"),

    @SerialName("header_status")
    HEADER_STATUS("header_status"),

    @SerialName("name_duplicate")
    NAME_DUPLICATE("name_duplicate"),

    @SerialName("email_duplicate")
    EMAIL_DUPLICATE("email_duplicate"),

    @SerialName("external_id_duplicate")
    EXTERNAL_ID_DUPLICATE("external_id_duplicate"),

    @SerialName("group_unknown")
    GROUP_UNKNOWN("group_unknown"),

    @SerialName("cell_without_header")
    CELL_WITHOUT_HEADER("cell_without_header"),

    @SerialName("row_too_long")
    ROW_TOO_LONG("row_too_long"),

    @SerialName("row_too_large")
    ROW_TOO_LARGE("row_too_large"),

    @SerialName("quote_unclosed")
    QUOTE_UNCLOSED("quote_unclosed"),

    @SerialName("output_failed")
    OUTPUT_FAILED("output_failed"),

    @SerialName("other_file")
    OTHER_FILE("other_file"),

    @SerialName("group_has_members")
    GROUP_HAS_MEMBERS("group_has_members"),

    @SerialName("category_in_use")
    CATEGORY_IN_USE("category_in_use"),

    @SerialName("group_is_destination")
    GROUP_IS_DESTINATION("group_is_destination"),

    @SerialName("unit_invalid")
    UNIT_INVALID("unit_invalid"),

    @SerialName("item_inactive")
    ITEM_INACTIVE("item_inactive"),

    @SerialName("item_hidden")
    ITEM_HIDDEN("item_hidden"),

    @SerialName("item_not_in_group")
    ITEM_NOT_IN_GROUP("item_not_in_group"),

    @SerialName("item_without_category")
    ITEM_WITHOUT_CATEGORY("item_without_category"),

    @SerialName("item_denied")
    ITEM_DENIED("item_denied"),

    @SerialName("ungrouped_may_request_nothing")
    UNGROUPED_MAY_REQUEST_NOTHING("ungrouped_may_request_nothing"),

    @SerialName("over_cap")
    OVER_CAP("over_cap"),

    @SerialName("profile_field_unknown")
    PROFILE_FIELD_UNKNOWN("profile_field_unknown"),

    @SerialName("profile_field_retired")
    PROFILE_FIELD_RETIRED("profile_field_retired"),

    @SerialName("profile_section_off")
    PROFILE_SECTION_OFF("profile_section_off"),

    @SerialName("wrong_type")
    WRONG_TYPE("wrong_type"),

    @SerialName("choice_unknown")
    CHOICE_UNKNOWN("choice_unknown"),

    @SerialName("percent_invalid")
    PERCENT_INVALID("percent_invalid"),

    @SerialName("email_twice")
    EMAIL_TWICE("email_twice"),

    @SerialName("too_many_entries")
    TOO_MANY_ENTRIES("too_many_entries"),

    @SerialName("document_invalid")
    DOCUMENT_INVALID("document_invalid"),

    @SerialName("county_missing")
    COUNTY_MISSING("county_missing"),

    @SerialName("media_missing")
    MEDIA_MISSING("media_missing"),

    @SerialName("county_twice")
    COUNTY_TWICE("county_twice"),

    @SerialName("shares_total")
    SHARES_TOTAL("shares_total"),

    @SerialName("profile_field_key")
    PROFILE_FIELD_KEY("profile_field_key"),

    @SerialName("profile_field_twice")
    PROFILE_FIELD_TWICE("profile_field_twice"),

    @SerialName("profile_field_type")
    PROFILE_FIELD_TYPE("profile_field_type"),

    @SerialName("label_missing")
    LABEL_MISSING("label_missing"),

    @SerialName("kind_not_enabled")
    KIND_NOT_ENABLED("kind_not_enabled"),

    @SerialName("no_kind_left")
    NO_KIND_LEFT("no_kind_left"),

    @SerialName("no_lines")
    NO_LINES("no_lines"),

    @SerialName("quantity_invalid")
    QUANTITY_INVALID("quantity_invalid"),

    @SerialName("unit_unknown")
    UNIT_UNKNOWN("unit_unknown"),

    @SerialName("unit_with_people")
    UNIT_WITH_PEOPLE("unit_with_people"),

    @SerialName("two_units")
    TWO_UNITS("two_units"),

    @SerialName("over_quota")
    OVER_QUOTA("over_quota"),

    @SerialName("request_started")
    REQUEST_STARTED("request_started"),

    @SerialName("request_not_started")
    REQUEST_NOT_STARTED("request_not_started"),

    @SerialName("request_fulfilled")
    REQUEST_FULFILLED("request_fulfilled"),

    @SerialName("request_cancelled")
    REQUEST_CANCELLED("request_cancelled"),

    @SerialName("claimed_by_another")
    CLAIMED_BY_ANOTHER("claimed_by_another"),

    @SerialName("partner_mismatch")
    PARTNER_MISMATCH("partner_mismatch"),

    @SerialName("distribution_complete")
    DISTRIBUTION_COMPLETE("distribution_complete"),

    @SerialName("distribution_taken_back")
    DISTRIBUTION_TAKEN_BACK("distribution_taken_back"),

    @SerialName("no_columns")
    NO_COLUMNS("no_columns"),

    @SerialName("export_failed")
    EXPORT_FAILED("export_failed"),

    @SerialName("cursor_invalid")
    CURSOR_INVALID("cursor_invalid"),

    @SerialName("command_id_reused")
    COMMAND_ID_REUSED("command_id_reused"),

    @SerialName("wire_invalid")
    WIRE_INVALID("wire_invalid"),

    @SerialName("version_unknown")
    VERSION_UNKNOWN("version_unknown"),

    @SerialName("bank_ambiguous")
    BANK_AMBIGUOUS("bank_ambiguous"),

    @SerialName("too_many_conflicts")
    TOO_MANY_CONFLICTS("too_many_conflicts"),

    @SerialName("take_along_unrecognised")
    TAKE_ALONG_UNRECOGNISED("take_along_unrecognised"),

    @SerialName("take_along_newer")
    TAKE_ALONG_NEWER("take_along_newer"),

    @SerialName("take_along_truncated")
    TAKE_ALONG_TRUNCATED("take_along_truncated"),

    @SerialName("take_along_altered")
    TAKE_ALONG_ALTERED("take_along_altered"),

    @SerialName("take_along_invalid")
    TAKE_ALONG_INVALID("take_along_invalid"),

    @SerialName("take_along_unreadable")
    TAKE_ALONG_UNREADABLE("take_along_unreadable"),

    @SerialName("take_along_unwritable")
    TAKE_ALONG_UNWRITABLE("take_along_unwritable"),

    @SerialName("bank_exists")
    BANK_EXISTS("bank_exists"),

    @SerialName("store_busy")
    STORE_BUSY("store_busy"),

    @SerialName("store_unavailable")
    STORE_UNAVAILABLE("store_unavailable"),

    @SerialName("store_full")
    STORE_FULL("store_full"),

    @SerialName("store_read_only")
    STORE_READ_ONLY("store_read_only"),

    @SerialName("store_newer")
    STORE_NEWER("store_newer"),

    @SerialName("store_unrecognised")
    STORE_UNRECOGNISED("store_unrecognised"),

    @SerialName("store_corrupt")
    STORE_CORRUPT("store_corrupt"),

    @SerialName("store_failed")
    STORE_FAILED("store_failed"),

    @SerialName("bug")
    BUG("bug"),
}

/** A column that can be imported. */
@Serializable
public enum class Column(override val word: String) : Word {
    /** The partner's name. Required. */
    @SerialName("name")
    NAME("name"),

    /** The partner's email address. Required. */
    @SerialName("email")
    EMAIL("email"),

    /** The name of a group of the bank. */
    @SerialName("group")
    GROUP("group"),

    /** The quota, in pieces per request. */
    @SerialName("quota")
    QUOTA("quota"),

    /** Whether reminders and distribution emails go out: yes or no. */
    @SerialName("send_emails")
    SEND_EMAILS("send_emails"),

    /** The host's id of a storage location. */
    @SerialName("default_storage_location")
    DEFAULT_STORAGE_LOCATION("default_storage_location"),

    /** Notes for the bank only. */
    @SerialName("notes")
    NOTES("notes"),

    /** Information the partner sees. */
    @SerialName("info_for_partner")
    INFO_FOR_PARTNER("info_for_partner"),

    /** The host's own key of the partner. */
    @SerialName("external_id")
    EXTERNAL_ID("external_id"),
}

/** One command. The host draws it; sending the same one again gets the first answer again. */
@Serializable
@JvmInline
public value class CommandId(public val text: String) {
    override fun toString(): String = text
}

/** What stands between two cells. */
@Serializable
public enum class Delimiter(override val word: String) : Word {
    /** `,` */
    @SerialName("comma")
    COMMA("comma"),

    /** `;` */
    @SerialName("semicolon")
    SEMICOLON("semicolon"),

    /** A tab. */
    @SerialName("tab")
    TAB("tab"),
}

/** Where the delivery of a message stands. */
@Serializable
public enum class DeliveryState(override val word: String) : Word {
    /** It has not been handed out yet. */
    @SerialName("waiting")
    WAITING("waiting"),

    /** Somebody has it; once the lease has run out, anybody may have it. */
    @SerialName("claimed")
    CLAIMED("claimed"),

    /** The latest attempt failed, and it waits for the next. */
    @SerialName("failed")
    FAILED("failed"),

    /** It was sent. */
    @SerialName("sent")
    SENT("sent"),

    /** It is not sent any more: nobody would be helped. */
    @SerialName("given_up")
    GIVEN_UP("given_up"),
}

/** A distribution to a partner. */
@Serializable
@JvmInline
public value class DistributionId(public val text: String) {
    override fun toString(): String = text
}

/** Where a distribution stands. */
@Serializable
public enum class DistributionState(override val word: String) : Word {
    /** Planned for a day. */
    @SerialName("scheduled")
    SCHEDULED("scheduled"),

    /** Handed out. */
    @SerialName("complete")
    COMPLETE("complete"),

    /** Undone. It still counts as history. */
    @SerialName("taken_back")
    TAKEN_BACK("taken_back"),
}

/** How the characters of a file are written as bytes. */
@Serializable
public enum class Encoding(override val word: String) : Word {
    /** UTF-8, with or without a byte order mark. Plain ASCII counts as UTF-8. */
    @SerialName("utf-8")
    UTF_8("utf-8"),

    /** UTF-16, the low byte first. */
    @SerialName("utf-16le")
    UTF_16LE("utf-16le"),

    /** UTF-16, the high byte first. */
    @SerialName("utf-16be")
    UTF_16BE("utf-16be"),

    /** Windows-1252, as old spreadsheets write it. */
    @SerialName("windows-1252")
    WINDOWS_1252("windows-1252"),
}

/** Which way an exception goes. */
@Serializable
public enum class ExceptionRule(override val word: String) : Word {
    /** The partner may request the item, whatever its group says. */
    @SerialName("allow")
    ALLOW("allow"),

    /** The partner may not request the item, whatever its group says. */
    @SerialName("deny")
    DENY("deny"),
}

/** A column of an export. Its header is its wire name. */
@Serializable
public enum class ExportColumn(override val word: String) : Word {
    /** The name. */
    @SerialName("name")
    NAME("name"),

    /** The contact address. */
    @SerialName("email")
    EMAIL("email"),

    /** The name of the group. */
    @SerialName("group")
    GROUP("group"),

    /** The quota. */
    @SerialName("quota")
    QUOTA("quota"),

    /** Whether it gets emails: yes or no. */
    @SerialName("send_emails")
    SEND_EMAILS("send_emails"),

    /** The host's id of a storage location. */
    @SerialName("default_storage_location")
    DEFAULT_STORAGE_LOCATION("default_storage_location"),

    /** Notes for the bank only. */
    @SerialName("notes")
    NOTES("notes"),

    /** Information the partner sees. */
    @SerialName("info_for_partner")
    INFO_FOR_PARTNER("info_for_partner"),

    /** The host's own key. */
    @SerialName("external_id")
    EXTERNAL_ID("external_id"),

    /** The status. */
    @SerialName("status")
    STATUS("status"),

    /** While deactivated, the status before. */
    @SerialName("status_before")
    STATUS_BEFORE("status_before"),

    /** Whether it stands for the bank's own direct distribution: yes or no. */
    @SerialName("proxy")
    PROXY("proxy"),

    /** When it was added. */
    @SerialName("added_at")
    ADDED_AT("added_at"),

    /** When it last submitted. */
    @SerialName("submitted_at")
    SUBMITTED_AT("submitted_at"),

    /** When it was last approved. */
    @SerialName("approved_at")
    APPROVED_AT("approved_at"),

    /** Its id here. */
    @SerialName("id")
    ID("id"),
}

/** The first steps of a new bank. */
@Serializable
public enum class FirstStep(override val word: String) : Word {
    /** Add an item. */
    @SerialName("add_items")
    ADD_ITEMS("add_items"),

    /** Add a category. */
    @SerialName("add_categories")
    ADD_CATEGORIES("add_categories"),

    /** Add a group. */
    @SerialName("add_groups")
    ADD_GROUPS("add_groups"),

    /** Import or add partners. */
    @SerialName("add_partners")
    ADD_PARTNERS("add_partners"),

    /** Invite a partner. */
    @SerialName("invite_partners")
    INVITE_PARTNERS("invite_partners"),

    /** Approve a partner. */
    @SerialName("approve_partners")
    APPROVE_PARTNERS("approve_partners"),

    /** The first request is filed. */
    @SerialName("first_request")
    FIRST_REQUEST("first_request"),

    /** The first distribution is recorded. */
    @SerialName("first_distribution")
    FIRST_DISTRIBUTION("first_distribution"),
}

/** When a placeholder has a value. */
@Serializable
public enum class Given(override val word: String) : Word {
    /** In every message of the kind, and no text may do without it: the message would be of no use. */
    @SerialName("required")
    REQUIRED("required"),

    /** In every message of the kind. */
    @SerialName("always")
    ALWAYS("always"),

    /** In some. */
    @SerialName("sometimes")
    SOMETIMES("sometimes"),
}

/** A group of partners. */
@Serializable
@JvmInline
public value class GroupId(public val text: String) {
    override fun toString(): String = text
}

/** An invitation of a person to a role. */
@Serializable
@JvmInline
public value class InvitationId(public val text: String) {
    override fun toString(): String = text
}

/** An item a bank hands out. */
@Serializable
@JvmInline
public value class ItemId(public val text: String) {
    override fun toString(): String = text
}

/** A language of sentences, labels and messages, named by its BCP 47 tag. */
@Serializable
public enum class Language(override val word: String) : Word {
    /** English, complete: the language of a new bank. */
    @SerialName("en")
    EN("en"),

    /** Spanish, complete; not yet reviewed by native speakers. */
    @SerialName("es")
    ES("es"),

    /** French, begun: what is not translated yet is said in English. Not yet reviewed by native speakers. */
    @SerialName("fr")
    FR("fr"),
}

/** How bad a problem is. */
@Serializable
public enum class Level(override val word: String) : Word {
    /** The file cannot be imported. */
    @SerialName("error")
    ERROR("error"),

    /** Somebody should look; the file can be imported. */
    @SerialName("warning")
    WARNING("warning"),

    /** Said for the record; kept as it is. */
    @SerialName("note")
    NOTE("note"),
}

/** One message in the outbox. Stable, so that a mail provider can drop a repeat. */
@Serializable
@JvmInline
public value class MessageId(public val text: String) {
    override fun toString(): String = text
}

/** What a message is. */
@Serializable
public enum class MessageKind(override val word: String) : Word {
    /** A person is invited to a role. */
    @SerialName("invitation")
    INVITATION("invitation"),

    /** A person holds one more role, with the login it has. */
    @SerialName("role_added")
    ROLE_ADDED("role_added"),

    /** A partner has submitted. */
    @SerialName("approval_requested")
    APPROVAL_REQUESTED("approval_requested"),

    /** The bank has approved. */
    @SerialName("approved")
    APPROVED("approved"),

    /** The bank asks for changes. */
    @SerialName("changes_asked")
    CHANGES_ASKED("changes_asked"),

    /** The bank asks for recertification. */
    @SerialName("recertification_required")
    RECERTIFICATION_REQUIRED("recertification_required"),

    /** A request has come in. */
    @SerialName("request_received")
    REQUEST_RECEIVED("request_received"),

    /** A request was cancelled. */
    @SerialName("request_cancelled")
    REQUEST_CANCELLED("request_cancelled"),

    /** A distribution is scheduled. */
    @SerialName("distribution_scheduled")
    DISTRIBUTION_SCHEDULED("distribution_scheduled"),

    /** A distribution has changed. */
    @SerialName("distribution_changed")
    DISTRIBUTION_CHANGED("distribution_changed"),

    /** A distribution was taken back. */
    @SerialName("distribution_taken_back")
    DISTRIBUTION_TAKEN_BACK("distribution_taken_back"),

    /** The deadline for requests comes near. */
    @SerialName("deadline_reminder")
    DEADLINE_REMINDER("deadline_reminder"),

    /** Recertification comes due. */
    @SerialName("recertification_due")
    RECERTIFICATION_DUE("recertification_due"),

    /** A distribution is tomorrow. */
    @SerialName("distribution_tomorrow")
    DISTRIBUTION_TOMORROW("distribution_tomorrow"),
}

/** How the goods reach the partner. */
@Serializable
public enum class Method(override val word: String) : Word {
    /** The partner comes for them. */
    @SerialName("pick_up")
    PICK_UP("pick_up"),

    /** The bank brings them. */
    @SerialName("delivery")
    DELIVERY("delivery"),

    /** The bank sends them. */
    @SerialName("shipped")
    SHIPPED("shipped"),
}

/** What became of an `Outcome`. */
@Serializable
public enum class Noted(override val word: String) : Word {
    /** It is noted, now or already when it was said before. */
    @SerialName("done")
    DONE("done"),

    /**
     * Sent by somebody whose lease had been given to another meanwhile. It is noted as sent, because it was; the
     * other may send it, too, which is what the stable id is for.
     */
    @SerialName("late")
    LATE("late"),

    /** Nothing changes: the message was sent already, in another attempt. */
    @SerialName("sent_before")
    SENT_BEFORE("sent_before"),

    /** Nothing changes: that attempt has lost its lease to a later one, or never was. */
    @SerialName("no_lease")
    NO_LEASE("no_lease"),

    /** There is no such message. */
    @SerialName("not_found")
    NOT_FOUND("not_found"),
}

/** What happens to a request over the partner's quota. */
@Serializable
public enum class OverQuota(override val word: String) : Word {
    /** It is taken, with a warning. */
    @SerialName("warn")
    WARN("warn"),

    /** It is refused. */
    @SerialName("refuse")
    REFUSE("refuse"),
}

/** What a bank's own field may take. */
@Serializable
public enum class OwnType(override val word: String) : Word {
    /** Yes or no. */
    @SerialName("yes_no")
    YES_NO("yes_no"),

    /** A year, up to the present one. */
    @SerialName("year")
    YEAR("year"),

    /** A whole number from 0. */
    @SerialName("number")
    NUMBER("number"),

    /** 0 to 100 with at most one decimal. */
    @SerialName("percent")
    PERCENT("percent"),

    /** One line of text. */
    @SerialName("line")
    LINE("line"),

    /** Text of any number of lines. */
    @SerialName("text")
    TEXT("text"),

    /** One email address. */
    @SerialName("email")
    EMAIL("email"),
}

/** A partner of one bank. */
@Serializable
@JvmInline
public value class PartnerId(public val text: String) {
    override fun toString(): String = text
}

/** In which order partners are listed. Those that are alike in it come by name. */
@Serializable
public enum class PartnerSort(override val word: String) : Word {
    /** By name. */
    @SerialName("name")
    NAME("name"),

    /** By status, in the order of a partner's life. */
    @SerialName("status")
    STATUS("status"),

    /** By when they were added, the first one first. */
    @SerialName("added")
    ADDED("added"),

    /** By when they submitted last, the first one first; those that never did come last. */
    @SerialName("submitted")
    SUBMITTED("submitted"),
}

/** 0 to 100 with at most one decimal: a text such as `33.3`, or a number. */
public typealias Percent = JsonElement

/** A human with one login: see `person_id`. */
@Serializable
@JvmInline
public value class PersonId(public val text: String) {
    override fun toString(): String = text
}

/** One reminder that went out: made from what it is about, so that there can only be one. */
@Serializable
@JvmInline
public value class ReminderId(public val text: String) {
    override fun toString(): String = text
}

/** What reminders there are. */
@Serializable
public enum class ReminderKind(override val word: String) : Word {
    /** The deadline for requests comes near. */
    @SerialName("deadline_reminder")
    DEADLINE_REMINDER("deadline_reminder"),

    /** Recertification comes due. */
    @SerialName("recertification_due")
    RECERTIFICATION_DUE("recertification_due"),

    /** A distribution is tomorrow. */
    @SerialName("distribution_tomorrow")
    DISTRIBUTION_TOMORROW("distribution_tomorrow"),
}

/** A partner's request. */
@Serializable
@JvmInline
public value class RequestId(public val text: String) {
    override fun toString(): String = text
}

/** How a request counts. */
@Serializable
public enum class RequestKind(override val word: String) : Word {
    /** By quantity, in pieces or in a unit of the item. */
    @SerialName("quantity")
    QUANTITY("quantity"),

    /** By number of individuals. */
    @SerialName("individuals")
    INDIVIDUALS("individuals"),

    /** By children. */
    @SerialName("children")
    CHILDREN("children"),
}

/** Where a request stands. */
@Serializable
public enum class RequestState(override val word: String) : Word {
    /** Nobody of the bank has begun on it. */
    @SerialName("pending")
    PENDING("pending"),

    /** A person of the bank has claimed it. */
    @SerialName("started")
    STARTED("started"),

    /** A distribution was recorded from it. */
    @SerialName("fulfilled")
    FULFILLED("fulfilled"),

    /** The bank or the partner withdrew it. */
    @SerialName("cancelled")
    CANCELLED("cancelled"),
}

/** The rule that settles whether an active, visible item is permitted. */
@Serializable
public enum class Rule(override val word: String) : Word {
    /** The partner's own exception. */
    @SerialName("exception")
    EXCEPTION("exception"),

    /** The categories of the partner's group. */
    @SerialName("group")
    GROUP("group"),

    /** The bank's setting for partners without a group. */
    @SerialName("ungrouped")
    UNGROUPED("ungrouped"),
}

/** The sections of a profile, in the order of the form. */
@Serializable
public enum class Section(override val word: String) : Word {
    /** Who the agency is. */
    @SerialName("agency_information")
    AGENCY_INFORMATION("agency_information"),

    /** Where the programme runs. */
    @SerialName("program_address")
    PROGRAM_ADDRESS("program_address"),

    /** Website and social media. */
    @SerialName("media_information")
    MEDIA_INFORMATION("media_information"),

    /** How settled the agency is. */
    @SerialName("agency_stability")
    AGENCY_STABILITY("agency_stability"),

    /** How much it can do. */
    @SerialName("organizational_capacity")
    ORGANIZATIONAL_CAPACITY("organizational_capacity"),

    /** What it lives on. */
    @SerialName("sources_of_funding")
    SOURCES_OF_FUNDING("sources_of_funding"),

    /** Counties served. */
    @SerialName("area_served")
    AREA_SERVED("area_served"),

    /** People served. */
    @SerialName("population_served")
    POPULATION_SERVED("population_served"),

    /** Whom to talk to. */
    @SerialName("contacts")
    CONTACTS("contacts"),

    /** Who comes for the goods. */
    @SerialName("pick_up_person")
    PICK_UP_PERSON("pick_up_person"),

    /** How it hands out. */
    @SerialName("agency_distribution")
    AGENCY_DISTRIBUTION("agency_distribution"),

    /** Whatever else it wants to hand in. */
    @SerialName("additional_documents")
    ADDITIONAL_DOCUMENTS("additional_documents"),

    /** Fields of the bank's own that fit in no other section. */
    @SerialName("bank_questions")
    BANK_QUESTIONS("bank_questions"),

    /** Which kinds of request it makes. */
    @SerialName("settings")
    SETTINGS("settings"),
}

/** Where a partner stands with its bank. Every partner starts `Status::Uninvited`. */
@Serializable
public enum class Status(override val word: String) : Word {
    /** In the system, and has not been asked to join. */
    @SerialName("uninvited")
    UNINVITED("uninvited"),

    /** Asked to join; may fill in its profile and submit. */
    @SerialName("invited")
    INVITED("invited"),

    /** Submitted; the bank reviews. */
    @SerialName("awaiting_review")
    AWAITING_REVIEW("awaiting_review"),

    /** May make requests. */
    @SerialName("approved")
    APPROVED("approved"),

    /** Was approved; must submit again before it may make requests. */
    @SerialName("recertification_required")
    RECERTIFICATION_REQUIRED("recertification_required"),

    /** Set aside by the bank. The status before is remembered as `prior`. */
    @SerialName("deactivated")
    DEACTIVATED("deactivated"),
}

/**
 * A token as text: 64 characters that need no escaping in a link. Never shown by `Debug`.
 *
 * Whatever was sent is a token here; whether it is one is decided where it is used, so that a wrong one is refused like an
 * unknown one.
 *
 * ```
 * use partnerkit::id::BankId;
 * use partnerkit::token::{Secret, Token};
 *
 * let bank = BankId(uuid::Uuid::from_u128(7));
 * let token = Token::new(bank, Secret([1; 32])); // random bits, in earnest
 * assert_eq!(token.as_str().len(), 64);
 * assert_eq!(token.bank(), Some(bank));
 * assert_eq!(format!("{token:?}"), "Token(…)");
 * ```
 */
@Serializable
@JvmInline
public value class Token(public val text: String) {
    override fun toString(): String = text
}

/** What partners in no group may request. */
@Serializable
public enum class UngroupedMayRequest(override val word: String) : Word {
    /** Every active, visible item. */
    @SerialName("all")
    ALL("all"),

    /** Nothing. */
    @SerialName("none")
    NONE("none"),
}

/** A day of the week. */
@Serializable
public enum class Weekday(override val word: String) : Word {
    @SerialName("monday")
    MONDAY("monday"),

    @SerialName("tuesday")
    TUESDAY("tuesday"),

    @SerialName("wednesday")
    WEDNESDAY("wednesday"),

    @SerialName("thursday")
    THURSDAY("thursday"),

    @SerialName("friday")
    FRIDAY("friday"),

    @SerialName("saturday")
    SATURDAY("saturday"),

    @SerialName("sunday")
    SUNDAY("sunday"),
}

/** Who can take a step. */
@Serializable
public enum class Who(override val word: String) : Word {
    /** Bank staff and admins. */
    @SerialName("bank")
    BANK("bank"),

    /** Bank admins. */
    @SerialName("admin")
    ADMIN("admin"),

    /** The partner's users, or the bank on their behalf. */
    @SerialName("partner_or_bank")
    PARTNER_OR_BANK("partner_or_bank"),
}
