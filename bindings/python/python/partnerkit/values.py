# Written by `tests/renew` from the schema of the wire format.
"""Everything that goes in and comes out, as values that never change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar, NewType, TypeAlias, Union
from uuid import UUID

from ._value import EMPTY, UNSET, Explained, Sentence, StrEnum, Unset, Value, from_wire

BankId = NewType("BankId", UUID)
"""A bank: the tenant."""
CategoryId = NewType("CategoryId", UUID)
"""A category of items."""
CommandId = NewType("CommandId", UUID)
"""One command. The host draws it; sending the same one again gets the first answer again."""
DistributionId = NewType("DistributionId", UUID)
"""A distribution to a partner."""
GroupId = NewType("GroupId", UUID)
"""A group of partners."""
InvitationId = NewType("InvitationId", UUID)
"""An invitation of a person to a role."""
ItemId = NewType("ItemId", UUID)
"""An item a bank hands out."""
MessageId = NewType("MessageId", UUID)
"""One message in the outbox. Stable, so that a mail provider can drop a repeat."""
PartnerId = NewType("PartnerId", UUID)
"""A partner of one bank."""
PersonId = NewType("PersonId", UUID)
"""A human with one login: see `person_id`."""
ReminderId = NewType("ReminderId", UUID)
"""One reminder that went out: made from what it is about, so that there can only be one."""
RequestId = NewType("RequestId", UUID)
"""A partner's request."""


class Action(StrEnum):
    """A command of the transition table."""

    INVITE = "invite"
    """Ask the partner's contact to join."""

    RENEW_INVITATION = "renew_invitation"
    """Send a new invitation; the status stays."""

    INVITE_AND_APPROVE = "invite_and_approve"
    """Invite and approve in one step."""

    SUBMIT_FOR_APPROVAL = "submit_for_approval"
    """Hand in the profile for the bank's review."""

    ASK_FOR_CHANGES = "ask_for_changes"
    """Send a submission back with a note."""

    APPROVE = "approve"
    """Let the partner make requests."""

    REQUIRE_RECERTIFICATION = "require_recertification"
    """Ask an approved partner to submit again."""

    DEACTIVATE = "deactivate"
    """Set the partner aside."""

    REACTIVATE = "reactivate"
    """Put a deactivated partner back where it was."""

    REMOVE = "remove"
    """Remove for ever a partner that left no trace."""


class Answer(StrEnum):
    """The answer of the table: yes, no, or only to look."""

    YES = "yes"
    """Yes."""

    NO = "no"
    """No."""

    READ_ONLY = "read_only"
    """Yes, to look and not to change anything."""


class Capability(StrEnum):
    """Something a partner can do, or that happens to it."""

    RECEIVE_DISTRIBUTIONS = "receive_distributions"
    """Be recorded as the receiver of a distribution."""

    SIGN_IN = "sign_in"
    """A person acting as this partner may sign in."""

    VIEW_OWN = "view_own"
    """See its own profile, requests and distributions."""

    EDIT_PROFILE = "edit_profile"
    """Change its own profile."""

    SUBMIT_FOR_APPROVAL = "submit_for_approval"
    """Hand in its profile for approval."""

    MAKE_REQUESTS = "make_requests"
    """Make requests."""

    DEADLINE_REMINDERS = "deadline_reminders"
    """Get deadline reminders, if the bank set them up."""

    DISTRIBUTION_EMAILS = "distribution_emails"
    """Get emails about distributions, if the bank set them up."""

    LISTED_FOR_APPROVAL = "listed_for_approval"
    """Stand in the list "Partner approvals"."""

    LISTED_BY_DEFAULT = "listed_by_default"
    """Stand in the default partner list and in pickers."""


class Code(StrEnum):
    """A stable code. See the generated table in the README for all of them."""

    NOT_FOUND = "not_found"

    NOT_PERMITTED = "not_permitted"

    ROLE_NOT_HELD = "role_not_held"

    NOT_INVITED_YET = "not_invited_yet"

    ALREADY_INVITED = "already_invited"

    ALREADY_SUBMITTED = "already_submitted"

    ALREADY_APPROVED = "already_approved"

    NOT_SUBMITTED_YET = "not_submitted_yet"

    NOT_APPROVED_YET = "not_approved_yet"

    RECERTIFICATION_REQUIRED = "recertification_required"

    PARTNER_DEACTIVATED = "partner_deactivated"

    NOT_DEACTIVATED = "not_deactivated"

    PARTNER_HAS_HISTORY = "partner_has_history"

    EMAILS_OFF = "emails_off"

    NO_SCHEDULE = "no_schedule"

    DEADLINE_MISSING = "deadline_missing"

    FIRST_MONTH_MISSING = "first_month_missing"

    REMINDER_ON_DEADLINE = "reminder_on_deadline"

    NO_REMINDER_THAT_DAY = "no_reminder_that_day"

    NOT_ELIGIBLE_THEN = "not_eligible_then"

    DAILY_JOB_MISSED = "daily_job_missed"

    NO_INTERVAL = "no_interval"

    DISTRIBUTION_REMINDERS_OFF = "distribution_reminders_off"

    NAME_MISSING = "name_missing"

    NAME_TOO_LONG = "name_too_long"

    NAME_TAKEN = "name_taken"

    EMAIL_MISSING = "email_missing"

    EMAIL_INVALID = "email_invalid"

    EMAIL_SEVERAL = "email_several"

    EMAIL_TAKEN = "email_taken"

    EXTERNAL_ID_TAKEN = "external_id_taken"

    ID_TAKEN = "id_taken"

    QUOTA_INVALID = "quota_invalid"

    TEXT_MISSING = "text_missing"

    TEXT_TOO_LONG = "text_too_long"

    CONTROL_CHARACTER = "control_character"

    NOT_YES_OR_NO = "not_yes_or_no"

    NUMBER_OUT_OF_RANGE = "number_out_of_range"

    TIME_ZONE_UNKNOWN = "time_zone_unknown"

    NOTHING_TO_CHANGE = "nothing_to_change"

    NOTE_MISSING = "note_missing"

    REASON_MISSING = "reason_missing"

    LOOKS_ALIKE = "looks_alike"

    INVISIBLE_CHARACTER = "invisible_character"

    FORMULA_LIKE = "formula_like"

    CONTACT_CHANGED = "contact_changed"

    TOO_MANY_PARTNERS = "too_many_partners"

    PLACEHOLDER_UNKNOWN = "placeholder_unknown"

    PLACEHOLDER_MISSING = "placeholder_missing"

    ROLE_HELD = "role_held"

    LAST_ADMIN = "last_admin"

    LAST_USER = "last_user"

    NO_PEOPLE = "no_people"

    INVITATION_INVALID = "invitation_invalid"

    INVITATION_EXPIRED = "invitation_expired"

    INVITATION_USED = "invitation_used"

    ALREADY_IMPORTED = "already_imported"

    IMPORT_KEY_REUSED = "import_key_reused"

    IMPORT_REFUSED = "import_refused"

    IMPORT_EMPTY = "import_empty"

    IMPORT_NO_ROWS = "import_no_rows"

    IMPORT_CANCELLED = "import_cancelled"

    IMPORT_UNREADABLE = "import_unreadable"

    ENCODING_UNKNOWN = "encoding_unknown"

    HEADER_MISSING = "header_missing"

    HEADER_EMPTY = "header_empty"

    HEADER_UNKNOWN = "header_unknown"

    HEADER_DUPLICATE = "header_duplicate"

    HEADER_STATUS = "header_status"

    NAME_DUPLICATE = "name_duplicate"

    EMAIL_DUPLICATE = "email_duplicate"

    EXTERNAL_ID_DUPLICATE = "external_id_duplicate"

    GROUP_UNKNOWN = "group_unknown"

    CELL_WITHOUT_HEADER = "cell_without_header"

    ROW_TOO_LONG = "row_too_long"

    ROW_TOO_LARGE = "row_too_large"

    QUOTE_UNCLOSED = "quote_unclosed"

    OUTPUT_FAILED = "output_failed"

    OTHER_FILE = "other_file"

    GROUP_HAS_MEMBERS = "group_has_members"

    CATEGORY_IN_USE = "category_in_use"

    GROUP_IS_DESTINATION = "group_is_destination"

    UNIT_INVALID = "unit_invalid"

    ITEM_INACTIVE = "item_inactive"

    ITEM_HIDDEN = "item_hidden"

    ITEM_NOT_IN_GROUP = "item_not_in_group"

    ITEM_WITHOUT_CATEGORY = "item_without_category"

    ITEM_DENIED = "item_denied"

    UNGROUPED_MAY_REQUEST_NOTHING = "ungrouped_may_request_nothing"

    OVER_CAP = "over_cap"

    PROFILE_FIELD_UNKNOWN = "profile_field_unknown"

    PROFILE_FIELD_RETIRED = "profile_field_retired"

    PROFILE_SECTION_OFF = "profile_section_off"

    WRONG_TYPE = "wrong_type"

    CHOICE_UNKNOWN = "choice_unknown"

    PERCENT_INVALID = "percent_invalid"

    EMAIL_TWICE = "email_twice"

    TOO_MANY_ENTRIES = "too_many_entries"

    DOCUMENT_INVALID = "document_invalid"

    COUNTY_MISSING = "county_missing"

    MEDIA_MISSING = "media_missing"

    COUNTY_TWICE = "county_twice"

    SHARES_TOTAL = "shares_total"

    PROFILE_FIELD_KEY = "profile_field_key"

    PROFILE_FIELD_TWICE = "profile_field_twice"

    PROFILE_FIELD_TYPE = "profile_field_type"

    LABEL_MISSING = "label_missing"

    KIND_NOT_ENABLED = "kind_not_enabled"

    NO_KIND_LEFT = "no_kind_left"

    NO_LINES = "no_lines"

    QUANTITY_INVALID = "quantity_invalid"

    UNIT_UNKNOWN = "unit_unknown"

    UNIT_WITH_PEOPLE = "unit_with_people"

    TWO_UNITS = "two_units"

    OVER_QUOTA = "over_quota"

    REQUEST_STARTED = "request_started"

    REQUEST_NOT_STARTED = "request_not_started"

    REQUEST_FULFILLED = "request_fulfilled"

    REQUEST_CANCELLED = "request_cancelled"

    CLAIMED_BY_ANOTHER = "claimed_by_another"

    PARTNER_MISMATCH = "partner_mismatch"

    DISTRIBUTION_COMPLETE = "distribution_complete"

    DISTRIBUTION_TAKEN_BACK = "distribution_taken_back"

    NO_COLUMNS = "no_columns"

    EXPORT_FAILED = "export_failed"

    CURSOR_INVALID = "cursor_invalid"

    COMMAND_ID_REUSED = "command_id_reused"

    WIRE_INVALID = "wire_invalid"

    VERSION_UNKNOWN = "version_unknown"

    BANK_AMBIGUOUS = "bank_ambiguous"

    TOO_MANY_CONFLICTS = "too_many_conflicts"

    TAKE_ALONG_UNRECOGNISED = "take_along_unrecognised"

    TAKE_ALONG_NEWER = "take_along_newer"

    TAKE_ALONG_TRUNCATED = "take_along_truncated"

    TAKE_ALONG_ALTERED = "take_along_altered"

    TAKE_ALONG_INVALID = "take_along_invalid"

    TAKE_ALONG_UNREADABLE = "take_along_unreadable"

    TAKE_ALONG_UNWRITABLE = "take_along_unwritable"

    BANK_EXISTS = "bank_exists"

    STORE_BUSY = "store_busy"

    STORE_UNAVAILABLE = "store_unavailable"

    STORE_FULL = "store_full"

    STORE_READ_ONLY = "store_read_only"

    STORE_NEWER = "store_newer"

    STORE_UNRECOGNISED = "store_unrecognised"

    STORE_CORRUPT = "store_corrupt"

    STORE_FAILED = "store_failed"

    BUG = "bug"


class Column(StrEnum):
    """A column that can be imported."""

    NAME = "name"
    """The partner's name. Required."""

    EMAIL = "email"
    """The partner's email address. Required."""

    GROUP = "group"
    """The name of a group of the bank."""

    QUOTA = "quota"
    """The quota, in pieces per request."""

    SEND_EMAILS = "send_emails"
    """Whether reminders and distribution emails go out: yes or no."""

    DEFAULT_STORAGE_LOCATION = "default_storage_location"
    """The host's id of a storage location."""

    NOTES = "notes"
    """Notes for the bank only."""

    INFO_FOR_PARTNER = "info_for_partner"
    """Information the partner sees."""

    EXTERNAL_ID = "external_id"
    """The host's own key of the partner."""


class Delimiter(StrEnum):
    """What stands between two cells."""

    COMMA = "comma"
    """`,`"""

    SEMICOLON = "semicolon"
    """`;`"""

    TAB = "tab"
    """A tab."""


class DeliveryState(StrEnum):
    """Where the delivery of a message stands."""

    WAITING = "waiting"
    """It has not been handed out yet."""

    CLAIMED = "claimed"
    """Somebody has it; once the lease has run out, anybody may have it."""

    FAILED = "failed"
    """The latest attempt failed, and it waits for the next."""

    SENT = "sent"
    """It was sent."""

    GIVEN_UP = "given_up"
    """It is not sent any more: nobody would be helped."""


class DistributionState(StrEnum):
    """Where a distribution stands."""

    SCHEDULED = "scheduled"
    """Planned for a day."""

    COMPLETE = "complete"
    """Handed out."""

    TAKEN_BACK = "taken_back"
    """Undone. It still counts as history."""


class Encoding(StrEnum):
    """How the characters of a file are written as bytes."""

    UTF_8 = "utf-8"
    """UTF-8, with or without a byte order mark. Plain ASCII counts as UTF-8."""

    UTF_16LE = "utf-16le"
    """UTF-16, the low byte first."""

    UTF_16BE = "utf-16be"
    """UTF-16, the high byte first."""

    WINDOWS_1252 = "windows-1252"
    """Windows-1252, as old spreadsheets write it."""


class ErrorCategory(StrEnum):
    """What kind of "no" it is. The first four may be shown to users."""

    INVALID_INPUT = "invalid_input"
    """The input itself is wrong, whatever the state."""

    REJECTED = "rejected"
    """The input is fine; the rules say no in this state."""

    CONFLICT = "conflict"
    """Somebody else was there first, or holds what was asked for."""

    NOT_FOUND = "not_found"
    """It does not exist, or it belongs to somebody else."""

    STORE = "store"
    """The store failed; nothing was written."""

    BUG = "bug"
    """A mistake in this library or in a store. Please report it."""


