// Made from the rules by `tests/renew`. Do not edit.

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The parameters of each code. */
export interface ParamsByCode {
  not_found: { what: Json };
  not_permitted: { needs: Json };
  role_not_held: { needs: Json };
  not_invited_yet: { partner: Json };
  already_invited: { partner: Json };
  already_submitted: { partner: Json };
  already_approved: { partner: Json };
  not_submitted_yet: { partner: Json };
  not_approved_yet: { partner: Json };
  recertification_required: { partner: Json };
  partner_deactivated: { partner: Json };
  not_deactivated: { partner: Json };
  partner_has_history: { partner: Json };
  emails_off: { partner: Json };
  no_schedule: {  };
  deadline_missing: {  };
  first_month_missing: { every_months: Json };
  reminder_on_deadline: { day: Json };
  no_reminder_that_day: { day: Json };
  not_eligible_then: { partner: Json; day: Json; since: Json };
  daily_job_missed: { day: Json };
  no_interval: {  };
  distribution_reminders_off: {  };
  name_missing: {  };
  name_too_long: { length: Json; most: Json };
  name_taken: { name: Json; what: Json };
  email_missing: {  };
  email_invalid: { value: Json };
  email_several: { value: Json };
  email_taken: { email: Json; partner: Json };
  external_id_taken: { external_id: Json; partner: Json };
  id_taken: { what: Json };
  quota_invalid: { value: Json };
  text_missing: { field: Json };
  text_too_long: { field: Json; length: Json; most: Json };
  control_character: { field: Json };
  not_yes_or_no: { value: Json };
  number_out_of_range: { field: Json; value: Json; least: Json; most: Json };
  time_zone_unknown: { value: Json };
  nothing_to_change: {  };
  note_missing: {  };
  reason_missing: {  };
  looks_alike: { value: Json; other: Json };
  invisible_character: { field: Json };
  formula_like: { value: Json };
  contact_changed: { partner: Json; person: Json };
  too_many_partners: { count: Json; most: Json };
  placeholder_unknown: { placeholder: Json; known: Json };
  placeholder_missing: { placeholder: Json };
  role_held: { email: Json };
  last_admin: {  };
  last_user: { partner: Json };
  no_people: {  };
  invitation_invalid: {  };
  invitation_expired: {  };
  invitation_used: {  };
  already_imported: { receipt: Receipt };
  import_key_reused: { receipt: Receipt };
  import_refused: { report: Report };
  import_empty: {  };
  import_no_rows: {  };
  import_cancelled: {  };
  import_unreadable: {  };
  encoding_unknown: {  };
  header_missing: { header: Json };
  header_empty: {  };
  header_unknown: { header: Json };
  header_duplicate: { header: Json; first_column: Json };
  header_status: { header: Json };
  name_duplicate: { value: Json; first_line: Json };
  email_duplicate: { value: Json; first_line: Json };
  external_id_duplicate: { value: Json; first_line: Json };
  group_unknown: { value: Json };
  cell_without_header: { value: Json };
  row_too_long: { cells: Json; columns: Json };
  row_too_large: { most: Json };
  quote_unclosed: {  };
  output_failed: {  };
  other_file: {  };
  group_has_members: { group: Json; members: Json };
  category_in_use: { category: Json; items: Json; groups: Json };
  group_is_destination: {  };
  unit_invalid: { unit: Json };
  item_inactive: { item: Json };
  item_hidden: { item: Json };
  item_not_in_group: { item: Json; group: Json; category: Json };
  item_without_category: { item: Json; group: Json };
  item_denied: { item: Json; partner: Json };
  ungrouped_may_request_nothing: { item: Json; partner: Json };
  over_cap: { item: Json; group: Json; cap: Json; quantity: Json };
  profile_field_unknown: { field: Json };
  profile_field_retired: { field: Json };
  profile_section_off: { field: Json; section: Json };
  wrong_type: { field: Json; type: Json };
  choice_unknown: { field: Json; value: Json };
  percent_invalid: { field: Json; value: Json };
  email_twice: { value: Json };
  too_many_entries: { field: Json; count: Json; most: Json };
  document_invalid: { part: Json };
  county_missing: {  };
  media_missing: {  };
  county_twice: { county: Json };
  shares_total: { total: Json };
  profile_field_key: { key: Json };
  profile_field_twice: { key: Json };
  profile_field_type: { key: Json; type: Json };
  label_missing: { key: Json };
  kind_not_enabled: { kind: Json };
  no_kind_left: { partners: Json };
  no_lines: {  };
  quantity_invalid: { quantity: Json; most: Json };
  unit_unknown: { item: Json; unit: Json };
  unit_with_people: { unit: Json };
  two_units: { item: Json };
  over_quota: { quota: Json; total: Json };
  request_started: {  };
  request_not_started: {  };
  request_fulfilled: {  };
  request_cancelled: {  };
  claimed_by_another: {  };
  partner_mismatch: {  };
  distribution_complete: {  };
  distribution_taken_back: {  };
  no_columns: {  };
  export_failed: {  };
  cursor_invalid: {  };
  command_id_reused: {  };
  wire_invalid: { detail: Json };
  version_unknown: { version: Json; known: Json };
  bank_ambiguous: { banks: Json };
  too_many_conflicts: {  };
  take_along_unrecognised: {  };
  take_along_newer: { found: Json; known: Json };
  take_along_truncated: {  };
  take_along_altered: {  };
  take_along_invalid: { line: Json; detail: Json };
  take_along_unreadable: {  };
  take_along_unwritable: {  };
  bank_exists: {  };
  store_busy: {  };
  store_unavailable: {  };
  store_full: {  };
  store_read_only: {  };
  store_newer: { found: Json; known: Json };
  store_unrecognised: {  };
  store_corrupt: {  };
  store_failed: {  };
  bug: { detail: Json };
}

/** A command of the transition table. */
export type Action =
  /** Ask the partner's contact to join. */
  | "invite"
  /** Send a new invitation; the status stays. */
  | "renew_invitation"
  /** Invite and approve in one step. */
  | "invite_and_approve"
  /** Hand in the profile for the bank's review. */
  | "submit_for_approval"
  /** Send a submission back with a note. */
  | "ask_for_changes"
  /** Let the partner make requests. */
  | "approve"
  /** Ask an approved partner to submit again. */
  | "require_recertification"
  /** Set the partner aside. */
  | "deactivate"
  /** Put a deactivated partner back where it was. */
  | "reactivate"
  /** Remove for ever a partner that left no trace. */
  | "remove";

/** A person acting in one role, the scheduler of a bank, or the host. */
export type Actor =
  /** A bank admin: everything staff may do, and the bank's settings and people. */
  | {
    /** The bank. */
    bank: BankId;
    /** The person. */
    person: PersonId;
    role: "bank_admin";
  }
  /** Bank staff: everything about partners, groups, requests and distributions. */
  | {
    /** The bank. */
    bank: BankId;
    /** The person. */
    person: PersonId;
    role: "bank_staff";
  }
  /** A user of one partner: that partner only. */
  | {
    /** The bank the partner belongs to. */
    bank: BankId;
    /** The partner. */
    partner: PartnerId;
    /** The person. */
    person: PersonId;
    role: "partner_user";
  }
  /** The daily sweep of one bank. */
  | {
    /** The bank. */
    bank: BankId;
    role: "scheduler";
  }
  /**
   * The host program itself. It creates banks, gives them admins, and hands in the tokens of people it has
   * authenticated.
   */
  | {
    role: "host";
  };

/** An answer. */
export type WireAnswer =
  /** Yes, with what was asked for. */
  | {
    ok: Json;
  }
  /** No, with why. */
  | {
    error: WireError;
  };

/** The answer of the table: yes, no, or only to look. */
export type Answer =
  /** Yes. */
  | "yes"
  /** No. */
  | "no"
  /** Yes, to look and not to change anything. */
  | "read_only";

/** A county the partner serves. */
export interface Area {
  /** The county. */
  county: string;
  /** The share of the partner's clients who live there, in percent, as in `33.3`. */
  share?: Percent | null;
  /** Its state. */
  state?: string | null;
}

/** What came of an attempt. */
export type Attempt =
  /** The message is on its way. */
  | "sent"
  /** It is not; hand it out again later. */
  | {
    failed: {
      /** Why, in a few words. Of a longer text the first `MAX_ERROR` characters are kept, control characters as spaces. */
      error: string;
      /** When to hand it out again at the earliest. */
      retry_at: string;
    };
  }
  /**
   * It shall not be handed out any more: the address is dead for good, say. So are invitations that are void by the
   * time they would be handed out.
   */
  | {
    given_up: {
      /** Why, in a few words, kept as an error is. */
      error: string;
    };
  };

/** What came of an attempt. */
export type AttemptInput =
  /** The message is on its way. */
  | "sent"
  /** It is not; hand it out again later. */
  | {
    failed: {
      /** Why, in a few words. Of a longer text the first `MAX_ERROR` characters are kept, control characters as spaces. */
      error: string;
      /** When to hand it out again at the earliest. */
      retry_at: string | Date;
    };
  }
  /**
   * It shall not be handed out any more: the address is dead for good, say. So are invitations that are void by the
   * time they would be handed out.
   */
  | {
    given_up: {
      /** Why, in a few words, kept as an error is. */
      error: string;
    };
  };

/** A partner that awaits review. */
export interface Awaiting {
  /** Its name. */
  name: string;
  /** The partner. */
  partner: PartnerId;
  /** When it submitted. */
  submitted_at?: string | null;
}

/** A bank: the tenant. Everything else belongs to exactly one. */
export interface Bank {
  /** The address that gets what partners submit. */
  email: string;
  /** Its id. */
  id: BankId;
  /**
   * Whether everybody who acts must hold the role they name. It is so from the bank's first admin on, and stays so;
   * before, it is the host that says who may act.
   */
  keeps_people: boolean;
  /** Its name, at most 200 characters. */
  name: string;
  /** What it has chosen. */
  settings: BankSettings;
  /** How often it has been written. */
  version: number;
}

/** A bank: the tenant. */
export type BankId = string;

/** A change to a bank: absent is unchanged. */
export interface BankPatch {
  /** See `BankSettings.copies_of_requests`. */
  copies_of_requests?: boolean;
  /** See `BankSettings.distribution_reminders`. */
  distribution_reminders?: boolean;
  /** A new address. */
  email?: string;
  /** See `BankSettings.language`. */
  language?: Language;
  /** A new name. */
  name?: string;
  /** See `BankSettings.one_step_invite_and_approve`. */
  one_step_invite_and_approve?: boolean;
  /** See `BankSettings.over_quota`. */
  over_quota?: OverQuota;
  /** Fields of the bank's own to add or, where the key is there already, to change. The others stay. */
  profile_fields?: OwnField[];
  /** See `BankSettings.profile_sections`. Sections that are always on may be left out. */
  profile_sections?: Section[];
  /** See `BankSettings.recertification`: replaced as a whole. */
  recertification?: Recertification | null;
  /** See `BankSettings.reminders`: replaced as a whole. */
  reminders?: Schedule | null;
  /** See `BankSettings.request_kinds`. */
  request_kinds?: RequestKind[];
  /**
   * See `BankSettings.time_zone`: a name of the IANA database. It is text so that an unknown name can be refused
   * with a code of its own.
   */
  time_zone?: string;
  /** See `BankSettings.ungrouped_may_request`. */
  ungrouped_may_request?: UngroupedMayRequest;
}

/** What a bank can choose. The defaults are those of rulebook section 14, "Defaults of a new bank". */
export interface BankSettings {
  /** Whether the bank gets copies of "request received" and "request cancelled". */
  copies_of_requests?: boolean;
  /** Whether partners are reminded of a distribution the day before. */
  distribution_reminders?: boolean;
  /** The language in which the bank is written to, and partners and people that have chosen none. */
  language?: Language;
  /** The bank's own texts of messages, by kind and language. See `Command.SetMessageText`. */
  message_texts?: { [key: string]: { [key: string]: OwnText } };
  /** Whether a user interface offers "invite and approve" before "invite". Both are always legal. */
  one_step_invite_and_approve?: boolean;
  /** What happens to a request over the partner's quota. */
  over_quota?: OverQuota;
  /** The bank's own fields, in the order they were added. */
  profile_fields?: OwnField[];
  /** Which of the sections a bank may choose are on. */
  profile_sections?: Section[];
  /** After how long partners must recertify. Without it, staff requires it by hand. */
  recertification?: Recertification | null;
  /** When the interval was last changed: nobody is required before its days of grace since then are over. */
  recertification_since?: string | null;
  /** When partners are reminded of the deadline, unless their group has a schedule of its own. */
  reminders?: Schedule | null;
  /** When that was last changed: days before are not caught up. */
  reminders_since?: string | null;
  /** The kinds of request the bank takes. Never empty. */
  request_kinds?: RequestKind[];
  /** The zone in which the bank's days begin and end. */
  time_zone?: string;
  /** What partners in no group may request. */
  ungrouped_may_request?: UngroupedMayRequest;
}

/** What became of a recorded command. */
export type Became =
  /** It was carried out, now. */
  | {
    accepted: {
      /** The answer. */
      done: Done;
      /** What happened. */
      events: Event[];
    };
  }
  /** It had been carried out before. */
  | {
    repeated: {
      /** The first answer. */
      done: Done;
    };
  }
  /** The rules forbid it. Nothing happened. */
  | {
    refused: {
      /** Why. */
      error: WireError;
    };
  }
  /** What it was decided on has moved. Nothing happened. Whoever recorded it looks again, and records it anew or not. */
  | {
    conflict: {
      /** Why it would be refused now; none if it would still be accepted. */
      error?: WireError | null;
      /** What has moved. */
      moved: MovedRow[];
    };
  };

/** The answers of a bulk command, counts first. */
export interface Bulk {
  /** How many partners were moved. */
  accepted: number;
  /** One answer a partner, in the order given, or sorted by name for a filter. */
  each: Each[];
  /** How many were refused. */
  refused: number;
}