class ExceptionRule(StrEnum):
    """Which way an exception goes."""

    ALLOW = "allow"
    """The partner may request the item, whatever its group says."""

    DENY = "deny"
    """The partner may not request the item, whatever its group says."""


class ExportColumn(StrEnum):
    """A column of an export. Its header is its wire name."""

    NAME = "name"
    """The name."""

    EMAIL = "email"
    """The contact address."""

    GROUP = "group"
    """The name of the group."""

    QUOTA = "quota"
    """The quota."""

    SEND_EMAILS = "send_emails"
    """Whether it gets emails: yes or no."""

    DEFAULT_STORAGE_LOCATION = "default_storage_location"
    """The host's id of a storage location."""

    NOTES = "notes"
    """Notes for the bank only."""

    INFO_FOR_PARTNER = "info_for_partner"
    """Information the partner sees."""

    EXTERNAL_ID = "external_id"
    """The host's own key."""

    STATUS = "status"
    """The status."""

    STATUS_BEFORE = "status_before"
    """While deactivated, the status before."""

    PROXY = "proxy"
    """Whether it stands for the bank's own direct distribution: yes or no."""

    ADDED_AT = "added_at"
    """When it was added."""

    SUBMITTED_AT = "submitted_at"
    """When it last submitted."""

    APPROVED_AT = "approved_at"
    """When it was last approved."""

    ID = "id"
    """Its id here."""


class FirstStep(StrEnum):
    """The first steps of a new bank."""

    ADD_ITEMS = "add_items"
    """Add an item."""

    ADD_CATEGORIES = "add_categories"
    """Add a category."""

    ADD_GROUPS = "add_groups"
    """Add a group."""

    ADD_PARTNERS = "add_partners"
    """Import or add partners."""

    INVITE_PARTNERS = "invite_partners"
    """Invite a partner."""

    APPROVE_PARTNERS = "approve_partners"
    """Approve a partner."""

    FIRST_REQUEST = "first_request"
    """The first request is filed."""

    FIRST_DISTRIBUTION = "first_distribution"
    """The first distribution is recorded."""


class Given(StrEnum):
    """When a placeholder has a value."""

    REQUIRED = "required"
    """In every message of the kind, and no text may do without it: the message would be of no use."""

    ALWAYS = "always"
    """In every message of the kind."""

    SOMETIMES = "sometimes"
    """In some."""


class Language(StrEnum):
    """A language of sentences, labels and messages, named by its BCP 47 tag."""

    EN = "en"
    """English, complete: the language of a new bank."""

    ES = "es"
    """Spanish, complete; not yet reviewed by native speakers."""

    FR = "fr"
    """French, begun: what is not translated yet is said in English. Not yet reviewed by native speakers."""


class Level(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """The file cannot be imported."""

    WARNING = "warning"
    """Somebody should look; the file can be imported."""

    NOTE = "note"
    """Said for the record; kept as it is."""


class MessageKind(StrEnum):
    """What a message is."""

    INVITATION = "invitation"
    """A person is invited to a role."""

    ROLE_ADDED = "role_added"
    """A person holds one more role, with the login it has."""

    APPROVAL_REQUESTED = "approval_requested"
    """A partner has submitted."""

    APPROVED = "approved"
    """The bank has approved."""

    CHANGES_ASKED = "changes_asked"
    """The bank asks for changes."""

    RECERTIFICATION_REQUIRED = "recertification_required"
    """The bank asks for recertification."""

    REQUEST_RECEIVED = "request_received"
    """A request has come in."""

    REQUEST_CANCELLED = "request_cancelled"
    """A request was cancelled."""

    DISTRIBUTION_SCHEDULED = "distribution_scheduled"
    """A distribution is scheduled."""

    DISTRIBUTION_CHANGED = "distribution_changed"
    """A distribution has changed."""

    DISTRIBUTION_TAKEN_BACK = "distribution_taken_back"
    """A distribution was taken back."""

    DEADLINE_REMINDER = "deadline_reminder"
    """The deadline for requests comes near."""

    RECERTIFICATION_DUE = "recertification_due"
    """Recertification comes due."""

    DISTRIBUTION_TOMORROW = "distribution_tomorrow"
    """A distribution is tomorrow."""


class Method(StrEnum):
    """How the goods reach the partner."""

    PICK_UP = "pick_up"
    """The partner comes for them."""

    DELIVERY = "delivery"
    """The bank brings them."""

    SHIPPED = "shipped"
    """The bank sends them."""


class Noted(StrEnum):
    """What became of an `Outcome`."""

    DONE = "done"
    """It is noted, now or already when it was said before."""

    LATE = "late"
    """Sent by somebody whose lease had been given to another meanwhile. It is noted as sent, because it was; the
    other may send it, too, which is what the stable id is for."""

    SENT_BEFORE = "sent_before"
    """Nothing changes: the message was sent already, in another attempt."""

    NO_LEASE = "no_lease"
    """Nothing changes: that attempt has lost its lease to a later one, or never was."""

    NOT_FOUND = "not_found"
    """There is no such message."""


class OverQuota(StrEnum):
    """What happens to a request over the partner's quota."""

    WARN = "warn"
    """It is taken, with a warning."""

    REFUSE = "refuse"
    """It is refused."""


class OwnType(StrEnum):
    """What a bank's own field may take."""

    YES_NO = "yes_no"
    """Yes or no."""

    YEAR = "year"
    """A year, up to the present one."""

    NUMBER = "number"
    """A whole number from 0."""

    PERCENT = "percent"
    """0 to 100 with at most one decimal."""

    LINE = "line"
    """One line of text."""

    TEXT = "text"
    """Text of any number of lines."""

    EMAIL = "email"
    """One email address."""


class PartnerSort(StrEnum):
    """In which order partners are listed. Those that are alike in it come by name."""

    NAME = "name"
    """By name."""

    STATUS = "status"
    """By status, in the order of a partner's life."""

    ADDED = "added"
    """By when they were added, the first one first."""

    SUBMITTED = "submitted"
    """By when they submitted last, the first one first; those that never did come last."""


class ReminderKind(StrEnum):
    """What reminders there are."""

    DEADLINE_REMINDER = "deadline_reminder"
    """The deadline for requests comes near."""

    RECERTIFICATION_DUE = "recertification_due"
    """Recertification comes due."""

    DISTRIBUTION_TOMORROW = "distribution_tomorrow"
    """A distribution is tomorrow."""


class RequestKind(StrEnum):
    """How a request counts."""

    QUANTITY = "quantity"
    """By quantity, in pieces or in a unit of the item."""

    INDIVIDUALS = "individuals"
    """By number of individuals."""

    CHILDREN = "children"
    """By children."""


class RequestState(StrEnum):
    """Where a request stands."""

    PENDING = "pending"
    """Nobody of the bank has begun on it."""

    STARTED = "started"
    """A person of the bank has claimed it."""

    FULFILLED = "fulfilled"
    """A distribution was recorded from it."""

    CANCELLED = "cancelled"
    """The bank or the partner withdrew it."""


class Rule(StrEnum):
    """The rule that settles whether an active, visible item is permitted."""

    EXCEPTION = "exception"
    """The partner's own exception."""

    GROUP = "group"
    """The categories of the partner's group."""

    UNGROUPED = "ungrouped"
    """The bank's setting for partners without a group."""


class Section(StrEnum):
    """The sections of a profile, in the order of the form."""

    AGENCY_INFORMATION = "agency_information"
    """Who the agency is."""

    PROGRAM_ADDRESS = "program_address"
    """Where the programme runs."""

    MEDIA_INFORMATION = "media_information"
    """Website and social media."""

    AGENCY_STABILITY = "agency_stability"
    """How settled the agency is."""

    ORGANIZATIONAL_CAPACITY = "organizational_capacity"
    """How much it can do."""

    SOURCES_OF_FUNDING = "sources_of_funding"
    """What it lives on."""

    AREA_SERVED = "area_served"
    """Counties served."""

    POPULATION_SERVED = "population_served"
    """People served."""

    CONTACTS = "contacts"
    """Whom to talk to."""

    PICK_UP_PERSON = "pick_up_person"
    """Who comes for the goods."""

    AGENCY_DISTRIBUTION = "agency_distribution"
    """How it hands out."""

    ADDITIONAL_DOCUMENTS = "additional_documents"
    """Whatever else it wants to hand in."""

    BANK_QUESTIONS = "bank_questions"
    """Fields of the bank's own that fit in no other section."""

    SETTINGS = "settings"
    """Which kinds of request it makes."""


class Status(StrEnum):
    """Where a partner stands with its bank. Every partner starts `Status::Uninvited`."""

    UNINVITED = "uninvited"
    """In the system, and has not been asked to join."""

    INVITED = "invited"
    """Asked to join; may fill in its profile and submit."""

    AWAITING_REVIEW = "awaiting_review"
    """Submitted; the bank reviews."""

    APPROVED = "approved"
    """May make requests."""

    RECERTIFICATION_REQUIRED = "recertification_required"
    """Was approved; must submit again before it may make requests."""

    DEACTIVATED = "deactivated"
    """Set aside by the bank. The status before is remembered as `prior`."""


class UngroupedMayRequest(StrEnum):
    """What partners in no group may request."""

    ALL = "all"
    """Every active, visible item."""

    NONE = "none"
    """Nothing."""


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"

    TUESDAY = "tuesday"

    WEDNESDAY = "wednesday"

    THURSDAY = "thursday"

    FRIDAY = "friday"

    SATURDAY = "saturday"

    SUNDAY = "sunday"


class Who(StrEnum):
    """Who can take a step."""

    BANK = "bank"
    """Bank staff and admins."""

    ADMIN = "admin"
    """Bank admins."""

    PARTNER_OR_BANK = "partner_or_bank"
    """The partner's users, or the bank on their behalf."""


@dataclass(frozen=True, slots=True)
class BankAdmin(Value):
    """A bank admin: everything staff may do, and the bank's settings and people."""

    _tag: ClassVar[str | None] = "bank_admin"
    _tagged_in: ClassVar[str | None] = "role"

    bank: BankId
    """The bank."""

    person: PersonId
    """The person."""


@dataclass(frozen=True, slots=True)
class BankStaff(Value):
    """Bank staff: everything about partners, groups, requests and distributions."""

    _tag: ClassVar[str | None] = "bank_staff"
    _tagged_in: ClassVar[str | None] = "role"

    bank: BankId
    """The bank."""

    person: PersonId
    """The person."""


@dataclass(frozen=True, slots=True)
class PartnerUser(Value):
    """A user of one partner: that partner only."""

    _tag: ClassVar[str | None] = "partner_user"
    _tagged_in: ClassVar[str | None] = "role"

    bank: BankId
    """The bank the partner belongs to."""

    partner: PartnerId
    """The partner."""

    person: PersonId
    """The person."""


@dataclass(frozen=True, slots=True)
class Scheduler(Value):
    """The daily sweep of one bank."""

    _tag: ClassVar[str | None] = "scheduler"
    _tagged_in: ClassVar[str | None] = "role"

    bank: BankId
    """The bank."""


@dataclass(frozen=True, slots=True)
class Host(Value):
    """The host program itself. It creates banks, gives them admins, and hands in the tokens of people it has
    authenticated."""

    _tag: ClassVar[str | None] = "host"
    _tagged_in: ClassVar[str | None] = "role"


Actor: TypeAlias = Union[  # noqa: UP007
    BankAdmin,
    BankStaff,
    PartnerUser,
    Scheduler,
    Host,
]
"""A person acting in one role, the scheduler of a bank, or the host."""


@dataclass(frozen=True, slots=True)
class Area(Value):
    """A county the partner serves."""

    county: str
    """The county."""

    share: Percent | None = None
    """The share of the partner's clients who live there, in percent, as in `33.3`."""

    state: str | None = None
    """Its state."""


@dataclass(frozen=True, slots=True)
class AttemptSent(Value):
    """The message is on its way."""

    _tag: ClassVar[str | None] = "sent"
    _body: ClassVar[str] = "nothing"


@dataclass(frozen=True, slots=True)
class AttemptFailed(Value):
    """It is not; hand it out again later."""

    _tag: ClassVar[str | None] = "failed"

    error: str
    """Why, in a few words. Of a longer text the first `MAX_ERROR` characters are kept, control characters as spaces."""

    retry_at: datetime
    """When to hand it out again at the earliest."""


@dataclass(frozen=True, slots=True)
class AttemptGivenUp(Value):
    """It shall not be handed out any more: the address is dead for good, say. So are invitations that are void by the
    time they would be handed out."""

    _tag: ClassVar[str | None] = "given_up"

    error: str
    """Why, in a few words, kept as an error is."""


Attempt: TypeAlias = Union[  # noqa: UP007
    AttemptSent,
    AttemptFailed,
    AttemptGivenUp,
]
"""What came of an attempt."""


@dataclass(frozen=True, slots=True)
class Awaiting(Value):
    """A partner that awaits review."""

    partner: PartnerId
    """The partner."""

    name: str
    """Its name."""

    submitted_at: datetime | None = None
    """When it submitted."""


@dataclass(frozen=True, slots=True)
class BankPatch(Value):
    """A change to a bank: absent is unchanged."""

    copies_of_requests: bool | Unset = UNSET
    """Whether the bank gets copies of "request received" and "request cancelled"."""

    distribution_reminders: bool | Unset = UNSET
    """Whether partners are reminded of a distribution the day before."""

    email: str | Unset = UNSET
    """A new address."""

    language: Language | Unset = UNSET
    """The language in which the bank is written to, and partners and people that have chosen none."""

    name: str | Unset = UNSET
    """A new name."""

    one_step_invite_and_approve: bool | Unset = UNSET
    """Whether a user interface offers "invite and approve" before "invite". Both are always legal."""

    over_quota: OverQuota | Unset = UNSET
    """What happens to a request over the partner's quota."""

    profile_fields: tuple[OwnField, ...] | Unset = UNSET
    """Fields of the bank's own to add or, where the key is there already, to change. The others stay."""

    profile_sections: tuple[Section, ...] | Unset = UNSET
    """See `BankSettings::profile_sections`. Sections that are always on may be left out."""

    recertification: Recertification | None | Unset = UNSET
    """See `BankSettings::recertification`: replaced as a whole."""

    reminders: Schedule | None | Unset = UNSET
    """See `BankSettings::reminders`: replaced as a whole."""

    request_kinds: tuple[RequestKind, ...] | Unset = UNSET
    """The kinds of request the bank takes. Never empty."""

    time_zone: str | Unset = UNSET
    """See `BankSettings::time_zone`: a name of the IANA database. It is text so that an unknown name can be refused
    with a code of its own."""

    ungrouped_may_request: UngroupedMayRequest | Unset = UNSET
    """What partners in no group may request."""


@dataclass(frozen=True, slots=True)
class BankRow(Value):
    """A bank: the tenant. Everything else belongs to exactly one."""

    id: BankId
    """Its id."""

    version: int
    """How often it has been written."""

    name: str
    """Its name, at most 200 characters."""

    email: str
    """The address that gets what partners submit."""

    settings: BankSettings
    """What it has chosen."""

    keeps_people: bool
    """Whether everybody who acts must hold the role they name. It is so from the bank's first admin on, and stays so;
    before, it is the host that says who may act."""


@dataclass(frozen=True, slots=True)
class BankSettings(Value):
    """What a bank can choose. The defaults are those of rulebook section 14, "Defaults of a new bank"."""

    copies_of_requests: bool = False
    """Whether the bank gets copies of "request received" and "request cancelled"."""

    distribution_reminders: bool = False
    """Whether partners are reminded of a distribution the day before."""

    language: Language = field(default_factory=lambda: from_wire(Language, "en"))
    """The language in which the bank is written to, and partners and people that have chosen none."""

    message_texts: Mapping[str, Mapping[str, OwnText]] = EMPTY
    """The bank's own texts of messages, by kind and language. See `Command::SetMessageText`."""

    one_step_invite_and_approve: bool = False
    """Whether a user interface offers "invite and approve" before "invite". Both are always legal."""

    over_quota: OverQuota = field(default_factory=lambda: from_wire(OverQuota, "warn"))
    """What happens to a request over the partner's quota."""

    profile_fields: tuple[OwnField, ...] = ()
    """The bank's own fields, in the order they were added."""

    profile_sections: tuple[Section, ...] = ()
    """Which of the sections a bank may choose are on."""

    recertification: Recertification | None = None
    """After how long partners must recertify. Without it, staff requires it by hand."""

    recertification_since: datetime | None = None
    """When the interval was last changed: nobody is required before its days of grace since then are over."""

    reminders: Schedule | None = None
    """When partners are reminded of the deadline, unless their group has a schedule of its own."""

    reminders_since: datetime | None = None
    """When that was last changed: days before are not caught up."""

    request_kinds: tuple[RequestKind, ...] = ()
    """The kinds of request the bank takes. Never empty."""

    time_zone: str = "UTC"
    """The zone in which the bank's days begin and end."""

    ungrouped_may_request: UngroupedMayRequest = field(default_factory=lambda: from_wire(UngroupedMayRequest, "all"))
    """What partners in no group may request."""


@dataclass(frozen=True, slots=True)
class BecameAccepted(Value):
    """It was carried out, now."""

    _tag: ClassVar[str | None] = "accepted"

    done: Done
    """The answer."""

    events: tuple[Event, ...]
    """What happened."""


@dataclass(frozen=True, slots=True)
class BecameRepeated(Value):
    """It had been carried out before."""

    _tag: ClassVar[str | None] = "repeated"

    done: Done
    """The first answer."""


@dataclass(frozen=True, slots=True)
class BecameRefused(Value):
    """The rules forbid it. Nothing happened."""

    _tag: ClassVar[str | None] = "refused"

    error: WireError
    """Why."""


@dataclass(frozen=True, slots=True)
class BecameConflict(Value):
    """What it was decided on has moved. Nothing happened. Whoever recorded it looks again, and records it anew or not."""

    _tag: ClassVar[str | None] = "conflict"

    moved: tuple[MovedRow, ...]
    """What has moved."""

    error: WireError | None = None
    """Why it would be refused now; none if it would still be accepted."""


Became: TypeAlias = Union[  # noqa: UP007
    BecameAccepted,
    BecameRepeated,
    BecameRefused,
    BecameConflict,
]
"""What became of a recorded command."""


@dataclass(frozen=True, slots=True)
class Bulk(Value):
    """The answers of a bulk command, counts first."""

    accepted: int
    """How many partners were moved."""

    refused: int
    """How many were refused."""

    each: tuple[Each, ...]
    """One answer a partner, in the order given, or sorted by name for a filter."""


@dataclass(frozen=True, slots=True)
class Category(Value):
    """A category of items."""

    id: CategoryId
    """Its id."""

    version: int
    """How often it has been written."""

    name: str
    """Its name, unique in the bank."""


@dataclass(frozen=True, slots=True)
class CommandCreateBank(Value):
    """Create a bank (host)."""

    _tag: ClassVar[str | None] = "create_bank"
    _body: ClassVar[str] = "value"

    value: NewBank


@dataclass(frozen=True, slots=True)
class CommandAddAdmin(Value):
    """Give a bank an admin, at once and without an invitation (host)."""

    _tag: ClassVar[str | None] = "add_admin"

    bank: BankId
    """The bank."""

    admin: NewPerson
    """The admin."""


@dataclass(frozen=True, slots=True)
class CommandUpdateBank(Value):
    """Change a bank's name, address or settings (admin)."""

    _tag: ClassVar[str | None] = "update_bank"
    _body: ClassVar[str] = "value"

    value: BankPatch


@dataclass(frozen=True, slots=True)
class CommandSetMessageText(Value):
    """Say a kind of message in the bank's own words (admin)."""

    _tag: ClassVar[str | None] = "set_message_text"

    kind: MessageKind
    """The kind."""

    language: Language
    """The language the words are in."""

    text: OwnText | None = None
    """The words, with [placeholders](MessageKind::placeholders); null takes them back, and ours are said again."""


@dataclass(frozen=True, slots=True)
class CommandAddPartner(Value):
    """Add a partner (bank)."""

    _tag: ClassVar[str | None] = "add_partner"
    _body: ClassVar[str] = "value"

    value: NewPartner


@dataclass(frozen=True, slots=True)
class CommandUpdatePartner(Value):
    """Change what the bank says about a partner (bank)."""

    _tag: ClassVar[str | None] = "update_partner"

    partner: PartnerId
    """The partner."""

    patch: PartnerPatch
    """What to change."""


@dataclass(frozen=True, slots=True)
class CommandUpdateProfile(Value):
    """Change what a partner says about itself (its users; bank)."""

    _tag: ClassVar[str | None] = "update_profile"

    partner: PartnerId
    """The partner."""

    patch: Mapping[str, Any]
    """What to change."""


@dataclass(frozen=True, slots=True)
class CommandInvite(Value):
    """Ask the partner's contact to join."""

    _tag: ClassVar[str | None] = "invite"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class CommandRenewInvitation(Value):
    """Send a new invitation; the status stays."""

    _tag: ClassVar[str | None] = "renew_invitation"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class CommandInviteAndApprove(Value):
    """Invite and approve in one step."""

    _tag: ClassVar[str | None] = "invite_and_approve"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class CommandSubmitForApproval(Value):
    """Hand in the profile for the bank's review."""

    _tag: ClassVar[str | None] = "submit_for_approval"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class CommandAskForChanges(Value):
    """Send a submission back with a note."""

    _tag: ClassVar[str | None] = "ask_for_changes"

    partner: PartnerId
    """The partner."""

    note: str
    """What to change; required, at most 10,000 characters."""


@dataclass(frozen=True, slots=True)
class CommandApprove(Value):
    """Let the partner make requests."""

    _tag: ClassVar[str | None] = "approve"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class CommandRequireRecertification(Value):
    """Ask an approved partner to submit again."""

    _tag: ClassVar[str | None] = "require_recertification"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class CommandDeactivate(Value):
    """Set the partner aside."""

    _tag: ClassVar[str | None] = "deactivate"

    partner: PartnerId
    """The partner."""

    reason: str | None = None
    """Why."""


@dataclass(frozen=True, slots=True)
class CommandReactivate(Value):
    """Put a deactivated partner back where it was."""

    _tag: ClassVar[str | None] = "reactivate"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class CommandRemove(Value):
    """Remove for ever a partner that left no trace."""

    _tag: ClassVar[str | None] = "remove"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class CommandBulk(Value):
    """One action on many partners, each decided on its own, all in one transaction (bank)."""

    _tag: ClassVar[str | None] = "bulk"

    action: Action
    """Which action; one of `Action::BULK`."""

    partners: Selection
    """Which partners."""

    reason: str | None = None
    """Why, where the action takes a reason."""


@dataclass(frozen=True, slots=True)
class CommandInvitePerson(Value):
    """Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once."""

    _tag: ClassVar[str | None] = "invite_person"

    person: NewPerson
    """The person."""

    role: Role
    """The role."""


@dataclass(frozen=True, slots=True)
class CommandAcceptInvitation(Value):
    """Accept an invitation for a person the host has authenticated (host)."""

    _tag: ClassVar[str | None] = "accept_invitation"

    token: Token
    """The token that was sent."""

    email: str
    """The address the host knows the person by."""


@dataclass(frozen=True, slots=True)
class CommandChangeRole(Value):
    """Make staff an admin, or an admin staff (admin)."""

    _tag: ClassVar[str | None] = "change_role"

    person: PersonId
    """The person."""

    to: Role
    """The new role, one of the bank's two."""


@dataclass(frozen=True, slots=True)
class CommandRevokeRole(Value):
    """Take a role, or an open invitation to it, from a person (admin)."""

    _tag: ClassVar[str | None] = "revoke_role"

    person: PersonId
    """The person."""

    role: Role
    """The role."""


@dataclass(frozen=True, slots=True)
class CommandSignIn(Value):
    """Begin to act in the role the actor names; that is also how to switch."""

    _tag: ClassVar[str | None] = "sign_in"
    _body: ClassVar[str] = "nothing"


@dataclass(frozen=True, slots=True)
class CommandSetUpProxy(Value):
    """Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
    (bank). Nobody is written to."""

    _tag: ClassVar[str | None] = "set_up_proxy"

    partner: NewPartner
    """The partner. It is a proxy whatever its flag says."""

    people: tuple[PersonId, ...]
    """Its users: people of the bank. None where the host keeps the people."""


@dataclass(frozen=True, slots=True)
class CommandAddCategory(Value):
    """Add a category (bank)."""

    _tag: ClassVar[str | None] = "add_category"

    name: str
    """Its name."""

    id: CategoryId | None = None
    """The id it shall have; without one it gets one."""


@dataclass(frozen=True, slots=True)
class CommandRenameCategory(Value):
    """Rename a category (bank)."""

    _tag: ClassVar[str | None] = "rename_category"

    category: CategoryId
    """The category."""

    name: str
    """Its new name."""


@dataclass(frozen=True, slots=True)
class CommandDeleteCategory(Value):
    """Delete a category that is not in use (bank)."""

    _tag: ClassVar[str | None] = "delete_category"

    category: CategoryId
    """The category."""


@dataclass(frozen=True, slots=True)
class CommandAddItem(Value):
    """Add an item (bank)."""

    _tag: ClassVar[str | None] = "add_item"
    _body: ClassVar[str] = "value"

    value: NewItem


@dataclass(frozen=True, slots=True)
class CommandUpdateItem(Value):
    """Change an item (bank)."""

    _tag: ClassVar[str | None] = "update_item"

    item: ItemId
    """The item."""

    patch: ItemPatch
    """What to change."""


@dataclass(frozen=True, slots=True)
class CommandAddGroup(Value):
    """Add a group (bank)."""

    _tag: ClassVar[str | None] = "add_group"

    name: str
    """Its name."""

    categories: tuple[CategoryId, ...] = ()
    """The categories its members may request."""

    id: GroupId | None = None
    """The id it shall have; without one it gets one."""


@dataclass(frozen=True, slots=True)
class CommandUpdateGroup(Value):
    """Change a group (bank)."""

    _tag: ClassVar[str | None] = "update_group"

    group: GroupId
    """The group."""

    patch: GroupPatch
    """What to change."""


@dataclass(frozen=True, slots=True)
class CommandDeleteGroup(Value):
    """Delete a group (bank). With members, it must say where they go."""

    _tag: ClassVar[str | None] = "delete_group"

    group: GroupId
    """The group."""

    move_members: Destination | None = None
    """Where its members go."""


@dataclass(frozen=True, slots=True)
class CommandSetGroupCap(Value):
    """Cap an item for a group, or lift the cap (bank)."""

    _tag: ClassVar[str | None] = "set_group_cap"

    group: GroupId
    """The group."""

    item: ItemId
    """The item."""

    cap: int | None = None
    """The most a member may ask for in one request, at least 1; null lifts it."""


@dataclass(frozen=True, slots=True)
class CommandSetException(Value):
    """Allow or deny an item to one partner (bank)."""

    _tag: ClassVar[str | None] = "set_exception"

    partner: PartnerId
    """The partner."""

    item: ItemId
    """The item."""

    rule: ExceptionRule
    """Allowed or denied."""

    last_day: date | None = None
    """The last day it holds, inclusive, in the bank's time zone."""


@dataclass(frozen=True, slots=True)
class CommandRemoveException(Value):
    """Take an exception back (bank)."""

    _tag: ClassVar[str | None] = "remove_exception"

    partner: PartnerId
    """The partner."""

    item: ItemId
    """The item."""


@dataclass(frozen=True, slots=True)
class CommandSubmitRequest(Value):
    """File a request (the partner's users; bank on its behalf)."""

    _tag: ClassVar[str | None] = "submit_request"
    _body: ClassVar[str] = "value"

    value: NewRequest


@dataclass(frozen=True, slots=True)
class CommandStartRequest(Value):
    """Claim a pending request (bank)."""

    _tag: ClassVar[str | None] = "start_request"

    request: RequestId
    """The request."""


@dataclass(frozen=True, slots=True)
class CommandReleaseRequest(Value):
    """Give a claimed request back (the claimant; admin)."""

    _tag: ClassVar[str | None] = "release_request"

    request: RequestId
    """The request."""


@dataclass(frozen=True, slots=True)
class CommandCancelRequest(Value):
    """Cancel a request (bank, with a reason; the partner, its own pending one)."""

    _tag: ClassVar[str | None] = "cancel_request"

    request: RequestId
    """The request."""

    reason: str | None = None
    """Why; required from the bank."""


@dataclass(frozen=True, slots=True)
class CommandRecordDistribution(Value):
    """Record a distribution (bank)."""

    _tag: ClassVar[str | None] = "record_distribution"
    _body: ClassVar[str] = "value"

    value: NewDistribution


@dataclass(frozen=True, slots=True)
class CommandUpdateDistribution(Value):
    """Change a scheduled distribution (bank)."""

    _tag: ClassVar[str | None] = "update_distribution"

    distribution: DistributionId
    """The distribution."""

    patch: DistributionPatch
    """What to change."""


@dataclass(frozen=True, slots=True)
class CommandCompleteDistribution(Value):
    """Say that a distribution was handed out (bank)."""

    _tag: ClassVar[str | None] = "complete_distribution"

    distribution: DistributionId
    """The distribution."""


@dataclass(frozen=True, slots=True)
class CommandTakeBackDistribution(Value):
    """Undo a distribution; its request is started again (bank)."""

    _tag: ClassVar[str | None] = "take_back_distribution"

    distribution: DistributionId
    """The distribution."""


@dataclass(frozen=True, slots=True)
class CommandSendDue(Value):
    """One batch of the daily job (scheduler). `System::run_due` gives them all, one after
    the other. A batch in which nothing is due is not recorded."""

    _tag: ClassVar[str | None] = "send_due"

    part: DuePart
    """Which batch."""


Command: TypeAlias = Union[  # noqa: UP007
    CommandCreateBank,
    CommandAddAdmin,
    CommandUpdateBank,
    CommandSetMessageText,
    CommandAddPartner,
    CommandUpdatePartner,
    CommandUpdateProfile,
    CommandInvite,
    CommandRenewInvitation,
    CommandInviteAndApprove,
    CommandSubmitForApproval,
    CommandAskForChanges,
    CommandApprove,
    CommandRequireRecertification,
    CommandDeactivate,
    CommandReactivate,
    CommandRemove,
    CommandBulk,
    CommandInvitePerson,
    CommandAcceptInvitation,
    CommandChangeRole,
    CommandRevokeRole,
    CommandSignIn,
    CommandSetUpProxy,
    CommandAddCategory,
    CommandRenameCategory,
    CommandDeleteCategory,
    CommandAddItem,
    CommandUpdateItem,
    CommandAddGroup,
    CommandUpdateGroup,
    CommandDeleteGroup,
    CommandSetGroupCap,
    CommandSetException,
    CommandRemoveException,
    CommandSubmitRequest,
    CommandStartRequest,
    CommandReleaseRequest,
    CommandCancelRequest,
    CommandRecordDistribution,
    CommandUpdateDistribution,
    CommandCompleteDistribution,
    CommandTakeBackDistribution,
    CommandSendDue,
]
"""What can be asked to happen."""


@dataclass(frozen=True, slots=True)
class Completeness(Value):
    """How many of the fields that are asked for are filled in. What may well stay empty is not asked for."""

    filled: int
    """Filled."""

    asked: int
    """Asked for."""

    sections: tuple[SectionCompleteness, ...]
    """The same for each section that asks for anything, in the order of the form."""


@dataclass(frozen=True, slots=True)
class Dashboard(Value):
    """What is to be done next."""

    counts: Mapping[str, int]
    """How many partners there are in each status."""

    awaiting: tuple[Awaiting, ...]
    """The first 50 partners that await review, who submitted first comes first."""

    open_requests: OpenRequests
    """Requests that are not done with."""

    recertifications: tuple[DuePartner, ...]
    """The first 50 partners whose recertification is due within 30 days or was due already."""

    getting_started: tuple[StartingStep, ...]
    """The first steps of a new bank, in order."""


@dataclass(frozen=True, slots=True)
class Delivery(Value):
    """How far the delivery of a message has come."""

    state: DeliveryState
    """Where it stands."""

    attempts: int = 0
    """How often it was handed out. The number of the latest attempt, which names its lease."""

    error: str | None = None
    """What the latest attempt that failed failed with."""

    not_before: datetime | None = None
    """When it is handed out next at the earliest: when the lease ends, or when a failed attempt is to be repeated. None: at
    once, or, once it is sent, never."""

    sent_at: datetime | None = None
    """When it was said to be sent."""


@dataclass(frozen=True, slots=True)
class DestinationNoGroup(Value):
    """To no group, said outright."""

    _tag: ClassVar[str | None] = "no_group"
    _body: ClassVar[str] = "nothing"


@dataclass(frozen=True, slots=True)
class DestinationGroup(Value):
    """To this group."""

    _tag: ClassVar[str | None] = "group"
    _body: ClassVar[str] = "value"

    value: GroupId


Destination: TypeAlias = Union[  # noqa: UP007
    DestinationNoGroup,
    DestinationGroup,
]
"""Where the members of a deleted group go."""


@dataclass(frozen=True, slots=True)
class Distribution(Value):
    """A distribution."""

    id: DistributionId
    """Its id."""

    version: int
    """How often it has been written."""

    partner: PartnerId
    """Who receives it."""

    state: DistributionState
    """Where it stands."""

    lines: tuple[DistributionLine, ...]
    """What is handed out."""

    date: date
    """The day, in the bank's time zone."""

    method: Method
    """How the goods reach the partner."""

    recorded_by: PersonId
    """Who recorded it."""

    recorded_at: datetime
    """When it was recorded."""

    comment: str | None = None
    """Words about it."""

    request: RequestId | None = None
    """The request it fulfils."""


@dataclass(frozen=True, slots=True)
class DistributionLine(Value):
    """One line of a distribution as it is kept."""

    item: ItemId
    """The item."""

    item_name: str
    """The item's name when it was recorded."""

    quantity: int
    """Pieces, at least 1."""


@dataclass(frozen=True, slots=True)
class DistributionPatch(Value):
    """A change to a scheduled distribution: absent is unchanged, null is cleared."""

    comment: str | None | Unset = UNSET
    """Another comment, or none."""

    date: date | Unset = UNSET
    """Another day."""

    lines: tuple[NewDistributionLine, ...] | Unset = UNSET
    """All its lines."""

    method: Method | Unset = UNSET
    """Another method."""


@dataclass(frozen=True, slots=True)
class Document(Value):
    """A document, which the host keeps: what it is called and where it is found."""

    name: str
    """Its name, as people see it, 1 to 200 characters."""

    media_type: str
    """Its media type, such as `application/pdf`."""

    size: int
    """Its size in bytes."""

    digest: str
    """SHA-256 of its bytes, in hexadecimal."""

    uri: str
    """Where the host finds it: any URI but one that runs or holds content itself (`javascript:`, `data:`, …)."""


@dataclass(frozen=True, slots=True)
class Done(Value):
    """The answer to an accepted command."""

    accepted: InvitationRef | None = None
    """For an accepted invitation: who holds which role from now on."""

    access: Answer | None = None
    """For signing in: whether the person may act, or only look."""

    bulk: Bulk | None = None
    """For a bulk command: the answer for each partner."""

    created: RowId | None = None
    """What the command created."""

    due: DueDone | None = None
    """For a batch of the daily job: what was due."""

    no_longer_permitted: tuple[LineNoLongerPermitted, ...] = ()
    """For partners that changed their group: lines of their open requests that they could no longer request."""

    warnings: tuple[Reason, ...] = ()
    """What its user should know. Nothing was refused for it."""


@dataclass(frozen=True, slots=True)
class DueDone(Value):
    """What the daily job did."""

    reminded: int
    """How many reminders went out."""

    required: int
    """Of how many partners recertification is required from now on."""

    next: DuePart | None = None
    """The batch to go on with; none after the last."""


@dataclass(frozen=True, slots=True)
class DueInBank(Value):
    """What the daily job did in one of all banks."""

    bank: BankId
    """The bank."""

    done: DueDone | None = None
    """What it did."""

    error: WireError | None = None
    """What failed. What was due in batches before that went out."""


@dataclass(frozen=True, slots=True)
class DuePartDeadlineReminders(Value):
    """Deadline reminders."""

    _tag: ClassVar[str | None] = "deadline_reminders"

    after: PartnerId | None = None
    """The last partner of the batch before."""


@dataclass(frozen=True, slots=True)
class DuePartRecertification(Value):
    """Recertification: reminders before it, and requiring it."""

    _tag: ClassVar[str | None] = "recertification"

    after: tuple[datetime, PartnerId] | None = None
    """When the last partner of the batch before was approved, and which it is."""


@dataclass(frozen=True, slots=True)
class DuePartDistributions(Value):
    """Reminders of tomorrow's distributions."""

    _tag: ClassVar[str | None] = "distributions"

    after: DistributionId | None = None
    """The last distribution of the batch before."""


DuePart: TypeAlias = Union[  # noqa: UP007
    DuePartDeadlineReminders,
    DuePartRecertification,
    DuePartDistributions,
]
"""A batch of the daily job: of what, and which rows come before it. The answer to each names the next
(`DueDone::next`)."""


@dataclass(frozen=True, slots=True)
class DuePartner(Value):
    """When a partner's recertification is due."""

    partner: PartnerId
    """The partner."""

    approved_at: datetime
    """When it was last approved."""

    due: date
    """The day it is due."""

    required_on: date
    """The day from which it is required."""


@dataclass(frozen=True, slots=True)
class Each(Value):
    """One partner's answer in a bulk command."""

    partner: PartnerId
    """The partner."""

    reasons: tuple[Reason, ...] = ()
    """Why it was refused; empty if it was not."""


@dataclass(frozen=True, slots=True)
class Event(Value):
    """Something that has happened: what, who, when, by which command."""

    at: datetime
    """When."""

    by: Actor
    """Who, in which role."""

    command: CommandId
    """The command that caused it."""

    what: What
    """What."""


@dataclass(frozen=True, slots=True)
class Explanation(Explained):
    """A yes, or a no with everything that is known about it."""

    answer: Answer
    """The answer."""

    reasons: tuple[SaidReason, ...]
    """Every reason for a no, with its sentences."""

    steps: tuple[Step, ...]
    """A smallest list of steps after which the answer is yes, in order. Empty for a yes, for what is already reached, and
    where no steps lead to a yes."""

    already: bool
    """The state the command asks for is reached already."""

    never: bool
    """No steps lead to a yes."""

    instead: Action | None = None
    """What to do instead, where something else does what was meant."""


@dataclass(frozen=True, slots=True)
class Export(Value):
    """What is to be written."""

    actor: Actor
    """Who asks."""

    columns: tuple[ExportColumn, ...] = ()
    """Which columns, in this order; without anything, all. Those of an import file can be imported elsewhere."""

    filter: PartnerFilter = field(default_factory=lambda: from_wire(PartnerFilter, {}))
    """Which partners; without anything, all but the deactivated."""


@dataclass(frozen=True, slots=True)
class Exported(Value):
    """What was written."""

    partners: int
    """How many partners."""

    changed_meanwhile: bool
    """Whether anything happened in the bank while it was written. Each partner is as it was at some moment of the
    writing, and none that was there all along is missing or stands twice unless it was renamed."""


@dataclass(frozen=True, slots=True)
class Form(Value):
    """Everything a host needs to draw the form."""

    language: Language
    """The language it is in."""

    sections: tuple[FormSection, ...]
    """The sections that are on, in order."""


@dataclass(frozen=True, slots=True)
class FormChoice(Value):
    """One of the values of a choice."""

    key: str
    """Its key."""

    label: str
    """What people see."""


@dataclass(frozen=True, slots=True)
class FormField(Value):
    """A field of the form."""

    key: str
    """Its key."""

    type: str
    """What it takes: `yes_no`, `year`, `number`, `percent`, `line`, `text`, `choice`, `email`, `emails`, `document`,
    `documents` or `areas`."""

    label: str
    """What people see beside it."""

    own: bool
    """Whether it is one of the bank's own."""

    choices: tuple[FormChoice, ...] = ()
    """For a choice, what there is to choose from."""

    help: str | None = None
    """What is wanted there."""

    least: int | None = None
    """The least number."""

    most: int | None = None
    """The largest number. For a year there is none: it is the present one."""

    most_characters: int | None = None
    """The most characters."""

    most_entries: int | None = None
    """The most entries of a list."""


@dataclass(frozen=True, slots=True)
class FormSection(Value):
    """A section of the form."""

    key: Section
    """Its key."""

    label: str
    """Its heading."""

    optional: bool
    """Whether the bank may switch it off."""

    fields: tuple[FormField, ...]
    """Its fields, in order: the library's, then the bank's own."""


@dataclass(frozen=True, slots=True)
class Group(Value):
    """A group of partners that may request the same categories of items."""

    id: GroupId
    """Its id."""

    version: int
    """How often it has been written."""

    name: str
    """Its name, unique in the bank."""

    categories: tuple[CategoryId, ...]
    """The categories its members may request. None means nothing."""

    caps: Mapping[str, int]
    """The most of an item a member may ask for in one request; each unit counts apart."""

    reminders: Schedule | None = None
    """When its members are reminded of the deadline. It wins over the bank's schedule as a whole."""

    reminders_since: datetime | None = None
    """When that was last changed: days before are not caught up."""


@dataclass(frozen=True, slots=True)
class GroupPatch(Value):
    """A change to a group: absent is unchanged."""

    categories: tuple[CategoryId, ...] | Unset = UNSET
    """All its categories."""

    name: str | Unset = UNSET
    """A new name."""

    reminders: Schedule | None | Unset = UNSET
    """See `Group::reminders`: replaced as a whole; cleared, the bank's schedule holds."""


@dataclass(frozen=True, slots=True)
class HeldRole(Value):
    """A role with how a person stands to it, as it stands on the wire."""

    role: Role
    """The role."""

    accepted_at: datetime | None = None
    """Since when it holds the role; none as long as it is only invited."""

    invitation: Invitation | None = None
    """The one invitation that can still be accepted: a newer one takes its place."""

    last_used_at: datetime | None = None
    """When it last signed in in this role."""


@dataclass(frozen=True, slots=True)
class ImportDone(Value):
    """An import that was done, now or before under the same key."""

    receipt: Receipt
    """The receipt."""

    report: Report
    """What was noticed in the file: warnings and notes."""


@dataclass(frozen=True, slots=True)
class Invitation(Value):
    """An invitation to a role."""

    id: InvitationId
    """Its id."""

    at: datetime
    """When it was made."""

    expires_at: datetime
    """From when on it can no longer be accepted."""


@dataclass(frozen=True, slots=True)
class InvitationRef(Value):
    """What a token stands for: one invitation of one person to one role."""

    person: PersonId
    """Who is invited."""

    role: Role
    """To what."""

    invitation: InvitationId
    """By which invitation."""


@dataclass(frozen=True, slots=True)
class Item(Value):
    """Something a bank hands out."""

    id: ItemId
    """Its id."""

    version: int
    """How often it has been written."""

    name: str
    """Its name, unique in the bank."""

    active: bool
    """Whether it is in use at all."""

    visible: bool
    """Whether partners can see it."""

    quantity_per_person: int
    """Pieces for one person, 1 to 1,000,000."""

    units: tuple[str, ...]
    """Units it can be requested in beside plain pieces: `pack`, `case`."""

    category: CategoryId | None = None
    """The category it is in."""


@dataclass(frozen=True, slots=True)
class ItemDetails(Value):
    """What is known of an item."""

    name: str
    """Its name, unique in the bank."""

    active: bool
    """Whether it is in use at all."""

    visible: bool
    """Whether partners can see it."""

    quantity_per_person: int
    """Pieces for one person, 1 to 1,000,000."""

    units: tuple[str, ...]
    """Units it can be requested in beside plain pieces: `pack`, `case`."""

    category: CategoryId | None = None
    """The category it is in."""


@dataclass(frozen=True, slots=True)
class ItemException(Value):
    """A partner's own exception for one item. It wins over the group, never over inactive or hidden."""

    rule: ExceptionRule
    """Whether the item is allowed or denied."""

    last_day: date | None = None
    """The last day it holds, inclusive, in the bank's time zone; without one it holds for good."""


@dataclass(frozen=True, slots=True)
class ItemLost(Value):
    """An item that a partner may request now and could not request then."""

    partner: PartnerId
    """The partner."""

    item: ItemId
    """The item."""

    reasons: tuple[Reason, ...]
    """Why."""


@dataclass(frozen=True, slots=True)
class ItemPatch(Value):
    """A change to an item: absent is unchanged, null is cleared."""

    active: bool | Unset = UNSET
    """Whether it is in use."""

    category: CategoryId | None | Unset = UNSET
    """Another category, or none."""

    name: str | Unset = UNSET
    """A new name."""

    quantity_per_person: int | Unset = UNSET
    """Pieces for one person."""

    units: tuple[str, ...] | Unset = UNSET
    """All its units."""

    visible: bool | Unset = UNSET
    """Whether partners see it."""


@dataclass(frozen=True, slots=True)
class ItemPermission(Value):
    """Whether a partner may request an item."""

    item: ItemId
    """The item."""

    name: str
    """Its name."""

    permitted: bool
    """The answer."""

    permission: Permission
    """How the answer came about."""

    reasons: tuple[Reason, ...]
    """Every reason for a no."""


@dataclass(frozen=True, slots=True)
class Kept(Value):
    """A command kept until the bank can be reached."""

    id: CommandId
    """Its id, drawn when it was recorded. See `Order::id`."""

    command: Command
    """What is asked."""

    seen: tuple[SeenRow, ...] = ()
    """What it was decided on. Where that has moved, the command is not carried out. Empty: carry it out whatever
    happened, if the rules of then allow it."""


@dataclass(frozen=True, slots=True)
class KnownAs(Value):
    """A person in an event, with what is written down of it if the bank does not know it yet."""

    id: PersonId
    """Its id."""

    email: str
    """Its address."""

    language: Language | None = None
    """Its language; kept if none is known yet."""

    name: str | None = None
    """Its name; kept if none is known yet."""


@dataclass(frozen=True, slots=True)
class LineNoLongerPermitted(Value):
    """A line of an open request that the partner may no longer request."""

    request: RequestId
    """The request."""

    item: ItemId
    """The item."""

    reasons: tuple[Reason, ...]
    """Why."""


@dataclass(frozen=True, slots=True)
class Message(Value):
    """A message in the outbox."""

    id: MessageId
    """Its id, the same whenever the same command is decided."""

    kind: MessageKind
    """What it is."""

    recipients: tuple[Recipient, ...]
    """Who gets it, each once."""

    language: str
    """The language, as a BCP 47 tag."""

    subject: str
    """One line."""

    text: str
    """The text, plain."""

    html: str
    """The same as HTML, every value escaped."""

    data: Mapping[str, Any]
    """The values in it, for a host that writes its own text."""

    at: datetime
    """When it was caused."""

    delivery: Delivery = field(default_factory=lambda: from_wire(Delivery, {"attempts":0,"state":"waiting"}))
    """How far its delivery has come."""

    invitation: InvitationRef | None = None
    """The invitation it carries: the token is made when the message is handed out, and put in place of `{link}` in its
    texts."""

    partner: PartnerId | None = None
    """The partner it is about; none if it is about the bank's own people."""


@dataclass(frozen=True, slots=True)
class MessageExplanation(Value):
    """Whether a reminder went out, or will, and why not."""

    answer: Answer
    """Yes if it went out or is to go out on that day."""

    sent: tuple[Reminder, ...]
    """What went out on that day, and what was due then and went out on another."""

    due: tuple[Occurrence, ...]
    """What is still to go out on that day, as things stand."""

    reasons: tuple[SaidReason, ...]
    """Every reason for a no, as things stand now. How they stood on a day that is over is told by the history."""

    next: date | None = None
    """The day of the next one after that day and after today, as things stand."""


@dataclass(frozen=True, slots=True)
class MovedRow(Value):
    """A row that is no longer what a command was decided on."""

    row: RowId
    """The row."""

    seen: int
    """The version that was seen; that of the first command that was not carried out, where one before it in the batch
    was decided on the same row."""

    since: tuple[Recorded, ...]
    """What happened to it since, oldest first, at most `MAX_PAGE`: for partners, their requests and their distributions."""

    now: int | None = None
    """Its version now; none if it is not there, or not for the asker to see."""


@dataclass(frozen=True, slots=True)
class NamedPlaceholder(Value):
    """What may stand in braces in a bank's own text."""

    name: str
    """Its name, as it stands between the braces."""

    given: Given
    """When it has a value."""


@dataclass(frozen=True, slots=True)
class NewBank(Value):
    """A new bank."""

    name: str
    """Its name, 1 to 200 characters."""

    email: str
    """The address that gets what partners submit."""

    admin: str | None = None
    """The address of its first admin. Without one the host says who may act."""

    id: BankId | None = None
    """The id it shall have; without one it gets one."""


@dataclass(frozen=True, slots=True)
class NewDistribution(Value):
    """A new distribution."""

    partner: PartnerId
    """Who receives it."""

    lines: tuple[NewDistributionLine, ...]
    """What is handed out, at least one line."""

    date: date
    """The day, in the bank's time zone."""

    method: Method
    """How the goods reach the partner."""

    comment: str | None = None
    """Words, at most 10,000 characters."""

    id: DistributionId | None = None
    """The id it shall have; without one it gets one."""

    request: RequestId | None = None
    """The request it fulfils."""


@dataclass(frozen=True, slots=True)
class NewDistributionLine(Value):
    """One line of a distribution as it is given."""

    item: ItemId
    """The item."""

    quantity: int
    """Pieces: a whole number from 1 to 1,000,000,000."""


@dataclass(frozen=True, slots=True)
class NewItem(Value):
    """A new item. Only the name is needed."""

    name: str
    """Its name."""

    active: bool | None = None
    """Whether it is in use; yes unless said otherwise."""

    category: CategoryId | None = None
    """Its category."""

    id: ItemId | None = None
    """The id it shall have; without one it gets one."""

    kit: bool = False
    """Whether it is a kit, which only sets the default of `quantity_per_person`."""

    quantity_per_person: int | None = None
    """Pieces for one person; 50 unless said otherwise, 1 for a kit."""

    units: tuple[str, ...] = ()
    """Units it can be requested in beside pieces."""

    visible: bool | None = None
    """Whether partners see it; yes unless said otherwise."""


@dataclass(frozen=True, slots=True)
class NewPartner(Value):
    """A new partner. Only name and email are needed; see `PartnerDetails`."""

    name: str
    """Its name, 1 to 200 characters, unique in the bank by its normalised key."""

    email: str
    """Its contact address, unique in the bank."""

    default_storage_location: str | None = None
    """Where the bank hands out to it: an id of the host's, not read by us."""

    external_id: str | None = None
    """The host's own key, unique in the bank."""

    group: GroupId | None = None
    """The group it is in."""

    id: PartnerId | None = None
    """The id it shall have; without one it gets one."""

    info_for_partner: str | None = None
    """What the bank wants the partner to know, at most 10,000 characters."""

    language: Language | None = None
    """The language it is written to in; without one, the bank's."""

    notes: str | None = None
    """Notes only the bank sees, at most 10,000 characters."""

    proxy: bool = False
    """Whether it stands for the bank's own direct distribution."""

    quota: int | None = None
    """Pieces it may ask for in one request."""

    send_emails: bool = False
    """Whether it gets deadline reminders and distribution emails."""


@dataclass(frozen=True, slots=True)
class NewPerson(Value):
    """A person to be let in."""

    email: str
    """Its address."""

    language: Language | None = None
    """The language to write to it in; kept if the bank knows none yet."""

    name: str | None = None
    """Its name, at most 200 characters; kept if the bank knows none yet."""


@dataclass(frozen=True, slots=True)
class NewRequest(Value):
    """A new request."""

    partner: PartnerId
    """The partner it is for."""

    kind: RequestKind
    """How it counts."""

    lines: tuple[NewRequestLine, ...]
    """What is asked for, at least one line."""

    comment: str | None = None
    """Words, at most 10,000 characters."""

    id: RequestId | None = None
    """The id it shall have; without one it gets one."""


@dataclass(frozen=True, slots=True)
class NewRequestLine(Value):
    """One line of a request as it is asked for."""

    item: ItemId
    """The item."""

    quantity: int
    """Pieces, units or people: a whole number from 1 to 1,000,000."""

    unit: str | None = None
    """The unit; none for plain pieces and for people."""


@dataclass(frozen=True, slots=True)
class NextReminder(Value):
    """A day of reminders that is to come."""

    day: date
    """The day."""

    deadline: date
    """The deadline it is about."""

    from_: datetime
    """When that day begins in the bank's time zone: the earliest moment the daily job sends it."""


@dataclass(frozen=True, slots=True)
class OccurrenceDeadline(Value):
    """The deadline for requests comes near."""

    _tag: ClassVar[str | None] = "deadline"

    day: date
    """The day of the reminder, which tells it from others."""

    deadline: date
    """The deadline it is about."""


@dataclass(frozen=True, slots=True)
class OccurrenceRecertification(Value):
    """Recertification comes due."""

    _tag: ClassVar[str | None] = "recertification"

    due: date
    """The day it is due."""

    days_before: int
    """Which of the reminders before it: so many days before."""

    required_on: date
    """From when on it is required."""


@dataclass(frozen=True, slots=True)
class OccurrenceTomorrow(Value):
    """A distribution is tomorrow."""

    _tag: ClassVar[str | None] = "tomorrow"

    distribution: DistributionId
    """The distribution."""

    date: date
    """Its day."""


Occurrence: TypeAlias = Union[  # noqa: UP007
    OccurrenceDeadline,
    OccurrenceRecertification,
    OccurrenceTomorrow,
]
"""One thing to be reminded of, once."""


@dataclass(frozen=True, slots=True)
class OnDay(Value):
    """This day of the month, 1 to 28."""

    _tag: ClassVar[str | None] = "day"
    _body: ClassVar[str] = "value"

    value: int


@dataclass(frozen=True, slots=True)
class OnLastDay(Value):
    """The last day of the month."""

    _tag: ClassVar[str | None] = "last_day"
    _body: ClassVar[str] = "nothing"


@dataclass(frozen=True, slots=True)
class OnWeekday(Value):
    """The nth such weekday of the month."""

    _tag: ClassVar[str | None] = "weekday"

    nth: int
    """Which one, 1 to 4."""

    weekday: Weekday
    """The weekday."""


@dataclass(frozen=True, slots=True)
class OnLastWeekday(Value):
    """The last such weekday of the month."""

    _tag: ClassVar[str | None] = "last_weekday"
    _body: ClassVar[str] = "value"

    value: Weekday


On: TypeAlias = Union[  # noqa: UP007
    OnDay,
    OnLastDay,
    OnWeekday,
    OnLastWeekday,
]
"""Which day of a month."""


@dataclass(frozen=True, slots=True)
class OpenRequests(Value):
    """Requests that are not done with."""

    pending: int
    """Nobody has claimed these."""

    started: int
    """Somebody has claimed these."""

    oldest: datetime | None = None
    """When the oldest of them was filed."""


@dataclass(frozen=True, slots=True)
class Outcome(Value):
    """How an attempt went."""

    message: MessageId
    """The message."""

    attempt: int
    """The number of the attempt: `Delivery::attempts` of the message as it was handed out."""

    result: Attempt
    """What came of it."""


@dataclass(frozen=True, slots=True)
class OwnField(Value):
    """A field of a bank's own."""

    key: str
    """Its key: `own_`, then small letters, digits and `_`."""

    type: OwnType
    """What it takes. It stays the same for good."""

    label: Mapping[str, str]
    """What people see beside it, in at least one language."""

    help: Mapping[str, str] = EMPTY
    """What is wanted there."""

    retired: bool = False
    """It is no longer asked for."""

    section: Section = field(default_factory=lambda: from_wire(Section, "bank_questions"))
    """The section it stands in."""


@dataclass(frozen=True, slots=True)
class OwnText(Value):
    """A bank's own text for one kind of message in one language."""

    subject: str
    """One line, at most 200 characters. Only placeholders that always have a value, and no link."""

    text: str
    """Plain words, at most 10,000 characters."""


@dataclass(frozen=True, slots=True)
class Partner(Value):
    """A partner of one bank."""

    id: PartnerId
    """Its id."""

    version: int
    """How often it has been written."""

    name: str
    """Its name, 1 to 200 characters, unique in the bank by its normalised key."""

    email: str
    """Its contact address, unique in the bank."""

    status: Status
    """Its status."""

    added_at: datetime
    """When it was added."""

    profile: Mapping[str, Any]
    """What it says about itself."""

    exceptions: Mapping[str, ItemException]
    """Its own exceptions from what its group may request."""

    approved_at: datetime | None = None
    """When it was last approved."""

    default_storage_location: str | None = None
    """Where the bank hands out to it: an id of the host's, not read by us."""

    emails_since: datetime | None = None
    """Since when it has got emails without a break: its flag on, and not deactivated. None if it gets none. Reminders of
    days before are not caught up."""

    external_id: str | None = None
    """The host's own key, unique in the bank."""

    group: GroupId | None = None
    """The group it is in."""

    group_since: datetime | None = None
    """Since when it has been in the group it is in, or in none; none if it was added to it."""

    import_line: int | None = None
    """The line of the import file it came from, if it was imported."""

    info_for_partner: str | None = None
    """What the bank wants the partner to know, at most 10,000 characters."""

    invited_email: str | None = None
    """The address that was last invited; none before the first invitation."""

    language: Language | None = None
    """The language it is written to in; without one, the bank's."""

    notes: str | None = None
    """Notes only the bank sees, at most 10,000 characters."""

    prior: Status | None = None
    """While deactivated, the status before."""

    proxy: bool = False
    """Whether it stands for the bank's own direct distribution."""

    quota: int | None = None
    """Pieces it may ask for in one request."""

    reactivated_at: datetime | None = None
    """When it was last reactivated."""

    send_emails: bool = False
    """Whether it gets deadline reminders and distribution emails."""

    submitted_at: datetime | None = None
    """When it last submitted for approval."""


@dataclass(frozen=True, slots=True)
class PartnerDetails(Value):
    """What the bank says about a partner; also what is needed to add one."""

    name: str
    """Its name, 1 to 200 characters, unique in the bank by its normalised key."""

    email: str
    """Its contact address, unique in the bank."""

    default_storage_location: str | None = None
    """Where the bank hands out to it: an id of the host's, not read by us."""

    external_id: str | None = None
    """The host's own key, unique in the bank."""

    group: GroupId | None = None
    """The group it is in."""

    info_for_partner: str | None = None
    """What the bank wants the partner to know, at most 10,000 characters."""

    language: Language | None = None
    """The language it is written to in; without one, the bank's."""

    notes: str | None = None
    """Notes only the bank sees, at most 10,000 characters."""

    proxy: bool = False
    """Whether it stands for the bank's own direct distribution."""

    quota: int | None = None
    """Pieces it may ask for in one request."""

    send_emails: bool = False
    """Whether it gets deadline reminders and distribution emails."""


@dataclass(frozen=True, slots=True)
class PartnerFilter(Value):
    """Which partners to list. Empty means all that stand in the default list (everybody but the deactivated)."""

    group: GroupId | None = None
    """Only this group."""

    statuses: tuple[Status, ...] = ()
    """Only these statuses; empty leaves out the deactivated."""

    text: str | None = None
    """Only partners whose name key has `name_key` of this in it, or whose email key
    `email_key` of it."""


@dataclass(frozen=True, slots=True)
class PartnerPatch(Value):
    """A change to a partner by the bank: absent is unchanged, null is cleared."""

    default_storage_location: str | None | Unset = UNSET
    """Where the bank hands out to it: an id of the host's, not read by us."""

    email: str | Unset = UNSET
    """A new contact address."""

    external_id: str | None | Unset = UNSET
    """The host's own key, unique in the bank."""

    group: GroupId | None | Unset = UNSET
    """Another group, or none."""

    info_for_partner: str | None | Unset = UNSET
    """What the bank wants the partner to know, at most 10,000 characters."""

    language: Language | None | Unset = UNSET
    """The language it is written to in; without one, the bank's."""

    name: str | Unset = UNSET
    """A new name."""

    notes: str | None | Unset = UNSET
    """Notes only the bank sees, at most 10,000 characters."""

    proxy: bool | Unset = UNSET
    """Whether it stands for the bank's own direct distribution."""

    quota: int | None | Unset = UNSET
    """Another quota, or none."""

    send_emails: bool | Unset = UNSET
    """Whether it gets emails."""


@dataclass(frozen=True, slots=True)
class Permission(Value):
    """Whether a partner may request an item, and by which rule."""

    active: bool
    """Whether the item is in use."""

    visible: bool
    """Whether partners can see the item."""

    rule: Rule
    """The rule that was asked."""

    allowed: bool
    """What that rule says."""

    cap: int | None = None
    """The most that may be asked for in one request, each unit apart."""


@dataclass(frozen=True, slots=True)
class Person(Value):
    """A person as one bank knows it."""

    id: PersonId
    """Its id: `person_id` of its address."""

    version: int
    """How often the row has been written."""

    email: str
    """Its address, as the bank first wrote it."""

    roles: tuple[HeldRole, ...]
    """What it may act as in this bank, and what it is invited to."""

    language: Language | None = None
    """The language it wants to be written to in."""

    name: str | None = None
    """Its name."""


@dataclass(frozen=True, slots=True)
class Preview(Value):
    """What a command would do."""

    done: Done
    """The answer it would get."""

    events: tuple[Event, ...]
    """What would happen."""

    messages: tuple[Message, ...]
    """What people would be told."""

    writes: tuple[Write, ...]
    """The rows it would write."""


@dataclass(frozen=True, slots=True)
class Problem(Value):
    """One problem of a file.

    There may be many at once, so a problem is kept small: parameters that are told by its place and its value, and the
    sentence, are made when asked for. On the wire all of them stand."""

    line: int
    """The physical line where the record starts, counted from 1, the header and line ends within quotes included."""

    level: Level
    """How bad it is."""

    code: Code
    """What it is."""

    sentence: str
    """One plain sentence, in the language asked for."""

    column: int | None = None
    """The column, from 1."""

    field: str | None = None
    """The field of the partner."""

    first_line: int | None = None
    """For a duplicate, the line that has it first."""

    params: Mapping[str, Any] = EMPTY
    """The parameters of the code."""

    record: int | None = None
    """The number of the record, from 1, blank lines and the header left out."""

    value: str | None = None
    """What stands in the cell, cut to 200 characters."""


@dataclass(frozen=True, slots=True)
class Reason(Sentence):
    """One reason for a refusal, or one warning: a code, its parameters and, where it is about a part of the input, the place."""

    code: Code
    """The stable code. Never renamed, never reused."""

    field: str | None = None
    """The field of the input it is about, in wire spelling: `name`, `email`, `quantity` …"""

    line: int | None = None
    """The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given."""

    params: Mapping[str, Any] = EMPTY
    """The parameters the code documents in the catalogue."""

    section: str | None = None
    """The section of the profile it is about."""


@dataclass(frozen=True, slots=True)
class Receipt(Value):
    """Proof of the one import: when, who, how many, and of what content."""

    command: CommandId
    """The command that imported."""

    at: datetime
    """When."""

    by: Actor
    """Who, in which role."""

    partners: int
    """How many partners were added."""

    bytes: int
    """How many bytes the file had."""

    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""

    key: str | None = None
    """The idempotency key given with it."""


@dataclass(frozen=True, slots=True)
class Recertification(Value):
    """After how long partners must recertify."""

    every_months: int
    """Calendar months from the last approval to the due day, 1 to 120."""

    grace_days: int = 30
    """How many days after the due day recertification is required, 0 to 365; 30 unless said otherwise."""

    remind_days_before: tuple[int, ...] = ()
    """How many days before the due day partners are reminded, each 0 to 365; 30, 15, 5 and 1 unless said otherwise."""


@dataclass(frozen=True, slots=True)
class RecipientEmail(Value):
    """Whoever reads this address."""

    _tag: ClassVar[str | None] = "email"
    _body: ClassVar[str] = "value"

    value: str


@dataclass(frozen=True, slots=True)
class RecipientPerson(Value):
    """This person, at the address the host knows."""

    _tag: ClassVar[str | None] = "person"
    _body: ClassVar[str] = "value"

    value: PersonId


Recipient: TypeAlias = Union[  # noqa: UP007
    RecipientEmail,
    RecipientPerson,
]
"""Who gets a message."""


@dataclass(frozen=True, slots=True)
class Recognised(Value):
    """A column of the file that was recognised."""

    column: int
    """Its place in the file, from 1."""

    header: str
    """The header as it stands in the file, trimmed."""

    field: Column
    """What it was taken for."""


@dataclass(frozen=True, slots=True)
class Recorded(Value):
    """An event with its place in the bank's history."""

    seq: int
    """Its place, counted from 1 in each bank, without gaps."""

    event: Event
    """The event."""


@dataclass(frozen=True, slots=True)
class Reminder(Value):
    """A reminder that went out."""

    id: ReminderId
    """Made from the partner and the occurrence."""

    version: int
    """How often the row has been written; once."""

    partner: PartnerId
    """Who was reminded."""

    of: Occurrence
    """Of what."""

    sent_at: datetime
    """When."""


@dataclass(frozen=True, slots=True)
class Report(Value):
    """What was found in a file."""

    columns: tuple[Recognised, ...]
    """The columns that were recognised, in the order of the file."""

    rows: int
    """Partners in the file, good and bad: records that are neither the header nor blank."""

    rows_with_errors: int
    """How many of them have an error."""

    problems: tuple[Problem, ...]
    """The problems, by line and column."""

    truncated: bool
    """Whether there were more problems than are held here; all of them are counted."""

    counts: Mapping[str, int]
    """How many problems there are of each code."""

    bytes: int
    """Bytes read."""

    delimiter: Delimiter | None = None
    """What stands between its cells; `None` when nothing was read."""

    digest: str | None = None
    """The SHA-256 of the whole file in hexadecimal; `None` when it was not read to its end."""

    encoding: Encoding | None = None
    """How the file is encoded; `None` when it is no text."""


@dataclass(frozen=True, slots=True)
class Request(Value):
    """A request."""

    id: RequestId
    """Its id."""

    version: int
    """How often it has been written."""

    partner: PartnerId
    """The partner it is for."""

    kind: RequestKind
    """How it counts."""

    state: RequestState
    """Where it stands."""

    lines: tuple[RequestLine, ...]
    """What is asked for; each item once."""

    filed_by: PersonId
    """Who filed it."""

    filed_at: datetime
    """When it was filed."""

    cancel_reason: str | None = None
    """Why it was cancelled."""

    claimed_by: PersonId | None = None
    """Who of the bank has claimed it."""

    comment: str | None = None
    """What the partner adds in words."""

    distribution: DistributionId | None = None
    """The distribution recorded from it."""


@dataclass(frozen=True, slots=True)
class RequestInvalid(Value):
    """An open request that would not be taken if it were filed anew. It stays as it is all the same."""

    partner: PartnerId
    """The partner it is for."""

    request: RequestId
    """The request."""

    reasons: tuple[Reason, ...]
    """Why, with the line where it is about one. Reasons it would be refused for already are not among them."""


@dataclass(frozen=True, slots=True)
class RequestLine(Value):
    """One line of a request as it is kept."""

    item: ItemId
    """The item."""

    item_name: str
    """The item's name when the request was made."""

    quantity: int
    """Pieces, units or people."""

    per_person: int | None = None
    """For people: pieces for each when the request was made."""

    unit: str | None = None
    """The unit, or none for plain pieces and for people."""


@dataclass(frozen=True, slots=True)
class RoleBankAdmin(Value):
    """An admin of the bank: everything staff may do, and the bank's settings and people."""

    _tag: ClassVar[str | None] = "bank_admin"
    _body: ClassVar[str] = "nothing"


@dataclass(frozen=True, slots=True)
class RoleBankStaff(Value):
    """Bank staff."""

    _tag: ClassVar[str | None] = "bank_staff"
    _body: ClassVar[str] = "nothing"


@dataclass(frozen=True, slots=True)
class RolePartnerUser(Value):
    """A user of one partner."""

    _tag: ClassVar[str | None] = "partner_user"

    partner: PartnerId
    """The partner."""


Role: TypeAlias = Union[  # noqa: UP007
    RoleBankAdmin,
    RoleBankStaff,
    RolePartnerUser,
]
"""What a person may act as in one bank."""


@dataclass(frozen=True, slots=True)
class RoleOf(Value):
    """A role a person holds, as a sign-in screen shows it."""

    actor: Actor
    """Who to be to act in it."""

    bank_name: str
    """The bank's name."""

    last_used_at: datetime | None = None
    """When the person last signed in in it."""

    partner_name: str | None = None
    """The partner's name, for a role of a partner's."""


@dataclass(frozen=True, slots=True)
class RowBank(Value):
    """The bank itself."""

    _tag: ClassVar[str | None] = "bank"
    _body: ClassVar[str] = "value"

    value: BankRow


@dataclass(frozen=True, slots=True)
class RowCategory(Value):
    """A category."""

    _tag: ClassVar[str | None] = "category"
    _body: ClassVar[str] = "value"

    value: Category


@dataclass(frozen=True, slots=True)
class RowItem(Value):
    """An item with its units."""

    _tag: ClassVar[str | None] = "item"
    _body: ClassVar[str] = "value"

    value: Item


@dataclass(frozen=True, slots=True)
class RowGroup(Value):
    """A group with its categories and caps."""

    _tag: ClassVar[str | None] = "group"
    _body: ClassVar[str] = "value"

    value: Group


@dataclass(frozen=True, slots=True)
class RowPartner(Value):
    """A partner with its exceptions."""

    _tag: ClassVar[str | None] = "partner"
    _body: ClassVar[str] = "value"

    value: Partner


@dataclass(frozen=True, slots=True)
class RowRequest(Value):
    """A request with its lines."""

    _tag: ClassVar[str | None] = "request"
    _body: ClassVar[str] = "value"

    value: Request


@dataclass(frozen=True, slots=True)
class RowDistribution(Value):
    """A distribution with its lines."""

    _tag: ClassVar[str | None] = "distribution"
    _body: ClassVar[str] = "value"

    value: Distribution


@dataclass(frozen=True, slots=True)
class RowPerson(Value):
    """A person with its roles."""

    _tag: ClassVar[str | None] = "person"
    _body: ClassVar[str] = "value"

    value: Person


@dataclass(frozen=True, slots=True)
class RowReminder(Value):
    """A reminder that went out. It outlives its partner, as what has happened does: it refers to nothing but the bank."""

    _tag: ClassVar[str | None] = "reminder"
    _body: ClassVar[str] = "value"

    value: Reminder


Row: TypeAlias = Union[  # noqa: UP007
    RowBank,
    RowCategory,
    RowItem,
    RowGroup,
    RowPartner,
    RowRequest,
    RowDistribution,
    RowPerson,
    RowReminder,
]
"""A row with all that hangs on it."""


@dataclass(frozen=True, slots=True)
class RowIdBank(Value):
    """The bank itself."""

    _tag: ClassVar[str | None] = "bank"
    _body: ClassVar[str] = "value"

    value: BankId


@dataclass(frozen=True, slots=True)
class RowIdCategory(Value):
    """A category."""

    _tag: ClassVar[str | None] = "category"
    _body: ClassVar[str] = "value"

    value: CategoryId


@dataclass(frozen=True, slots=True)
class RowIdItem(Value):
    """An item."""

    _tag: ClassVar[str | None] = "item"
    _body: ClassVar[str] = "value"

    value: ItemId


@dataclass(frozen=True, slots=True)
class RowIdGroup(Value):
    """A group."""

    _tag: ClassVar[str | None] = "group"
    _body: ClassVar[str] = "value"

    value: GroupId


@dataclass(frozen=True, slots=True)
class RowIdPartner(Value):
    """A partner."""

    _tag: ClassVar[str | None] = "partner"
    _body: ClassVar[str] = "value"

    value: PartnerId


@dataclass(frozen=True, slots=True)
class RowIdRequest(Value):
    """A request."""

    _tag: ClassVar[str | None] = "request"
    _body: ClassVar[str] = "value"

    value: RequestId


@dataclass(frozen=True, slots=True)
class RowIdDistribution(Value):
    """A distribution."""

    _tag: ClassVar[str | None] = "distribution"
    _body: ClassVar[str] = "value"

    value: DistributionId


@dataclass(frozen=True, slots=True)
class RowIdPerson(Value):
    """A person as the bank knows it."""

    _tag: ClassVar[str | None] = "person"
    _body: ClassVar[str] = "value"

    value: PersonId


@dataclass(frozen=True, slots=True)
class RowIdReminder(Value):
    """A reminder that went out."""

    _tag: ClassVar[str | None] = "reminder"
    _body: ClassVar[str] = "value"

    value: ReminderId


RowId: TypeAlias = Union[  # noqa: UP007
    RowIdBank,
    RowIdCategory,
    RowIdItem,
    RowIdGroup,
    RowIdPartner,
    RowIdRequest,
    RowIdDistribution,
    RowIdPerson,
    RowIdReminder,
]
"""Names a row. On the wire: `{"partner": "0198…"}`."""


@dataclass(frozen=True, slots=True)
class Said(Value):
    """What a message says."""

    language: Language
    """The language: English where the one asked for lacks some of our words."""

    subject: str
    """One line."""

    text: str
    """The text, plain."""

    html: str
    """The same as HTML."""


@dataclass(frozen=True, slots=True)
class SaidReason(Sentence):
    """A reason with its sentences."""

    code: Code
    """The stable code. Never renamed, never reused."""

    staff: str
    """The sentence for people of the bank."""

    partner: str
    """The sentence for people of the partner."""

    field: str | None = None
    """The field of the input it is about, in wire spelling: `name`, `email`, `quantity` …"""

    line: int | None = None
    """The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given."""

    params: Mapping[str, Any] = EMPTY
    """The parameters the code documents in the catalogue."""

    section: str | None = None
    """The section of the profile it is about."""


@dataclass(frozen=True, slots=True)
class Schedule(Value):
    """When partners are reminded, and of which deadline. Both are set together or not at all."""

    on: On
    """The day of the reminder."""

    deadline_day: int = 0
    """The day of the month that is the deadline, 1 to 28. Left out it is 0, which is refused."""

    every_months: int | None = None
    """The months from one reminder to the next, 1 to 120; 1 unless said otherwise."""

    from_: date | None = None
    """A day of the month that months are counted from: there is no reminder before that month. Needed unless
    `every_months` is 1."""


@dataclass(frozen=True, slots=True)
class SectionCompleteness(Value):
    """See `Completeness`."""

    section: Section
    """The section."""

    filled: int
    """Filled."""

    asked: int
    """Asked for."""


@dataclass(frozen=True, slots=True)
class SeenRow(Value):
    """A row as whoever decided saw it. One that has since been changed by the same phone, by a command recorded before, has
    the version after that."""

    row: RowId
    """The row: the bank, or a partner, request, distribution, item, category, group or person of it."""

    version: int
    """Its version."""


@dataclass(frozen=True, slots=True)
class SelectionIds(Value):
    """These."""

    _tag: ClassVar[str | None] = "ids"
    _body: ClassVar[str] = "value"

    value: tuple[PartnerId, ...]


@dataclass(frozen=True, slots=True)
class SelectionMatching(Value):
    """All that match."""

    _tag: ClassVar[str | None] = "matching"
    _body: ClassVar[str] = "value"

    value: PartnerFilter


Selection: TypeAlias = Union[  # noqa: UP007
    SelectionIds,
    SelectionMatching,
]
"""Which partners a bulk command is for."""


@dataclass(frozen=True, slots=True)
class StartingStep(Value):
    """One of the first steps, and whether it has been taken."""

    step: FirstStep
    """The step."""

    done: bool
    """Whether what is there shows that it has been taken."""


@dataclass(frozen=True, slots=True)
class Step(Value):
    """A step on the way to a yes."""

    who: Who
    """Who can take it."""

    command: Command
    """The command to give. The note of "ask for changes" is left for the person to write."""


@dataclass(frozen=True, slots=True)
class Synced(Value):
    """The answer to one recorded command."""

    id: CommandId
    """The command."""

    became: Became
    """What became of it."""


@dataclass(frozen=True, slots=True)
class TakenAlong(Value):
    """What was written or read."""

    bank: BankId
    """The bank."""

    pieces: int
    """How many pieces there were."""

    sha256: str
    """The digest at the end of the file, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class TextsOfKind(Value):
    """What a bank has of its own for one kind of message."""

    kind: MessageKind
    """The kind."""

    placeholders: tuple[NamedPlaceholder, ...]
    """What may stand in braces."""

    own: Mapping[str, OwnText]
    """The bank's own texts, by language. Where there is none, ours is said."""


@dataclass(frozen=True, slots=True)
class WhatBankCreated(Value):
    """A bank was created."""

    _tag: ClassVar[str | None] = "bank_created"
    _body: ClassVar[str] = "value"

    value: BankRow


@dataclass(frozen=True, slots=True)
class WhatBankUpdated(Value):
    """A bank was changed."""

    _tag: ClassVar[str | None] = "bank_updated"
    _body: ClassVar[str] = "value"

    value: BankPatch


@dataclass(frozen=True, slots=True)
class WhatMessageTextSet(Value):
    """A bank's own text of a kind of message was set or taken back."""

    _tag: ClassVar[str | None] = "message_text_set"

    kind: MessageKind
    """The kind."""

    language: Language
    """The language."""

    text: OwnText | None = None
    """The text; none when taken back."""


@dataclass(frozen=True, slots=True)
class WhatPartnersImported(Value):
    """All partners were imported at once. One `partner_imported` a partner stands beside it."""

    _tag: ClassVar[str | None] = "partners_imported"
    _body: ClassVar[str] = "value"

    value: Receipt


@dataclass(frozen=True, slots=True)
class WhatPartnerAdded(Value):
    """A partner was added singly."""

    _tag: ClassVar[str | None] = "partner_added"

    partner: PartnerId
    """The partner."""

    details: PartnerDetails
    """What was said about it."""


@dataclass(frozen=True, slots=True)
class WhatPartnerImported(Value):
    """A partner was added by the import."""

    _tag: ClassVar[str | None] = "partner_imported"

    partner: PartnerId
    """The partner."""

    line: int
    """The line of the file it stands in."""

    details: PartnerDetails
    """What was said about it."""


@dataclass(frozen=True, slots=True)
class WhatPartnerUpdated(Value):
    """What the bank says about a partner was changed."""

    _tag: ClassVar[str | None] = "partner_updated"

    partner: PartnerId
    """The partner."""

    patch: PartnerPatch
    """What was changed."""


@dataclass(frozen=True, slots=True)
class WhatProfileUpdated(Value):
    """What a partner says about itself was changed."""

    _tag: ClassVar[str | None] = "profile_updated"

    partner: PartnerId
    """The partner."""

    patch: Mapping[str, Any]
    """What was changed."""


@dataclass(frozen=True, slots=True)
class WhatPartnerMoved(Value):
    """An action of the transition table was taken."""

    _tag: ClassVar[str | None] = "partner_moved"

    partner: PartnerId
    """The partner."""

    action: Action
    """The action."""

    from_: Status
    """The status before."""

    to: Status
    """The status after."""

    note: str | None = None
    """The note or reason given."""


@dataclass(frozen=True, slots=True)
class WhatPartnerRemoved(Value):
    """A partner was removed for ever."""

    _tag: ClassVar[str | None] = "partner_removed"

    partner: PartnerId
    """The partner."""


@dataclass(frozen=True, slots=True)
class WhatExceptionSet(Value):
    """An item was allowed or denied to one partner."""

    _tag: ClassVar[str | None] = "exception_set"

    partner: PartnerId
    """The partner."""

    item: ItemId
    """The item."""

    exception: ItemException
    """The exception."""


@dataclass(frozen=True, slots=True)
class WhatExceptionRemoved(Value):
    """An exception was taken back."""

    _tag: ClassVar[str | None] = "exception_removed"

    partner: PartnerId
    """The partner."""

    item: ItemId
    """The item."""


@dataclass(frozen=True, slots=True)
class WhatPersonInvited(Value):
    """A person was invited to a role."""

    _tag: ClassVar[str | None] = "person_invited"

    person: KnownAs
    """The person, and what is written down of it if it is new."""

    role: Role
    """The role."""

    invitation: Invitation
    """The invitation. It takes the place of an older one to the same role."""


@dataclass(frozen=True, slots=True)
class WhatRoleGranted(Value):
    """A person holds a role from now on without an invitation, or held it already and is told so."""

    _tag: ClassVar[str | None] = "role_granted"

    person: KnownAs
    """The person, and what is written down of it if it is new."""

    role: Role
    """The role."""


@dataclass(frozen=True, slots=True)
class WhatInvitationAccepted(Value):
    """A person accepted an invitation and holds the role from now on."""

    _tag: ClassVar[str | None] = "invitation_accepted"

    person: PersonId
    """The person."""

    role: Role
    """The role."""

    invitation: InvitationId
    """The invitation."""


@dataclass(frozen=True, slots=True)
class WhatInvitationVoided(Value):
    """An open invitation became void, because its address is no longer that of the partner's contact."""

    _tag: ClassVar[str | None] = "invitation_voided"

    person: PersonId
    """The person."""

    role: Role
    """The role."""


@dataclass(frozen=True, slots=True)
class WhatRoleChanged(Value):
    """A person of the bank changed from one of its two roles to the other."""

    _tag: ClassVar[str | None] = "role_changed"

    person: PersonId
    """The person."""

    role: Role
    """The new role."""


@dataclass(frozen=True, slots=True)
class WhatRoleRevoked(Value):
    """A role, or an open invitation to it, was taken from a person."""

    _tag: ClassVar[str | None] = "role_revoked"

    person: PersonId
    """The person."""

    role: Role
    """The role."""


@dataclass(frozen=True, slots=True)
class WhatSignedIn(Value):
    """A person began to act in a role."""

    _tag: ClassVar[str | None] = "signed_in"

    person: PersonId
    """The person."""

    role: Role
    """The role."""


@dataclass(frozen=True, slots=True)
class WhatCategoryAdded(Value):
    """A category was added."""

    _tag: ClassVar[str | None] = "category_added"

    category: CategoryId
    """The category."""

    name: str
    """Its name."""


@dataclass(frozen=True, slots=True)
class WhatCategoryRenamed(Value):
    """A category was renamed."""

    _tag: ClassVar[str | None] = "category_renamed"

    category: CategoryId
    """The category."""

    name: str
    """Its new name."""


@dataclass(frozen=True, slots=True)
class WhatCategoryDeleted(Value):
    """A category was deleted."""

    _tag: ClassVar[str | None] = "category_deleted"

    category: CategoryId
    """The category."""


@dataclass(frozen=True, slots=True)
class WhatItemAdded(Value):
    """An item was added."""

    _tag: ClassVar[str | None] = "item_added"

    item: ItemId
    """The item."""

    details: ItemDetails
    """What is known of it."""


@dataclass(frozen=True, slots=True)
class WhatItemUpdated(Value):
    """An item was changed."""

    _tag: ClassVar[str | None] = "item_updated"

    item: ItemId
    """The item."""

    patch: ItemPatch
    """What was changed."""


@dataclass(frozen=True, slots=True)
class WhatGroupAdded(Value):
    """A group was added."""

    _tag: ClassVar[str | None] = "group_added"

    group: GroupId
    """The group."""

    name: str
    """Its name."""

    categories: tuple[CategoryId, ...]
    """Its categories."""


@dataclass(frozen=True, slots=True)
class WhatGroupUpdated(Value):
    """A group was changed."""

    _tag: ClassVar[str | None] = "group_updated"

    group: GroupId
    """The group."""

    patch: GroupPatch
    """What was changed."""


@dataclass(frozen=True, slots=True)
class WhatGroupDeleted(Value):
    """A group was deleted."""

    _tag: ClassVar[str | None] = "group_deleted"

    group: GroupId
    """The group."""


@dataclass(frozen=True, slots=True)
class WhatGroupCapSet(Value):
    """A group's cap on an item was set or lifted."""

    _tag: ClassVar[str | None] = "group_cap_set"

    group: GroupId
    """The group."""

    item: ItemId
    """The item."""

    cap: int | None = None
    """The cap; none when lifted."""


@dataclass(frozen=True, slots=True)
class WhatRequestSubmitted(Value):
    """A request was filed."""

    _tag: ClassVar[str | None] = "request_submitted"
    _body: ClassVar[str] = "value"

    value: Request


@dataclass(frozen=True, slots=True)
class WhatRequestStarted(Value):
    """A request was claimed."""

    _tag: ClassVar[str | None] = "request_started"

    partner: PartnerId
    """The partner it is for."""

    request: RequestId
    """The request."""

    claimed_by: PersonId
    """Who claimed it."""


@dataclass(frozen=True, slots=True)
class WhatRequestReleased(Value):
    """A claimed request was given back."""

    _tag: ClassVar[str | None] = "request_released"

    partner: PartnerId
    """The partner it is for."""

    request: RequestId
    """The request."""


@dataclass(frozen=True, slots=True)
class WhatRequestFulfilled(Value):
    """A request was fulfilled by a distribution."""

    _tag: ClassVar[str | None] = "request_fulfilled"

    partner: PartnerId
    """The partner it is for."""

    request: RequestId
    """The request."""

    distribution: DistributionId
    """The distribution."""

    claimed_by: PersonId
    """Who holds the claim: the claimant, or who fulfilled it straight from pending."""


@dataclass(frozen=True, slots=True)
class WhatRequestReopened(Value):
    """A fulfilled request is started again, its distribution having been taken back."""

    _tag: ClassVar[str | None] = "request_reopened"

    partner: PartnerId
    """The partner it is for."""

    request: RequestId
    """The request."""


@dataclass(frozen=True, slots=True)
class WhatRequestCancelled(Value):
    """A request was cancelled."""

    _tag: ClassVar[str | None] = "request_cancelled"

    partner: PartnerId
    """The partner it is for."""

    request: RequestId
    """The request."""

    reason: str | None = None
    """Why."""


@dataclass(frozen=True, slots=True)
class WhatDistributionRecorded(Value):
    """A distribution was recorded."""

    _tag: ClassVar[str | None] = "distribution_recorded"
    _body: ClassVar[str] = "value"

    value: Distribution


@dataclass(frozen=True, slots=True)
class WhatDistributionUpdated(Value):
    """A scheduled distribution was changed."""

    _tag: ClassVar[str | None] = "distribution_updated"

    partner: PartnerId
    """The partner it is for."""

    distribution: DistributionId
    """The distribution."""

    patch: DistributionPatch
    """What was changed, but for the lines."""

    lines: tuple[DistributionLine, ...] | None = None
    """All its lines, if they were changed."""


@dataclass(frozen=True, slots=True)
class WhatDistributionCompleted(Value):
    """A distribution was handed out."""

    _tag: ClassVar[str | None] = "distribution_completed"

    partner: PartnerId
    """The partner it is for."""

    distribution: DistributionId
    """The distribution."""


@dataclass(frozen=True, slots=True)
class WhatDistributionTakenBack(Value):
    """A distribution was undone."""

    _tag: ClassVar[str | None] = "distribution_taken_back"

    partner: PartnerId
    """The partner it is for."""

    distribution: DistributionId
    """The distribution."""


@dataclass(frozen=True, slots=True)
class WhatReminderSent(Value):
    """A partner was reminded by the daily job."""

    _tag: ClassVar[str | None] = "reminder_sent"
    _body: ClassVar[str] = "value"

    value: Reminder


What: TypeAlias = Union[  # noqa: UP007
    WhatBankCreated,
    WhatBankUpdated,
    WhatMessageTextSet,
    WhatPartnersImported,
    WhatPartnerAdded,
    WhatPartnerImported,
    WhatPartnerUpdated,
    WhatProfileUpdated,
    WhatPartnerMoved,
    WhatPartnerRemoved,
    WhatExceptionSet,
    WhatExceptionRemoved,
    WhatPersonInvited,
    WhatRoleGranted,
    WhatInvitationAccepted,
    WhatInvitationVoided,
    WhatRoleChanged,
    WhatRoleRevoked,
    WhatSignedIn,
    WhatCategoryAdded,
    WhatCategoryRenamed,
    WhatCategoryDeleted,
    WhatItemAdded,
    WhatItemUpdated,
    WhatGroupAdded,
    WhatGroupUpdated,
    WhatGroupDeleted,
    WhatGroupCapSet,
    WhatRequestSubmitted,
    WhatRequestStarted,
    WhatRequestReleased,
    WhatRequestFulfilled,
    WhatRequestReopened,
    WhatRequestCancelled,
    WhatDistributionRecorded,
    WhatDistributionUpdated,
    WhatDistributionCompleted,
    WhatDistributionTakenBack,
    WhatReminderSent,
]
"""What has happened."""


@dataclass(frozen=True, slots=True)
class WhatIf(Value):
    """What a command would mean for what partners may request."""

    done: Done
    """The answer it would get."""

    messages: tuple[Message, ...]
    """What people would be told."""

    items_lost: int
    """How many items would be lost, counted for each partner."""

    requests_invalid: int
    """How many open requests would no longer be taken."""

    lost: tuple[ItemLost, ...]
    """Who would lose which item: the first `MAX_PAGE`."""

    invalid: tuple[RequestInvalid, ...]
    """The open requests that would no longer be taken: the first `MAX_PAGE`."""


@dataclass(frozen=True, slots=True)
class WireError(Value):
    """An error as it stands on the wire."""

    code: Code
    """The code of the first reason."""

    category: ErrorCategory
    """Its category."""

    message: str
    """All sentences, for whoever asked."""

    params: Mapping[str, Any]
    """The parameters of the first reason."""

    reasons: tuple[SaidReason, ...]
    """Every reason, with its sentences."""

    retryable: bool
    """Whether the same message may succeed when simply sent again."""


@dataclass(frozen=True, slots=True)
class WritePut(Value):
    """Insert the row, or replace it and all that hangs on it."""

    _tag: ClassVar[str | None] = "put"
    _body: ClassVar[str] = "value"

    value: Row


@dataclass(frozen=True, slots=True)
class WriteRemove(Value):
    """Delete the row and all that hangs on it. Refused (`Committed::Stale`) while another row refers to it."""

    _tag: ClassVar[str | None] = "remove"
    _body: ClassVar[str] = "value"

    value: RowId


Write: TypeAlias = Union[  # noqa: UP007
    WritePut,
    WriteRemove,
]
"""One write."""

Percent: TypeAlias = Any
"""0 to 100 with at most one decimal: a text such as `33.3`, or a number."""

Token: TypeAlias = Any
"""A token as text: 64 characters that need no escaping in a link. Never shown by `Debug`.

Whatever was sent is a token here; whether it is one is decided where it is used, so that a wrong one is refused like an
unknown one.

```
use partnerkit::id::BankId;
use partnerkit::token::{Secret, Token};

let bank = BankId(uuid::Uuid::from_u128(7));
let token = Token::new(bank, Secret([1; 32])); // random bits, in earnest
assert_eq!(token.as_str().len(), 64);
assert_eq!(token.bank(), Some(bank));
assert_eq!(format!("{token:?}"), "Token(…)");
```"""


@dataclass(frozen=True, slots=True)
class ReplyPartners(Value):
    """A page, and what belongs to it."""

    partners: tuple[Partner, ...]
    """The page."""

    counts: Mapping[str, int]
    """How many partners there are in each status, whatever the filter."""

    next: str | None = None
    """The cursor of the next page; none if this is the last one."""

__all__ = [
    "Action",
    "Actor",
    "Answer",
    "Area",
    "Attempt",
    "AttemptFailed",
    "AttemptGivenUp",
    "AttemptSent",
    "Awaiting",
    "BankAdmin",
    "BankId",
    "BankPatch",
    "BankRow",
    "BankSettings",
    "BankStaff",
    "Became",
    "BecameAccepted",
    "BecameConflict",
    "BecameRefused",
    "BecameRepeated",
    "Bulk",
    "Capability",
    "Category",
    "CategoryId",
    "Code",
    "Column",
    "Command",
    "CommandAcceptInvitation",
    "CommandAddAdmin",
    "CommandAddCategory",
    "CommandAddGroup",
    "CommandAddItem",
    "CommandAddPartner",
    "CommandApprove",
    "CommandAskForChanges",
    "CommandBulk",
    "CommandCancelRequest",
    "CommandChangeRole",
    "CommandCompleteDistribution",
    "CommandCreateBank",
    "CommandDeactivate",
    "CommandDeleteCategory",
    "CommandDeleteGroup",
    "CommandId",
    "CommandInvite",
    "CommandInviteAndApprove",
    "CommandInvitePerson",
    "CommandReactivate",
    "CommandRecordDistribution",
    "CommandReleaseRequest",
    "CommandRemove",
    "CommandRemoveException",
    "CommandRenameCategory",
    "CommandRenewInvitation",
    "CommandRequireRecertification",
    "CommandRevokeRole",
    "CommandSendDue",
    "CommandSetException",
    "CommandSetGroupCap",
    "CommandSetMessageText",
    "CommandSetUpProxy",
    "CommandSignIn",
    "CommandStartRequest",
    "CommandSubmitForApproval",
    "CommandSubmitRequest",
    "CommandTakeBackDistribution",
    "CommandUpdateBank",
    "CommandUpdateDistribution",
    "CommandUpdateGroup",
    "CommandUpdateItem",
    "CommandUpdatePartner",
    "CommandUpdateProfile",
    "Completeness",
    "Dashboard",
    "Delimiter",
    "Delivery",
    "DeliveryState",
    "Destination",
    "DestinationGroup",
    "DestinationNoGroup",
    "Distribution",
    "DistributionId",
    "DistributionLine",
    "DistributionPatch",
    "DistributionState",
    "Document",
    "Done",
    "DueDone",
    "DueInBank",
    "DuePart",
    "DuePartDeadlineReminders",
    "DuePartDistributions",
    "DuePartRecertification",
    "DuePartner",
    "Each",
    "Encoding",
    "ErrorCategory",
    "Event",
    "ExceptionRule",
    "Explanation",
    "Export",
    "ExportColumn",
    "Exported",
    "FirstStep",
    "Form",
    "FormChoice",
    "FormField",
    "FormSection",
    "Given",
    "Group",
    "GroupId",
    "GroupPatch",
    "HeldRole",
    "Host",
    "ImportDone",
    "Invitation",
    "InvitationId",
    "InvitationRef",
    "Item",
    "ItemDetails",
    "ItemException",
    "ItemId",
    "ItemLost",
    "ItemPatch",
    "ItemPermission",
    "Kept",
    "KnownAs",
    "Language",
    "Level",
    "LineNoLongerPermitted",
    "Message",
    "MessageExplanation",
    "MessageId",
    "MessageKind",
    "Method",
    "MovedRow",
    "NamedPlaceholder",
    "NewBank",
    "NewDistribution",
    "NewDistributionLine",
    "NewItem",
    "NewPartner",
    "NewPerson",
    "NewRequest",
    "NewRequestLine",
    "NextReminder",
    "Noted",
    "Occurrence",
    "OccurrenceDeadline",
    "OccurrenceRecertification",
    "OccurrenceTomorrow",
    "On",
    "OnDay",
    "OnLastDay",
    "OnLastWeekday",
    "OnWeekday",
    "OpenRequests",
    "Outcome",
    "OverQuota",
    "OwnField",
    "OwnText",
    "OwnType",
    "Partner",
    "PartnerDetails",
    "PartnerFilter",
    "PartnerId",
    "PartnerPatch",
    "PartnerSort",
    "PartnerUser",
    "Percent",
    "Permission",
    "Person",
    "PersonId",
    "Preview",
    "Problem",
    "Reason",
    "Receipt",
    "Recertification",
    "Recipient",
    "RecipientEmail",
    "RecipientPerson",
    "Recognised",
    "Recorded",
    "Reminder",
    "ReminderId",
    "ReminderKind",
    "ReplyPartners",
    "Report",
    "Request",
    "RequestId",
    "RequestInvalid",
    "RequestKind",
    "RequestLine",
    "RequestState",
    "Role",
    "RoleBankAdmin",
    "RoleBankStaff",
    "RoleOf",
    "RolePartnerUser",
    "Row",
    "RowBank",
    "RowCategory",
    "RowDistribution",
    "RowGroup",
    "RowId",
    "RowIdBank",
    "RowIdCategory",
    "RowIdDistribution",
    "RowIdGroup",
    "RowIdItem",
    "RowIdPartner",
    "RowIdPerson",
    "RowIdReminder",
    "RowIdRequest",
    "RowItem",
    "RowPartner",
    "RowPerson",
    "RowReminder",
    "RowRequest",
    "Rule",
    "Said",
    "SaidReason",
    "Schedule",
    "Scheduler",
    "Section",
    "SectionCompleteness",
    "SeenRow",
    "Selection",
    "SelectionIds",
    "SelectionMatching",
    "StartingStep",
    "Status",
    "Step",
    "Synced",
    "TakenAlong",
    "TextsOfKind",
    "Token",
    "UngroupedMayRequest",
    "Weekday",
    "What",
    "WhatBankCreated",
    "WhatBankUpdated",
    "WhatCategoryAdded",
    "WhatCategoryDeleted",
    "WhatCategoryRenamed",
    "WhatDistributionCompleted",
    "WhatDistributionRecorded",
    "WhatDistributionTakenBack",
    "WhatDistributionUpdated",
    "WhatExceptionRemoved",
    "WhatExceptionSet",
    "WhatGroupAdded",
    "WhatGroupCapSet",
    "WhatGroupDeleted",
    "WhatGroupUpdated",
    "WhatIf",
    "WhatInvitationAccepted",
    "WhatInvitationVoided",
    "WhatItemAdded",
    "WhatItemUpdated",
    "WhatMessageTextSet",
    "WhatPartnerAdded",
    "WhatPartnerImported",
    "WhatPartnerMoved",
    "WhatPartnerRemoved",
    "WhatPartnerUpdated",
    "WhatPartnersImported",
    "WhatPersonInvited",
    "WhatProfileUpdated",
    "WhatReminderSent",
    "WhatRequestCancelled",
    "WhatRequestFulfilled",
    "WhatRequestReleased",
    "WhatRequestReopened",
    "WhatRequestStarted",
    "WhatRequestSubmitted",
    "WhatRoleChanged",
    "WhatRoleGranted",
    "WhatRoleRevoked",
    "WhatSignedIn",
    "Who",
    "WireError",
    "Write",
    "WritePut",
    "WriteRemove",
]