/** Something a partner can do, or that happens to it. */
export type Capability =
  /** Be recorded as the receiver of a distribution. */
  | "receive_distributions"
  /** A person acting as this partner may sign in. */
  | "sign_in"
  /** See its own profile, requests and distributions. */
  | "view_own"
  /** Change its own profile. */
  | "edit_profile"
  /** Hand in its profile for approval. */
  | "submit_for_approval"
  /** Make requests. */
  | "make_requests"
  /** Get deadline reminders, if the bank set them up. */
  | "deadline_reminders"
  /** Get emails about distributions, if the bank set them up. */
  | "distribution_emails"
  /** Stand in the list "Partner approvals". */
  | "listed_for_approval"
  /** Stand in the default partner list and in pickers. */
  | "listed_by_default";

/** What kind of "no" it is. The first four may be shown to users. */
export type ErrorCategory =
  /** The input itself is wrong, whatever the state. */
  | "invalid_input"
  /** The input is fine; the rules say no in this state. */
  | "rejected"
  /** Somebody else was there first, or holds what was asked for. */
  | "conflict"
  /** It does not exist, or it belongs to somebody else. */
  | "not_found"
  /** The store failed; nothing was written. */
  | "store"
  /** A mistake in this library or in a store. Please report it. */
  | "bug";

/** A category of items. */
export interface Category {
  /** Its id. */
  id: CategoryId;
  /** Its name, unique in the bank. */
  name: string;
  /** How often it has been written. */
  version: number;
}

/** A category of items. */
export type CategoryId = string;

/** A stable code. See the generated table in the README for all of them. */
export type Code =
  /** `not_found` */
  | "not_found"
  /** `not_permitted` */
  | "not_permitted"
  /** `role_not_held` */
  | "role_not_held"
  /** `not_invited_yet` */
  | "not_invited_yet"
  /** `already_invited` */
  | "already_invited"
  /** `already_submitted` */
  | "already_submitted"
  /** `already_approved` */
  | "already_approved"
  /** `not_submitted_yet` */
  | "not_submitted_yet"
  /** `not_approved_yet` */
  | "not_approved_yet"
  /** `recertification_required` */
  | "recertification_required"
  /** `partner_deactivated` */
  | "partner_deactivated"
  /** `not_deactivated` */
  | "not_deactivated"
  /** `partner_has_history` */
  | "partner_has_history"
  /** `emails_off` */
  | "emails_off"
  /** `no_schedule` */
  | "no_schedule"
  /** `deadline_missing` */
  | "deadline_missing"
  /** `first_month_missing` */
  | "first_month_missing"
  /** `reminder_on_deadline` */
  | "reminder_on_deadline"
  /** `no_reminder_that_day` */
  | "no_reminder_that_day"
  /** `not_eligible_then` */
  | "not_eligible_then"
  /** `daily_job_missed` */
  | "daily_job_missed"
  /** `no_interval` */
  | "no_interval"
  /** `distribution_reminders_off` */
  | "distribution_reminders_off"
  /** `name_missing` */
  | "name_missing"
  /** `name_too_long` */
  | "name_too_long"
  /** `name_taken` */
  | "name_taken"
  /** `email_missing` */
  | "email_missing"
  /** `email_invalid` */
  | "email_invalid"
  /** `email_several` */
  | "email_several"
  /** `email_taken` */
  | "email_taken"
  /** `external_id_taken` */
  | "external_id_taken"
  /** `id_taken` */
  | "id_taken"
  /** `quota_invalid` */
  | "quota_invalid"
  /** `text_missing` */
  | "text_missing"
  /** `text_too_long` */
  | "text_too_long"
  /** `control_character` */
  | "control_character"
  /** `not_yes_or_no` */
  | "not_yes_or_no"
  /** `number_out_of_range` */
  | "number_out_of_range"
  /** `time_zone_unknown` */
  | "time_zone_unknown"
  /** `nothing_to_change` */
  | "nothing_to_change"
  /** `note_missing` */
  | "note_missing"
  /** `reason_missing` */
  | "reason_missing"
  /** `looks_alike` */
  | "looks_alike"
  /** `invisible_character` */
  | "invisible_character"
  /** `formula_like` */
  | "formula_like"
  /** `contact_changed` */
  | "contact_changed"
  /** `too_many_partners` */
  | "too_many_partners"
  /** `placeholder_unknown` */
  | "placeholder_unknown"
  /** `placeholder_missing` */
  | "placeholder_missing"
  /** `role_held` */
  | "role_held"
  /** `last_admin` */
  | "last_admin"
  /** `last_user` */
  | "last_user"
  /** `no_people` */
  | "no_people"
  /** `invitation_invalid` */
  | "invitation_invalid"
  /** `invitation_expired` */
  | "invitation_expired"
  /** `invitation_used` */
  | "invitation_used"
  /** `already_imported` */
  | "already_imported"
  /** `import_key_reused` */
  | "import_key_reused"
  /** `import_refused` */
  | "import_refused"
  /** `import_empty` */
  | "import_empty"
  /** `import_no_rows` */
  | "import_no_rows"
  /** `import_cancelled` */
  | "import_cancelled"
  /** `import_unreadable` */
  | "import_unreadable"
  /** `encoding_unknown` */
  | "encoding_unknown"
  /** `header_missing` */
  | "header_missing"
  /** `header_empty` */
  | "header_empty"
  /** `header_unknown` */
  | "header_unknown"
  /** `header_duplicate` */
  | "header_duplicate"
  /** `header_status` */
  | "header_status"
  /** `name_duplicate` */
  | "name_duplicate"
  /** `email_duplicate` */
  | "email_duplicate"
  /** `external_id_duplicate` */
  | "external_id_duplicate"
  /** `group_unknown` */
  | "group_unknown"
  /** `cell_without_header` */
  | "cell_without_header"
  /** `row_too_long` */
  | "row_too_long"
  /** `row_too_large` */
  | "row_too_large"
  /** `quote_unclosed` */
  | "quote_unclosed"
  /** `output_failed` */
  | "output_failed"
  /** `other_file` */
  | "other_file"
  /** `group_has_members` */
  | "group_has_members"
  /** `category_in_use` */
  | "category_in_use"
  /** `group_is_destination` */
  | "group_is_destination"
  /** `unit_invalid` */
  | "unit_invalid"
  /** `item_inactive` */
  | "item_inactive"
  /** `item_hidden` */
  | "item_hidden"
  /** `item_not_in_group` */
  | "item_not_in_group"
  /** `item_without_category` */
  | "item_without_category"
  /** `item_denied` */
  | "item_denied"
  /** `ungrouped_may_request_nothing` */
  | "ungrouped_may_request_nothing"
  /** `over_cap` */
  | "over_cap"
  /** `profile_field_unknown` */
  | "profile_field_unknown"
  /** `profile_field_retired` */
  | "profile_field_retired"
  /** `profile_section_off` */
  | "profile_section_off"
  /** `wrong_type` */
  | "wrong_type"
  /** `choice_unknown` */
  | "choice_unknown"
  /** `percent_invalid` */
  | "percent_invalid"
  /** `email_twice` */
  | "email_twice"
  /** `too_many_entries` */
  | "too_many_entries"
  /** `document_invalid` */
  | "document_invalid"
  /** `county_missing` */
  | "county_missing"
  /** `media_missing` */
  | "media_missing"
  /** `county_twice` */
  | "county_twice"
  /** `shares_total` */
  | "shares_total"
  /** `profile_field_key` */
  | "profile_field_key"
  /** `profile_field_twice` */
  | "profile_field_twice"
  /** `profile_field_type` */
  | "profile_field_type"
  /** `label_missing` */
  | "label_missing"
  /** `kind_not_enabled` */
  | "kind_not_enabled"
  /** `no_kind_left` */
  | "no_kind_left"
  /** `no_lines` */
  | "no_lines"
  /** `quantity_invalid` */
  | "quantity_invalid"
  /** `unit_unknown` */
  | "unit_unknown"
  /** `unit_with_people` */
  | "unit_with_people"
  /** `two_units` */
  | "two_units"
  /** `over_quota` */
  | "over_quota"
  /** `request_started` */
  | "request_started"
  /** `request_not_started` */
  | "request_not_started"
  /** `request_fulfilled` */
  | "request_fulfilled"
  /** `request_cancelled` */
  | "request_cancelled"
  /** `claimed_by_another` */
  | "claimed_by_another"
  /** `partner_mismatch` */
  | "partner_mismatch"
  /** `distribution_complete` */
  | "distribution_complete"
  /** `distribution_taken_back` */
  | "distribution_taken_back"
  /** `no_columns` */
  | "no_columns"
  /** `export_failed` */
  | "export_failed"
  /** `cursor_invalid` */
  | "cursor_invalid"
  /** `command_id_reused` */
  | "command_id_reused"
  /** `wire_invalid` */
  | "wire_invalid"
  /** `version_unknown` */
  | "version_unknown"
  /** `bank_ambiguous` */
  | "bank_ambiguous"
  /** `too_many_conflicts` */
  | "too_many_conflicts"
  /** `take_along_unrecognised` */
  | "take_along_unrecognised"
  /** `take_along_newer` */
  | "take_along_newer"
  /** `take_along_truncated` */
  | "take_along_truncated"
  /** `take_along_altered` */
  | "take_along_altered"
  /** `take_along_invalid` */
  | "take_along_invalid"
  /** `take_along_unreadable` */
  | "take_along_unreadable"
  /** `take_along_unwritable` */
  | "take_along_unwritable"
  /** `bank_exists` */
  | "bank_exists"
  /** `store_busy` */
  | "store_busy"
  /** `store_unavailable` */
  | "store_unavailable"
  /** `store_full` */
  | "store_full"
  /** `store_read_only` */
  | "store_read_only"
  /** `store_newer` */
  | "store_newer"
  /** `store_unrecognised` */
  | "store_unrecognised"
  /** `store_corrupt` */
  | "store_corrupt"
  /** `store_failed` */
  | "store_failed"
  /** `bug` */
  | "bug";

/** A column that can be imported. */
export type Column =
  /** The partner's name. Required. */
  | "name"
  /** The partner's email address. Required. */
  | "email"
  /** The name of a group of the bank. */
  | "group"
  /** The quota, in pieces per request. */
  | "quota"
  /** Whether reminders and distribution emails go out: yes or no. */
  | "send_emails"
  /** The host's id of a storage location. */
  | "default_storage_location"
  /** Notes for the bank only. */
  | "notes"
  /** Information the partner sees. */
  | "info_for_partner"
  /** The host's own key of the partner. */
  | "external_id";

/** What can be asked to happen. */
export type Command =
  /** Create a bank (host). */
  | {
    create_bank: NewBank;
  }
  /** Give a bank an admin, at once and without an invitation (host). */
  | {
    add_admin: {
      /** The admin. */
      admin: NewPerson;
      /** The bank. */
      bank: BankId;
    };
  }
  /** Change a bank's name, address or settings (admin). */
  | {
    update_bank: BankPatch;
  }
  /** Say a kind of message in the bank's own words (admin). */
  | {
    set_message_text: {
      /** The kind. */
      kind: MessageKind;
      /** The language the words are in. */
      language: Language;
      /** The words, with [placeholders](MessageKind.placeholders); null takes them back, and ours are said again. */
      text?: OwnText | null;
    };
  }
  /** Add a partner (bank). */
  | {
    add_partner: NewPartner;
  }
  /** Change what the bank says about a partner (bank). */
  | {
    update_partner: {
      /** The partner. */
      partner: PartnerId;
      /** What to change. */
      patch: PartnerPatch;
    };
  }
  /** Change what a partner says about itself (its users; bank). */
  | {
    update_profile: {
      /** The partner. */
      partner: PartnerId;
      /** What to change. */
      patch: ProfilePatch;
    };
  }
  /** See `Action.Invite`. */
  | {
    invite: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.RenewInvitation`. */
  | {
    renew_invitation: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.InviteAndApprove`. */
  | {
    invite_and_approve: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.SubmitForApproval`. */
  | {
    submit_for_approval: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.AskForChanges`. */
  | {
    ask_for_changes: {
      /** What to change; required, at most 10,000 characters. */
      note: string;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.Approve`. */
  | {
    approve: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.RequireRecertification`. */
  | {
    require_recertification: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.Deactivate`. */
  | {
    deactivate: {
      /** The partner. */
      partner: PartnerId;
      /** Why. */
      reason?: string | null;
    };
  }
  /** See `Action.Reactivate`. */
  | {
    reactivate: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.Remove`. */
  | {
    remove: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** One action on many partners, each decided on its own, all in one transaction (bank). */
  | {
    bulk: {
      /** Which action; one of `Action.BULK`. */
      action: Action;
      /** Which partners. */
      partners: Selection;
      /** Why, where the action takes a reason. */
      reason?: string | null;
    };
  }
  /** Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once. */
  | {
    invite_person: {
      /** The person. */
      person: NewPerson;
      /** The role. */
      role: Role;
    };
  }
  /** Accept an invitation for a person the host has authenticated (host). */
  | {
    accept_invitation: {
      /** The address the host knows the person by. */
      email: string;
      /** The token that was sent. */
      token: Token;
    };
  }
  /** Make staff an admin, or an admin staff (admin). */
  | {
    change_role: {
      /** The person. */
      person: PersonId;
      /** The new role, one of the bank's two. */
      to: Role;
    };
  }
  /** Take a role, or an open invitation to it, from a person (admin). */
  | {
    revoke_role: {
      /** The person. */
      person: PersonId;
      /** The role. */
      role: Role;
    };
  }
  /** Begin to act in the role the actor names; that is also how to switch. */
  | "sign_in"
  /**
   * Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
   * (bank). Nobody is written to.
   */
  | {
    set_up_proxy: {
      /** The partner. It is a proxy whatever its flag says. */
      partner: NewPartner;
      /** Its users: people of the bank. None where the host keeps the people. */
      people: PersonId[];
    };
  }
  /** Add a category (bank). */
  | {
    add_category: {
      /** The id it shall have; without one it gets one. */
      id?: CategoryId | null;
      /** Its name. */
      name: string;
    };
  }
  /** Rename a category (bank). */
  | {
    rename_category: {
      /** The category. */
      category: CategoryId;
      /** Its new name. */
      name: string;
    };
  }
  /** Delete a category that is not in use (bank). */
  | {
    delete_category: {
      /** The category. */
      category: CategoryId;
    };
  }
  /** Add an item (bank). */
  | {
    add_item: NewItem;
  }
  /** Change an item (bank). */
  | {
    update_item: {
      /** The item. */
      item: ItemId;
      /** What to change. */
      patch: ItemPatch;
    };
  }
  /** Add a group (bank). */
  | {
    add_group: {
      /** The categories its members may request. */
      categories?: CategoryId[];
      /** The id it shall have; without one it gets one. */
      id?: GroupId | null;
      /** Its name. */
      name: string;
    };
  }
  /** Change a group (bank). */
  | {
    update_group: {
      /** The group. */
      group: GroupId;
      /** What to change. */
      patch: GroupPatch;
    };
  }
  /** Delete a group (bank). With members, it must say where they go. */
  | {
    delete_group: {
      /** The group. */
      group: GroupId;
      /** Where its members go. */
      move_members?: Destination | null;
    };
  }
  /** Cap an item for a group, or lift the cap (bank). */
  | {
    set_group_cap: {
      /** The most a member may ask for in one request, at least 1; null lifts it. */
      cap?: number | null;
      /** The group. */
      group: GroupId;
      /** The item. */
      item: ItemId;
    };
  }
  /** Allow or deny an item to one partner (bank). */
  | {
    set_exception: {
      /** The item. */
      item: ItemId;
      /** The last day it holds, inclusive, in the bank's time zone. */
      last_day?: string | null;
      /** The partner. */
      partner: PartnerId;
      /** Allowed or denied. */
      rule: ExceptionRule;
    };
  }
  /** Take an exception back (bank). */
  | {
    remove_exception: {
      /** The item. */
      item: ItemId;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** File a request (the partner's users; bank on its behalf). */
  | {
    submit_request: NewRequest;
  }
  /** Claim a pending request (bank). */
  | {
    start_request: {
      /** The request. */
      request: RequestId;
    };
  }
  /** Give a claimed request back (the claimant; admin). */
  | {
    release_request: {
      /** The request. */
      request: RequestId;
    };
  }
  /** Cancel a request (bank, with a reason; the partner, its own pending one). */
  | {
    cancel_request: {
      /** Why; required from the bank. */
      reason?: string | null;
      /** The request. */
      request: RequestId;
    };
  }
  /** Record a distribution (bank). */
  | {
    record_distribution: NewDistribution;
  }
  /** Change a scheduled distribution (bank). */
  | {
    update_distribution: {
      /** The distribution. */
      distribution: DistributionId;
      /** What to change. */
      patch: DistributionPatch;
    };
  }
  /** Say that a distribution was handed out (bank). */
  | {
    complete_distribution: {
      /** The distribution. */
      distribution: DistributionId;
    };
  }
  /** Undo a distribution; its request is started again (bank). */
  | {
    take_back_distribution: {
      /** The distribution. */
      distribution: DistributionId;
    };
  }
  /**
   * One batch of the daily job (scheduler). `System.run_due` gives them all, one after
   * the other. A batch in which nothing is due is not recorded.
   */
  | {
    send_due: {
      /** Which batch. */
      part: DuePart;
    };
  };

/** What can be asked to happen. */
export type CommandInput =
  /** Create a bank (host). */
  | {
    create_bank: NewBank;
  }
  /** Give a bank an admin, at once and without an invitation (host). */
  | {
    add_admin: {
      /** The admin. */
      admin: NewPerson;
      /** The bank. */
      bank: BankId;
    };
  }
  /** Change a bank's name, address or settings (admin). */
  | {
    update_bank: BankPatch;
  }
  /** Say a kind of message in the bank's own words (admin). */
  | {
    set_message_text: {
      /** The kind. */
      kind: MessageKind;
      /** The language the words are in. */
      language: Language;
      /** The words, with [placeholders](MessageKind.placeholders); null takes them back, and ours are said again. */
      text?: OwnText | null;
    };
  }
  /** Add a partner (bank). */
  | {
    add_partner: NewPartner;
  }
  /** Change what the bank says about a partner (bank). */
  | {
    update_partner: {
      /** The partner. */
      partner: PartnerId;
      /** What to change. */
      patch: PartnerPatch;
    };
  }
  /** Change what a partner says about itself (its users; bank). */
  | {
    update_profile: {
      /** The partner. */
      partner: PartnerId;
      /** What to change. */
      patch: ProfilePatch;
    };
  }
  /** See `Action.Invite`. */
  | {
    invite: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.RenewInvitation`. */
  | {
    renew_invitation: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.InviteAndApprove`. */
  | {
    invite_and_approve: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.SubmitForApproval`. */
  | {
    submit_for_approval: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.AskForChanges`. */
  | {
    ask_for_changes: {
      /** What to change; required, at most 10,000 characters. */
      note: string;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.Approve`. */
  | {
    approve: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.RequireRecertification`. */
  | {
    require_recertification: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.Deactivate`. */
  | {
    deactivate: {
      /** The partner. */
      partner: PartnerId;
      /** Why. */
      reason?: string | null;
    };
  }
  /** See `Action.Reactivate`. */
  | {
    reactivate: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** See `Action.Remove`. */
  | {
    remove: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** One action on many partners, each decided on its own, all in one transaction (bank). */
  | {
    bulk: {
      /** Which action; one of `Action.BULK`. */
      action: Action;
      /** Which partners. */
      partners: Selection;
      /** Why, where the action takes a reason. */
      reason?: string | null;
    };
  }
  /** Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once. */
  | {
    invite_person: {
      /** The person. */
      person: NewPerson;
      /** The role. */
      role: Role;
    };
  }
  /** Accept an invitation for a person the host has authenticated (host). */
  | {
    accept_invitation: {
      /** The address the host knows the person by. */
      email: string;
      /** The token that was sent. */
      token: Token;
    };
  }
  /** Make staff an admin, or an admin staff (admin). */
  | {
    change_role: {
      /** The person. */
      person: PersonId;
      /** The new role, one of the bank's two. */
      to: Role;
    };
  }
  /** Take a role, or an open invitation to it, from a person (admin). */
  | {
    revoke_role: {
      /** The person. */
      person: PersonId;
      /** The role. */
      role: Role;
    };
  }
  /** Begin to act in the role the actor names; that is also how to switch. */
  | "sign_in"
  /**
   * Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
   * (bank). Nobody is written to.
   */
  | {
    set_up_proxy: {
      /** The partner. It is a proxy whatever its flag says. */
      partner: NewPartner;
      /** Its users: people of the bank. None where the host keeps the people. */
      people: readonly PersonId[];
    };
  }
  /** Add a category (bank). */
  | {
    add_category: {
      /** The id it shall have; without one it gets one. */
      id?: CategoryId | null;
      /** Its name. */
      name: string;
    };
  }
  /** Rename a category (bank). */
  | {
    rename_category: {
      /** The category. */
      category: CategoryId;
      /** Its new name. */
      name: string;
    };
  }
  /** Delete a category that is not in use (bank). */
  | {
    delete_category: {
      /** The category. */
      category: CategoryId;
    };
  }
  /** Add an item (bank). */
  | {
    add_item: NewItem;
  }
  /** Change an item (bank). */
  | {
    update_item: {
      /** The item. */
      item: ItemId;
      /** What to change. */
      patch: ItemPatch;
    };
  }
  /** Add a group (bank). */
  | {
    add_group: {
      /** The categories its members may request. */
      categories?: readonly CategoryId[];
      /** The id it shall have; without one it gets one. */
      id?: GroupId | null;
      /** Its name. */
      name: string;
    };
  }
  /** Change a group (bank). */
  | {
    update_group: {
      /** The group. */
      group: GroupId;
      /** What to change. */
      patch: GroupPatch;
    };
  }
  /** Delete a group (bank). With members, it must say where they go. */
  | {
    delete_group: {
      /** The group. */
      group: GroupId;
      /** Where its members go. */
      move_members?: Destination | null;
    };
  }
  /** Cap an item for a group, or lift the cap (bank). */
  | {
    set_group_cap: {
      /** The most a member may ask for in one request, at least 1; null lifts it. */
      cap?: number | null;
      /** The group. */
      group: GroupId;
      /** The item. */
      item: ItemId;
    };
  }
  /** Allow or deny an item to one partner (bank). */
  | {
    set_exception: {
      /** The item. */
      item: ItemId;
      /** The last day it holds, inclusive, in the bank's time zone. */
      last_day?: string | null;
      /** The partner. */
      partner: PartnerId;
      /** Allowed or denied. */
      rule: ExceptionRule;
    };
  }
  /** Take an exception back (bank). */
  | {
    remove_exception: {
      /** The item. */
      item: ItemId;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** File a request (the partner's users; bank on its behalf). */
  | {
    submit_request: NewRequest;
  }
  /** Claim a pending request (bank). */
  | {
    start_request: {
      /** The request. */
      request: RequestId;
    };
  }
  /** Give a claimed request back (the claimant; admin). */
  | {
    release_request: {
      /** The request. */
      request: RequestId;
    };
  }
  /** Cancel a request (bank, with a reason; the partner, its own pending one). */
  | {
    cancel_request: {
      /** Why; required from the bank. */
      reason?: string | null;
      /** The request. */
      request: RequestId;
    };
  }
  /** Record a distribution (bank). */
  | {
    record_distribution: NewDistribution;
  }
  /** Change a scheduled distribution (bank). */
  | {
    update_distribution: {
      /** The distribution. */
      distribution: DistributionId;
      /** What to change. */
      patch: DistributionPatch;
    };
  }
  /** Say that a distribution was handed out (bank). */
  | {
    complete_distribution: {
      /** The distribution. */
      distribution: DistributionId;
    };
  }
  /** Undo a distribution; its request is started again (bank). */
  | {
    take_back_distribution: {
      /** The distribution. */
      distribution: DistributionId;
    };
  }
  /**
   * One batch of the daily job (scheduler). `System.run_due` gives them all, one after
   * the other. A batch in which nothing is due is not recorded.
   */
  | {
    send_due: {
      /** Which batch. */
      part: DuePartInput;
    };
  };

/** One command. The host draws it; sending the same one again gets the first answer again. */
export type CommandId = string;

/** How many of the fields that are asked for are filled in. What may well stay empty is not asked for. */
export interface Completeness {
  /** Asked for. */
  asked: number;
  /** Filled. */
  filled: number;
  /** The same for each section that asks for anything, in the order of the form. */
  sections: SectionCompleteness[];
}

/** What is to be done next. */
export interface Dashboard {
  /** The first 50 partners that await review, who submitted first comes first. */
  awaiting: Awaiting[];
  /** How many partners there are in each status. */
  counts: { [key: string]: number };
  /** The first steps of a new bank, in order. */
  getting_started: StartingStep[];
  /** Requests that are not done with. */
  open_requests: OpenRequests;
  /** The first 50 partners whose recertification is due within 30 days or was due already. */
  recertifications: DuePartner[];
}

/** What stands between two cells. */
export type Delimiter =
  /** `,` */
  | "comma"
  /** `;` */
  | "semicolon"
  /** A tab. */
  | "tab";

/** What the outbox answers. */
export type Delivered =
  /** See `Delivering.Claim`. */
  | {
    claimed: Message[];
  }
  /** See `Delivering.Settle`; in the order of the outcomes. */
  | {
    settled: Noted[];
  };

/** What a host asks of the outbox. It speaks as the bank's scheduler. */
export type Delivering =
  /** Hand out messages. See `System.claim`. */
  | {
    claim: {
      /** How long nobody else gets them. */
      lease_seconds: number;
      /** How many. */
      limit: number;
      /** The page that lets invited people in, with `{token}` where the token goes; without that, at the end. */
      link?: string;
    };
  }
  /** Note how attempts went. See `System.settle`. */
  | {
    settle: {
      /** How each went. */
      outcomes: Outcome[];
    };
  };

/** What a host asks of the outbox. It speaks as the bank's scheduler. */
export type DeliveringInput =
  /** Hand out messages. See `System.claim`. */
  | {
    claim: {
      /** How long nobody else gets them. */
      lease_seconds: number;
      /** How many. */
      limit: number;
      /** The page that lets invited people in, with `{token}` where the token goes; without that, at the end. */
      link?: string;
    };
  }
  /** Note how attempts went. See `System.settle`. */
  | {
    settle: {
      /** How each went. */
      outcomes: readonly OutcomeInput[];
    };
  };

/** How far the delivery of a message has come. */
export interface Delivery {
  /** How often it was handed out. The number of the latest attempt, which names its lease. */
  attempts?: number;
  /** What the latest attempt that failed failed with. */
  error?: string | null;
  /**
   * When it is handed out next at the earliest: when the lease ends, or when a failed attempt is to be repeated. None: at
   * once, or, once it is sent, never.
   */
  not_before?: string | null;
  /** When it was said to be sent. */
  sent_at?: string | null;
  /** Where it stands. */
  state: DeliveryState;
}

/** Where the delivery of a message stands. */
export type DeliveryState =
  /** It has not been handed out yet. */
  | "waiting"
  /** Somebody has it; once the lease has run out, anybody may have it. */
  | "claimed"
  /** The latest attempt failed, and it waits for the next. */
  | "failed"
  /** It was sent. */
  | "sent"
  /** It is not sent any more: nobody would be helped. */
  | "given_up";

/** Where the members of a deleted group go. */
export type Destination =
  /** To no group, said outright. */
  | "no_group"
  /** To this group. */
  | {
    group: GroupId;
  };

/** A distribution. */
export interface Distribution {
  /** Words about it. */
  comment?: string | null;
  /** The day, in the bank's time zone. */
  date: string;
  /** Its id. */
  id: DistributionId;
  /** What is handed out. */
  lines: DistributionLine[];
  /** How the goods reach the partner. */
  method: Method;
  /** Who receives it. */
  partner: PartnerId;
  /** When it was recorded. */
  recorded_at: string;
  /** Who recorded it. */
  recorded_by: PersonId;
  /** The request it fulfils. */
  request?: RequestId | null;
  /** Where it stands. */
  state: DistributionState;
  /** How often it has been written. */
  version: number;
}

/** A distribution to a partner. */
export type DistributionId = string;

/** One line of a distribution as it is kept. */
export interface DistributionLine {
  /** The item. */
  item: ItemId;
  /** The item's name when it was recorded. */
  item_name: string;
  /** Pieces, at least 1. */
  quantity: number;
}

/** A change to a scheduled distribution: absent is unchanged, null is cleared. */
export interface DistributionPatch {
  /** Another comment, or none. */
  comment?: string | null;
  /** Another day. */
  date?: string;
  /** All its lines. */
  lines?: NewDistributionLine[];
  /** Another method. */
  method?: Method;
}

/** Where a distribution stands. */
export type DistributionState =
  /** Planned for a day. */
  | "scheduled"
  /** Handed out. */
  | "complete"
  /** Undone. It still counts as history. */
  | "taken_back";

/** A document, which the host keeps: what it is called and where it is found. */
export interface Document {
  /** SHA-256 of its bytes, in hexadecimal. */
  digest: string;
  /** Its media type, such as `application/pdf`. */
  media_type: string;
  /** Its name, as people see it, 1 to 200 characters. */
  name: string;
  /** Its size in bytes. */
  size: number;
  /** Where the host finds it: any URI but one that runs or holds content itself (`javascript:`, `data:`, …). */
  uri: string;
}

/** The answer to an accepted command. */
export interface Done {
  /** For an accepted invitation: who holds which role from now on. */
  accepted?: InvitationRef | null;
  /** For signing in: whether the person may act, or only look. */
  access?: Answer | null;
  /** For a bulk command: the answer for each partner. */
  bulk?: Bulk | null;
  /** What the command created. */
  created?: RowId | null;
  /** For a batch of the daily job: what was due. */
  due?: DueDone | null;
  /** For partners that changed their group: lines of their open requests that they could no longer request. */
  no_longer_permitted?: LineNoLongerPermitted[];
  /** What its user should know. Nothing was refused for it. */
  warnings?: Reason[];
}

/** What the daily job did. */
export interface DueDone {
  /** The batch to go on with; none after the last. */
  next?: DuePart | null;
  /** How many reminders went out. */
  reminded: number;
  /** Of how many partners recertification is required from now on. */
  required: number;
}

/** What the daily job did in one of all banks. */
export interface DueInBank {
  /** The bank. */
  bank: BankId;
  /** What it did. */
  done?: DueDone | null;
  /** What failed. What was due in batches before that went out. */
  error?: WireError | null;
}

/**
 * A batch of the daily job: of what, and which rows come before it. The answer to each names the next
 * (`DueDone.next`).
 */
export type DuePart =
  /** Deadline reminders. */
  | {
    deadline_reminders: {
      /** The last partner of the batch before. */
      after?: PartnerId | null;
    };
  }
  /** Recertification: reminders before it, and requiring it. */
  | {
    recertification: {
      /** When the last partner of the batch before was approved, and which it is. */
      after?: [string, PartnerId] | null;
    };
  }
  /** Reminders of tomorrow's distributions. */
  | {
    distributions: {
      /** The last distribution of the batch before. */
      after?: DistributionId | null;
    };
  };

/**
 * A batch of the daily job: of what, and which rows come before it. The answer to each names the next
 * (`DueDone.next`).
 */
export type DuePartInput =
  /** Deadline reminders. */
  | {
    deadline_reminders: {
      /** The last partner of the batch before. */
      after?: PartnerId | null;
    };
  }
  /** Recertification: reminders before it, and requiring it. */
  | {
    recertification: {
      /** When the last partner of the batch before was approved, and which it is. */
      after?: readonly [string | Date, PartnerId] | null;
    };
  }
  /** Reminders of tomorrow's distributions. */
  | {
    distributions: {
      /** The last distribution of the batch before. */
      after?: DistributionId | null;
    };
  };

/** When a partner's recertification is due. */
export interface DuePartner {
  /** When it was last approved. */
  approved_at: string;
  /** The day it is due. */
  due: string;
  /** The partner. */
  partner: PartnerId;
  /** The day from which it is required. */
  required_on: string;
}

/** One partner's answer in a bulk command. */
export interface Each {
  /** The partner. */
  partner: PartnerId;
  /** Why it was refused; empty if it was not. */
  reasons?: Reason[];
}

/** How the characters of a file are written as bytes. */
export type Encoding =
  /** UTF-8, with or without a byte order mark. Plain ASCII counts as UTF-8. */
  | "utf-8"
  /** UTF-16, the low byte first. */
  | "utf-16le"
  /** UTF-16, the high byte first. */
  | "utf-16be"
  /** Windows-1252, as old spreadsheets write it. */
  | "windows-1252";

/** Something that has happened: what, who, when, by which command. */
export interface Event {
  /** When. */
  at: string;
  /** Who, in which role. */
  by: Actor;
  /** The command that caused it. */
  command: CommandId;
  /** What. */
  what: What;
}

/** A partner's own exception for one item. It wins over the group, never over inactive or hidden. */
export interface Exception {
  /** The last day it holds, inclusive, in the bank's time zone; without one it holds for good. */
  last_day?: string | null;
  /** Whether the item is allowed or denied. */
  rule: ExceptionRule;
}

/** Which way an exception goes. */
export type ExceptionRule =
  /** The partner may request the item, whatever its group says. */
  | "allow"
  /** The partner may not request the item, whatever its group says. */
  | "deny";

/** A yes, or a no with everything that is known about it. */
export interface Explanation {
  /** The state the command asks for is reached already. */
  already: boolean;
  /** The answer. */
  answer: Answer;
  /** What to do instead, where something else does what was meant. */
  instead?: Action | null;
  /** No steps lead to a yes. */
  never: boolean;
  /** Every reason for a no, with its sentences. */
  reasons: SaidReason[];
  /**
   * A smallest list of steps after which the answer is yes, in order. Empty for a yes, for what is already reached, and
   * where no steps lead to a yes.
   */
  steps: Step[];
}

/** What is to be written. */
export interface Export {
  /** Who asks. */
  actor: Actor;
  /** Which columns, in this order; without anything, all. Those of an import file can be imported elsewhere. */
  columns?: ExportColumn[];
  /** Which partners; without anything, all but the deactivated. */
  filter?: PartnerFilter;
}

/** A column of an export. Its header is its wire name. */
export type ExportColumn =
  /** The name. */
  | "name"
  /** The contact address. */
  | "email"
  /** The name of the group. */
  | "group"
  /** The quota. */
  | "quota"
  /** Whether it gets emails: yes or no. */
  | "send_emails"
  /** The host's id of a storage location. */
  | "default_storage_location"
  /** Notes for the bank only. */
  | "notes"
  /** Information the partner sees. */
  | "info_for_partner"
  /** The host's own key. */
  | "external_id"
  /** The status. */
  | "status"
  /** While deactivated, the status before. */
  | "status_before"
  /** Whether it stands for the bank's own direct distribution: yes or no. */
  | "proxy"
  /** When it was added. */
  | "added_at"
  /** When it last submitted. */
  | "submitted_at"
  /** When it was last approved. */
  | "approved_at"
  /** Its id here. */
  | "id";

/** What was written. */
export interface Exported {
  /**
   * Whether anything happened in the bank while it was written. Each partner is as it was at some moment of the
   * writing, and none that was there all along is missing or stands twice unless it was renamed.
   */
  changed_meanwhile: boolean;
  /** How many partners. */
  partners: number;
}

/** The first steps of a new bank. */
export type FirstStep =
  /** Add an item. */
  | "add_items"
  /** Add a category. */
  | "add_categories"
  /** Add a group. */
  | "add_groups"
  /** Import or add partners. */
  | "add_partners"
  /** Invite a partner. */
  | "invite_partners"
  /** Approve a partner. */
  | "approve_partners"
  /** The first request is filed. */
  | "first_request"
  /** The first distribution is recorded. */
  | "first_distribution";

/** Everything a host needs to draw the form. */
export interface Form {
  /** The language it is in. */
  language: Language;
  /** The sections that are on, in order. */
  sections: FormSection[];
}

/** One of the values of a choice. */
export interface FormChoice {
  /** Its key. */
  key: string;
  /** What people see. */
  label: string;
}

/** A field of the form. */
export interface FormField {
  /** For a choice, what there is to choose from. */
  choices?: FormChoice[];
  /** What is wanted there. */
  help?: string | null;
  /** Its key. */
  key: string;
  /** What people see beside it. */
  label: string;
  /** The least number. */
  least?: number | null;
  /** The largest number. For a year there is none: it is the present one. */
  most?: number | null;
  /** The most characters. */
  most_characters?: number | null;
  /** The most entries of a list. */
  most_entries?: number | null;
  /** Whether it is one of the bank's own. */
  own: boolean;
  /**
   * What it takes: `yes_no`, `year`, `number`, `percent`, `line`, `text`, `choice`, `email`, `emails`, `document`,
   * `documents` or `areas`.
   */
  type: string;
}

/** A section of the form. */
export interface FormSection {
  /** Its fields, in order: the library's, then the bank's own. */
  fields: FormField[];
  /** Its key. */
  key: Section;
  /** Its heading. */
  label: string;
  /** Whether the bank may switch it off. */
  optional: boolean;
}

/** When a placeholder has a value. */
export type Given =
  /** In every message of the kind, and no text may do without it: the message would be of no use. */
  | "required"
  /** In every message of the kind. */
  | "always"
  /** In some. */
  | "sometimes";

/** A group of partners that may request the same categories of items. */
export interface Group {
  /** The most of an item a member may ask for in one request; each unit counts apart. */
  caps: { [key: string]: number };
  /** The categories its members may request. None means nothing. */
  categories: CategoryId[];
  /** Its id. */
  id: GroupId;
  /** Its name, unique in the bank. */
  name: string;
  /** When its members are reminded of the deadline. It wins over the bank's schedule as a whole. */
  reminders?: Schedule | null;
  /** When that was last changed: days before are not caught up. */
  reminders_since?: string | null;
  /** How often it has been written. */
  version: number;
}

/** A group of partners. */
export type GroupId = string;

/** A change to a group: absent is unchanged. */
export interface GroupPatch {
  /** All its categories. */
  categories?: CategoryId[];
  /** A new name. */
  name?: string;
  /** See `Group.reminders`: replaced as a whole; cleared, the bank's schedule holds. */
  reminders?: Schedule | null;
}

/** A role with how a person stands to it, as it stands on the wire. */
export interface HeldRole {
  /** Since when it holds the role; none as long as it is only invited. */
  accepted_at?: string | null;
  /** The one invitation that can still be accepted: a newer one takes its place. */
  invitation?: Invitation | null;
  /** When it last signed in in this role. */
  last_used_at?: string | null;
  /** The role. */
  role: Role;
}

/** An import that was done, now or before under the same key. */
export interface ImportDone {
  /** The receipt. */
  receipt: Receipt;
  /** What was noticed in the file: warnings and notes. */
  report: Report;
}

/** A whole file of partners inside a message. Hosts import from streams instead; this is for tests and small lists. */
export interface ImportText {
  /** The file, as text. */
  content: string;
  /** The idempotency key. */
  key?: string | null;
  /** Only say what would happen. */
  preview?: boolean;
  /** Also give back the rejected rows as CSV (preview only). */
  rejected?: boolean;
}

/** An invitation to a role. */
export interface Invitation {
  /** When it was made. */
  at: string;
  /** From when on it can no longer be accepted. */
  expires_at: string;
  /** Its id. */
  id: InvitationId;
}

/** An invitation of a person to a role. */
export type InvitationId = string;

/** What a token stands for: one invitation of one person to one role. */
export interface InvitationRef {
  /** By which invitation. */
  invitation: InvitationId;
  /** Who is invited. */
  person: PersonId;
  /** To what. */
  role: Role;
}

/** Something a bank hands out. */
export interface Item {
  /** Whether it is in use at all. */
  active: boolean;
  /** The category it is in. */
  category?: CategoryId | null;
  /** Its id. */
  id: ItemId;
  /** Its name, unique in the bank. */
  name: string;
  /** Pieces for one person, 1 to 1,000,000. */
  quantity_per_person: number;
  /** Units it can be requested in beside plain pieces: `pack`, `case`. */
  units: string[];
  /** How often it has been written. */
  version: number;
  /** Whether partners can see it. */
  visible: boolean;
}

/** What is known of an item. */
export interface ItemDetails {
  /** Whether it is in use at all. */
  active: boolean;
  /** The category it is in. */
  category?: CategoryId | null;
  /** Its name, unique in the bank. */
  name: string;
  /** Pieces for one person, 1 to 1,000,000. */
  quantity_per_person: number;
  /** Units it can be requested in beside plain pieces: `pack`, `case`. */
  units: string[];
  /** Whether partners can see it. */
  visible: boolean;
}

/** An item a bank hands out. */
export type ItemId = string;

/** An item that a partner may request now and could not request then. */
export interface ItemLost {
  /** The item. */
  item: ItemId;
  /** The partner. */
  partner: PartnerId;
  /** Why. */
  reasons: Reason[];
}

/** A change to an item: absent is unchanged, null is cleared. */
export interface ItemPatch {
  /** Whether it is in use. */
  active?: boolean;
  /** Another category, or none. */
  category?: CategoryId | null;
  /** A new name. */
  name?: string;
  /** Pieces for one person. */
  quantity_per_person?: number;
  /** All its units. */
  units?: string[];
  /** Whether partners see it. */
  visible?: boolean;
}

/** Whether a partner may request an item. */
export interface ItemPermission {
  /** The item. */
  item: ItemId;
  /** Its name. */
  name: string;
  /** How the answer came about. */
  permission: Permission;
  /** The answer. */
  permitted: boolean;
  /** Every reason for a no. */
  reasons: Reason[];
}

/** A command kept until the bank can be reached. */
export interface Kept {
  /** What is asked. */
  command: Command;
  /** Its id, drawn when it was recorded. See `Order.id`. */
  id: CommandId;
  /**
   * What it was decided on. Where that has moved, the command is not carried out. Empty: carry it out whatever
   * happened, if the rules of then allow it.
   */
  seen?: SeenRow[];
}

/** A command kept until the bank can be reached. */
export interface KeptInput {
  /** What is asked. */
  command: CommandInput;
  /** Its id, drawn when it was recorded. See `Order.id`. */
  id: CommandId;
  /**
   * What it was decided on. Where that has moved, the command is not carried out. Empty: carry it out whatever
   * happened, if the rules of then allow it.
   */
  seen?: readonly SeenRow[];
}

/** A person in an event, with what is written down of it if the bank does not know it yet. */
export interface KnownAs {
  /** Its address. */
  email: string;
  /** Its id. */
  id: PersonId;
  /** Its language; kept if none is known yet. */
  language?: Language | null;
  /** Its name; kept if none is known yet. */
  name?: string | null;
}

/** A language of sentences, labels and messages, named by its BCP 47 tag. */
export type Language =
  /** English, complete: the language of a new bank. */
  | "en"
  /** Spanish, complete; not yet reviewed by native speakers. */
  | "es"
  /** French, begun: what is not translated yet is said in English. Not yet reviewed by native speakers. */
  | "fr";

/** How bad a problem is. */
export type Level =
  /** The file cannot be imported. */
  | "error"
  /** Somebody should look; the file can be imported. */
  | "warning"
  /** Said for the record; kept as it is. */
  | "note";

/** A line of an open request that the partner may no longer request. */
export interface LineNoLongerPermitted {
  /** The item. */
  item: ItemId;
  /** Why. */
  reasons: Reason[];
  /** The request. */
  request: RequestId;
}

/** One message. */
export interface WireMessage {
  /** Who speaks. */
  actor: Actor;
  /** The time. */
  at?: string | null;
  /** Do this. */
  command?: Command | null;
  /** The command's id. See `Order.id`. */
  id?: CommandId | null;
  /** Import this. */
  import?: ImportText | null;
  /** The language of sentences in the answer; English if absent. */
  language?: Language | null;
  /** Deliver messages (the bank's scheduler). */
  outbox?: Delivering | null;
  /** Say what this would do. */
  preview?: Command | null;
  /** Answer this. */
  question?: Question | null;
  /** Do the daily job: of one bank as its scheduler, of all banks as the host. */
  run_due?: RunDue | null;
  /** Take in commands that were recorded without the bank, in the order they were recorded. See `System.sync`. */
  sync?: Kept[] | null;
  /** The version of the format; 1 if absent. */
  v?: number | null;
}

/** One message. */
export interface WireMessageInput {
  /** Who speaks. */
  actor: Actor;
  /** The time. */
  at?: string | Date | null;
  /** Do this. */
  command?: CommandInput | null;
  /** The command's id. See `Order.id`. */
  id?: CommandId | null;
  /** Import this. */
  import?: ImportText | null;
  /** The language of sentences in the answer; English if absent. */
  language?: Language | null;
  /** Deliver messages (the bank's scheduler). */
  outbox?: DeliveringInput | null;
  /** Say what this would do. */
  preview?: CommandInput | null;
  /** Answer this. */
  question?: QuestionInput | null;
  /** Do the daily job: of one bank as its scheduler, of all banks as the host. */
  run_due?: RunDue | null;
  /** Take in commands that were recorded without the bank, in the order they were recorded. See `System.sync`. */
  sync?: readonly KeptInput[] | null;
  /** The version of the format; 1 if absent. */
  v?: number | null;
}

/** A message in the outbox. */
export interface Message {
  /** When it was caused. */
  at: string;
  /** The values in it, for a host that writes its own text. */
  data: { [key: string]: Json };
  /** How far its delivery has come. */
  delivery?: Delivery;
  /** The same as HTML, every value escaped. */
  html: string;
  /** Its id, the same whenever the same command is decided. */
  id: MessageId;
  /**
   * The invitation it carries: the token is made when the message is handed out, and put in place of `{link}` in its
   * texts.
   */
  invitation?: InvitationRef | null;
  /** What it is. */
  kind: MessageKind;
  /** The language, as a BCP 47 tag. */
  language: string;
  /** The partner it is about; none if it is about the bank's own people. */
  partner?: PartnerId | null;
  /** Who gets it, each once. */
  recipients: Recipient[];
  /** One line. */
  subject: string;
  /** The text, plain. */
  text: string;
}

/** Whether a reminder went out, or will, and why not. */
export interface MessageExplanation {
  /** Yes if it went out or is to go out on that day. */
  answer: Answer;
  /** What is still to go out on that day, as things stand. */
  due: Occurrence[];
  /** The day of the next one after that day and after today, as things stand. */
  next?: string | null;
  /** Every reason for a no, as things stand now. How they stood on a day that is over is told by the history. */
  reasons: SaidReason[];
  /** What went out on that day, and what was due then and went out on another. */
  sent: Reminder[];
}

/** One message in the outbox. Stable, so that a mail provider can drop a repeat. */
export type MessageId = string;

/** What a message is. */
export type MessageKind =
  /** A person is invited to a role. */
  | "invitation"
  /** A person holds one more role, with the login it has. */
  | "role_added"
  /** A partner has submitted. */
  | "approval_requested"
  /** The bank has approved. */
  | "approved"
  /** The bank asks for changes. */
  | "changes_asked"
  /** The bank asks for recertification. */
  | "recertification_required"
  /** A request has come in. */
  | "request_received"
  /** A request was cancelled. */
  | "request_cancelled"
  /** A distribution is scheduled. */
  | "distribution_scheduled"
  /** A distribution has changed. */
  | "distribution_changed"
  /** A distribution was taken back. */
  | "distribution_taken_back"
  /** The deadline for requests comes near. */
  | "deadline_reminder"
  /** Recertification comes due. */
  | "recertification_due"
  /** A distribution is tomorrow. */
  | "distribution_tomorrow";

/** How the goods reach the partner. */
export type Method =
  /** The partner comes for them. */
  | "pick_up"
  /** The bank brings them. */
  | "delivery"
  /** The bank sends them. */
  | "shipped";

/** A row that is no longer what a command was decided on. */
export interface MovedRow {
  /** Its version now; none if it is not there, or not for the asker to see. */
  now?: number | null;
  /** The row. */
  row: RowId;
  /**
   * The version that was seen; that of the first command that was not carried out, where one before it in the batch
   * was decided on the same row.
   */
  seen: number;
  /** What happened to it since, oldest first, at most `MAX_PAGE`: for partners, their requests and their distributions. */
  since: Recorded[];
}

/** What may stand in braces in a bank's own text. */
export interface NamedPlaceholder {
  /** When it has a value. */
  given: Given;
  /** Its name, as it stands between the braces. */
  name: string;
}

/** A new bank. */
export interface NewBank {
  /** The address of its first admin. Without one the host says who may act. */
  admin?: string | null;
  /** The address that gets what partners submit. */
  email: string;
  /** The id it shall have; without one it gets one. */
  id?: BankId | null;
  /** Its name, 1 to 200 characters. */
  name: string;
}

/** A new distribution. */
export interface NewDistribution {
  /** Words, at most 10,000 characters. */
  comment?: string | null;
  /** The day, in the bank's time zone. */
  date: string;
  /** The id it shall have; without one it gets one. */
  id?: DistributionId | null;
  /** What is handed out, at least one line. */
  lines: NewDistributionLine[];
  /** How the goods reach the partner. */
  method: Method;
  /** Who receives it. */
  partner: PartnerId;
  /** The request it fulfils. */
  request?: RequestId | null;
}

/** One line of a distribution as it is given. */
export interface NewDistributionLine {
  /** The item. */
  item: ItemId;
  /** Pieces: a whole number from 1 to 1,000,000,000. */
  quantity: number;
}

/** A new item. Only the name is needed. */
export interface NewItem {
  /** Whether it is in use; yes unless said otherwise. */
  active?: boolean | null;
  /** Its category. */
  category?: CategoryId | null;
  /** The id it shall have; without one it gets one. */
  id?: ItemId | null;
  /** Whether it is a kit, which only sets the default of `quantity_per_person`. */
  kit?: boolean;
  /** Its name. */
  name: string;
  /** Pieces for one person; 50 unless said otherwise, 1 for a kit. */
  quantity_per_person?: number | null;
  /** Units it can be requested in beside pieces. */
  units?: string[];
  /** Whether partners see it; yes unless said otherwise. */
  visible?: boolean | null;
}

/** A new partner. Only name and email are needed; see `PartnerDetails`. */
export interface NewPartner {
  /** See `PartnerDetails.default_storage_location`. */
  default_storage_location?: string | null;
  /** See `PartnerDetails.email`. */
  email: string;
  /** See `PartnerDetails.external_id`. */
  external_id?: string | null;
  /** See `PartnerDetails.group`. */
  group?: GroupId | null;
  /** The id it shall have; without one it gets one. */
  id?: PartnerId | null;
  /** See `PartnerDetails.info_for_partner`. */
  info_for_partner?: string | null;
  /** See `PartnerDetails.language`. */
  language?: Language | null;
  /** See `PartnerDetails.name`. */
  name: string;
  /** See `PartnerDetails.notes`. */
  notes?: string | null;
  /** See `PartnerDetails.proxy`. */
  proxy?: boolean;
  /** See `PartnerDetails.quota`. */
  quota?: number | null;
  /** See `PartnerDetails.send_emails`. */
  send_emails?: boolean;
}

/** A person to be let in. */
export interface NewPerson {
  /** Its address. */
  email: string;
  /** The language to write to it in; kept if the bank knows none yet. */
  language?: Language | null;
  /** Its name, at most 200 characters; kept if the bank knows none yet. */
  name?: string | null;
}

/** A new request. */
export interface NewRequest {
  /** Words, at most 10,000 characters. */
  comment?: string | null;
  /** The id it shall have; without one it gets one. */
  id?: RequestId | null;
  /** How it counts. */
  kind: RequestKind;
  /** What is asked for, at least one line. */
  lines: NewRequestLine[];
  /** The partner it is for. */
  partner: PartnerId;
}

/** One line of a request as it is asked for. */
export interface NewRequestLine {
  /** The item. */
  item: ItemId;
  /** Pieces, units or people: a whole number from 1 to 1,000,000. */
  quantity: number;
  /** The unit; none for plain pieces and for people. */
  unit?: string | null;
}

/** A day of reminders that is to come. */
export interface NextReminder {
  /** The day. */
  day: string;
  /** The deadline it is about. */
  deadline: string;
  /** When that day begins in the bank's time zone: the earliest moment the daily job sends it. */
  from: string;
}

/** What became of an `Outcome`. */
export type Noted =
  /** It is noted, now or already when it was said before. */
  | "done"
  /**
   * Sent by somebody whose lease had been given to another meanwhile. It is noted as sent, because it was; the
   * other may send it, too, which is what the stable id is for.
   */
  | "late"
  /** Nothing changes: the message was sent already, in another attempt. */
  | "sent_before"
  /** Nothing changes: that attempt has lost its lease to a later one, or never was. */
  | "no_lease"
  /** There is no such message. */
  | "not_found";

/** One thing to be reminded of, once. */
export type Occurrence =
  /** See `ReminderKind.DeadlineReminder`. */
  | {
    deadline: {
      /** The day of the reminder, which tells it from others. */
      day: string;
      /** The deadline it is about. */
      deadline: string;
    };
  }
  /** See `ReminderKind.RecertificationDue`. */
  | {
    recertification: {
      /** Which of the reminders before it: so many days before. */
      days_before: number;
      /** The day it is due. */
      due: string;
      /** From when on it is required. */
      required_on: string;
    };
  }
  /** See `ReminderKind.DistributionTomorrow`. */
  | {
    tomorrow: {
      /** Its day. */
      date: string;
      /** The distribution. */
      distribution: DistributionId;
    };
  };

/** Which day of a month. */
export type On =
  /** This day of the month, 1 to 28. */
  | {
    day: number;
  }
  /** The last day of the month. */
  | "last_day"
  /** The nth such weekday of the month. */
  | {
    weekday: {
      /** Which one, 1 to 4. */
      nth: number;
      /** The weekday. */
      weekday: Weekday;
    };
  }
  /** The last such weekday of the month. */
  | {
    last_weekday: Weekday;
  };

/** Requests that are not done with. */
export interface OpenRequests {
  /** When the oldest of them was filed. */
  oldest?: string | null;
  /** Nobody has claimed these. */
  pending: number;
  /** Somebody has claimed these. */
  started: number;
}

/** How an attempt went. */
export interface Outcome {
  /** The number of the attempt: `Delivery.attempts` of the message as it was handed out. */
  attempt: number;
  /** The message. */
  message: MessageId;
  /** What came of it. */
  result: Attempt;
}

/** How an attempt went. */
export interface OutcomeInput {
  /** The number of the attempt: `Delivery.attempts` of the message as it was handed out. */
  attempt: number;
  /** The message. */
  message: MessageId;
  /** What came of it. */
  result: AttemptInput;
}

/** What happens to a request over the partner's quota. */
export type OverQuota =
  /** It is taken, with a warning. */
  | "warn"
  /** It is refused. */
  | "refuse";

/** A field of a bank's own. */
export interface OwnField {
  /** What is wanted there. */
  help?: { [key: string]: string };
  /** Its key: `own_`, then small letters, digits and `_`. */
  key: string;
  /** What people see beside it, in at least one language. */
  label: { [key: string]: string };
  /** It is no longer asked for. */
  retired?: boolean;
  /** The section it stands in. */
  section?: Section;
  /** What it takes. It stays the same for good. */
  type: OwnType;
}

/** A bank's own text for one kind of message in one language. */
export interface OwnText {
  /** One line, at most 200 characters. Only placeholders that always have a value, and no link. */
  subject: string;
  /** Plain words, at most 10,000 characters. */
  text: string;
}

/** What a bank's own field may take. */
export type OwnType =
  /** Yes or no. */
  | "yes_no"
  /** A year, up to the present one. */
  | "year"
  /** A whole number from 0. */
  | "number"
  /** 0 to 100 with at most one decimal. */
  | "percent"
  /** One line of text. */
  | "line"
  /** Text of any number of lines. */
  | "text"
  /** One email address. */
  | "email";

/** A partner of one bank. */
export interface Partner {
  /** When it was added. */
  added_at: string;
  /** When it was last approved. */
  approved_at?: string | null;
  /** Where the bank hands out to it: an id of the host's, not read by us. */
  default_storage_location?: string | null;
  /** Its contact address, unique in the bank. */
  email: string;
  /**
   * Since when it has got emails without a break: its flag on, and not deactivated. None if it gets none. Reminders of
   * days before are not caught up.
   */
  emails_since?: string | null;
  /** Its own exceptions from what its group may request. */
  exceptions: { [key: string]: Exception };
  /** The host's own key, unique in the bank. */
  external_id?: string | null;
  /** The group it is in. */
  group?: GroupId | null;
  /** Since when it has been in the group it is in, or in none; none if it was added to it. */
  group_since?: string | null;
  /** Its id. */
  id: PartnerId;
  /** The line of the import file it came from, if it was imported. */
  import_line?: number | null;
  /** What the bank wants the partner to know, at most 10,000 characters. */
  info_for_partner?: string | null;
  /** The address that was last invited; none before the first invitation. */
  invited_email?: string | null;
  /** The language it is written to in; without one, the bank's. */
  language?: Language | null;
  /** Its name, 1 to 200 characters, unique in the bank by its normalised key. */
  name: string;
  /** Notes only the bank sees, at most 10,000 characters. */
  notes?: string | null;
  /** While deactivated, the status before. */
  prior?: Status | null;
  /** What it says about itself. */
  profile: Profile;
  /** Whether it stands for the bank's own direct distribution. */
  proxy?: boolean;
  /** Pieces it may ask for in one request. */
  quota?: number | null;
  /** When it was last reactivated. */
  reactivated_at?: string | null;
  /** Whether it gets deadline reminders and distribution emails. */
  send_emails?: boolean;
  /** Its status. */
  status: Status;
  /** When it last submitted for approval. */
  submitted_at?: string | null;
  /** How often it has been written. */
  version: number;
}

/** What the bank says about a partner; also what is needed to add one. */
export interface PartnerDetails {
  /** Where the bank hands out to it: an id of the host's, not read by us. */
  default_storage_location?: string | null;
  /** Its contact address, unique in the bank. */
  email: string;
  /** The host's own key, unique in the bank. */
  external_id?: string | null;
  /** The group it is in. */
  group?: GroupId | null;
  /** What the bank wants the partner to know, at most 10,000 characters. */
  info_for_partner?: string | null;
  /** The language it is written to in; without one, the bank's. */
  language?: Language | null;
  /** Its name, 1 to 200 characters, unique in the bank by its normalised key. */
  name: string;
  /** Notes only the bank sees, at most 10,000 characters. */
  notes?: string | null;
  /** Whether it stands for the bank's own direct distribution. */
  proxy?: boolean;
  /** Pieces it may ask for in one request. */
  quota?: number | null;
  /** Whether it gets deadline reminders and distribution emails. */
  send_emails?: boolean;
}

/** Which partners to list. Empty means all that stand in the default list (everybody but the deactivated). */
export interface PartnerFilter {
  /** Only this group. */
  group?: GroupId | null;
  /** Only these statuses; empty leaves out the deactivated. */
  statuses?: Status[];
  /**
   * Only partners whose name key has `name_key` of this in it, or whose email key
   * `email_key` of it.
   */
  text?: string | null;
}

/** A partner of one bank. */
export type PartnerId = string;

/** A change to a partner by the bank: absent is unchanged, null is cleared. */
export interface PartnerPatch {
  /** See `PartnerDetails.default_storage_location`. */
  default_storage_location?: string | null;
  /** A new contact address. */
  email?: string;
  /** See `PartnerDetails.external_id`. */
  external_id?: string | null;
  /** Another group, or none. */
  group?: GroupId | null;
  /** See `PartnerDetails.info_for_partner`. */
  info_for_partner?: string | null;
  /** See `PartnerDetails.language`. */
  language?: Language | null;
  /** A new name. */
  name?: string;
  /** See `PartnerDetails.notes`. */
  notes?: string | null;
  /** See `PartnerDetails.proxy`. */
  proxy?: boolean;
  /** Another quota, or none. */
  quota?: number | null;
  /** Whether it gets emails. */
  send_emails?: boolean;
}

/** In which order partners are listed. Those that are alike in it come by name. */
export type PartnerSort =
  /** By name. */
  | "name"
  /** By status, in the order of a partner's life. */
  | "status"
  /** By when they were added, the first one first. */
  | "added"
  /** By when they submitted last, the first one first; those that never did come last. */
  | "submitted";

/** 0 to 100 with at most one decimal: a text such as `33.3`, or a number. */
export type Percent = string | number;

/** Whether a partner may request an item, and by which rule. */
export interface Permission {
  /** Whether the item is in use. */
  active: boolean;
  /** What that rule says. */
  allowed: boolean;
  /** The most that may be asked for in one request, each unit apart. */
  cap?: number | null;
  /** The rule that was asked. */
  rule: Rule;
  /** Whether partners can see the item. */
  visible: boolean;
}

/** A person as one bank knows it. */
export interface Person {
  /** Its address, as the bank first wrote it. */
  email: string;
  /** Its id: `person_id` of its address. */
  id: PersonId;
  /** The language it wants to be written to in. */
  language?: Language | null;
  /** Its name. */
  name?: string | null;
  /** What it may act as in this bank, and what it is invited to. */
  roles: HeldRole[];
  /** How often the row has been written. */
  version: number;
}

/** A human with one login: see `person_id`. */
export type PersonId = string;

/** What a command would do. */
export interface Preview {
  /** The answer it would get. */
  done: Done;
  /** What would happen. */
  events: Event[];
  /** What people would be told. */
  messages: Message[];
  /** The rows it would write. */
  writes: Write[];
}

/**
 * One problem of a file.
 *
 * There may be many at once, so a problem is kept small: parameters that are told by its place and its value, and the
 * sentence, are made when asked for. On the wire all of them stand.
 */
export interface Problem {
  /** What it is. */
  code: Code;
  /** The column, from 1. */
  column?: number | null;
  /** The field of the partner. */
  field?: string | null;
  /** For a duplicate, the line that has it first. */
  first_line?: number | null;
  /** How bad it is. */
  level: Level;
  /** The physical line where the record starts, counted from 1, the header and line ends within quotes included. */
  line: number;
  /** The parameters of the code. */
  params?: { [key: string]: Json };
  /** The number of the record, from 1, blank lines and the header left out. */
  record?: number | null;
  /** One plain sentence, in the language asked for. */
  sentence: string;
  /** What stands in the cell, cut to 200 characters. */
  value?: string | null;
}

/** What a partner says about itself, by field key. A bank's own fields begin with `own_`. */
export interface Profile {
  [own: `own_${string}`]: Json;
  above_1_2_fpl?: Percent;
  above_2_fpl?: Percent;
  address1?: string;
  address2?: string;
  agency_type?: "other" | "career" | "abuse" | "bnb" | "church" | "college" | "cdc" | "health" | "outreach" | "legal" | "crisis" | "disab" | "district" | "domv" | "ece" | "child" | "edu" | "family" | "food" | "foster" | "govt" | "headstart" | "homevisit" | "homeless" | "hosp" | "infpan" | "lib" | "mhealth" | "military" | "police" | "preg" | "presch" | "ref" | "es" | "hs" | "ms" | "senior" | "tribal" | "treat" | "twoycollege" | "wic";
  area_served?: Area[];
  at_or_below_fpl?: Percent;
  case_management?: boolean;
  city?: string;
  client_capacity?: string;
  currently_provides_diapers?: boolean;
  distribution_times?: string;
  documents?: Document[];
  enable_child_requests?: boolean;
  enable_individual_requests?: boolean;
  enable_quantity_requests?: boolean;
  essentials_budget?: string;
  essentials_funding_source?: string;
  essentials_use?: string;
  evidence_based?: boolean;
  executive_director_email?: string;
  executive_director_name?: string;
  executive_director_phone?: string;
  facebook?: string;
  form_990?: boolean;
  founded?: number;
  income_requirement?: boolean;
  income_verification?: boolean;
  instagram?: string;
  mission?: string;
  more_docs_required?: string;
  new_client_times?: string;
  no_social_media?: boolean;
  other_agency_type?: string;
  pick_up_email?: string[];
  pick_up_name?: string;
  pick_up_phone?: string;
  population_american_indian?: Percent;
  population_asian?: Percent;
  population_black?: Percent;
  population_hispanic?: Percent;
  population_island?: Percent;
  population_multi_racial?: Percent;
  population_other?: Percent;
  population_white?: Percent;
  poverty_unknown?: Percent;
  primary_contact_email?: string;
  primary_contact_mobile?: string;
  primary_contact_name?: string;
  primary_contact_phone?: string;
  program_address1?: string;
  program_address2?: string;
  program_age?: string;
  program_city?: string;
  program_description?: string;
  program_name?: string;
  program_state?: string;
  program_zip?: string;
  proof_of_form_990?: Document;
  proof_of_status?: Document;
  receives_from_other?: string;
  sources_of_diapers?: string;
  sources_of_funding?: string;
  state?: string;
  storage_description?: string;
  storage_space?: boolean;
  twitter?: string;
  website?: string;
  zip?: string;
  zips_served?: string;
}

/** A change to a profile: a field that is not named is unchanged, null is cleared. */
export type ProfilePatch = { [Field in keyof Profile]?: Profile[Field] | null } & { [own: `own_${string}`]: Json };

/** What can be asked. Pages hold at most `MAX_PAGE` rows. */
export type Question =
  /** The bank and its settings. */
  | "bank"
  /** The receipt of the import, if there was one (bank). */
  | "receipt"
  /** One partner. */
  | {
    partner: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** The form of the profile in one language: the sections the bank asks for, their fields, limits and words. */
  | {
    profile_schema: {
      /** The language; English if not said. */
      language?: Language;
    };
  }
  /** How much of a partner's profile is filled in. */
  | {
    profile_completeness: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** A page of partners, and the counts per status (bank). */
  | {
    partners: {
      /** The cursor of the page before. It stays good whatever becomes of the partners. */
      after?: string | null;
      /** Which ones. */
      filter?: PartnerFilter;
      /** How many. */
      limit: number;
      /** In which order; by name if not said. */
      sort?: PartnerSort;
    };
  }
  /** A partner as it was at a past moment (bank). */
  | {
    partner_as_of: {
      /** The moment. */
      at: string;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** What is to be done next (bank). */
  | "dashboard"
  /** All categories (bank). */
  | "categories"
  /** All items (bank). */
  | "items"
  /** All groups (bank). */
  | "groups"
  /** For each item, whether the partner may request it and by which rule. */
  | {
    permitted: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** Which actions the asker may take on the partner now. */
  | {
    allowed_actions: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /**
   * What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
   * bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
   * gets neither notes nor items that partners do not see.
   */
  | {
    take_along: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** Why a partner has a capability or not, and what would change that. */
  | {
    explain_capability: {
      /** The capability. */
      capability: Capability;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** Why a command would be refused, and what would change that. */
  | {
    explain_command: {
      /** The command. */
      command: Command;
    };
  }
  /** The bank's own people: admins and staff, those who are only invited too (bank). */
  | "people"
  /** The users of a partner, those who are only invited too. */
  | {
    users: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** All roles a person holds, in any bank, the one used last first (host). */
  | {
    roles_of: {
      /** The person. */
      person: PersonId;
    };
  }
  /** The bank's own texts of messages, and what may stand in braces in each kind (bank). */
  | "message_texts"
  /** What a message would say (bank). */
  | {
    preview_message_text: {
      /** The kind. */
      kind: MessageKind;
      /** The language. */
      language?: Language;
      /**
       * About this partner, with its name and status; else about a made-up one. The request, distribution and days in it
       * are made up always.
       */
      partner?: PartnerId | null;
      /** The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours. */
      text?: OwnText | null;
    };
  }
  /**
   * What a command would mean for what partners may request: who would lose which item, which open requests would
   * no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
   */
  | {
    what_if: {
      /** The command. */
      command: Command;
    };
  }
  /** One request. */
  | {
    request: {
      /** The request. */
      request: RequestId;
    };
  }
  /** A page of requests, newest first. */
  | {
    requests: {
      /** The last request of the page before. */
      after?: RequestId | null;
      /** How many. */
      limit: number;
      /** Only this partner's. */
      partner?: PartnerId | null;
      /** Only these states. */
      states?: RequestState[];
    };
  }
  /** One distribution. */
  | {
    distribution: {
      /** The distribution. */
      distribution: DistributionId;
    };
  }
  /** A page of distributions, newest first. */
  | {
    distributions: {
      /** The last distribution of the page before. */
      after?: DistributionId | null;
      /** How many. */
      limit: number;
      /** Only this partner's. */
      partner?: PartnerId | null;
    };
  }
  /** The next days of reminders (bank). */
  | {
    next_reminders: {
      /** The first day; today unless said otherwise. */
      from?: string | null;
      /** Of this group. */
      group?: GroupId | null;
      /** How many, at most 100. */
      limit: number;
      /** Of this schedule, be it set or only tried out; else of the group's or the bank's own. */
      schedule?: Schedule | null;
    };
  }
  /** A page of partners whose recertification is due on a day or before, the first approved first (bank). */
  | {
    due_partners: {
      /** The last partner of the page before. */
      after?: PartnerId | null;
      /** How many. */
      limit: number;
      /** The day, past or to come. */
      on: string;
    };
  }
  /** Whether and why, or why not, a partner gets or got a reminder on a day (bank). */
  | {
    explain_message: {
      /** Which reminder. */
      kind: ReminderKind;
      /** The day, in the bank's time zone. */
      on: string;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** Events, oldest first (bank). */
  | {
    history: {
      /** Only those after this place. */
      after?: number;
      /** How many. */
      limit: number;
      /** Only this partner's. */
      partner?: PartnerId | null;
    };
  }
  /** Messages of the outbox, oldest first (bank). */
  | {
    messages: {
      /** How many. */
      limit: number;
      /** Only those about this partner. */
      partner?: PartnerId | null;
      /** Skip this many. */
      skip?: number;
    };
  };

/** What can be asked. Pages hold at most `MAX_PAGE` rows. */
export type QuestionInput =
  /** The bank and its settings. */
  | "bank"
  /** The receipt of the import, if there was one (bank). */
  | "receipt"
  /** One partner. */
  | {
    partner: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** The form of the profile in one language: the sections the bank asks for, their fields, limits and words. */
  | {
    profile_schema: {
      /** The language; English if not said. */
      language?: Language;
    };
  }
  /** How much of a partner's profile is filled in. */
  | {
    profile_completeness: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** A page of partners, and the counts per status (bank). */
  | {
    partners: {
      /** The cursor of the page before. It stays good whatever becomes of the partners. */
      after?: string | null;
      /** Which ones. */
      filter?: PartnerFilter;
      /** How many. */
      limit: number;
      /** In which order; by name if not said. */
      sort?: PartnerSort;
    };
  }
  /** A partner as it was at a past moment (bank). */
  | {
    partner_as_of: {
      /** The moment. */
      at: string | Date;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** What is to be done next (bank). */
  | "dashboard"
  /** All categories (bank). */
  | "categories"
  /** All items (bank). */
  | "items"
  /** All groups (bank). */
  | "groups"
  /** For each item, whether the partner may request it and by which rule. */
  | {
    permitted: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** Which actions the asker may take on the partner now. */
  | {
    allowed_actions: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /**
   * What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
   * bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
   * gets neither notes nor items that partners do not see.
   */
  | {
    take_along: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** Why a partner has a capability or not, and what would change that. */
  | {
    explain_capability: {
      /** The capability. */
      capability: Capability;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** Why a command would be refused, and what would change that. */
  | {
    explain_command: {
      /** The command. */
      command: CommandInput;
    };
  }
  /** The bank's own people: admins and staff, those who are only invited too (bank). */
  | "people"
  /** The users of a partner, those who are only invited too. */
  | {
    users: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** All roles a person holds, in any bank, the one used last first (host). */
  | {
    roles_of: {
      /** The person. */
      person: PersonId;
    };
  }
  /** The bank's own texts of messages, and what may stand in braces in each kind (bank). */
  | "message_texts"
  /** What a message would say (bank). */
  | {
    preview_message_text: {
      /** The kind. */
      kind: MessageKind;
      /** The language. */
      language?: Language;
      /**
       * About this partner, with its name and status; else about a made-up one. The request, distribution and days in it
       * are made up always.
       */
      partner?: PartnerId | null;
      /** The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours. */
      text?: OwnText | null;
    };
  }
  /**
   * What a command would mean for what partners may request: who would lose which item, which open requests would
   * no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
   */
  | {
    what_if: {
      /** The command. */
      command: CommandInput;
    };
  }
  /** One request. */
  | {
    request: {
      /** The request. */
      request: RequestId;
    };
  }
  /** A page of requests, newest first. */
  | {
    requests: {
      /** The last request of the page before. */
      after?: RequestId | null;
      /** How many. */
      limit: number;
      /** Only this partner's. */
      partner?: PartnerId | null;
      /** Only these states. */
      states?: readonly RequestState[];
    };
  }
  /** One distribution. */
  | {
    distribution: {
      /** The distribution. */
      distribution: DistributionId;
    };
  }
  /** A page of distributions, newest first. */
  | {
    distributions: {
      /** The last distribution of the page before. */
      after?: DistributionId | null;
      /** How many. */
      limit: number;
      /** Only this partner's. */
      partner?: PartnerId | null;
    };
  }
  /** The next days of reminders (bank). */
  | {
    next_reminders: {
      /** The first day; today unless said otherwise. */
      from?: string | null;
      /** Of this group. */
      group?: GroupId | null;
      /** How many, at most 100. */
      limit: number;
      /** Of this schedule, be it set or only tried out; else of the group's or the bank's own. */
      schedule?: Schedule | null;
    };
  }
  /** A page of partners whose recertification is due on a day or before, the first approved first (bank). */
  | {
    due_partners: {
      /** The last partner of the page before. */
      after?: PartnerId | null;
      /** How many. */
      limit: number;
      /** The day, past or to come. */
      on: string;
    };
  }
  /** Whether and why, or why not, a partner gets or got a reminder on a day (bank). */
  | {
    explain_message: {
      /** Which reminder. */
      kind: ReminderKind;
      /** The day, in the bank's time zone. */
      on: string;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** Events, oldest first (bank). */
  | {
    history: {
      /** Only those after this place. */
      after?: number;
      /** How many. */
      limit: number;
      /** Only this partner's. */
      partner?: PartnerId | null;
    };
  }
  /** Messages of the outbox, oldest first (bank). */
  | {
    messages: {
      /** How many. */
      limit: number;
      /** Only those about this partner. */
      partner?: PartnerId | null;
      /** Skip this many. */
      skip?: number;
    };
  };

/** One reason for a refusal, or one warning: a code, its parameters and, where it is about a part of the input, the place. */
export interface ReasonOf<C extends Code> {
  /** The stable code. Never renamed, never reused. */
  code: C;
  /** The field of the input it is about, in wire spelling: `name`, `email`, `quantity` … */
  field?: string | null;
  /** The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given. */
  line?: number | null;
  /** The parameters the code documents in the catalogue. */
  params?: ParamsByCode[C];
  /** The section of the profile it is about. */
  section?: string | null;
}

/** See {@link ReasonOf}. */
export type Reason = { [C in Code]: ReasonOf<C> }[Code];

/** Proof of the one import: when, who, how many, and of what content. */
export interface Receipt {
  /** When. */
  at: string;
  /** Who, in which role. */
  by: Actor;
  /** How many bytes the file had. */
  bytes: number;
  /** The command that imported. */
  command: CommandId;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  digest: string;
  /** The idempotency key given with it. */
  key?: string | null;
  /** How many partners were added. */
  partners: number;
}

/** After how long partners must recertify. */
export interface Recertification {
  /** Calendar months from the last approval to the due day, 1 to 120. */
  every_months: number;
  /** How many days after the due day recertification is required, 0 to 365; 30 unless said otherwise. */
  grace_days?: number;
  /** How many days before the due day partners are reminded, each 0 to 365; 30, 15, 5 and 1 unless said otherwise. */
  remind_days_before?: number[];
}

/** Who gets a message. */
export type Recipient =
  /** Whoever reads this address. */
  | {
    email: string;
  }
  /** This person, at the address the host knows. */
  | {
    person: PersonId;
  };

/** A column of the file that was recognised. */
export interface Recognised {
  /** Its place in the file, from 1. */
  column: number;
  /** What it was taken for. */
  field: Column;
  /** The header as it stands in the file, trimmed. */
  header: string;
}

/** An event with its place in the bank's history. */
export interface Recorded {
  /** The event. */
  event: Event;
  /** Its place, counted from 1 in each bank, without gaps. */
  seq: number;
}

/** A reminder that went out. */
export interface Reminder {
  /** Made from the partner and the occurrence. */
  id: ReminderId;
  /** Of what. */
  of: Occurrence;
  /** Who was reminded. */
  partner: PartnerId;
  /** When. */
  sent_at: string;
  /** How often the row has been written; once. */
  version: number;
}

/** One reminder that went out: made from what it is about, so that there can only be one. */
export type ReminderId = string;

/** What reminders there are. */
export type ReminderKind =
  /** The deadline for requests comes near. */
  | "deadline_reminder"
  /** Recertification comes due. */
  | "recertification_due"
  /** A distribution is tomorrow. */
  | "distribution_tomorrow";

/** The answer to a question. */
export type Reply =
  /** See `Question.Bank`. */
  | {
    bank: Bank;
  }
  /** See `Question.Receipt`. */
  | {
    receipt: Receipt | null;
  }
  /** See `Question.Partner`. */
  | {
    partner: Partner;
  }
  /** See `Question.ProfileSchema`. */
  | {
    profile_schema: Form;
  }
  /** See `Question.ProfileCompleteness`. */
  | {
    profile_completeness: Completeness;
  }
  /** See `Question.Partners`. */
  | {
    partners: {
      /** How many partners there are in each status, whatever the filter. */
      counts: { [key: string]: number };
      /** The cursor of the next page; none if this is the last one. */
      next?: string | null;
      /** The page. */
      partners: Partner[];
    };
  }
  /** See `Question.PartnerAsOf`. */
  | {
    partner_as_of: Partner;
  }
  /** See `Question.Dashboard`. */
  | {
    dashboard: Dashboard;
  }
  /** See `Question.Categories`. */
  | {
    categories: Category[];
  }
  /** See `Question.Items`. */
  | {
    items: Item[];
  }
  /** See `Question.Groups`. */
  | {
    groups: Group[];
  }
  /** See `Question.Permitted`. */
  | {
    permitted: ItemPermission[];
  }
  /** See `Question.AllowedActions`. */
  | {
    allowed_actions: Action[];
  }
  /** See `Question.TakeAlong`. */
  | {
    take_along: string;
  }
  /** See `Question.ExplainCapability` and `Question.ExplainCommand`. */
  | {
    explanation: Explanation;
  }
  /** See `Question.People` and `Question.Users`. */
  | {
    people: Person[];
  }
  /** See `Question.RolesOf`. */
  | {
    roles_of: RoleOf[];
  }
  /** See `Question.MessageTexts`. */
  | {
    message_texts: TextsOfKind[];
  }
  /** See `Question.PreviewMessageText`. */
  | {
    message_text: Said;
  }
  /** See `Question.WhatIf`. */
  | {
    what_if: WhatIf;
  }
  /** See `Question.Request`. */
  | {
    request: Request;
  }
  /** See `Question.Requests`. */
  | {
    requests: Request[];
  }
  /** See `Question.Distribution`. */
  | {
    distribution: Distribution;
  }
  /** See `Question.Distributions`. */
  | {
    distributions: Distribution[];
  }
  /** See `Question.NextReminders`. */
  | {
    next_reminders: NextReminder[];
  }
  /** See `Question.DuePartners`. */
  | {
    due_partners: DuePartner[];
  }
  /** See `Question.ExplainMessage`. */
  | {
    message_explanation: MessageExplanation;
  }
  /** See `Question.History`. */
  | {
    history: Recorded[];
  }
  /** See `Question.Messages`. */
  | {
    messages: Message[];
  };

/** What was found in a file. */
export interface Report {
  /** Bytes read. */
  bytes: number;
  /** The columns that were recognised, in the order of the file. */
  columns: Recognised[];
  /** How many problems there are of each code. */
  counts: { [key: string]: number };
  /** What stands between its cells; `None` when nothing was read. */
  delimiter?: Delimiter | null;
  /** The SHA-256 of the whole file in hexadecimal; `None` when it was not read to its end. */
  digest?: string | null;
  /** How the file is encoded; `None` when it is no text. */
  encoding?: Encoding | null;
  /** The problems, by line and column. */
  problems: Problem[];
  /** Partners in the file, good and bad: records that are neither the header nor blank. */
  rows: number;
  /** How many of them have an error. */
  rows_with_errors: number;
  /** Whether there were more problems than are held here; all of them are counted. */
  truncated: boolean;
}

/** A request. */
export interface Request {
  /** Why it was cancelled. */
  cancel_reason?: string | null;
  /** Who of the bank has claimed it. */
  claimed_by?: PersonId | null;
  /** What the partner adds in words. */
  comment?: string | null;
  /** The distribution recorded from it. */
  distribution?: DistributionId | null;
  /** When it was filed. */
  filed_at: string;
  /** Who filed it. */
  filed_by: PersonId;
  /** Its id. */
  id: RequestId;
  /** How it counts. */
  kind: RequestKind;
  /** What is asked for; each item once. */
  lines: RequestLine[];
  /** The partner it is for. */
  partner: PartnerId;
  /** Where it stands. */
  state: RequestState;
  /** How often it has been written. */
  version: number;
}

/** A partner's request. */
export type RequestId = string;

/** An open request that would not be taken if it were filed anew. It stays as it is all the same. */
export interface RequestInvalid {
  /** The partner it is for. */
  partner: PartnerId;
  /** Why, with the line where it is about one. Reasons it would be refused for already are not among them. */
  reasons: Reason[];
  /** The request. */
  request: RequestId;
}

/** How a request counts. */
export type RequestKind =
  /** By quantity, in pieces or in a unit of the item. */
  | "quantity"
  /** By number of individuals. */
  | "individuals"
  /** By children. */
  | "children";

/** One line of a request as it is kept. */
export interface RequestLine {
  /** The item. */
  item: ItemId;
  /** The item's name when the request was made. */
  item_name: string;
  /** For people: pieces for each when the request was made. */
  per_person?: number | null;
  /** Pieces, units or people. */
  quantity: number;
  /** The unit, or none for plain pieces and for people. */
  unit?: string | null;
}

/** Where a request stands. */
export type RequestState =
  /** Nobody of the bank has begun on it. */
  | "pending"
  /** A person of the bank has claimed it. */
  | "started"
  /** A distribution was recorded from it. */
  | "fulfilled"
  /** The bank or the partner withdrew it. */
  | "cancelled";

/** What a person may act as in one bank. */
export type Role =
  /** An admin of the bank: everything staff may do, and the bank's settings and people. */
  | "bank_admin"
  /** Bank staff. */
  | "bank_staff"
  /** A user of one partner. */
  | {
    partner_user: {
      /** The partner. */
      partner: PartnerId;
    };
  };

/** A role a person holds, as a sign-in screen shows it. */
export interface RoleOf {
  /** Who to be to act in it. */
  actor: Actor;
  /** The bank's name. */
  bank_name: string;
  /** When the person last signed in in it. */
  last_used_at?: string | null;
  /** The partner's name, for a role of a partner's. */
  partner_name?: string | null;
}

/** A row with all that hangs on it. */
export type Row =
  /** The bank itself. */
  | {
    bank: Bank;
  }
  /** A category. */
  | {
    category: Category;
  }
  /** An item with its units. */
  | {
    item: Item;
  }
  /** A group with its categories and caps. */
  | {
    group: Group;
  }
  /** A partner with its exceptions. */
  | {
    partner: Partner;
  }
  /** A request with its lines. */
  | {
    request: Request;
  }
  /** A distribution with its lines. */
  | {
    distribution: Distribution;
  }
  /** A person with its roles. */
  | {
    person: Person;
  }
  /** A reminder that went out. It outlives its partner, as what has happened does: it refers to nothing but the bank. */
  | {
    reminder: Reminder;
  };

/** Names a row. On the wire: `{"partner": "0198…"}`. */
export type RowId =
  /** The bank itself. */
  | {
    bank: BankId;
  }
  /** A category. */
  | {
    category: CategoryId;
  }
  /** An item. */
  | {
    item: ItemId;
  }
  /** A group. */
  | {
    group: GroupId;
  }
  /** A partner. */
  | {
    partner: PartnerId;
  }
  /** A request. */
  | {
    request: RequestId;
  }
  /** A distribution. */
  | {
    distribution: DistributionId;
  }
  /** A person as the bank knows it. */
  | {
    person: PersonId;
  }
  /** A reminder that went out. */
  | {
    reminder: ReminderId;
  };

/** The rule that settles whether an active, visible item is permitted. */
export type Rule =
  /** The partner's own exception. */
  | "exception"
  /** The categories of the partner's group. */
  | "group"
  /** The bank's setting for partners without a group. */
  | "ungrouped";

/** The daily job. It needs nothing but the time and who asks. */
export type RunDue = Record<string, never>;

/** What a message says. */
export interface Said {
  /** The same as HTML. */
  html: string;
  /** The language: English where the one asked for lacks some of our words. */
  language: Language;
  /** One line. */
  subject: string;
  /** The text, plain. */
  text: string;
}

/** A reason with its sentences. */
export interface SaidReasonOf<C extends Code> {
  /** The stable code. Never renamed, never reused. */
  code: C;
  /** The field of the input it is about, in wire spelling: `name`, `email`, `quantity` … */
  field?: string | null;
  /** The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given. */
  line?: number | null;
  /** The parameters the code documents in the catalogue. */
  params?: ParamsByCode[C];
  /** The sentence for people of the partner. */
  partner: string;
  /** The section of the profile it is about. */
  section?: string | null;
  /** The sentence for people of the bank. */
  staff: string;
}

/** See {@link SaidReasonOf}. */
export type SaidReason = { [C in Code]: SaidReasonOf<C> }[Code];

/** When partners are reminded, and of which deadline. Both are set together or not at all. */
export interface Schedule {
  /** The day of the month that is the deadline, 1 to 28. Left out it is 0, which is refused. */
  deadline_day?: number;
  /** The months from one reminder to the next, 1 to 120; 1 unless said otherwise. */
  every_months?: number;
  /**
   * A day of the month that months are counted from: there is no reminder before that month. Needed unless
   * `every_months` is 1.
   */
  from?: string | null;
  /** The day of the reminder. */
  on: On;
}

/** The sections of a profile, in the order of the form. */
export type Section =
  /** Who the agency is. */
  | "agency_information"
  /** Where the programme runs. */
  | "program_address"
  /** Website and social media. */
  | "media_information"
  /** How settled the agency is. */
  | "agency_stability"
  /** How much it can do. */
  | "organizational_capacity"
  /** What it lives on. */
  | "sources_of_funding"
  /** Counties served. */
  | "area_served"
  /** People served. */
  | "population_served"
  /** Whom to talk to. */
  | "contacts"
  /** Who comes for the goods. */
  | "pick_up_person"
  /** How it hands out. */
  | "agency_distribution"
  /** Whatever else it wants to hand in. */
  | "additional_documents"
  /** Fields of the bank's own that fit in no other section. */
  | "bank_questions"
  /** Which kinds of request it makes. */
  | "settings";

/** See `Completeness`. */
export interface SectionCompleteness {
  /** Asked for. */
  asked: number;
  /** Filled. */
  filled: number;
  /** The section. */
  section: Section;
}

/**
 * A row as whoever decided saw it. One that has since been changed by the same phone, by a command recorded before, has
 * the version after that.
 */
export interface SeenRow {
  /** The row: the bank, or a partner, request, distribution, item, category, group or person of it. */
  row: RowId;
  /** Its version. */
  version: number;
}

/** Which partners a bulk command is for. */
export type Selection =
  /** These. */
  | {
    ids: PartnerId[];
  }
  /** All that match. */
  | {
    matching: PartnerFilter;
  };

/** One of the first steps, and whether it has been taken. */
export interface StartingStep {
  /** Whether what is there shows that it has been taken. */
  done: boolean;
  /** The step. */
  step: FirstStep;
}

/** Where a partner stands with its bank. Every partner starts `Status.Uninvited`. */
export type Status =
  /** In the system, and has not been asked to join. */
  | "uninvited"
  /** Asked to join; may fill in its profile and submit. */
  | "invited"
  /** Submitted; the bank reviews. */
  | "awaiting_review"
  /** May make requests. */
  | "approved"
  /** Was approved; must submit again before it may make requests. */
  | "recertification_required"
  /** Set aside by the bank. The status before is remembered as `prior`. */
  | "deactivated";

/** A step on the way to a yes. */
export interface Step {
  /** The command to give. The note of "ask for changes" is left for the person to write. */
  command: Command;
  /** Who can take it. */
  who: Who;
}

/** The answer to one recorded command. */
export interface Synced {
  /** What became of it. */
  became: Became;
  /** The command. */
  id: CommandId;
}

/** What was written or read. */
export interface TakenAlong {
  /** The bank. */
  bank: BankId;
  /** How many pieces there were. */
  pieces: number;
  /** The digest at the end of the file, in hexadecimal. */
  sha256: string;
}

/** What a bank has of its own for one kind of message. */
export interface TextsOfKind {
  /** The kind. */
  kind: MessageKind;
  /** The bank's own texts, by language. Where there is none, ours is said. */
  own: { [key: string]: OwnText };
  /** What may stand in braces. */
  placeholders: NamedPlaceholder[];
}

/**
 * A token as text: 64 characters that need no escaping in a link. Never shown by `Debug`.
 *
 * Whatever was sent is a token here; whether it is one is decided where it is used, so that a wrong one is refused like an
 * unknown one.
 */
export type Token = string;

/** What partners in no group may request. */
export type UngroupedMayRequest =
  /** Every active, visible item. */
  | "all"
  /** Nothing. */
  | "none";

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** What has happened. */
export type What =
  /** A bank was created. */
  | {
    bank_created: Bank;
  }
  /** A bank was changed. */
  | {
    bank_updated: BankPatch;
  }
  /** A bank's own text of a kind of message was set or taken back. */
  | {
    message_text_set: {
      /** The kind. */
      kind: MessageKind;
      /** The language. */
      language: Language;
      /** The text; none when taken back. */
      text?: OwnText | null;
    };
  }
  /** All partners were imported at once. One `partner_imported` a partner stands beside it. */
  | {
    partners_imported: Receipt;
  }
  /** A partner was added singly. */
  | {
    partner_added: {
      /** What was said about it. */
      details: PartnerDetails;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** A partner was added by the import. */
  | {
    partner_imported: {
      /** What was said about it. */
      details: PartnerDetails;
      /** The line of the file it stands in. */
      line: number;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** What the bank says about a partner was changed. */
  | {
    partner_updated: {
      /** The partner. */
      partner: PartnerId;
      /** What was changed. */
      patch: PartnerPatch;
    };
  }
  /** What a partner says about itself was changed. */
  | {
    profile_updated: {
      /** The partner. */
      partner: PartnerId;
      /** What was changed. */
      patch: ProfilePatch;
    };
  }
  /** An action of the transition table was taken. */
  | {
    partner_moved: {
      /** The action. */
      action: Action;
      /** The status before. */
      from: Status;
      /** The note or reason given. */
      note?: string | null;
      /** The partner. */
      partner: PartnerId;
      /** The status after. */
      to: Status;
    };
  }
  /** A partner was removed for ever. */
  | {
    partner_removed: {
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** An item was allowed or denied to one partner. */
  | {
    exception_set: {
      /** The exception. */
      exception: Exception;
      /** The item. */
      item: ItemId;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** An exception was taken back. */
  | {
    exception_removed: {
      /** The item. */
      item: ItemId;
      /** The partner. */
      partner: PartnerId;
    };
  }
  /** A person was invited to a role. */
  | {
    person_invited: {
      /** The invitation. It takes the place of an older one to the same role. */
      invitation: Invitation;
      /** The person, and what is written down of it if it is new. */
      person: KnownAs;
      /** The role. */
      role: Role;
    };
  }
  /** A person holds a role from now on without an invitation, or held it already and is told so. */
  | {
    role_granted: {
      /** The person, and what is written down of it if it is new. */
      person: KnownAs;
      /** The role. */
      role: Role;
    };
  }
  /** A person accepted an invitation and holds the role from now on. */
  | {
    invitation_accepted: {
      /** The invitation. */
      invitation: InvitationId;
      /** The person. */
      person: PersonId;
      /** The role. */
      role: Role;
    };
  }
  /** An open invitation became void, because its address is no longer that of the partner's contact. */
  | {
    invitation_voided: {
      /** The person. */
      person: PersonId;
      /** The role. */
      role: Role;
    };
  }
  /** A person of the bank changed from one of its two roles to the other. */
  | {
    role_changed: {
      /** The person. */
      person: PersonId;
      /** The new role. */
      role: Role;
    };
  }
  /** A role, or an open invitation to it, was taken from a person. */
  | {
    role_revoked: {
      /** The person. */
      person: PersonId;
      /** The role. */
      role: Role;
    };
  }
  /** A person began to act in a role. */
  | {
    signed_in: {
      /** The person. */
      person: PersonId;
      /** The role. */
      role: Role;
    };
  }
  /** A category was added. */
  | {
    category_added: {
      /** The category. */
      category: CategoryId;
      /** Its name. */
      name: string;
    };
  }
  /** A category was renamed. */
  | {
    category_renamed: {
      /** The category. */
      category: CategoryId;
      /** Its new name. */
      name: string;
    };
  }
  /** A category was deleted. */
  | {
    category_deleted: {
      /** The category. */
      category: CategoryId;
    };
  }
  /** An item was added. */
  | {
    item_added: {
      /** What is known of it. */
      details: ItemDetails;
      /** The item. */
      item: ItemId;
    };
  }
  /** An item was changed. */
  | {
    item_updated: {
      /** The item. */
      item: ItemId;
      /** What was changed. */
      patch: ItemPatch;
    };
  }
  /** A group was added. */
  | {
    group_added: {
      /** Its categories. */
      categories: CategoryId[];
      /** The group. */
      group: GroupId;
      /** Its name. */
      name: string;
    };
  }
  /** A group was changed. */
  | {
    group_updated: {
      /** The group. */
      group: GroupId;
      /** What was changed. */
      patch: GroupPatch;
    };
  }
  /** A group was deleted. */
  | {
    group_deleted: {
      /** The group. */
      group: GroupId;
    };
  }
  /** A group's cap on an item was set or lifted. */
  | {
    group_cap_set: {
      /** The cap; none when lifted. */
      cap?: number | null;
      /** The group. */
      group: GroupId;
      /** The item. */
      item: ItemId;
    };
  }
  /** A request was filed. */
  | {
    request_submitted: Request;
  }
  /** A request was claimed. */
  | {
    request_started: {
      /** Who claimed it. */
      claimed_by: PersonId;
      /** The partner it is for. */
      partner: PartnerId;
      /** The request. */
      request: RequestId;
    };
  }
  /** A claimed request was given back. */
  | {
    request_released: {
      /** The partner it is for. */
      partner: PartnerId;
      /** The request. */
      request: RequestId;
    };
  }
  /** A request was fulfilled by a distribution. */
  | {
    request_fulfilled: {
      /** Who holds the claim: the claimant, or who fulfilled it straight from pending. */
      claimed_by: PersonId;
      /** The distribution. */
      distribution: DistributionId;
      /** The partner it is for. */
      partner: PartnerId;
      /** The request. */
      request: RequestId;
    };
  }
  /** A fulfilled request is started again, its distribution having been taken back. */
  | {
    request_reopened: {
      /** The partner it is for. */
      partner: PartnerId;
      /** The request. */
      request: RequestId;
    };
  }
  /** A request was cancelled. */
  | {
    request_cancelled: {
      /** The partner it is for. */
      partner: PartnerId;
      /** Why. */
      reason?: string | null;
      /** The request. */
      request: RequestId;
    };
  }
  /** A distribution was recorded. */
  | {
    distribution_recorded: Distribution;
  }
  /** A scheduled distribution was changed. */
  | {
    distribution_updated: {
      /** The distribution. */
      distribution: DistributionId;
      /** All its lines, if they were changed. */
      lines?: DistributionLine[] | null;
      /** The partner it is for. */
      partner: PartnerId;
      /** What was changed, but for the lines. */
      patch: DistributionPatch;
    };
  }
  /** A distribution was handed out. */
  | {
    distribution_completed: {
      /** The distribution. */
      distribution: DistributionId;
      /** The partner it is for. */
      partner: PartnerId;
    };
  }
  /** A distribution was undone. */
  | {
    distribution_taken_back: {
      /** The distribution. */
      distribution: DistributionId;
      /** The partner it is for. */
      partner: PartnerId;
    };
  }
  /** A partner was reminded by the daily job. */
  | {
    reminder_sent: Reminder;
  };

/** What a command would mean for what partners may request. */
export interface WhatIf {
  /** The answer it would get. */
  done: Done;
  /** The open requests that would no longer be taken: the first `MAX_PAGE`. */
  invalid: RequestInvalid[];
  /** How many items would be lost, counted for each partner. */
  items_lost: number;
  /** Who would lose which item: the first `MAX_PAGE`. */
  lost: ItemLost[];
  /** What people would be told. */
  messages: Message[];
  /** How many open requests would no longer be taken. */
  requests_invalid: number;
}

/** Who can take a step. */
export type Who =
  /** Bank staff and admins. */
  | "bank"
  /** Bank admins. */
  | "admin"
  /** The partner's users, or the bank on their behalf. */
  | "partner_or_bank";

/** An error as it stands on the wire. */
export interface WireErrorOf<C extends Code> {
  /** Its category. */
  category: ErrorCategory;
  /** The code of the first reason. */
  code: C;
  /** All sentences, for whoever asked. */
  message: string;
  /** The parameters of the first reason. */
  params: ParamsByCode[C];
  /** Every reason, with its sentences. */
  reasons: SaidReason[];
  /** Whether the same message may succeed when simply sent again. */
  retryable: boolean;
}

/** See {@link WireErrorOf}. */
export type WireError = { [C in Code]: WireErrorOf<C> }[Code];

/** One write. */
export type Write =
  /** Insert the row, or replace it and all that hangs on it. */
  | {
    put: Row;
  }
  /** Delete the row and all that hangs on it. Refused (`Committed.Stale`) while another row refers to it. */
  | {
    remove: RowId;
  };

