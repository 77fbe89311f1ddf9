// Written by `tests/renew` from the schema of the wire format. Do not edit.

/// A command of the transition table.
public enum Action: String, Codable, Hashable, Sendable, CaseIterable {
    /// Ask the partner's contact to join.
    case invite = "invite"
    /// Send a new invitation; the status stays.
    case renewInvitation = "renew_invitation"
    /// Invite and approve in one step.
    case inviteAndApprove = "invite_and_approve"
    /// Hand in the profile for the bank's review.
    case submitForApproval = "submit_for_approval"
    /// Send a submission back with a note.
    case askForChanges = "ask_for_changes"
    /// Let the partner make requests.
    case approve = "approve"
    /// Ask an approved partner to submit again.
    case requireRecertification = "require_recertification"
    /// Set the partner aside.
    case deactivate = "deactivate"
    /// Put a deactivated partner back where it was.
    case reactivate = "reactivate"
    /// Remove for ever a partner that left no trace.
    case remove = "remove"
}

/// A person acting in one role, the scheduler of a bank, or the host.
public indirect enum Actor: Codable, Hashable, Sendable {
    /// A bank admin: everything staff may do, and the bank's settings and people.
    case bankAdmin(bank: BankId, person: PersonId)
    /// Bank staff: everything about partners, groups, requests and distributions.
    case bankStaff(bank: BankId, person: PersonId)
    /// A user of one partner: that partner only.
    case partnerUser(bank: BankId, partner: PartnerId, person: PersonId)
    /// The daily sweep of one bank.
    case scheduler(bank: BankId)
    /// The host program itself. It creates banks, gives them admins, and hands in the tokens of people it has
    /// authenticated.
    case host

    public init(from decoder: any Decoder) throws {
        let within = try decoder.container(keyedBy: WireKey.self)
        let name = try within.decode(String.self, forKey: "role")
        switch name {
        case "bank_admin":
            self = .bankAdmin(
                bank: try within.decode(BankId.self, forKey: "bank"),
                person: try within.decode(PersonId.self, forKey: "person"))
        case "bank_staff":
            self = .bankStaff(
                bank: try within.decode(BankId.self, forKey: "bank"),
                person: try within.decode(PersonId.self, forKey: "person"))
        case "partner_user":
            self = .partnerUser(
                bank: try within.decode(BankId.self, forKey: "bank"),
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                person: try within.decode(PersonId.self, forKey: "person"))
        case "scheduler":
            self = .scheduler(
                bank: try within.decode(BankId.self, forKey: "bank"))
        case "host":
            self = .host
        default: throw WireKey.unknown(name, in: "Actor", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .bankAdmin(let bank, let person):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode("bank_admin", forKey: "role")
            try within.encode(bank, forKey: "bank")
            try within.encode(person, forKey: "person")
        case .bankStaff(let bank, let person):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode("bank_staff", forKey: "role")
            try within.encode(bank, forKey: "bank")
            try within.encode(person, forKey: "person")
        case .partnerUser(let bank, let partner, let person):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode("partner_user", forKey: "role")
            try within.encode(bank, forKey: "bank")
            try within.encode(partner, forKey: "partner")
            try within.encode(person, forKey: "person")
        case .scheduler(let bank):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode("scheduler", forKey: "role")
            try within.encode(bank, forKey: "bank")
        case .host:
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode("host", forKey: "role")
        }
    }
}

/// An answer.
public indirect enum WireAnswer: Codable, Hashable, Sendable {
    /// Yes, with what was asked for.
    case ok(JSON)
    /// No, with why.
    case error(WireError)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "ok":
            self = .ok(try one.keyed.decode(JSON.self, forKey: "ok"))
        case "error":
            self = .error(try one.keyed.decode(WireError.self, forKey: "error"))
        default: throw WireKey.unknown(name, in: "WireAnswer", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .ok(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "ok")
        case .error(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "error")
        }
    }
}

/// The answer of the table: yes, no, or only to look.
public enum Answer: String, Codable, Hashable, Sendable, CaseIterable {
    /// Yes.
    case yes = "yes"
    /// No.
    case no = "no"
    /// Yes, to look and not to change anything.
    case readOnly = "read_only"
}

/// A county the partner serves.
public struct Area: Codable, Hashable, Sendable {
    /// The county.
    public var county: String
    /// The share of the partner's clients who live there, in percent, as in `33.3`.
    public var share: Percent?
    /// Its state.
    public var state: String?

    public init(county: String, share: Percent? = nil, state: String? = nil) {
        self.county = county
        self.share = share
        self.state = state
    }

    private enum CodingKeys: String, CodingKey {
        case county = "county"
        case share = "share"
        case state = "state"
    }
}

/// What came of an attempt.
public indirect enum Attempt: Codable, Hashable, Sendable {
    /// The message is on its way.
    case sent
    /// It is not; hand it out again later.
    case failed(error: String, retryAt: Moment)
    /// It shall not be handed out any more: the address is dead for good, say. So are invitations that are void by the
    /// time they would be handed out.
    case givenUp(error: String)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "sent":
            self = .sent
        case "failed":
            let within = try one.nested("failed")
            self = .failed(
                error: try within.decode(String.self, forKey: "error"),
                retryAt: try within.decode(Moment.self, forKey: "retry_at"))
        case "given_up":
            let within = try one.nested("given_up")
            self = .givenUp(
                error: try within.decode(String.self, forKey: "error"))
        default: throw WireKey.unknown(name, in: "Attempt", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .sent:
            var word = encoder.singleValueContainer()
            try word.encode("sent")
        case .failed(let error, let retryAt):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "failed")
            try within.encode(error, forKey: "error")
            try within.encode(retryAt, forKey: "retry_at")
        case .givenUp(let error):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "given_up")
            try within.encode(error, forKey: "error")
        }
    }
}

/// A partner that awaits review.
public struct Awaiting: Codable, Hashable, Sendable {
    /// The partner.
    public var partner: PartnerId
    /// Its name.
    public var name: String
    /// When it submitted.
    public var submittedAt: Moment?

    public init(partner: PartnerId, name: String, submittedAt: Moment? = nil) {
        self.partner = partner
        self.name = name
        self.submittedAt = submittedAt
    }

    private enum CodingKeys: String, CodingKey {
        case partner = "partner"
        case name = "name"
        case submittedAt = "submitted_at"
    }
}

/// A bank: the tenant. Everything else belongs to exactly one.
public struct Bank: Codable, Hashable, Sendable {
    /// Its id.
    public var id: BankId
    /// How often it has been written.
    public var version: Int
    /// Its name, at most 200 characters.
    public var name: String
    /// The address that gets what partners submit.
    public var email: String
    /// What it has chosen.
    public var settings: BankSettings
    /// Whether everybody who acts must hold the role they name. It is so from the bank's first admin on, and stays so;
    /// before, it is the host that says who may act.
    public var keepsPeople: Bool

    public init(id: BankId, version: Int, name: String, email: String, settings: BankSettings, keepsPeople: Bool) {
        self.id = id
        self.version = version
        self.name = name
        self.email = email
        self.settings = settings
        self.keepsPeople = keepsPeople
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case name = "name"
        case email = "email"
        case settings = "settings"
        case keepsPeople = "keeps_people"
    }
}

/// A bank: the tenant.
public struct BankId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A change to a bank: absent is unchanged.
public struct BankPatch: Codable, Hashable, Sendable {
    /// Whether the bank gets copies of "request received" and "request cancelled".
    public var copiesOfRequests: Bool?
    /// Whether partners are reminded of a distribution the day before.
    public var distributionReminders: Bool?
    /// A new address.
    public var email: String?
    /// The language in which the bank is written to, and partners and people that have chosen none.
    public var language: Language?
    /// A new name.
    public var name: String?
    /// Whether a user interface offers "invite and approve" before "invite". Both are always legal.
    public var oneStepInviteAndApprove: Bool?
    /// What happens to a request over the partner's quota.
    public var overQuota: OverQuota?
    /// Fields of the bank's own to add or, where the key is there already, to change. The others stay.
    public var profileFields: [OwnField]?
    /// See `BankSettings::profile_sections`. Sections that are always on may be left out.
    public var profileSections: [Section]?
    /// See `BankSettings::recertification`: replaced as a whole.
    public var recertification: Change<Recertification>?
    /// See `BankSettings::reminders`: replaced as a whole.
    public var reminders: Change<Schedule>?
    /// The kinds of request the bank takes. Never empty.
    public var requestKinds: [RequestKind]?
    /// See `BankSettings::time_zone`: a name of the IANA database. It is text so that an unknown name can be refused
    /// with a code of its own.
    public var timeZone: String?
    /// What partners in no group may request.
    public var ungroupedMayRequest: UngroupedMayRequest?

    public init(copiesOfRequests: Bool? = nil, distributionReminders: Bool? = nil, email: String? = nil, language: Language? = nil, name: String? = nil, oneStepInviteAndApprove: Bool? = nil, overQuota: OverQuota? = nil, profileFields: [OwnField]? = nil, profileSections: [Section]? = nil, recertification: Change<Recertification>? = nil, reminders: Change<Schedule>? = nil, requestKinds: [RequestKind]? = nil, timeZone: String? = nil, ungroupedMayRequest: UngroupedMayRequest? = nil) {
        self.copiesOfRequests = copiesOfRequests
        self.distributionReminders = distributionReminders
        self.email = email
        self.language = language
        self.name = name
        self.oneStepInviteAndApprove = oneStepInviteAndApprove
        self.overQuota = overQuota
        self.profileFields = profileFields
        self.profileSections = profileSections
        self.recertification = recertification
        self.reminders = reminders
        self.requestKinds = requestKinds
        self.timeZone = timeZone
        self.ungroupedMayRequest = ungroupedMayRequest
    }

    private enum CodingKeys: String, CodingKey {
        case copiesOfRequests = "copies_of_requests"
        case distributionReminders = "distribution_reminders"
        case email = "email"
        case language = "language"
        case name = "name"
        case oneStepInviteAndApprove = "one_step_invite_and_approve"
        case overQuota = "over_quota"
        case profileFields = "profile_fields"
        case profileSections = "profile_sections"
        case recertification = "recertification"
        case reminders = "reminders"
        case requestKinds = "request_kinds"
        case timeZone = "time_zone"
        case ungroupedMayRequest = "ungrouped_may_request"
    }
}

/// What a bank can choose. The defaults are those of rulebook section 14, "Defaults of a new bank".
public struct BankSettings: Codable, Hashable, Sendable {
    /// Whether the bank gets copies of "request received" and "request cancelled".
    public var copiesOfRequests: Bool?
    /// Whether partners are reminded of a distribution the day before.
    public var distributionReminders: Bool?
    /// The language in which the bank is written to, and partners and people that have chosen none.
    public var language: Language?
    /// The bank's own texts of messages, by kind and language. See `Command::SetMessageText`.
    public var messageTexts: [String: [String: OwnText]]?
    /// Whether a user interface offers "invite and approve" before "invite". Both are always legal.
    public var oneStepInviteAndApprove: Bool?
    /// What happens to a request over the partner's quota.
    public var overQuota: OverQuota?
    /// The bank's own fields, in the order they were added.
    public var profileFields: [OwnField]?
    /// Which of the sections a bank may choose are on.
    public var profileSections: [Section]?
    /// After how long partners must recertify. Without it, staff requires it by hand.
    public var recertification: Recertification?
    /// When the interval was last changed: nobody is required before its days of grace since then are over.
    public var recertificationSince: Moment?
    /// When partners are reminded of the deadline, unless their group has a schedule of its own.
    public var reminders: Schedule?
    /// When that was last changed: days before are not caught up.
    public var remindersSince: Moment?
    /// The kinds of request the bank takes. Never empty.
    public var requestKinds: [RequestKind]?
    /// The zone in which the bank's days begin and end.
    public var timeZone: String?
    /// What partners in no group may request.
    public var ungroupedMayRequest: UngroupedMayRequest?

    public init(copiesOfRequests: Bool? = nil, distributionReminders: Bool? = nil, language: Language? = nil, messageTexts: [String: [String: OwnText]]? = nil, oneStepInviteAndApprove: Bool? = nil, overQuota: OverQuota? = nil, profileFields: [OwnField]? = nil, profileSections: [Section]? = nil, recertification: Recertification? = nil, recertificationSince: Moment? = nil, reminders: Schedule? = nil, remindersSince: Moment? = nil, requestKinds: [RequestKind]? = nil, timeZone: String? = nil, ungroupedMayRequest: UngroupedMayRequest? = nil) {
        self.copiesOfRequests = copiesOfRequests
        self.distributionReminders = distributionReminders
        self.language = language
        self.messageTexts = messageTexts
        self.oneStepInviteAndApprove = oneStepInviteAndApprove
        self.overQuota = overQuota
        self.profileFields = profileFields
        self.profileSections = profileSections
        self.recertification = recertification
        self.recertificationSince = recertificationSince
        self.reminders = reminders
        self.remindersSince = remindersSince
        self.requestKinds = requestKinds
        self.timeZone = timeZone
        self.ungroupedMayRequest = ungroupedMayRequest
    }

    private enum CodingKeys: String, CodingKey {
        case copiesOfRequests = "copies_of_requests"
        case distributionReminders = "distribution_reminders"
        case language = "language"
        case messageTexts = "message_texts"
        case oneStepInviteAndApprove = "one_step_invite_and_approve"
        case overQuota = "over_quota"
        case profileFields = "profile_fields"
        case profileSections = "profile_sections"
        case recertification = "recertification"
        case recertificationSince = "recertification_since"
        case reminders = "reminders"
        case remindersSince = "reminders_since"
        case requestKinds = "request_kinds"
        case timeZone = "time_zone"
        case ungroupedMayRequest = "ungrouped_may_request"
    }
}

/// What became of a recorded command.
public indirect enum Became: Codable, Hashable, Sendable {
    /// It was carried out, now.
    case accepted(done: Done, events: [Event])
    /// It had been carried out before.
    case repeated(done: Done)
    /// The rules forbid it. Nothing happened.
    case refused(error: WireError)
    /// What it was decided on has moved. Nothing happened. Whoever recorded it looks again, and records it anew or not.
    case conflict(moved: [MovedRow], error: WireError? = nil)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "accepted":
            let within = try one.nested("accepted")
            self = .accepted(
                done: try within.decode(Done.self, forKey: "done"),
                events: try within.decode([Event].self, forKey: "events"))
        case "repeated":
            let within = try one.nested("repeated")
            self = .repeated(
                done: try within.decode(Done.self, forKey: "done"))
        case "refused":
            let within = try one.nested("refused")
            self = .refused(
                error: try within.decode(WireError.self, forKey: "error"))
        case "conflict":
            let within = try one.nested("conflict")
            self = .conflict(
                moved: try within.decode([MovedRow].self, forKey: "moved"),
                error: try within.decodeIfPresent(WireError.self, forKey: "error"))
        default: throw WireKey.unknown(name, in: "Became", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .accepted(let done, let events):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "accepted")
            try within.encode(done, forKey: "done")
            try within.encode(events, forKey: "events")
        case .repeated(let done):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "repeated")
            try within.encode(done, forKey: "done")
        case .refused(let error):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "refused")
            try within.encode(error, forKey: "error")
        case .conflict(let moved, let error):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "conflict")
            try within.encode(moved, forKey: "moved")
            try within.encodeIfPresent(error, forKey: "error")
        }
    }
}

/// The answers of a bulk command, counts first.
public struct Bulk: Codable, Hashable, Sendable {
    /// How many partners were moved.
    public var accepted: Int
    /// How many were refused.
    public var refused: Int
    /// One answer a partner, in the order given, or sorted by name for a filter.
    public var each: [Each]

    public init(accepted: Int, refused: Int, each: [Each]) {
        self.accepted = accepted
        self.refused = refused
        self.each = each
    }

    private enum CodingKeys: String, CodingKey {
        case accepted = "accepted"
        case refused = "refused"
        case each = "each"
    }
}

/// Something a partner can do, or that happens to it.
public enum Capability: String, Codable, Hashable, Sendable, CaseIterable {
    /// Be recorded as the receiver of a distribution.
    case receiveDistributions = "receive_distributions"
    /// A person acting as this partner may sign in.
    case signIn = "sign_in"
    /// See its own profile, requests and distributions.
    case viewOwn = "view_own"
    /// Change its own profile.
    case editProfile = "edit_profile"
    /// Hand in its profile for approval.
    case submitForApproval = "submit_for_approval"
    /// Make requests.
    case makeRequests = "make_requests"
    /// Get deadline reminders, if the bank set them up.
    case deadlineReminders = "deadline_reminders"
    /// Get emails about distributions, if the bank set them up.
    case distributionEmails = "distribution_emails"
    /// Stand in the list "Partner approvals".
    case listedForApproval = "listed_for_approval"
    /// Stand in the default partner list and in pickers.
    case listedByDefault = "listed_by_default"
}

/// What kind of "no" it is. The first four may be shown to users.
public enum ErrorCategory: String, Codable, Hashable, Sendable, CaseIterable {
    /// The input itself is wrong, whatever the state.
    case invalidInput = "invalid_input"
    /// The input is fine; the rules say no in this state.
    case rejected = "rejected"
    /// Somebody else was there first, or holds what was asked for.
    case conflict = "conflict"
    /// It does not exist, or it belongs to somebody else.
    case notFound = "not_found"
    /// The store failed; nothing was written.
    case store = "store"
    /// A mistake in this library or in a store. Please report it.
    case bug = "bug"
}

/// A category of items.
public struct Category: Codable, Hashable, Sendable {
    /// Its id.
    public var id: CategoryId
    /// How often it has been written.
    public var version: Int
    /// Its name, unique in the bank.
    public var name: String

    public init(id: CategoryId, version: Int, name: String) {
        self.id = id
        self.version = version
        self.name = name
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case name = "name"
    }
}

/// A category of items.
public struct CategoryId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A stable code. See the generated table in the README for all of them.
public enum Code: String, Codable, Hashable, Sendable, CaseIterable {
    /// `not_found`
    case notFound = "not_found"
    /// `not_permitted`
    case notPermitted = "not_permitted"
    /// `role_not_held`
    case roleNotHeld = "role_not_held"
    /// `not_invited_yet`
    case notInvitedYet = "not_invited_yet"
    /// `already_invited`
    case alreadyInvited = "already_invited"
    /// `already_submitted`
    case alreadySubmitted = "already_submitted"
    /// `already_approved`
    case alreadyApproved = "already_approved"
    /// `not_submitted_yet`
    case notSubmittedYet = "not_submitted_yet"
    /// `not_approved_yet`
    case notApprovedYet = "not_approved_yet"
    /// `recertification_required`
    case recertificationRequired = "recertification_required"
    /// `partner_deactivated`
    case partnerDeactivated = "partner_deactivated"
    /// `not_deactivated`
    case notDeactivated = "not_deactivated"
    /// `partner_has_history`
    case partnerHasHistory = "partner_has_history"
    /// `emails_off`
    case emailsOff = "emails_off"
    /// `no_schedule`
    case noSchedule = "no_schedule"
    /// `deadline_missing`
    case deadlineMissing = "deadline_missing"
    /// `first_month_missing`
    case firstMonthMissing = "first_month_missing"
    /// `reminder_on_deadline`
    case reminderOnDeadline = "reminder_on_deadline"
    /// `no_reminder_that_day`
    case noReminderThatDay = "no_reminder_that_day"
    /// `not_eligible_then`
    case notEligibleThen = "not_eligible_then"
    /// `daily_job_missed`
    case dailyJobMissed = "daily_job_missed"
    /// `no_interval`
    case noInterval = "no_interval"
    /// `distribution_reminders_off`
    case distributionRemindersOff = "distribution_reminders_off"
    /// `name_missing`
    case nameMissing = "name_missing"
    /// `name_too_long`
    case nameTooLong = "name_too_long"
    /// `name_taken`
    case nameTaken = "name_taken"
    /// `email_missing`
    case emailMissing = "email_missing"
    /// `email_invalid`
    case emailInvalid = "email_invalid"
    /// `email_several`
    case emailSeveral = "email_several"
    /// `email_taken`
    case emailTaken = "email_taken"
    /// `external_id_taken`
    case externalIdTaken = "external_id_taken"
    /// `id_taken`
    case idTaken = "id_taken"
    /// `quota_invalid`
    case quotaInvalid = "quota_invalid"
    /// `text_missing`
    case textMissing = "text_missing"
    /// `text_too_long`
    case textTooLong = "text_too_long"
    /// `control_character`
    case controlCharacter = "control_character"
    /// `not_yes_or_no`
    case notYesOrNo = "not_yes_or_no"
    /// `number_out_of_range`
    case numberOutOfRange = "number_out_of_range"
    /// `time_zone_unknown`
    case timeZoneUnknown = "time_zone_unknown"
    /// `nothing_to_change`
    case nothingToChange = "nothing_to_change"
    /// `note_missing`
    case noteMissing = "note_missing"
    /// `reason_missing`
    case reasonMissing = "reason_missing"
    /// `looks_alike`
    case looksAlike = "looks_alike"
    /// `invisible_character`
    case invisibleCharacter = "invisible_character"
    /// `formula_like`
    case formulaLike = "formula_like"
    /// `contact_changed`
    case contactChanged = "contact_changed"
    /// `too_many_partners`
    case tooManyPartners = "too_many_partners"
    /// `placeholder_unknown`
    case placeholderUnknown = "placeholder_unknown"
    /// `placeholder_missing`
    case placeholderMissing = "placeholder_missing"
    /// `role_held`
    case roleHeld = "role_held"
    /// `last_admin`
    case lastAdmin = "last_admin"
    /// `last_user`
    case lastUser = "last_user"
    /// `no_people`
    case noPeople = "no_people"
    /// `invitation_invalid`
    case invitationInvalid = "invitation_invalid"
    /// `invitation_expired`
    case invitationExpired = "invitation_expired"
    /// `invitation_used`
    case invitationUsed = "invitation_used"
    /// `already_imported`
    case alreadyImported = "already_imported"
    /// `import_key_reused`
    case importKeyReused = "import_key_reused"
    /// `import_refused`
    case importRefused = "import_refused"
    /// `import_empty`
    case importEmpty = "import_empty"
    /// `import_no_rows`
    case importNoRows = "import_no_rows"
    /// `import_cancelled`
    case importCancelled = "import_cancelled"
    /// `import_unreadable`
    case importUnreadable = "import_unreadable"
    /// `encoding_unknown`
    case encodingUnknown = "encoding_unknown"
    /// `header_missing`
    case headerMissing = "header_missing"
    /// `header_empty`
    case headerEmpty = "header_empty"
    /// `header_unknown`
    case headerUnknown = "header_unknown"
    /// `header_duplicate`
    case headerDuplicate = "header_duplicate"
    /// `header_status`
    case headerStatus = "header_status"
    /// `name_duplicate`
    case nameDuplicate = "name_duplicate"
    /// `email_duplicate`
    case emailDuplicate = "email_duplicate"
    /// `external_id_duplicate`
    case externalIdDuplicate = "external_id_duplicate"
    /// `group_unknown`
    case groupUnknown = "group_unknown"
    /// `cell_without_header`
    case cellWithoutHeader = "cell_without_header"
    /// `row_too_long`
    case rowTooLong = "row_too_long"
    /// `row_too_large`
    case rowTooLarge = "row_too_large"
    /// `quote_unclosed`
    case quoteUnclosed = "quote_unclosed"
    /// `output_failed`
    case outputFailed = "output_failed"
    /// `other_file`
    case otherFile = "other_file"
    /// `group_has_members`
    case groupHasMembers = "group_has_members"
    /// `category_in_use`
    case categoryInUse = "category_in_use"
    /// `group_is_destination`
    case groupIsDestination = "group_is_destination"
    /// `unit_invalid`
    case unitInvalid = "unit_invalid"
    /// `item_inactive`
    case itemInactive = "item_inactive"
    /// `item_hidden`
    case itemHidden = "item_hidden"
    /// `item_not_in_group`
    case itemNotInGroup = "item_not_in_group"
    /// `item_without_category`
    case itemWithoutCategory = "item_without_category"
    /// `item_denied`
    case itemDenied = "item_denied"
    /// `ungrouped_may_request_nothing`
    case ungroupedMayRequestNothing = "ungrouped_may_request_nothing"
    /// `over_cap`
    case overCap = "over_cap"
    /// `profile_field_unknown`
    case profileFieldUnknown = "profile_field_unknown"
    /// `profile_field_retired`
    case profileFieldRetired = "profile_field_retired"
    /// `profile_section_off`
    case profileSectionOff = "profile_section_off"
    /// `wrong_type`
    case wrongType = "wrong_type"
    /// `choice_unknown`
    case choiceUnknown = "choice_unknown"
    /// `percent_invalid`
    case percentInvalid = "percent_invalid"
    /// `email_twice`
    case emailTwice = "email_twice"
    /// `too_many_entries`
    case tooManyEntries = "too_many_entries"
    /// `document_invalid`
    case documentInvalid = "document_invalid"
    /// `county_missing`
    case countyMissing = "county_missing"
    /// `media_missing`
    case mediaMissing = "media_missing"
    /// `county_twice`
    case countyTwice = "county_twice"
    /// `shares_total`
    case sharesTotal = "shares_total"
    /// `profile_field_key`
    case profileFieldKey = "profile_field_key"
    /// `profile_field_twice`
    case profileFieldTwice = "profile_field_twice"
    /// `profile_field_type`
    case profileFieldType = "profile_field_type"
    /// `label_missing`
    case labelMissing = "label_missing"
    /// `kind_not_enabled`
    case kindNotEnabled = "kind_not_enabled"
    /// `no_kind_left`
    case noKindLeft = "no_kind_left"
    /// `no_lines`
    case noLines = "no_lines"
    /// `quantity_invalid`
    case quantityInvalid = "quantity_invalid"
    /// `unit_unknown`
    case unitUnknown = "unit_unknown"
    /// `unit_with_people`
    case unitWithPeople = "unit_with_people"
    /// `two_units`
    case twoUnits = "two_units"
    /// `over_quota`
    case overQuota = "over_quota"
    /// `request_started`
    case requestStarted = "request_started"
    /// `request_not_started`
    case requestNotStarted = "request_not_started"
    /// `request_fulfilled`
    case requestFulfilled = "request_fulfilled"
    /// `request_cancelled`
    case requestCancelled = "request_cancelled"
    /// `claimed_by_another`
    case claimedByAnother = "claimed_by_another"
    /// `partner_mismatch`
    case partnerMismatch = "partner_mismatch"
    /// `distribution_complete`
    case distributionComplete = "distribution_complete"
    /// `distribution_taken_back`
    case distributionTakenBack = "distribution_taken_back"
    /// `no_columns`
    case noColumns = "no_columns"
    /// `export_failed`
    case exportFailed = "export_failed"
    /// `cursor_invalid`
    case cursorInvalid = "cursor_invalid"
    /// `command_id_reused`
    case commandIdReused = "command_id_reused"
    /// `wire_invalid`
    case wireInvalid = "wire_invalid"
    /// `version_unknown`
    case versionUnknown = "version_unknown"
    /// `bank_ambiguous`
    case bankAmbiguous = "bank_ambiguous"
    /// `too_many_conflicts`
    case tooManyConflicts = "too_many_conflicts"
    /// `take_along_unrecognised`
    case takeAlongUnrecognised = "take_along_unrecognised"
    /// `take_along_newer`
    case takeAlongNewer = "take_along_newer"
    /// `take_along_truncated`
    case takeAlongTruncated = "take_along_truncated"
    /// `take_along_altered`
    case takeAlongAltered = "take_along_altered"
    /// `take_along_invalid`
    case takeAlongInvalid = "take_along_invalid"
    /// `take_along_unreadable`
    case takeAlongUnreadable = "take_along_unreadable"
    /// `take_along_unwritable`
    case takeAlongUnwritable = "take_along_unwritable"
    /// `bank_exists`
    case bankExists = "bank_exists"
    /// `store_busy`
    case storeBusy = "store_busy"
    /// `store_unavailable`
    case storeUnavailable = "store_unavailable"
    /// `store_full`
    case storeFull = "store_full"
    /// `store_read_only`
    case storeReadOnly = "store_read_only"
    /// `store_newer`
    case storeNewer = "store_newer"
    /// `store_unrecognised`
    case storeUnrecognised = "store_unrecognised"
    /// `store_corrupt`
    case storeCorrupt = "store_corrupt"
    /// `store_failed`
    case storeFailed = "store_failed"
    /// `bug`
    case bug = "bug"
}

/// A column that can be imported.
public enum Column: String, Codable, Hashable, Sendable, CaseIterable {
    /// The partner's name. Required.
    case name = "name"
    /// The partner's email address. Required.
    case email = "email"
    /// The name of a group of the bank.
    case group = "group"
    /// The quota, in pieces per request.
    case quota = "quota"
    /// Whether reminders and distribution emails go out: yes or no.
    case sendEmails = "send_emails"
    /// The host's id of a storage location.
    case defaultStorageLocation = "default_storage_location"
    /// Notes for the bank only.
    case notes = "notes"
    /// Information the partner sees.
    case infoForPartner = "info_for_partner"
    /// The host's own key of the partner.
    case externalId = "external_id"
}

/// What can be asked to happen.
public indirect enum Command: Codable, Hashable, Sendable {
    /// Create a bank (host).
    case createBank(NewBank)
    /// Give a bank an admin, at once and without an invitation (host).
    case addAdmin(bank: BankId, admin: NewPerson)
    /// Change a bank's name, address or settings (admin).
    case updateBank(BankPatch)
    /// Say a kind of message in the bank's own words (admin).
    case setMessageText(kind: MessageKind, language: Language, text: OwnText? = nil)
    /// Add a partner (bank).
    case addPartner(NewPartner)
    /// Change what the bank says about a partner (bank).
    case updatePartner(partner: PartnerId, patch: PartnerPatch)
    /// Change what a partner says about itself (its users; bank).
    case updateProfile(partner: PartnerId, patch: ProfilePatch)
    /// Ask the partner's contact to join.
    case invite(partner: PartnerId)
    /// Send a new invitation; the status stays.
    case renewInvitation(partner: PartnerId)
    /// Invite and approve in one step.
    case inviteAndApprove(partner: PartnerId)
    /// Hand in the profile for the bank's review.
    case submitForApproval(partner: PartnerId)
    /// Send a submission back with a note.
    case askForChanges(partner: PartnerId, note: String)
    /// Let the partner make requests.
    case approve(partner: PartnerId)
    /// Ask an approved partner to submit again.
    case requireRecertification(partner: PartnerId)
    /// Set the partner aside.
    case deactivate(partner: PartnerId, reason: String? = nil)
    /// Put a deactivated partner back where it was.
    case reactivate(partner: PartnerId)
    /// Remove for ever a partner that left no trace.
    case remove(partner: PartnerId)
    /// One action on many partners, each decided on its own, all in one transaction (bank).
    case bulk(action: Action, partners: Selection, reason: String? = nil)
    /// Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once.
    case invitePerson(person: NewPerson, role: Role)
    /// Accept an invitation for a person the host has authenticated (host).
    case acceptInvitation(token: Token, email: String)
    /// Make staff an admin, or an admin staff (admin).
    case changeRole(person: PersonId, to: Role)
    /// Take a role, or an open invitation to it, from a person (admin).
    case revokeRole(person: PersonId, role: Role)
    /// Begin to act in the role the actor names; that is also how to switch.
    case signIn
    /// Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
    /// (bank). Nobody is written to.
    case setUpProxy(partner: NewPartner, people: [PersonId])
    /// Add a category (bank).
    case addCategory(name: String, id: CategoryId? = nil)
    /// Rename a category (bank).
    case renameCategory(category: CategoryId, name: String)
    /// Delete a category that is not in use (bank).
    case deleteCategory(category: CategoryId)
    /// Add an item (bank).
    case addItem(NewItem)
    /// Change an item (bank).
    case updateItem(item: ItemId, patch: ItemPatch)
    /// Add a group (bank).
    case addGroup(name: String, categories: [CategoryId]? = nil, id: GroupId? = nil)
    /// Change a group (bank).
    case updateGroup(group: GroupId, patch: GroupPatch)
    /// Delete a group (bank). With members, it must say where they go.
    case deleteGroup(group: GroupId, moveMembers: Destination? = nil)
    /// Cap an item for a group, or lift the cap (bank).
    case setGroupCap(group: GroupId, item: ItemId, cap: Int? = nil)
    /// Allow or deny an item to one partner (bank).
    case setException(partner: PartnerId, item: ItemId, rule: ExceptionRule, lastDay: Day? = nil)
    /// Take an exception back (bank).
    case removeException(partner: PartnerId, item: ItemId)
    /// File a request (the partner's users; bank on its behalf).
    case submitRequest(NewRequest)
    /// Claim a pending request (bank).
    case startRequest(request: RequestId)
    /// Give a claimed request back (the claimant; admin).
    case releaseRequest(request: RequestId)
    /// Cancel a request (bank, with a reason; the partner, its own pending one).
    case cancelRequest(request: RequestId, reason: String? = nil)
    /// Record a distribution (bank).
    case recordDistribution(NewDistribution)
    /// Change a scheduled distribution (bank).
    case updateDistribution(distribution: DistributionId, patch: DistributionPatch)
    /// Say that a distribution was handed out (bank).
    case completeDistribution(distribution: DistributionId)
    /// Undo a distribution; its request is started again (bank).
    case takeBackDistribution(distribution: DistributionId)
    /// One batch of the daily job (scheduler). `System::run_due` gives them all, one after
    /// the other. A batch in which nothing is due is not recorded.
    case sendDue(part: DuePart)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "create_bank":
            self = .createBank(try one.keyed.decode(NewBank.self, forKey: "create_bank"))
        case "add_admin":
            let within = try one.nested("add_admin")
            self = .addAdmin(
                bank: try within.decode(BankId.self, forKey: "bank"),
                admin: try within.decode(NewPerson.self, forKey: "admin"))
        case "update_bank":
            self = .updateBank(try one.keyed.decode(BankPatch.self, forKey: "update_bank"))
        case "set_message_text":
            let within = try one.nested("set_message_text")
            self = .setMessageText(
                kind: try within.decode(MessageKind.self, forKey: "kind"),
                language: try within.decode(Language.self, forKey: "language"),
                text: try within.decodeIfPresent(OwnText.self, forKey: "text"))
        case "add_partner":
            self = .addPartner(try one.keyed.decode(NewPartner.self, forKey: "add_partner"))
        case "update_partner":
            let within = try one.nested("update_partner")
            self = .updatePartner(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                patch: try within.decode(PartnerPatch.self, forKey: "patch"))
        case "update_profile":
            let within = try one.nested("update_profile")
            self = .updateProfile(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                patch: try within.decode(ProfilePatch.self, forKey: "patch"))
        case "invite":
            let within = try one.nested("invite")
            self = .invite(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "renew_invitation":
            let within = try one.nested("renew_invitation")
            self = .renewInvitation(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "invite_and_approve":
            let within = try one.nested("invite_and_approve")
            self = .inviteAndApprove(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "submit_for_approval":
            let within = try one.nested("submit_for_approval")
            self = .submitForApproval(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "ask_for_changes":
            let within = try one.nested("ask_for_changes")
            self = .askForChanges(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                note: try within.decode(String.self, forKey: "note"))
        case "approve":
            let within = try one.nested("approve")
            self = .approve(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "require_recertification":
            let within = try one.nested("require_recertification")
            self = .requireRecertification(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "deactivate":
            let within = try one.nested("deactivate")
            self = .deactivate(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                reason: try within.decodeIfPresent(String.self, forKey: "reason"))
        case "reactivate":
            let within = try one.nested("reactivate")
            self = .reactivate(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "remove":
            let within = try one.nested("remove")
            self = .remove(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "bulk":
            let within = try one.nested("bulk")
            self = .bulk(
                action: try within.decode(Action.self, forKey: "action"),
                partners: try within.decode(Selection.self, forKey: "partners"),
                reason: try within.decodeIfPresent(String.self, forKey: "reason"))
        case "invite_person":
            let within = try one.nested("invite_person")
            self = .invitePerson(
                person: try within.decode(NewPerson.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"))
        case "accept_invitation":
            let within = try one.nested("accept_invitation")
            self = .acceptInvitation(
                token: try within.decode(Token.self, forKey: "token"),
                email: try within.decode(String.self, forKey: "email"))
        case "change_role":
            let within = try one.nested("change_role")
            self = .changeRole(
                person: try within.decode(PersonId.self, forKey: "person"),
                to: try within.decode(Role.self, forKey: "to"))
        case "revoke_role":
            let within = try one.nested("revoke_role")
            self = .revokeRole(
                person: try within.decode(PersonId.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"))
        case "sign_in":
            self = .signIn
        case "set_up_proxy":
            let within = try one.nested("set_up_proxy")
            self = .setUpProxy(
                partner: try within.decode(NewPartner.self, forKey: "partner"),
                people: try within.decode([PersonId].self, forKey: "people"))
        case "add_category":
            let within = try one.nested("add_category")
            self = .addCategory(
                name: try within.decode(String.self, forKey: "name"),
                id: try within.decodeIfPresent(CategoryId.self, forKey: "id"))
        case "rename_category":
            let within = try one.nested("rename_category")
            self = .renameCategory(
                category: try within.decode(CategoryId.self, forKey: "category"),
                name: try within.decode(String.self, forKey: "name"))
        case "delete_category":
            let within = try one.nested("delete_category")
            self = .deleteCategory(
                category: try within.decode(CategoryId.self, forKey: "category"))
        case "add_item":
            self = .addItem(try one.keyed.decode(NewItem.self, forKey: "add_item"))
        case "update_item":
            let within = try one.nested("update_item")
            self = .updateItem(
                item: try within.decode(ItemId.self, forKey: "item"),
                patch: try within.decode(ItemPatch.self, forKey: "patch"))
        case "add_group":
            let within = try one.nested("add_group")
            self = .addGroup(
                name: try within.decode(String.self, forKey: "name"),
                categories: try within.decodeIfPresent([CategoryId].self, forKey: "categories"),
                id: try within.decodeIfPresent(GroupId.self, forKey: "id"))
        case "update_group":
            let within = try one.nested("update_group")
            self = .updateGroup(
                group: try within.decode(GroupId.self, forKey: "group"),
                patch: try within.decode(GroupPatch.self, forKey: "patch"))
        case "delete_group":
            let within = try one.nested("delete_group")
            self = .deleteGroup(
                group: try within.decode(GroupId.self, forKey: "group"),
                moveMembers: try within.decodeIfPresent(Destination.self, forKey: "move_members"))
        case "set_group_cap":
            let within = try one.nested("set_group_cap")
            self = .setGroupCap(
                group: try within.decode(GroupId.self, forKey: "group"),
                item: try within.decode(ItemId.self, forKey: "item"),
                cap: try within.decodeIfPresent(Int.self, forKey: "cap"))
        case "set_exception":
            let within = try one.nested("set_exception")
            self = .setException(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                item: try within.decode(ItemId.self, forKey: "item"),
                rule: try within.decode(ExceptionRule.self, forKey: "rule"),
                lastDay: try within.decodeIfPresent(Day.self, forKey: "last_day"))
        case "remove_exception":
            let within = try one.nested("remove_exception")
            self = .removeException(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                item: try within.decode(ItemId.self, forKey: "item"))
        case "submit_request":
            self = .submitRequest(try one.keyed.decode(NewRequest.self, forKey: "submit_request"))
        case "start_request":
            let within = try one.nested("start_request")
            self = .startRequest(
                request: try within.decode(RequestId.self, forKey: "request"))
        case "release_request":
            let within = try one.nested("release_request")
            self = .releaseRequest(
                request: try within.decode(RequestId.self, forKey: "request"))
        case "cancel_request":
            let within = try one.nested("cancel_request")
            self = .cancelRequest(
                request: try within.decode(RequestId.self, forKey: "request"),
                reason: try within.decodeIfPresent(String.self, forKey: "reason"))
        case "record_distribution":
            self = .recordDistribution(try one.keyed.decode(NewDistribution.self, forKey: "record_distribution"))
        case "update_distribution":
            let within = try one.nested("update_distribution")
            self = .updateDistribution(
                distribution: try within.decode(DistributionId.self, forKey: "distribution"),
                patch: try within.decode(DistributionPatch.self, forKey: "patch"))
        case "complete_distribution":
            let within = try one.nested("complete_distribution")
            self = .completeDistribution(
                distribution: try within.decode(DistributionId.self, forKey: "distribution"))
        case "take_back_distribution":
            let within = try one.nested("take_back_distribution")
            self = .takeBackDistribution(
                distribution: try within.decode(DistributionId.self, forKey: "distribution"))
        case "send_due":
            let within = try one.nested("send_due")
            self = .sendDue(
                part: try within.decode(DuePart.self, forKey: "part"))
        default: throw WireKey.unknown(name, in: "Command", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .createBank(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "create_bank")
        case .addAdmin(let bank, let admin):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "add_admin")
            try within.encode(bank, forKey: "bank")
            try within.encode(admin, forKey: "admin")
        case .updateBank(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "update_bank")
        case .setMessageText(let kind, let language, let text):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "set_message_text")
            try within.encode(kind, forKey: "kind")
            try within.encode(language, forKey: "language")
            try within.encodeIfPresent(text, forKey: "text")
        case .addPartner(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "add_partner")
        case .updatePartner(let partner, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "update_partner")
            try within.encode(partner, forKey: "partner")
            try within.encode(patch, forKey: "patch")
        case .updateProfile(let partner, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "update_profile")
            try within.encode(partner, forKey: "partner")
            try within.encode(patch, forKey: "patch")
        case .invite(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "invite")
            try within.encode(partner, forKey: "partner")
        case .renewInvitation(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "renew_invitation")
            try within.encode(partner, forKey: "partner")
        case .inviteAndApprove(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "invite_and_approve")
            try within.encode(partner, forKey: "partner")
        case .submitForApproval(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "submit_for_approval")
            try within.encode(partner, forKey: "partner")
        case .askForChanges(let partner, let note):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "ask_for_changes")
            try within.encode(partner, forKey: "partner")
            try within.encode(note, forKey: "note")
        case .approve(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "approve")
            try within.encode(partner, forKey: "partner")
        case .requireRecertification(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "require_recertification")
            try within.encode(partner, forKey: "partner")
        case .deactivate(let partner, let reason):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "deactivate")
            try within.encode(partner, forKey: "partner")
            try within.encodeIfPresent(reason, forKey: "reason")
        case .reactivate(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "reactivate")
            try within.encode(partner, forKey: "partner")
        case .remove(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "remove")
            try within.encode(partner, forKey: "partner")
        case .bulk(let action, let partners, let reason):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "bulk")
            try within.encode(action, forKey: "action")
            try within.encode(partners, forKey: "partners")
            try within.encodeIfPresent(reason, forKey: "reason")
        case .invitePerson(let person, let role):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "invite_person")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
        case .acceptInvitation(let token, let email):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "accept_invitation")
            try within.encode(token, forKey: "token")
            try within.encode(email, forKey: "email")
        case .changeRole(let person, let to):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "change_role")
            try within.encode(person, forKey: "person")
            try within.encode(to, forKey: "to")
        case .revokeRole(let person, let role):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "revoke_role")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
        case .signIn:
            var word = encoder.singleValueContainer()
            try word.encode("sign_in")
        case .setUpProxy(let partner, let people):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "set_up_proxy")
            try within.encode(partner, forKey: "partner")
            try within.encode(people, forKey: "people")
        case .addCategory(let name, let id):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "add_category")
            try within.encode(name, forKey: "name")
            try within.encodeIfPresent(id, forKey: "id")
        case .renameCategory(let category, let name):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "rename_category")
            try within.encode(category, forKey: "category")
            try within.encode(name, forKey: "name")
        case .deleteCategory(let category):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "delete_category")
            try within.encode(category, forKey: "category")
        case .addItem(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "add_item")
        case .updateItem(let item, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "update_item")
            try within.encode(item, forKey: "item")
            try within.encode(patch, forKey: "patch")
        case .addGroup(let name, let categories, let id):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "add_group")
            try within.encode(name, forKey: "name")
            try within.encodeIfPresent(categories, forKey: "categories")
            try within.encodeIfPresent(id, forKey: "id")
        case .updateGroup(let group, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "update_group")
            try within.encode(group, forKey: "group")
            try within.encode(patch, forKey: "patch")
        case .deleteGroup(let group, let moveMembers):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "delete_group")
            try within.encode(group, forKey: "group")
            try within.encodeIfPresent(moveMembers, forKey: "move_members")
        case .setGroupCap(let group, let item, let cap):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "set_group_cap")
            try within.encode(group, forKey: "group")
            try within.encode(item, forKey: "item")
            try within.encodeIfPresent(cap, forKey: "cap")
        case .setException(let partner, let item, let rule, let lastDay):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "set_exception")
            try within.encode(partner, forKey: "partner")
            try within.encode(item, forKey: "item")
            try within.encode(rule, forKey: "rule")
            try within.encodeIfPresent(lastDay, forKey: "last_day")
        case .removeException(let partner, let item):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "remove_exception")
            try within.encode(partner, forKey: "partner")
            try within.encode(item, forKey: "item")
        case .submitRequest(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "submit_request")
        case .startRequest(let request):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "start_request")
            try within.encode(request, forKey: "request")
        case .releaseRequest(let request):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "release_request")
            try within.encode(request, forKey: "request")
        case .cancelRequest(let request, let reason):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "cancel_request")
            try within.encode(request, forKey: "request")
            try within.encodeIfPresent(reason, forKey: "reason")
        case .recordDistribution(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "record_distribution")
        case .updateDistribution(let distribution, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "update_distribution")
            try within.encode(distribution, forKey: "distribution")
            try within.encode(patch, forKey: "patch")
        case .completeDistribution(let distribution):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "complete_distribution")
            try within.encode(distribution, forKey: "distribution")
        case .takeBackDistribution(let distribution):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "take_back_distribution")
            try within.encode(distribution, forKey: "distribution")
        case .sendDue(let part):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "send_due")
            try within.encode(part, forKey: "part")
        }
    }
}

/// One command. The host draws it; sending the same one again gets the first answer again.
public struct CommandId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// How many of the fields that are asked for are filled in. What may well stay empty is not asked for.
public struct Completeness: Codable, Hashable, Sendable {
    /// Filled.
    public var filled: Int
    /// Asked for.
    public var asked: Int
    /// The same for each section that asks for anything, in the order of the form.
    public var sections: [SectionCompleteness]

    public init(filled: Int, asked: Int, sections: [SectionCompleteness]) {
        self.filled = filled
        self.asked = asked
        self.sections = sections
    }

    private enum CodingKeys: String, CodingKey {
        case filled = "filled"
        case asked = "asked"
        case sections = "sections"
    }
}

/// What is to be done next.
public struct Dashboard: Codable, Hashable, Sendable {
    /// How many partners there are in each status.
    public var counts: [String: Int]
    /// The first 50 partners that await review, who submitted first comes first.
    public var awaiting: [Awaiting]
    /// Requests that are not done with.
    public var openRequests: OpenRequests
    /// The first 50 partners whose recertification is due within 30 days or was due already.
    public var recertifications: [DuePartner]
    /// The first steps of a new bank, in order.
    public var gettingStarted: [StartingStep]

    public init(counts: [String: Int], awaiting: [Awaiting], openRequests: OpenRequests, recertifications: [DuePartner], gettingStarted: [StartingStep]) {
        self.counts = counts
        self.awaiting = awaiting
        self.openRequests = openRequests
        self.recertifications = recertifications
        self.gettingStarted = gettingStarted
    }

    private enum CodingKeys: String, CodingKey {
        case counts = "counts"
        case awaiting = "awaiting"
        case openRequests = "open_requests"
        case recertifications = "recertifications"
        case gettingStarted = "getting_started"
    }
}

/// What stands between two cells.
public enum Delimiter: String, Codable, Hashable, Sendable, CaseIterable {
    /// `,`
    case comma = "comma"
    /// `;`
    case semicolon = "semicolon"
    /// A tab.
    case tab = "tab"
}

/// What the outbox answers.
public indirect enum Delivered: Codable, Hashable, Sendable {
    /// Hand out messages. See `System::claim`.
    case claimed([Message])
    /// See `Delivering::Settle`; in the order of the outcomes.
    case settled([Noted])

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "claimed":
            self = .claimed(try one.keyed.decode([Message].self, forKey: "claimed"))
        case "settled":
            self = .settled(try one.keyed.decode([Noted].self, forKey: "settled"))
        default: throw WireKey.unknown(name, in: "Delivered", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .claimed(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "claimed")
        case .settled(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "settled")
        }
    }
}

/// What a host asks of the outbox. It speaks as the bank's scheduler.
public indirect enum Delivering: Codable, Hashable, Sendable {
    /// Hand out messages. See `System::claim`.
    case claim(leaseSeconds: Int, limit: Int, link: String? = nil)
    /// Note how attempts went. See `System::settle`.
    case settle(outcomes: [Outcome])

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "claim":
            let within = try one.nested("claim")
            self = .claim(
                leaseSeconds: try within.decode(Int.self, forKey: "lease_seconds"),
                limit: try within.decode(Int.self, forKey: "limit"),
                link: try within.decodeIfPresent(String.self, forKey: "link"))
        case "settle":
            let within = try one.nested("settle")
            self = .settle(
                outcomes: try within.decode([Outcome].self, forKey: "outcomes"))
        default: throw WireKey.unknown(name, in: "Delivering", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .claim(let leaseSeconds, let limit, let link):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "claim")
            try within.encode(leaseSeconds, forKey: "lease_seconds")
            try within.encode(limit, forKey: "limit")
            try within.encodeIfPresent(link, forKey: "link")
        case .settle(let outcomes):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "settle")
            try within.encode(outcomes, forKey: "outcomes")
        }
    }
}

/// How far the delivery of a message has come.
public struct Delivery: Codable, Hashable, Sendable {
    /// Where it stands.
    public var state: DeliveryState
    /// How often it was handed out. The number of the latest attempt, which names its lease.
    public var attempts: Int?
    /// What the latest attempt that failed failed with.
    public var error: String?
    /// When it is handed out next at the earliest: when the lease ends, or when a failed attempt is to be repeated. None: at
    /// once, or, once it is sent, never.
    public var notBefore: Moment?
    /// When it was said to be sent.
    public var sentAt: Moment?

    public init(state: DeliveryState, attempts: Int? = nil, error: String? = nil, notBefore: Moment? = nil, sentAt: Moment? = nil) {
        self.state = state
        self.attempts = attempts
        self.error = error
        self.notBefore = notBefore
        self.sentAt = sentAt
    }

    private enum CodingKeys: String, CodingKey {
        case state = "state"
        case attempts = "attempts"
        case error = "error"
        case notBefore = "not_before"
        case sentAt = "sent_at"
    }
}

/// Where the delivery of a message stands.
public enum DeliveryState: String, Codable, Hashable, Sendable, CaseIterable {
    /// It has not been handed out yet.
    case waiting = "waiting"
    /// Somebody has it; once the lease has run out, anybody may have it.
    case claimed = "claimed"
    /// The latest attempt failed, and it waits for the next.
    case failed = "failed"
    /// It was sent.
    case sent = "sent"
    /// It is not sent any more: nobody would be helped.
    case givenUp = "given_up"
}

/// Where the members of a deleted group go.
public indirect enum Destination: Codable, Hashable, Sendable {
    /// To no group, said outright.
    case noGroup
    /// To this group.
    case group(GroupId)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "no_group":
            self = .noGroup
        case "group":
            self = .group(try one.keyed.decode(GroupId.self, forKey: "group"))
        default: throw WireKey.unknown(name, in: "Destination", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .noGroup:
            var word = encoder.singleValueContainer()
            try word.encode("no_group")
        case .group(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "group")
        }
    }
}

/// A distribution.
public struct Distribution: Codable, Hashable, Sendable {
    /// Its id.
    public var id: DistributionId
    /// How often it has been written.
    public var version: Int
    /// Who receives it.
    public var partner: PartnerId
    /// Where it stands.
    public var state: DistributionState
    /// What is handed out.
    public var lines: [DistributionLine]
    /// The day, in the bank's time zone.
    public var date: Day
    /// How the goods reach the partner.
    public var method: Method
    /// Who recorded it.
    public var recordedBy: PersonId
    /// When it was recorded.
    public var recordedAt: Moment
    /// Words about it.
    public var comment: String?
    /// The request it fulfils.
    public var request: RequestId?

    public init(id: DistributionId, version: Int, partner: PartnerId, state: DistributionState, lines: [DistributionLine], date: Day, method: Method, recordedBy: PersonId, recordedAt: Moment, comment: String? = nil, request: RequestId? = nil) {
        self.id = id
        self.version = version
        self.partner = partner
        self.state = state
        self.lines = lines
        self.date = date
        self.method = method
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
        self.comment = comment
        self.request = request
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case partner = "partner"
        case state = "state"
        case lines = "lines"
        case date = "date"
        case method = "method"
        case recordedBy = "recorded_by"
        case recordedAt = "recorded_at"
        case comment = "comment"
        case request = "request"
    }
}

/// A distribution to a partner.
public struct DistributionId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// One line of a distribution as it is kept.
public struct DistributionLine: Codable, Hashable, Sendable {
    /// The item.
    public var item: ItemId
    /// The item's name when it was recorded.
    public var itemName: String
    /// Pieces, at least 1.
    public var quantity: Int

    public init(item: ItemId, itemName: String, quantity: Int) {
        self.item = item
        self.itemName = itemName
        self.quantity = quantity
    }

    private enum CodingKeys: String, CodingKey {
        case item = "item"
        case itemName = "item_name"
        case quantity = "quantity"
    }
}

/// A change to a scheduled distribution: absent is unchanged, null is cleared.
public struct DistributionPatch: Codable, Hashable, Sendable {
    /// Another comment, or none.
    public var comment: Change<String>?
    /// Another day.
    public var date: Day?
    /// All its lines.
    public var lines: [NewDistributionLine]?
    /// Another method.
    public var method: Method?

    public init(comment: Change<String>? = nil, date: Day? = nil, lines: [NewDistributionLine]? = nil, method: Method? = nil) {
        self.comment = comment
        self.date = date
        self.lines = lines
        self.method = method
    }

    private enum CodingKeys: String, CodingKey {
        case comment = "comment"
        case date = "date"
        case lines = "lines"
        case method = "method"
    }
}

/// Where a distribution stands.
public enum DistributionState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Planned for a day.
    case scheduled = "scheduled"
    /// Handed out.
    case complete = "complete"
    /// Undone. It still counts as history.
    case takenBack = "taken_back"
}

/// A document, which the host keeps: what it is called and where it is found.
public struct Document: Codable, Hashable, Sendable {
    /// Its name, as people see it, 1 to 200 characters.
    public var name: String
    /// Its media type, such as `application/pdf`.
    public var mediaType: String
    /// Its size in bytes.
    public var size: Int
    /// SHA-256 of its bytes, in hexadecimal.
    public var digest: String
    /// Where the host finds it: any URI but one that runs or holds content itself (`javascript:`, `data:`, …).
    public var uri: String

    public init(name: String, mediaType: String, size: Int, digest: String, uri: String) {
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.digest = digest
        self.uri = uri
    }

    private enum CodingKeys: String, CodingKey {
        case name = "name"
        case mediaType = "media_type"
        case size = "size"
        case digest = "digest"
        case uri = "uri"
    }
}

/// The answer to an accepted command.
public struct Done: Codable, Hashable, Sendable {
    /// For an accepted invitation: who holds which role from now on.
    public var accepted: InvitationRef?
    /// For signing in: whether the person may act, or only look.
    public var access: Answer?
    /// For a bulk command: the answer for each partner.
    public var bulk: Bulk?
    /// What the command created.
    public var created: RowId?
    /// For a batch of the daily job: what was due.
    public var due: DueDone?
    /// For partners that changed their group: lines of their open requests that they could no longer request.
    public var noLongerPermitted: [LineNoLongerPermitted]?
    /// What its user should know. Nothing was refused for it.
    public var warnings: [Reason]?

    public init(accepted: InvitationRef? = nil, access: Answer? = nil, bulk: Bulk? = nil, created: RowId? = nil, due: DueDone? = nil, noLongerPermitted: [LineNoLongerPermitted]? = nil, warnings: [Reason]? = nil) {
        self.accepted = accepted
        self.access = access
        self.bulk = bulk
        self.created = created
        self.due = due
        self.noLongerPermitted = noLongerPermitted
        self.warnings = warnings
    }

    private enum CodingKeys: String, CodingKey {
        case accepted = "accepted"
        case access = "access"
        case bulk = "bulk"
        case created = "created"
        case due = "due"
        case noLongerPermitted = "no_longer_permitted"
        case warnings = "warnings"
    }
}

/// What the daily job did.
public struct DueDone: Codable, Hashable, Sendable {
    /// How many reminders went out.
    public var reminded: Int
    /// Of how many partners recertification is required from now on.
    public var required: Int
    /// The batch to go on with; none after the last.
    public var next: DuePart?

    public init(reminded: Int, required: Int, next: DuePart? = nil) {
        self.reminded = reminded
        self.required = required
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case reminded = "reminded"
        case required = "required"
        case next = "next"
    }
}

/// What the daily job did in one of all banks.
public struct DueInBank: Codable, Hashable, Sendable {
    /// The bank.
    public var bank: BankId
    /// What it did.
    public var done: DueDone?
    /// What failed. What was due in batches before that went out.
    public var error: WireError?

    public init(bank: BankId, done: DueDone? = nil, error: WireError? = nil) {
        self.bank = bank
        self.done = done
        self.error = error
    }

    private enum CodingKeys: String, CodingKey {
        case bank = "bank"
        case done = "done"
        case error = "error"
    }
}

/// A batch of the daily job: of what, and which rows come before it. The answer to each names the next
/// (`DueDone::next`).
public indirect enum DuePart: Codable, Hashable, Sendable {
    /// Deadline reminders.
    case deadlineReminders(after: PartnerId? = nil)
    /// Recertification: reminders before it, and requiring it.
    case recertification(after: Pair<Moment, PartnerId>? = nil)
    /// Reminders of tomorrow's distributions.
    case distributions(after: DistributionId? = nil)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "deadline_reminders":
            let within = try one.nested("deadline_reminders")
            self = .deadlineReminders(
                after: try within.decodeIfPresent(PartnerId.self, forKey: "after"))
        case "recertification":
            let within = try one.nested("recertification")
            self = .recertification(
                after: try within.decodeIfPresent(Pair<Moment, PartnerId>.self, forKey: "after"))
        case "distributions":
            let within = try one.nested("distributions")
            self = .distributions(
                after: try within.decodeIfPresent(DistributionId.self, forKey: "after"))
        default: throw WireKey.unknown(name, in: "DuePart", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .deadlineReminders(let after):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "deadline_reminders")
            try within.encodeIfPresent(after, forKey: "after")
        case .recertification(let after):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "recertification")
            try within.encodeIfPresent(after, forKey: "after")
        case .distributions(let after):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "distributions")
            try within.encodeIfPresent(after, forKey: "after")
        }
    }
}

/// When a partner's recertification is due.
public struct DuePartner: Codable, Hashable, Sendable {
    /// The partner.
    public var partner: PartnerId
    /// When it was last approved.
    public var approvedAt: Moment
    /// The day it is due.
    public var due: Day
    /// The day from which it is required.
    public var requiredOn: Day

    public init(partner: PartnerId, approvedAt: Moment, due: Day, requiredOn: Day) {
        self.partner = partner
        self.approvedAt = approvedAt
        self.due = due
        self.requiredOn = requiredOn
    }

    private enum CodingKeys: String, CodingKey {
        case partner = "partner"
        case approvedAt = "approved_at"
        case due = "due"
        case requiredOn = "required_on"
    }
}

/// One partner's answer in a bulk command.
public struct Each: Codable, Hashable, Sendable {
    /// The partner.
    public var partner: PartnerId
    /// Why it was refused; empty if it was not.
    public var reasons: [Reason]?

    public init(partner: PartnerId, reasons: [Reason]? = nil) {
        self.partner = partner
        self.reasons = reasons
    }

    private enum CodingKeys: String, CodingKey {
        case partner = "partner"
        case reasons = "reasons"
    }
}

/// How the characters of a file are written as bytes.
public enum Encoding: String, Codable, Hashable, Sendable, CaseIterable {
    /// UTF-8, with or without a byte order mark. Plain ASCII counts as UTF-8.
    case utf8 = "utf-8"
    /// UTF-16, the low byte first.
    case utf16le = "utf-16le"
    /// UTF-16, the high byte first.
    case utf16be = "utf-16be"
    /// Windows-1252, as old spreadsheets write it.
    case windows1252 = "windows-1252"
}

/// Something that has happened: what, who, when, by which command.
public struct Event: Codable, Hashable, Sendable {
    /// When.
    public var at: Moment
    /// Who, in which role.
    public var by: Actor
    /// The command that caused it.
    public var command: CommandId
    /// What.
    public var what: What

    public init(at: Moment, by: Actor, command: CommandId, what: What) {
        self.at = at
        self.by = by
        self.command = command
        self.what = what
    }

    private enum CodingKeys: String, CodingKey {
        case at = "at"
        case by = "by"
        case command = "command"
        case what = "what"
    }
}

/// A partner's own exception for one item. It wins over the group, never over inactive or hidden.
public struct Exception: Codable, Hashable, Sendable {
    /// Whether the item is allowed or denied.
    public var rule: ExceptionRule
    /// The last day it holds, inclusive, in the bank's time zone; without one it holds for good.
    public var lastDay: Day?

    public init(rule: ExceptionRule, lastDay: Day? = nil) {
        self.rule = rule
        self.lastDay = lastDay
    }

    private enum CodingKeys: String, CodingKey {
        case rule = "rule"
        case lastDay = "last_day"
    }
}

/// Which way an exception goes.
public enum ExceptionRule: String, Codable, Hashable, Sendable, CaseIterable {
    /// The partner may request the item, whatever its group says.
    case allow = "allow"
    /// The partner may not request the item, whatever its group says.
    case deny = "deny"
}

/// A yes, or a no with everything that is known about it.
public struct Explanation: Codable, Hashable, Sendable {
    /// The answer.
    public var answer: Answer
    /// Every reason for a no, with its sentences.
    public var reasons: [SaidReason]
    /// A smallest list of steps after which the answer is yes, in order. Empty for a yes, for what is already reached, and
    /// where no steps lead to a yes.
    public var steps: [Step]
    /// The state the command asks for is reached already.
    public var already: Bool
    /// No steps lead to a yes.
    public var never: Bool
    /// What to do instead, where something else does what was meant.
    public var instead: Action?

    public init(answer: Answer, reasons: [SaidReason], steps: [Step], already: Bool, never: Bool, instead: Action? = nil) {
        self.answer = answer
        self.reasons = reasons
        self.steps = steps
        self.already = already
        self.never = never
        self.instead = instead
    }

    private enum CodingKeys: String, CodingKey {
        case answer = "answer"
        case reasons = "reasons"
        case steps = "steps"
        case already = "already"
        case never = "never"
        case instead = "instead"
    }
}

/// What is to be written.
public struct Export: Codable, Hashable, Sendable {
    /// Who asks.
    public var actor: Actor
    /// Which columns, in this order; without anything, all. Those of an import file can be imported elsewhere.
    public var columns: [ExportColumn]?
    /// Which partners; without anything, all but the deactivated.
    public var filter: PartnerFilter?

    public init(actor: Actor, columns: [ExportColumn]? = nil, filter: PartnerFilter? = nil) {
        self.actor = actor
        self.columns = columns
        self.filter = filter
    }

    private enum CodingKeys: String, CodingKey {
        case actor = "actor"
        case columns = "columns"
        case filter = "filter"
    }
}

/// A column of an export. Its header is its wire name.
public enum ExportColumn: String, Codable, Hashable, Sendable, CaseIterable {
    /// The name.
    case name = "name"
    /// The contact address.
    case email = "email"
    /// The name of the group.
    case group = "group"
    /// The quota.
    case quota = "quota"
    /// Whether it gets emails: yes or no.
    case sendEmails = "send_emails"
    /// The host's id of a storage location.
    case defaultStorageLocation = "default_storage_location"
    /// Notes for the bank only.
    case notes = "notes"
    /// Information the partner sees.
    case infoForPartner = "info_for_partner"
    /// The host's own key.
    case externalId = "external_id"
    /// The status.
    case status = "status"
    /// While deactivated, the status before.
    case statusBefore = "status_before"
    /// Whether it stands for the bank's own direct distribution: yes or no.
    case proxy = "proxy"
    /// When it was added.
    case addedAt = "added_at"
    /// When it last submitted.
    case submittedAt = "submitted_at"
    /// When it was last approved.
    case approvedAt = "approved_at"
    /// Its id here.
    case id = "id"
}

/// What was written.
public struct Exported: Codable, Hashable, Sendable {
    /// How many partners.
    public var partners: Int
    /// Whether anything happened in the bank while it was written. Each partner is as it was at some moment of the
    /// writing, and none that was there all along is missing or stands twice unless it was renamed.
    public var changedMeanwhile: Bool

    public init(partners: Int, changedMeanwhile: Bool) {
        self.partners = partners
        self.changedMeanwhile = changedMeanwhile
    }

    private enum CodingKeys: String, CodingKey {
        case partners = "partners"
        case changedMeanwhile = "changed_meanwhile"
    }
}

/// The first steps of a new bank.
public enum FirstStep: String, Codable, Hashable, Sendable, CaseIterable {
    /// Add an item.
    case addItems = "add_items"
    /// Add a category.
    case addCategories = "add_categories"
    /// Add a group.
    case addGroups = "add_groups"
    /// Import or add partners.
    case addPartners = "add_partners"
    /// Invite a partner.
    case invitePartners = "invite_partners"
    /// Approve a partner.
    case approvePartners = "approve_partners"
    /// The first request is filed.
    case firstRequest = "first_request"
    /// The first distribution is recorded.
    case firstDistribution = "first_distribution"
}

/// Everything a host needs to draw the form.
public struct Form: Codable, Hashable, Sendable {
    /// The language it is in.
    public var language: Language
    /// The sections that are on, in order.
    public var sections: [FormSection]

    public init(language: Language, sections: [FormSection]) {
        self.language = language
        self.sections = sections
    }

    private enum CodingKeys: String, CodingKey {
        case language = "language"
        case sections = "sections"
    }
}

/// One of the values of a choice.
public struct FormChoice: Codable, Hashable, Sendable {
    /// Its key.
    public var key: String
    /// What people see.
    public var label: String

    public init(key: String, label: String) {
        self.key = key
        self.label = label
    }

    private enum CodingKeys: String, CodingKey {
        case key = "key"
        case label = "label"
    }
}

/// A field of the form.
public struct FormField: Codable, Hashable, Sendable {
    /// Its key.
    public var key: String
    /// What it takes: `yes_no`, `year`, `number`, `percent`, `line`, `text`, `choice`, `email`, `emails`, `document`,
    /// `documents` or `areas`.
    public var type: String
    /// What people see beside it.
    public var label: String
    /// Whether it is one of the bank's own.
    public var own: Bool
    /// For a choice, what there is to choose from.
    public var choices: [FormChoice]?
    /// What is wanted there.
    public var help: String?
    /// The least number.
    public var least: Int?
    /// The largest number. For a year there is none: it is the present one.
    public var most: Int?
    /// The most characters.
    public var mostCharacters: Int?
    /// The most entries of a list.
    public var mostEntries: Int?

    public init(key: String, type: String, label: String, own: Bool, choices: [FormChoice]? = nil, help: String? = nil, least: Int? = nil, most: Int? = nil, mostCharacters: Int? = nil, mostEntries: Int? = nil) {
        self.key = key
        self.type = type
        self.label = label
        self.own = own
        self.choices = choices
        self.help = help
        self.least = least
        self.most = most
        self.mostCharacters = mostCharacters
        self.mostEntries = mostEntries
    }

    private enum CodingKeys: String, CodingKey {
        case key = "key"
        case type = "type"
        case label = "label"
        case own = "own"
        case choices = "choices"
        case help = "help"
        case least = "least"
        case most = "most"
        case mostCharacters = "most_characters"
        case mostEntries = "most_entries"
    }
}

/// A section of the form.
public struct FormSection: Codable, Hashable, Sendable {
    /// Its key.
    public var key: Section
    /// Its heading.
    public var label: String
    /// Whether the bank may switch it off.
    public var optional: Bool
    /// Its fields, in order: the library's, then the bank's own.
    public var fields: [FormField]

    public init(key: Section, label: String, optional: Bool, fields: [FormField]) {
        self.key = key
        self.label = label
        self.optional = optional
        self.fields = fields
    }

    private enum CodingKeys: String, CodingKey {
        case key = "key"
        case label = "label"
        case optional = "optional"
        case fields = "fields"
    }
}

/// When a placeholder has a value.
public enum Given: String, Codable, Hashable, Sendable, CaseIterable {
    /// In every message of the kind, and no text may do without it: the message would be of no use.
    case required = "required"
    /// In every message of the kind.
    case always = "always"
    /// In some.
    case sometimes = "sometimes"
}

/// A group of partners that may request the same categories of items.
public struct Group: Codable, Hashable, Sendable {
    /// Its id.
    public var id: GroupId
    /// How often it has been written.
    public var version: Int
    /// Its name, unique in the bank.
    public var name: String
    /// The categories its members may request. None means nothing.
    public var categories: [CategoryId]
    /// The most of an item a member may ask for in one request; each unit counts apart.
    public var caps: [String: Int]
    /// When its members are reminded of the deadline. It wins over the bank's schedule as a whole.
    public var reminders: Schedule?
    /// When that was last changed: days before are not caught up.
    public var remindersSince: Moment?

    public init(id: GroupId, version: Int, name: String, categories: [CategoryId], caps: [String: Int], reminders: Schedule? = nil, remindersSince: Moment? = nil) {
        self.id = id
        self.version = version
        self.name = name
        self.categories = categories
        self.caps = caps
        self.reminders = reminders
        self.remindersSince = remindersSince
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case name = "name"
        case categories = "categories"
        case caps = "caps"
        case reminders = "reminders"
        case remindersSince = "reminders_since"
    }
}

/// A group of partners.
public struct GroupId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A change to a group: absent is unchanged.
public struct GroupPatch: Codable, Hashable, Sendable {
    /// All its categories.
    public var categories: [CategoryId]?
    /// A new name.
    public var name: String?
    /// See `Group::reminders`: replaced as a whole; cleared, the bank's schedule holds.
    public var reminders: Change<Schedule>?

    public init(categories: [CategoryId]? = nil, name: String? = nil, reminders: Change<Schedule>? = nil) {
        self.categories = categories
        self.name = name
        self.reminders = reminders
    }

    private enum CodingKeys: String, CodingKey {
        case categories = "categories"
        case name = "name"
        case reminders = "reminders"
    }
}

/// A role with how a person stands to it, as it stands on the wire.
public struct HeldRole: Codable, Hashable, Sendable {
    /// The role.
    public var role: Role
    /// Since when it holds the role; none as long as it is only invited.
    public var acceptedAt: Moment?
    /// The one invitation that can still be accepted: a newer one takes its place.
    public var invitation: Invitation?
    /// When it last signed in in this role.
    public var lastUsedAt: Moment?

    public init(role: Role, acceptedAt: Moment? = nil, invitation: Invitation? = nil, lastUsedAt: Moment? = nil) {
        self.role = role
        self.acceptedAt = acceptedAt
        self.invitation = invitation
        self.lastUsedAt = lastUsedAt
    }

    private enum CodingKeys: String, CodingKey {
        case role = "role"
        case acceptedAt = "accepted_at"
        case invitation = "invitation"
        case lastUsedAt = "last_used_at"
    }
}

/// An import that was done, now or before under the same key.
public struct ImportDone: Codable, Hashable, Sendable {
    /// The receipt.
    public var receipt: Receipt
    /// What was noticed in the file: warnings and notes.
    public var report: Report

    public init(receipt: Receipt, report: Report) {
        self.receipt = receipt
        self.report = report
    }

    private enum CodingKeys: String, CodingKey {
        case receipt = "receipt"
        case report = "report"
    }
}

/// A whole file of partners inside a message. Hosts import from streams instead; this is for tests and small lists.
public struct ImportText: Codable, Hashable, Sendable {
    /// The file, as text.
    public var content: String
    /// The idempotency key.
    public var key: String?
    /// Only say what would happen.
    public var preview: Bool?
    /// Also give back the rejected rows as CSV (preview only).
    public var rejected: Bool?

    public init(content: String, key: String? = nil, preview: Bool? = nil, rejected: Bool? = nil) {
        self.content = content
        self.key = key
        self.preview = preview
        self.rejected = rejected
    }

    private enum CodingKeys: String, CodingKey {
        case content = "content"
        case key = "key"
        case preview = "preview"
        case rejected = "rejected"
    }
}

/// An invitation to a role.
public struct Invitation: Codable, Hashable, Sendable {
    /// Its id.
    public var id: InvitationId
    /// When it was made.
    public var at: Moment
    /// From when on it can no longer be accepted.
    public var expiresAt: Moment

    public init(id: InvitationId, at: Moment, expiresAt: Moment) {
        self.id = id
        self.at = at
        self.expiresAt = expiresAt
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case at = "at"
        case expiresAt = "expires_at"
    }
}

/// An invitation of a person to a role.
public struct InvitationId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What a token stands for: one invitation of one person to one role.
public struct InvitationRef: Codable, Hashable, Sendable {
    /// Who is invited.
    public var person: PersonId
    /// To what.
    public var role: Role
    /// By which invitation.
    public var invitation: InvitationId

    public init(person: PersonId, role: Role, invitation: InvitationId) {
        self.person = person
        self.role = role
        self.invitation = invitation
    }

    private enum CodingKeys: String, CodingKey {
        case person = "person"
        case role = "role"
        case invitation = "invitation"
    }
}

/// Something a bank hands out.
public struct Item: Codable, Hashable, Sendable {
    /// Its id.
    public var id: ItemId
    /// How often it has been written.
    public var version: Int
    /// Its name, unique in the bank.
    public var name: String
    /// Whether it is in use at all.
    public var active: Bool
    /// Whether partners can see it.
    public var visible: Bool
    /// Pieces for one person, 1 to 1,000,000.
    public var quantityPerPerson: Int
    /// Units it can be requested in beside plain pieces: `pack`, `case`.
    public var units: [String]
    /// The category it is in.
    public var category: CategoryId?

    public init(id: ItemId, version: Int, name: String, active: Bool, visible: Bool, quantityPerPerson: Int, units: [String], category: CategoryId? = nil) {
        self.id = id
        self.version = version
        self.name = name
        self.active = active
        self.visible = visible
        self.quantityPerPerson = quantityPerPerson
        self.units = units
        self.category = category
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case name = "name"
        case active = "active"
        case visible = "visible"
        case quantityPerPerson = "quantity_per_person"
        case units = "units"
        case category = "category"
    }
}

/// What is known of an item.
public struct ItemDetails: Codable, Hashable, Sendable {
    /// Its name, unique in the bank.
    public var name: String
    /// Whether it is in use at all.
    public var active: Bool
    /// Whether partners can see it.
    public var visible: Bool
    /// Pieces for one person, 1 to 1,000,000.
    public var quantityPerPerson: Int
    /// Units it can be requested in beside plain pieces: `pack`, `case`.
    public var units: [String]
    /// The category it is in.
    public var category: CategoryId?

    public init(name: String, active: Bool, visible: Bool, quantityPerPerson: Int, units: [String], category: CategoryId? = nil) {
        self.name = name
        self.active = active
        self.visible = visible
        self.quantityPerPerson = quantityPerPerson
        self.units = units
        self.category = category
    }

    private enum CodingKeys: String, CodingKey {
        case name = "name"
        case active = "active"
        case visible = "visible"
        case quantityPerPerson = "quantity_per_person"
        case units = "units"
        case category = "category"
    }
}

/// An item a bank hands out.
public struct ItemId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// An item that a partner may request now and could not request then.
public struct ItemLost: Codable, Hashable, Sendable {
    /// The partner.
    public var partner: PartnerId
    /// The item.
    public var item: ItemId
    /// Why.
    public var reasons: [Reason]

    public init(partner: PartnerId, item: ItemId, reasons: [Reason]) {
        self.partner = partner
        self.item = item
        self.reasons = reasons
    }

    private enum CodingKeys: String, CodingKey {
        case partner = "partner"
        case item = "item"
        case reasons = "reasons"
    }
}

/// A change to an item: absent is unchanged, null is cleared.
public struct ItemPatch: Codable, Hashable, Sendable {
    /// Whether it is in use.
    public var active: Bool?
    /// Another category, or none.
    public var category: Change<CategoryId>?
    /// A new name.
    public var name: String?
    /// Pieces for one person.
    public var quantityPerPerson: Int?
    /// All its units.
    public var units: [String]?
    /// Whether partners see it.
    public var visible: Bool?

    public init(active: Bool? = nil, category: Change<CategoryId>? = nil, name: String? = nil, quantityPerPerson: Int? = nil, units: [String]? = nil, visible: Bool? = nil) {
        self.active = active
        self.category = category
        self.name = name
        self.quantityPerPerson = quantityPerPerson
        self.units = units
        self.visible = visible
    }

    private enum CodingKeys: String, CodingKey {
        case active = "active"
        case category = "category"
        case name = "name"
        case quantityPerPerson = "quantity_per_person"
        case units = "units"
        case visible = "visible"
    }
}

/// Whether a partner may request an item.
public struct ItemPermission: Codable, Hashable, Sendable {
    /// The item.
    public var item: ItemId
    /// Its name.
    public var name: String
    /// The answer.
    public var permitted: Bool
    /// How the answer came about.
    public var permission: Permission
    /// Every reason for a no.
    public var reasons: [Reason]

    public init(item: ItemId, name: String, permitted: Bool, permission: Permission, reasons: [Reason]) {
        self.item = item
        self.name = name
        self.permitted = permitted
        self.permission = permission
        self.reasons = reasons
    }

    private enum CodingKeys: String, CodingKey {
        case item = "item"
        case name = "name"
        case permitted = "permitted"
        case permission = "permission"
        case reasons = "reasons"
    }
}

/// A command kept until the bank can be reached.
public struct Kept: Codable, Hashable, Sendable {
    /// Its id, drawn when it was recorded. See `Order::id`.
    public var id: CommandId
    /// What is asked.
    public var command: Command
    /// What it was decided on. Where that has moved, the command is not carried out. Empty: carry it out whatever
    /// happened, if the rules of then allow it.
    public var seen: [SeenRow]?

    public init(id: CommandId, command: Command, seen: [SeenRow]? = nil) {
        self.id = id
        self.command = command
        self.seen = seen
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case command = "command"
        case seen = "seen"
    }
}

/// A person in an event, with what is written down of it if the bank does not know it yet.
public struct KnownAs: Codable, Hashable, Sendable {
    /// Its id.
    public var id: PersonId
    /// Its address.
    public var email: String
    /// Its language; kept if none is known yet.
    public var language: Language?
    /// Its name; kept if none is known yet.
    public var name: String?

    public init(id: PersonId, email: String, language: Language? = nil, name: String? = nil) {
        self.id = id
        self.email = email
        self.language = language
        self.name = name
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case email = "email"
        case language = "language"
        case name = "name"
    }
}

/// A language of sentences, labels and messages, named by its BCP 47 tag.
public enum Language: String, Codable, Hashable, Sendable, CaseIterable {
    /// English, complete: the language of a new bank.
    case en = "en"
    /// Spanish, complete; not yet reviewed by native speakers.
    case es = "es"
    /// French, begun: what is not translated yet is said in English. Not yet reviewed by native speakers.
    case fr = "fr"
}

/// How bad a problem is.
public enum Level: String, Codable, Hashable, Sendable, CaseIterable {
    /// The file cannot be imported.
    case error = "error"
    /// Somebody should look; the file can be imported.
    case warning = "warning"
    /// Said for the record; kept as it is.
    case note = "note"
}

/// A line of an open request that the partner may no longer request.
public struct LineNoLongerPermitted: Codable, Hashable, Sendable {
    /// The request.
    public var request: RequestId
    /// The item.
    public var item: ItemId
    /// Why.
    public var reasons: [Reason]

    public init(request: RequestId, item: ItemId, reasons: [Reason]) {
        self.request = request
        self.item = item
        self.reasons = reasons
    }

    private enum CodingKeys: String, CodingKey {
        case request = "request"
        case item = "item"
        case reasons = "reasons"
    }
}

/// One message.
public struct WireMessage: Codable, Hashable, Sendable {
    /// Who speaks.
    public var actor: Actor
    /// The time.
    public var at: Moment?
    /// Do this.
    public var command: Command?
    /// The command's id. See `Order::id`.
    public var id: CommandId?
    /// Import this.
    public var `import`: ImportText?
    /// The language of sentences in the answer; English if absent.
    public var language: Language?
    /// Deliver messages (the bank's scheduler).
    public var outbox: Delivering?
    /// Say what this would do.
    public var preview: Command?
    /// Answer this.
    public var question: Question?
    /// Do the daily job: of one bank as its scheduler, of all banks as the host.
    public var runDue: RunDue?
    /// Take in commands that were recorded without the bank, in the order they were recorded. See `System::sync`.
    public var sync: [Kept]?
    /// The version of the format; 1 if absent.
    public var v: Int?

    public init(actor: Actor, at: Moment? = nil, command: Command? = nil, id: CommandId? = nil, `import`: ImportText? = nil, language: Language? = nil, outbox: Delivering? = nil, preview: Command? = nil, question: Question? = nil, runDue: RunDue? = nil, sync: [Kept]? = nil, v: Int? = nil) {
        self.actor = actor
        self.at = at
        self.command = command
        self.id = id
        self.import = `import`
        self.language = language
        self.outbox = outbox
        self.preview = preview
        self.question = question
        self.runDue = runDue
        self.sync = sync
        self.v = v
    }

    private enum CodingKeys: String, CodingKey {
        case actor = "actor"
        case at = "at"
        case command = "command"
        case id = "id"
        case `import` = "import"
        case language = "language"
        case outbox = "outbox"
        case preview = "preview"
        case question = "question"
        case runDue = "run_due"
        case sync = "sync"
        case v = "v"
    }
}

/// A message in the outbox.
public struct Message: Codable, Hashable, Sendable {
    /// Its id, the same whenever the same command is decided.
    public var id: MessageId
    /// What it is.
    public var kind: MessageKind
    /// Who gets it, each once.
    public var recipients: [Recipient]
    /// The language, as a BCP 47 tag.
    public var language: String
    /// One line.
    public var subject: String
    /// The text, plain.
    public var text: String
    /// The same as HTML, every value escaped.
    public var html: String
    /// The values in it, for a host that writes its own text.
    public var data: [String: JSON]
    /// When it was caused.
    public var at: Moment
    /// How far its delivery has come.
    public var delivery: Delivery?
    /// The invitation it carries: the token is made when the message is handed out, and put in place of `{link}` in its
    /// texts.
    public var invitation: InvitationRef?
    /// The partner it is about; none if it is about the bank's own people.
    public var partner: PartnerId?

    public init(id: MessageId, kind: MessageKind, recipients: [Recipient], language: String, subject: String, text: String, html: String, data: [String: JSON], at: Moment, delivery: Delivery? = nil, invitation: InvitationRef? = nil, partner: PartnerId? = nil) {
        self.id = id
        self.kind = kind
        self.recipients = recipients
        self.language = language
        self.subject = subject
        self.text = text
        self.html = html
        self.data = data
        self.at = at
        self.delivery = delivery
        self.invitation = invitation
        self.partner = partner
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case kind = "kind"
        case recipients = "recipients"
        case language = "language"
        case subject = "subject"
        case text = "text"
        case html = "html"
        case data = "data"
        case at = "at"
        case delivery = "delivery"
        case invitation = "invitation"
        case partner = "partner"
    }
}

/// Whether a reminder went out, or will, and why not.
public struct MessageExplanation: Codable, Hashable, Sendable {
    /// Yes if it went out or is to go out on that day.
    public var answer: Answer
    /// What went out on that day, and what was due then and went out on another.
    public var sent: [Reminder]
    /// What is still to go out on that day, as things stand.
    public var due: [Occurrence]
    /// Every reason for a no, as things stand now. How they stood on a day that is over is told by the history.
    public var reasons: [SaidReason]
    /// The day of the next one after that day and after today, as things stand.
    public var next: Day?

    public init(answer: Answer, sent: [Reminder], due: [Occurrence], reasons: [SaidReason], next: Day? = nil) {
        self.answer = answer
        self.sent = sent
        self.due = due
        self.reasons = reasons
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case answer = "answer"
        case sent = "sent"
        case due = "due"
        case reasons = "reasons"
        case next = "next"
    }
}

/// One message in the outbox. Stable, so that a mail provider can drop a repeat.
public struct MessageId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What a message is.
public enum MessageKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// A person is invited to a role.
    case invitation = "invitation"
    /// A person holds one more role, with the login it has.
    case roleAdded = "role_added"
    /// A partner has submitted.
    case approvalRequested = "approval_requested"
    /// The bank has approved.
    case approved = "approved"
    /// The bank asks for changes.
    case changesAsked = "changes_asked"
    /// The bank asks for recertification.
    case recertificationRequired = "recertification_required"
    /// A request has come in.
    case requestReceived = "request_received"
    /// A request was cancelled.
    case requestCancelled = "request_cancelled"
    /// A distribution is scheduled.
    case distributionScheduled = "distribution_scheduled"
    /// A distribution has changed.
    case distributionChanged = "distribution_changed"
    /// A distribution was taken back.
    case distributionTakenBack = "distribution_taken_back"
    /// The deadline for requests comes near.
    case deadlineReminder = "deadline_reminder"
    /// Recertification comes due.
    case recertificationDue = "recertification_due"
    /// A distribution is tomorrow.
    case distributionTomorrow = "distribution_tomorrow"
}

/// How the goods reach the partner.
public enum Method: String, Codable, Hashable, Sendable, CaseIterable {
    /// The partner comes for them.
    case pickUp = "pick_up"
    /// The bank brings them.
    case delivery = "delivery"
    /// The bank sends them.
    case shipped = "shipped"
}

/// A row that is no longer what a command was decided on.
public struct MovedRow: Codable, Hashable, Sendable {
    /// The row.
    public var row: RowId
    /// The version that was seen; that of the first command that was not carried out, where one before it in the batch
    /// was decided on the same row.
    public var seen: Int
    /// What happened to it since, oldest first, at most `MAX_PAGE`: for partners, their requests and their distributions.
    public var since: [Recorded]
    /// Its version now; none if it is not there, or not for the asker to see.
    public var now: Int?

    public init(row: RowId, seen: Int, since: [Recorded], now: Int? = nil) {
        self.row = row
        self.seen = seen
        self.since = since
        self.now = now
    }

    private enum CodingKeys: String, CodingKey {
        case row = "row"
        case seen = "seen"
        case since = "since"
        case now = "now"
    }
}

/// What may stand in braces in a bank's own text.
public struct NamedPlaceholder: Codable, Hashable, Sendable {
    /// Its name, as it stands between the braces.
    public var name: String
    /// When it has a value.
    public var given: Given

    public init(name: String, given: Given) {
        self.name = name
        self.given = given
    }

    private enum CodingKeys: String, CodingKey {
        case name = "name"
        case given = "given"
    }
}

/// A new bank.
public struct NewBank: Codable, Hashable, Sendable {
    /// Its name, 1 to 200 characters.
    public var name: String
    /// The address that gets what partners submit.
    public var email: String
    /// The address of its first admin. Without one the host says who may act.
    public var admin: String?
    /// The id it shall have; without one it gets one.
    public var id: BankId?

    public init(name: String, email: String, admin: String? = nil, id: BankId? = nil) {
        self.name = name
        self.email = email
        self.admin = admin
        self.id = id
    }

    private enum CodingKeys: String, CodingKey {
        case name = "name"
        case email = "email"
        case admin = "admin"
        case id = "id"
    }
}

/// A new distribution.
public struct NewDistribution: Codable, Hashable, Sendable {
    /// Who receives it.
    public var partner: PartnerId
    /// What is handed out, at least one line.
    public var lines: [NewDistributionLine]
    /// The day, in the bank's time zone.
    public var date: Day
    /// How the goods reach the partner.
    public var method: Method
    /// Words, at most 10,000 characters.
    public var comment: String?
    /// The id it shall have; without one it gets one.
    public var id: DistributionId?
    /// The request it fulfils.
    public var request: RequestId?

    public init(partner: PartnerId, lines: [NewDistributionLine], date: Day, method: Method, comment: String? = nil, id: DistributionId? = nil, request: RequestId? = nil) {
        self.partner = partner
        self.lines = lines
        self.date = date
        self.method = method
        self.comment = comment
        self.id = id
        self.request = request
    }

    private enum CodingKeys: String, CodingKey {
        case partner = "partner"
        case lines = "lines"
        case date = "date"
        case method = "method"
        case comment = "comment"
        case id = "id"
        case request = "request"
    }
}

/// One line of a distribution as it is given.
public struct NewDistributionLine: Codable, Hashable, Sendable {
    /// The item.
    public var item: ItemId
    /// Pieces: a whole number from 1 to 1,000,000,000.
    public var quantity: Int

    public init(item: ItemId, quantity: Int) {
        self.item = item
        self.quantity = quantity
    }

    private enum CodingKeys: String, CodingKey {
        case item = "item"
        case quantity = "quantity"
    }
}

/// A new item. Only the name is needed.
public struct NewItem: Codable, Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Whether it is in use; yes unless said otherwise.
    public var active: Bool?
    /// Its category.
    public var category: CategoryId?
    /// The id it shall have; without one it gets one.
    public var id: ItemId?
    /// Whether it is a kit, which only sets the default of `quantity_per_person`.
    public var kit: Bool?
    /// Pieces for one person; 50 unless said otherwise, 1 for a kit.
    public var quantityPerPerson: Int?
    /// Units it can be requested in beside pieces.
    public var units: [String]?
    /// Whether partners see it; yes unless said otherwise.
    public var visible: Bool?

    public init(name: String, active: Bool? = nil, category: CategoryId? = nil, id: ItemId? = nil, kit: Bool? = nil, quantityPerPerson: Int? = nil, units: [String]? = nil, visible: Bool? = nil) {
        self.name = name
        self.active = active
        self.category = category
        self.id = id
        self.kit = kit
        self.quantityPerPerson = quantityPerPerson
        self.units = units
        self.visible = visible
    }

    private enum CodingKeys: String, CodingKey {
        case name = "name"
        case active = "active"
        case category = "category"
        case id = "id"
        case kit = "kit"
        case quantityPerPerson = "quantity_per_person"
        case units = "units"
        case visible = "visible"
    }
}

/// A new partner. Only name and email are needed; see `PartnerDetails`.
public struct NewPartner: Codable, Hashable, Sendable {
    /// Its name, 1 to 200 characters, unique in the bank by its normalised key.
    public var name: String
    /// Its contact address, unique in the bank.
    public var email: String
    /// Where the bank hands out to it: an id of the host's, not read by us.
    public var defaultStorageLocation: String?
    /// The host's own key, unique in the bank.
    public var externalId: String?
    /// The group it is in.
    public var group: GroupId?
    /// The id it shall have; without one it gets one.
    public var id: PartnerId?
    /// What the bank wants the partner to know, at most 10,000 characters.
    public var infoForPartner: String?
    /// The language it is written to in; without one, the bank's.
    public var language: Language?
    /// Notes only the bank sees, at most 10,000 characters.
    public var notes: String?
    /// Whether it stands for the bank's own direct distribution.
    public var proxy: Bool?
    /// Pieces it may ask for in one request.
    public var quota: Int?
    /// Whether it gets deadline reminders and distribution emails.
    public var sendEmails: Bool?

    public init(name: String, email: String, defaultStorageLocation: String? = nil, externalId: String? = nil, group: GroupId? = nil, id: PartnerId? = nil, infoForPartner: String? = nil, language: Language? = nil, notes: String? = nil, proxy: Bool? = nil, quota: Int? = nil, sendEmails: Bool? = nil) {
        self.name = name
        self.email = email
        self.defaultStorageLocation = defaultStorageLocation
        self.externalId = externalId
        self.group = group
        self.id = id
        self.infoForPartner = infoForPartner
        self.language = language
        self.notes = notes
        self.proxy = proxy
        self.quota = quota
        self.sendEmails = sendEmails
    }

    private enum CodingKeys: String, CodingKey {
        case name = "name"
        case email = "email"
        case defaultStorageLocation = "default_storage_location"
        case externalId = "external_id"
        case group = "group"
        case id = "id"
        case infoForPartner = "info_for_partner"
        case language = "language"
        case notes = "notes"
        case proxy = "proxy"
        case quota = "quota"
        case sendEmails = "send_emails"
    }
}

/// A person to be let in.
public struct NewPerson: Codable, Hashable, Sendable {
    /// Its address.
    public var email: String
    /// The language to write to it in; kept if the bank knows none yet.
    public var language: Language?
    /// Its name, at most 200 characters; kept if the bank knows none yet.
    public var name: String?

    public init(email: String, language: Language? = nil, name: String? = nil) {
        self.email = email
        self.language = language
        self.name = name
    }

    private enum CodingKeys: String, CodingKey {
        case email = "email"
        case language = "language"
        case name = "name"
    }
}

/// A new request.
public struct NewRequest: Codable, Hashable, Sendable {
    /// The partner it is for.
    public var partner: PartnerId
    /// How it counts.
    public var kind: RequestKind
    /// What is asked for, at least one line.
    public var lines: [NewRequestLine]
    /// Words, at most 10,000 characters.
    public var comment: String?
    /// The id it shall have; without one it gets one.
    public var id: RequestId?

    public init(partner: PartnerId, kind: RequestKind, lines: [NewRequestLine], comment: String? = nil, id: RequestId? = nil) {
        self.partner = partner
        self.kind = kind
        self.lines = lines
        self.comment = comment
        self.id = id
    }

    private enum CodingKeys: String, CodingKey {
        case partner = "partner"
        case kind = "kind"
        case lines = "lines"
        case comment = "comment"
        case id = "id"
    }
}

/// One line of a request as it is asked for.
public struct NewRequestLine: Codable, Hashable, Sendable {
    /// The item.
    public var item: ItemId
    /// Pieces, units or people: a whole number from 1 to 1,000,000.
    public var quantity: Int
    /// The unit; none for plain pieces and for people.
    public var unit: String?

    public init(item: ItemId, quantity: Int, unit: String? = nil) {
        self.item = item
        self.quantity = quantity
        self.unit = unit
    }

    private enum CodingKeys: String, CodingKey {
        case item = "item"
        case quantity = "quantity"
        case unit = "unit"
    }
}

/// A day of reminders that is to come.
public struct NextReminder: Codable, Hashable, Sendable {
    /// The day.
    public var day: Day
    /// The deadline it is about.
    public var deadline: Day
    /// When that day begins in the bank's time zone: the earliest moment the daily job sends it.
    public var from: Moment

    public init(day: Day, deadline: Day, from: Moment) {
        self.day = day
        self.deadline = deadline
        self.from = from
    }

    private enum CodingKeys: String, CodingKey {
        case day = "day"
        case deadline = "deadline"
        case from = "from"
    }
}

/// What became of an `Outcome`.
public enum Noted: String, Codable, Hashable, Sendable, CaseIterable {
    /// It is noted, now or already when it was said before.
    case done = "done"
    /// Sent by somebody whose lease had been given to another meanwhile. It is noted as sent, because it was; the
    /// other may send it, too, which is what the stable id is for.
    case late = "late"
    /// Nothing changes: the message was sent already, in another attempt.
    case sentBefore = "sent_before"
    /// Nothing changes: that attempt has lost its lease to a later one, or never was.
    case noLease = "no_lease"
    /// There is no such message.
    case notFound = "not_found"
}

/// One thing to be reminded of, once.
public indirect enum Occurrence: Codable, Hashable, Sendable {
    /// The deadline for requests comes near.
    case deadline(day: Day, deadline: Day)
    /// Recertification comes due.
    case recertification(due: Day, daysBefore: Int, requiredOn: Day)
    /// A distribution is tomorrow.
    case tomorrow(distribution: DistributionId, date: Day)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "deadline":
            let within = try one.nested("deadline")
            self = .deadline(
                day: try within.decode(Day.self, forKey: "day"),
                deadline: try within.decode(Day.self, forKey: "deadline"))
        case "recertification":
            let within = try one.nested("recertification")
            self = .recertification(
                due: try within.decode(Day.self, forKey: "due"),
                daysBefore: try within.decode(Int.self, forKey: "days_before"),
                requiredOn: try within.decode(Day.self, forKey: "required_on"))
        case "tomorrow":
            let within = try one.nested("tomorrow")
            self = .tomorrow(
                distribution: try within.decode(DistributionId.self, forKey: "distribution"),
                date: try within.decode(Day.self, forKey: "date"))
        default: throw WireKey.unknown(name, in: "Occurrence", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .deadline(let day, let deadline):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "deadline")
            try within.encode(day, forKey: "day")
            try within.encode(deadline, forKey: "deadline")
        case .recertification(let due, let daysBefore, let requiredOn):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "recertification")
            try within.encode(due, forKey: "due")
            try within.encode(daysBefore, forKey: "days_before")
            try within.encode(requiredOn, forKey: "required_on")
        case .tomorrow(let distribution, let date):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "tomorrow")
            try within.encode(distribution, forKey: "distribution")
            try within.encode(date, forKey: "date")
        }
    }
}

/// Which day of a month.
public indirect enum On: Codable, Hashable, Sendable {
    /// This day of the month, 1 to 28.
    case day(Int)
    /// The last day of the month.
    case lastDay
    /// The nth such weekday of the month.
    case weekday(nth: Int, weekday: Weekday)
    /// The last such weekday of the month.
    case lastWeekday(Weekday)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "day":
            self = .day(try one.keyed.decode(Int.self, forKey: "day"))
        case "last_day":
            self = .lastDay
        case "weekday":
            let within = try one.nested("weekday")
            self = .weekday(
                nth: try within.decode(Int.self, forKey: "nth"),
                weekday: try within.decode(Weekday.self, forKey: "weekday"))
        case "last_weekday":
            self = .lastWeekday(try one.keyed.decode(Weekday.self, forKey: "last_weekday"))
        default: throw WireKey.unknown(name, in: "On", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .day(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "day")
        case .lastDay:
            var word = encoder.singleValueContainer()
            try word.encode("last_day")
        case .weekday(let nth, let weekday):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "weekday")
            try within.encode(nth, forKey: "nth")
            try within.encode(weekday, forKey: "weekday")
        case .lastWeekday(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "last_weekday")
        }
    }
}

/// Requests that are not done with.
public struct OpenRequests: Codable, Hashable, Sendable {
    /// Nobody has claimed these.
    public var pending: Int
    /// Somebody has claimed these.
    public var started: Int
    /// When the oldest of them was filed.
    public var oldest: Moment?

    public init(pending: Int, started: Int, oldest: Moment? = nil) {
        self.pending = pending
        self.started = started
        self.oldest = oldest
    }

    private enum CodingKeys: String, CodingKey {
        case pending = "pending"
        case started = "started"
        case oldest = "oldest"
    }
}

/// How an attempt went.
public struct Outcome: Codable, Hashable, Sendable {
    /// The message.
    public var message: MessageId
    /// The number of the attempt: `Delivery::attempts` of the message as it was handed out.
    public var attempt: Int
    /// What came of it.
    public var result: Attempt

    public init(message: MessageId, attempt: Int, result: Attempt) {
        self.message = message
        self.attempt = attempt
        self.result = result
    }

    private enum CodingKeys: String, CodingKey {
        case message = "message"
        case attempt = "attempt"
        case result = "result"
    }
}

/// What happens to a request over the partner's quota.
public enum OverQuota: String, Codable, Hashable, Sendable, CaseIterable {
    /// It is taken, with a warning.
    case warn = "warn"
    /// It is refused.
    case refuse = "refuse"
}

/// A field of a bank's own.
public struct OwnField: Codable, Hashable, Sendable {
    /// Its key: `own_`, then small letters, digits and `_`.
    public var key: String
    /// What it takes. It stays the same for good.
    public var type: OwnType
    /// What people see beside it, in at least one language.
    public var label: [String: String]
    /// What is wanted there.
    public var help: [String: String]?
    /// It is no longer asked for.
    public var retired: Bool?
    /// The section it stands in.
    public var section: Section?

    public init(key: String, type: OwnType, label: [String: String], help: [String: String]? = nil, retired: Bool? = nil, section: Section? = nil) {
        self.key = key
        self.type = type
        self.label = label
        self.help = help
        self.retired = retired
        self.section = section
    }

    private enum CodingKeys: String, CodingKey {
        case key = "key"
        case type = "type"
        case label = "label"
        case help = "help"
        case retired = "retired"
        case section = "section"
    }
}

/// A bank's own text for one kind of message in one language.
public struct OwnText: Codable, Hashable, Sendable {
    /// One line, at most 200 characters. Only placeholders that always have a value, and no link.
    public var subject: String
    /// Plain words, at most 10,000 characters.
    public var text: String

    public init(subject: String, text: String) {
        self.subject = subject
        self.text = text
    }

    private enum CodingKeys: String, CodingKey {
        case subject = "subject"
        case text = "text"
    }
}

/// What a bank's own field may take.
public enum OwnType: String, Codable, Hashable, Sendable, CaseIterable {
    /// Yes or no.
    case yesNo = "yes_no"
    /// A year, up to the present one.
    case year = "year"
    /// A whole number from 0.
    case number = "number"
    /// 0 to 100 with at most one decimal.
    case percent = "percent"
    /// One line of text.
    case line = "line"
    /// Text of any number of lines.
    case text = "text"
    /// One email address.
    case email = "email"
}

/// A partner of one bank.
public struct Partner: Codable, Hashable, Sendable {
    /// Its id.
    public var id: PartnerId
    /// How often it has been written.
    public var version: Int
    /// Its name, 1 to 200 characters, unique in the bank by its normalised key.
    public var name: String
    /// Its contact address, unique in the bank.
    public var email: String
    /// Its status.
    public var status: Status
    /// When it was added.
    public var addedAt: Moment
    /// What it says about itself.
    public var profile: Profile
    /// Its own exceptions from what its group may request.
    public var exceptions: [String: Exception]
    /// When it was last approved.
    public var approvedAt: Moment?
    /// Where the bank hands out to it: an id of the host's, not read by us.
    public var defaultStorageLocation: String?
    /// Since when it has got emails without a break: its flag on, and not deactivated. None if it gets none. Reminders of
    /// days before are not caught up.
    public var emailsSince: Moment?
    /// The host's own key, unique in the bank.
    public var externalId: String?
    /// The group it is in.
    public var group: GroupId?
    /// Since when it has been in the group it is in, or in none; none if it was added to it.
    public var groupSince: Moment?
    /// The line of the import file it came from, if it was imported.
    public var importLine: Int?
    /// What the bank wants the partner to know, at most 10,000 characters.
    public var infoForPartner: String?
    /// The address that was last invited; none before the first invitation.
    public var invitedEmail: String?
    /// The language it is written to in; without one, the bank's.
    public var language: Language?
    /// Notes only the bank sees, at most 10,000 characters.
    public var notes: String?
    /// While deactivated, the status before.
    public var prior: Status?
    /// Whether it stands for the bank's own direct distribution.
    public var proxy: Bool?
    /// Pieces it may ask for in one request.
    public var quota: Int?
    /// When it was last reactivated.
    public var reactivatedAt: Moment?
    /// Whether it gets deadline reminders and distribution emails.
    public var sendEmails: Bool?
    /// When it last submitted for approval.
    public var submittedAt: Moment?

    public init(id: PartnerId, version: Int, name: String, email: String, status: Status, addedAt: Moment, profile: Profile, exceptions: [String: Exception], approvedAt: Moment? = nil, defaultStorageLocation: String? = nil, emailsSince: Moment? = nil, externalId: String? = nil, group: GroupId? = nil, groupSince: Moment? = nil, importLine: Int? = nil, infoForPartner: String? = nil, invitedEmail: String? = nil, language: Language? = nil, notes: String? = nil, prior: Status? = nil, proxy: Bool? = nil, quota: Int? = nil, reactivatedAt: Moment? = nil, sendEmails: Bool? = nil, submittedAt: Moment? = nil) {
        self.id = id
        self.version = version
        self.name = name
        self.email = email
        self.status = status
        self.addedAt = addedAt
        self.profile = profile
        self.exceptions = exceptions
        self.approvedAt = approvedAt
        self.defaultStorageLocation = defaultStorageLocation
        self.emailsSince = emailsSince
        self.externalId = externalId
        self.group = group
        self.groupSince = groupSince
        self.importLine = importLine
        self.infoForPartner = infoForPartner
        self.invitedEmail = invitedEmail
        self.language = language
        self.notes = notes
        self.prior = prior
        self.proxy = proxy
        self.quota = quota
        self.reactivatedAt = reactivatedAt
        self.sendEmails = sendEmails
        self.submittedAt = submittedAt
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case name = "name"
        case email = "email"
        case status = "status"
        case addedAt = "added_at"
        case profile = "profile"
        case exceptions = "exceptions"
        case approvedAt = "approved_at"
        case defaultStorageLocation = "default_storage_location"
        case emailsSince = "emails_since"
        case externalId = "external_id"
        case group = "group"
        case groupSince = "group_since"
        case importLine = "import_line"
        case infoForPartner = "info_for_partner"
        case invitedEmail = "invited_email"
        case language = "language"
        case notes = "notes"
        case prior = "prior"
        case proxy = "proxy"
        case quota = "quota"
        case reactivatedAt = "reactivated_at"
        case sendEmails = "send_emails"
        case submittedAt = "submitted_at"
    }
}

/// What the bank says about a partner; also what is needed to add one.
public struct PartnerDetails: Codable, Hashable, Sendable {
    /// Its name, 1 to 200 characters, unique in the bank by its normalised key.
    public var name: String
    /// Its contact address, unique in the bank.
    public var email: String
    /// Where the bank hands out to it: an id of the host's, not read by us.
    public var defaultStorageLocation: String?
    /// The host's own key, unique in the bank.
    public var externalId: String?
    /// The group it is in.
    public var group: GroupId?
    /// What the bank wants the partner to know, at most 10,000 characters.
    public var infoForPartner: String?
    /// The language it is written to in; without one, the bank's.
    public var language: Language?
    /// Notes only the bank sees, at most 10,000 characters.
    public var notes: String?
    /// Whether it stands for the bank's own direct distribution.
    public var proxy: Bool?
    /// Pieces it may ask for in one request.
    public var quota: Int?
    /// Whether it gets deadline reminders and distribution emails.
    public var sendEmails: Bool?

    public init(name: String, email: String, defaultStorageLocation: String? = nil, externalId: String? = nil, group: GroupId? = nil, infoForPartner: String? = nil, language: Language? = nil, notes: String? = nil, proxy: Bool? = nil, quota: Int? = nil, sendEmails: Bool? = nil) {
        self.name = name
        self.email = email
        self.defaultStorageLocation = defaultStorageLocation
        self.externalId = externalId
        self.group = group
        self.infoForPartner = infoForPartner
        self.language = language
        self.notes = notes
        self.proxy = proxy
        self.quota = quota
        self.sendEmails = sendEmails
    }

    private enum CodingKeys: String, CodingKey {
        case name = "name"
        case email = "email"
        case defaultStorageLocation = "default_storage_location"
        case externalId = "external_id"
        case group = "group"
        case infoForPartner = "info_for_partner"
        case language = "language"
        case notes = "notes"
        case proxy = "proxy"
        case quota = "quota"
        case sendEmails = "send_emails"
    }
}

/// Which partners to list. Empty means all that stand in the default list (everybody but the deactivated).
public struct PartnerFilter: Codable, Hashable, Sendable {
    /// Only this group.
    public var group: GroupId?
    /// Only these statuses; empty leaves out the deactivated.
    public var statuses: [Status]?
    /// Only partners whose name key has `name_key` of this in it, or whose email key
    /// `email_key` of it.
    public var text: String?

    public init(group: GroupId? = nil, statuses: [Status]? = nil, text: String? = nil) {
        self.group = group
        self.statuses = statuses
        self.text = text
    }

    private enum CodingKeys: String, CodingKey {
        case group = "group"
        case statuses = "statuses"
        case text = "text"
    }
}

/// A partner of one bank.
public struct PartnerId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A change to a partner by the bank: absent is unchanged, null is cleared.
public struct PartnerPatch: Codable, Hashable, Sendable {
    /// Where the bank hands out to it: an id of the host's, not read by us.
    public var defaultStorageLocation: Change<String>?
    /// A new contact address.
    public var email: String?
    /// The host's own key, unique in the bank.
    public var externalId: Change<String>?
    /// Another group, or none.
    public var group: Change<GroupId>?
    /// What the bank wants the partner to know, at most 10,000 characters.
    public var infoForPartner: Change<String>?
    /// The language it is written to in; without one, the bank's.
    public var language: Change<Language>?
    /// A new name.
    public var name: String?
    /// Notes only the bank sees, at most 10,000 characters.
    public var notes: Change<String>?
    /// Whether it stands for the bank's own direct distribution.
    public var proxy: Bool?
    /// Another quota, or none.
    public var quota: Change<Int>?
    /// Whether it gets emails.
    public var sendEmails: Bool?

    public init(defaultStorageLocation: Change<String>? = nil, email: String? = nil, externalId: Change<String>? = nil, group: Change<GroupId>? = nil, infoForPartner: Change<String>? = nil, language: Change<Language>? = nil, name: String? = nil, notes: Change<String>? = nil, proxy: Bool? = nil, quota: Change<Int>? = nil, sendEmails: Bool? = nil) {
        self.defaultStorageLocation = defaultStorageLocation
        self.email = email
        self.externalId = externalId
        self.group = group
        self.infoForPartner = infoForPartner
        self.language = language
        self.name = name
        self.notes = notes
        self.proxy = proxy
        self.quota = quota
        self.sendEmails = sendEmails
    }

    private enum CodingKeys: String, CodingKey {
        case defaultStorageLocation = "default_storage_location"
        case email = "email"
        case externalId = "external_id"
        case group = "group"
        case infoForPartner = "info_for_partner"
        case language = "language"
        case name = "name"
        case notes = "notes"
        case proxy = "proxy"
        case quota = "quota"
        case sendEmails = "send_emails"
    }
}

/// In which order partners are listed. Those that are alike in it come by name.
public enum PartnerSort: String, Codable, Hashable, Sendable, CaseIterable {
    /// By name.
    case name = "name"
    /// By status, in the order of a partner's life.
    case status = "status"
    /// By when they were added, the first one first.
    case added = "added"
    /// By when they submitted last, the first one first; those that never did come last.
    case submitted = "submitted"
}

/// 0 to 100 with at most one decimal: a text such as `33.3`, or a number.
public typealias Percent = JSON

/// Whether a partner may request an item, and by which rule.
public struct Permission: Codable, Hashable, Sendable {
    /// Whether the item is in use.
    public var active: Bool
    /// Whether partners can see the item.
    public var visible: Bool
    /// The rule that was asked.
    public var rule: Rule
    /// What that rule says.
    public var allowed: Bool
    /// The most that may be asked for in one request, each unit apart.
    public var cap: Int?

    public init(active: Bool, visible: Bool, rule: Rule, allowed: Bool, cap: Int? = nil) {
        self.active = active
        self.visible = visible
        self.rule = rule
        self.allowed = allowed
        self.cap = cap
    }

    private enum CodingKeys: String, CodingKey {
        case active = "active"
        case visible = "visible"
        case rule = "rule"
        case allowed = "allowed"
        case cap = "cap"
    }
}

/// A person as one bank knows it.
public struct Person: Codable, Hashable, Sendable {
    /// Its id: `person_id` of its address.
    public var id: PersonId
    /// How often the row has been written.
    public var version: Int
    /// Its address, as the bank first wrote it.
    public var email: String
    /// What it may act as in this bank, and what it is invited to.
    public var roles: [HeldRole]
    /// The language it wants to be written to in.
    public var language: Language?
    /// Its name.
    public var name: String?

    public init(id: PersonId, version: Int, email: String, roles: [HeldRole], language: Language? = nil, name: String? = nil) {
        self.id = id
        self.version = version
        self.email = email
        self.roles = roles
        self.language = language
        self.name = name
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case email = "email"
        case roles = "roles"
        case language = "language"
        case name = "name"
    }
}

/// A human with one login: see `person_id`.
public struct PersonId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What a command would do.
public struct Preview: Codable, Hashable, Sendable {
    /// The answer it would get.
    public var done: Done
    /// What would happen.
    public var events: [Event]
    /// What people would be told.
    public var messages: [Message]
    /// The rows it would write.
    public var writes: [Write]

    public init(done: Done, events: [Event], messages: [Message], writes: [Write]) {
        self.done = done
        self.events = events
        self.messages = messages
        self.writes = writes
    }

    private enum CodingKeys: String, CodingKey {
        case done = "done"
        case events = "events"
        case messages = "messages"
        case writes = "writes"
    }
}

/// One problem of a file.
/// 
/// There may be many at once, so a problem is kept small: parameters that are told by its place and its value, and the
/// sentence, are made when asked for. On the wire all of them stand.
public struct Problem: Codable, Hashable, Sendable {
    /// The physical line where the record starts, counted from 1, the header and line ends within quotes included.
    public var line: Int
    /// How bad it is.
    public var level: Level
    /// What it is.
    public var code: Code
    /// One plain sentence, in the language asked for.
    public var sentence: String
    /// The column, from 1.
    public var column: Int?
    /// The field of the partner.
    public var field: String?
    /// For a duplicate, the line that has it first.
    public var firstLine: Int?
    /// The parameters of the code.
    public var params: [String: JSON]?
    /// The number of the record, from 1, blank lines and the header left out.
    public var record: Int?
    /// What stands in the cell, cut to 200 characters.
    public var value: String?

    public init(line: Int, level: Level, code: Code, sentence: String, column: Int? = nil, field: String? = nil, firstLine: Int? = nil, params: [String: JSON]? = nil, record: Int? = nil, value: String? = nil) {
        self.line = line
        self.level = level
        self.code = code
        self.sentence = sentence
        self.column = column
        self.field = field
        self.firstLine = firstLine
        self.params = params
        self.record = record
        self.value = value
    }

    private enum CodingKeys: String, CodingKey {
        case line = "line"
        case level = "level"
        case code = "code"
        case sentence = "sentence"
        case column = "column"
        case field = "field"
        case firstLine = "first_line"
        case params = "params"
        case record = "record"
        case value = "value"
    }
}

/// What a partner says about itself, by field key. A bank's own fields begin with `own_`.
public typealias Profile = [String: JSON]

/// A change to a profile: a field that is not named is unchanged, null is cleared.
public typealias ProfilePatch = [String: JSON]

/// What can be asked. Pages hold at most `MAX_PAGE` rows.
public indirect enum Question: Codable, Hashable, Sendable {
    /// The bank and its settings.
    case bank
    /// The receipt of the import, if there was one (bank).
    case receipt
    /// One partner.
    case partner(partner: PartnerId)
    /// The form of the profile in one language: the sections the bank asks for, their fields, limits and words.
    case profileSchema(language: Language? = nil)
    /// How much of a partner's profile is filled in.
    case profileCompleteness(partner: PartnerId)
    /// A page of partners, and the counts per status (bank).
    case partners(limit: Int, after: String? = nil, filter: PartnerFilter? = nil, sort: PartnerSort? = nil)
    /// A partner as it was at a past moment (bank).
    case partnerAsOf(partner: PartnerId, at: Moment)
    /// What is to be done next (bank).
    case dashboard
    /// All categories (bank).
    case categories
    /// All items (bank).
    case items
    /// All groups (bank).
    case groups
    /// For each item, whether the partner may request it and by which rule.
    case permitted(partner: PartnerId)
    /// Which actions the asker may take on the partner now.
    case allowedActions(partner: PartnerId)
    /// What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
    /// bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
    /// gets neither notes nor items that partners do not see.
    case takeAlong(partner: PartnerId)
    /// Why a partner has a capability or not, and what would change that.
    case explainCapability(partner: PartnerId, capability: Capability)
    /// Why a command would be refused, and what would change that.
    case explainCommand(command: Command)
    /// The bank's own people: admins and staff, those who are only invited too (bank).
    case people
    /// The users of a partner, those who are only invited too.
    case users(partner: PartnerId)
    /// All roles a person holds, in any bank, the one used last first (host).
    case rolesOf(person: PersonId)
    /// The bank's own texts of messages, and what may stand in braces in each kind (bank).
    case messageTexts
    /// What a message would say (bank).
    case previewMessageText(kind: MessageKind, language: Language? = nil, partner: PartnerId? = nil, text: OwnText? = nil)
    /// What a command would mean for what partners may request: who would lose which item, which open requests would
    /// no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
    case whatIf(command: Command)
    /// One request.
    case request(request: RequestId)
    /// A page of requests, newest first.
    case requests(limit: Int, after: RequestId? = nil, partner: PartnerId? = nil, states: [RequestState]? = nil)
    /// One distribution.
    case distribution(distribution: DistributionId)
    /// A page of distributions, newest first.
    case distributions(limit: Int, after: DistributionId? = nil, partner: PartnerId? = nil)
    /// The next days of reminders (bank).
    case nextReminders(limit: Int, from: Day? = nil, group: GroupId? = nil, schedule: Schedule? = nil)
    /// A page of partners whose recertification is due on a day or before, the first approved first (bank).
    case duePartners(on: Day, limit: Int, after: PartnerId? = nil)
    /// Whether and why, or why not, a partner gets or got a reminder on a day (bank).
    case explainMessage(partner: PartnerId, kind: ReminderKind, on: Day)
    /// Events, oldest first (bank).
    case history(limit: Int, after: Int? = nil, partner: PartnerId? = nil)
    /// Messages of the outbox, oldest first (bank).
    case messages(limit: Int, partner: PartnerId? = nil, skip: Int? = nil)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "bank":
            self = .bank
        case "receipt":
            self = .receipt
        case "partner":
            let within = try one.nested("partner")
            self = .partner(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "profile_schema":
            let within = try one.nested("profile_schema")
            self = .profileSchema(
                language: try within.decodeIfPresent(Language.self, forKey: "language"))
        case "profile_completeness":
            let within = try one.nested("profile_completeness")
            self = .profileCompleteness(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "partners":
            let within = try one.nested("partners")
            self = .partners(
                limit: try within.decode(Int.self, forKey: "limit"),
                after: try within.decodeIfPresent(String.self, forKey: "after"),
                filter: try within.decodeIfPresent(PartnerFilter.self, forKey: "filter"),
                sort: try within.decodeIfPresent(PartnerSort.self, forKey: "sort"))
        case "partner_as_of":
            let within = try one.nested("partner_as_of")
            self = .partnerAsOf(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                at: try within.decode(Moment.self, forKey: "at"))
        case "dashboard":
            self = .dashboard
        case "categories":
            self = .categories
        case "items":
            self = .items
        case "groups":
            self = .groups
        case "permitted":
            let within = try one.nested("permitted")
            self = .permitted(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "allowed_actions":
            let within = try one.nested("allowed_actions")
            self = .allowedActions(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "take_along":
            let within = try one.nested("take_along")
            self = .takeAlong(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "explain_capability":
            let within = try one.nested("explain_capability")
            self = .explainCapability(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                capability: try within.decode(Capability.self, forKey: "capability"))
        case "explain_command":
            let within = try one.nested("explain_command")
            self = .explainCommand(
                command: try within.decode(Command.self, forKey: "command"))
        case "people":
            self = .people
        case "users":
            let within = try one.nested("users")
            self = .users(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "roles_of":
            let within = try one.nested("roles_of")
            self = .rolesOf(
                person: try within.decode(PersonId.self, forKey: "person"))
        case "message_texts":
            self = .messageTexts
        case "preview_message_text":
            let within = try one.nested("preview_message_text")
            self = .previewMessageText(
                kind: try within.decode(MessageKind.self, forKey: "kind"),
                language: try within.decodeIfPresent(Language.self, forKey: "language"),
                partner: try within.decodeIfPresent(PartnerId.self, forKey: "partner"),
                text: try within.decodeIfPresent(OwnText.self, forKey: "text"))
        case "what_if":
            let within = try one.nested("what_if")
            self = .whatIf(
                command: try within.decode(Command.self, forKey: "command"))
        case "request":
            let within = try one.nested("request")
            self = .request(
                request: try within.decode(RequestId.self, forKey: "request"))
        case "requests":
            let within = try one.nested("requests")
            self = .requests(
                limit: try within.decode(Int.self, forKey: "limit"),
                after: try within.decodeIfPresent(RequestId.self, forKey: "after"),
                partner: try within.decodeIfPresent(PartnerId.self, forKey: "partner"),
                states: try within.decodeIfPresent([RequestState].self, forKey: "states"))
        case "distribution":
            let within = try one.nested("distribution")
            self = .distribution(
                distribution: try within.decode(DistributionId.self, forKey: "distribution"))
        case "distributions":
            let within = try one.nested("distributions")
            self = .distributions(
                limit: try within.decode(Int.self, forKey: "limit"),
                after: try within.decodeIfPresent(DistributionId.self, forKey: "after"),
                partner: try within.decodeIfPresent(PartnerId.self, forKey: "partner"))
        case "next_reminders":
            let within = try one.nested("next_reminders")
            self = .nextReminders(
                limit: try within.decode(Int.self, forKey: "limit"),
                from: try within.decodeIfPresent(Day.self, forKey: "from"),
                group: try within.decodeIfPresent(GroupId.self, forKey: "group"),
                schedule: try within.decodeIfPresent(Schedule.self, forKey: "schedule"))
        case "due_partners":
            let within = try one.nested("due_partners")
            self = .duePartners(
                on: try within.decode(Day.self, forKey: "on"),
                limit: try within.decode(Int.self, forKey: "limit"),
                after: try within.decodeIfPresent(PartnerId.self, forKey: "after"))
        case "explain_message":
            let within = try one.nested("explain_message")
            self = .explainMessage(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                kind: try within.decode(ReminderKind.self, forKey: "kind"),
                on: try within.decode(Day.self, forKey: "on"))
        case "history":
            let within = try one.nested("history")
            self = .history(
                limit: try within.decode(Int.self, forKey: "limit"),
                after: try within.decodeIfPresent(Int.self, forKey: "after"),
                partner: try within.decodeIfPresent(PartnerId.self, forKey: "partner"))
        case "messages":
            let within = try one.nested("messages")
            self = .messages(
                limit: try within.decode(Int.self, forKey: "limit"),
                partner: try within.decodeIfPresent(PartnerId.self, forKey: "partner"),
                skip: try within.decodeIfPresent(Int.self, forKey: "skip"))
        default: throw WireKey.unknown(name, in: "Question", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .bank:
            var word = encoder.singleValueContainer()
            try word.encode("bank")
        case .receipt:
            var word = encoder.singleValueContainer()
            try word.encode("receipt")
        case .partner(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partner")
            try within.encode(partner, forKey: "partner")
        case .profileSchema(let language):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "profile_schema")
            try within.encodeIfPresent(language, forKey: "language")
        case .profileCompleteness(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "profile_completeness")
            try within.encode(partner, forKey: "partner")
        case .partners(let limit, let after, let filter, let sort):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partners")
            try within.encode(limit, forKey: "limit")
            try within.encodeIfPresent(after, forKey: "after")
            try within.encodeIfPresent(filter, forKey: "filter")
            try within.encodeIfPresent(sort, forKey: "sort")
        case .partnerAsOf(let partner, let at):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partner_as_of")
            try within.encode(partner, forKey: "partner")
            try within.encode(at, forKey: "at")
        case .dashboard:
            var word = encoder.singleValueContainer()
            try word.encode("dashboard")
        case .categories:
            var word = encoder.singleValueContainer()
            try word.encode("categories")
        case .items:
            var word = encoder.singleValueContainer()
            try word.encode("items")
        case .groups:
            var word = encoder.singleValueContainer()
            try word.encode("groups")
        case .permitted(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "permitted")
            try within.encode(partner, forKey: "partner")
        case .allowedActions(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "allowed_actions")
            try within.encode(partner, forKey: "partner")
        case .takeAlong(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "take_along")
            try within.encode(partner, forKey: "partner")
        case .explainCapability(let partner, let capability):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "explain_capability")
            try within.encode(partner, forKey: "partner")
            try within.encode(capability, forKey: "capability")
        case .explainCommand(let command):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "explain_command")
            try within.encode(command, forKey: "command")
        case .people:
            var word = encoder.singleValueContainer()
            try word.encode("people")
        case .users(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "users")
            try within.encode(partner, forKey: "partner")
        case .rolesOf(let person):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "roles_of")
            try within.encode(person, forKey: "person")
        case .messageTexts:
            var word = encoder.singleValueContainer()
            try word.encode("message_texts")
        case .previewMessageText(let kind, let language, let partner, let text):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "preview_message_text")
            try within.encode(kind, forKey: "kind")
            try within.encodeIfPresent(language, forKey: "language")
            try within.encodeIfPresent(partner, forKey: "partner")
            try within.encodeIfPresent(text, forKey: "text")
        case .whatIf(let command):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "what_if")
            try within.encode(command, forKey: "command")
        case .request(let request):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "request")
            try within.encode(request, forKey: "request")
        case .requests(let limit, let after, let partner, let states):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "requests")
            try within.encode(limit, forKey: "limit")
            try within.encodeIfPresent(after, forKey: "after")
            try within.encodeIfPresent(partner, forKey: "partner")
            try within.encodeIfPresent(states, forKey: "states")
        case .distribution(let distribution):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "distribution")
            try within.encode(distribution, forKey: "distribution")
        case .distributions(let limit, let after, let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "distributions")
            try within.encode(limit, forKey: "limit")
            try within.encodeIfPresent(after, forKey: "after")
            try within.encodeIfPresent(partner, forKey: "partner")
        case .nextReminders(let limit, let from, let group, let schedule):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "next_reminders")
            try within.encode(limit, forKey: "limit")
            try within.encodeIfPresent(from, forKey: "from")
            try within.encodeIfPresent(group, forKey: "group")
            try within.encodeIfPresent(schedule, forKey: "schedule")
        case .duePartners(let on, let limit, let after):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "due_partners")
            try within.encode(on, forKey: "on")
            try within.encode(limit, forKey: "limit")
            try within.encodeIfPresent(after, forKey: "after")
        case .explainMessage(let partner, let kind, let on):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "explain_message")
            try within.encode(partner, forKey: "partner")
            try within.encode(kind, forKey: "kind")
            try within.encode(on, forKey: "on")
        case .history(let limit, let after, let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "history")
            try within.encode(limit, forKey: "limit")
            try within.encodeIfPresent(after, forKey: "after")
            try within.encodeIfPresent(partner, forKey: "partner")
        case .messages(let limit, let partner, let skip):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "messages")
            try within.encode(limit, forKey: "limit")
            try within.encodeIfPresent(partner, forKey: "partner")
            try within.encodeIfPresent(skip, forKey: "skip")
        }
    }
}

/// One reason for a refusal, or one warning: a code, its parameters and, where it is about a part of the input, the place.
public struct Reason: Codable, Hashable, Sendable {
    /// The stable code. Never renamed, never reused.
    public var code: Code
    /// The field of the input it is about, in wire spelling: `name`, `email`, `quantity` …
    public var field: String?
    /// The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given.
    public var line: Int?
    /// The parameters the code documents in the catalogue.
    public var params: [String: JSON]?
    /// The section of the profile it is about.
    public var section: String?

    public init(code: Code, field: String? = nil, line: Int? = nil, params: [String: JSON]? = nil, section: String? = nil) {
        self.code = code
        self.field = field
        self.line = line
        self.params = params
        self.section = section
    }

    private enum CodingKeys: String, CodingKey {
        case code = "code"
        case field = "field"
        case line = "line"
        case params = "params"
        case section = "section"
    }
}

/// Proof of the one import: when, who, how many, and of what content.
public struct Receipt: Codable, Hashable, Sendable {
    /// The command that imported.
    public var command: CommandId
    /// When.
    public var at: Moment
    /// Who, in which role.
    public var by: Actor
    /// How many partners were added.
    public var partners: Int
    /// How many bytes the file had.
    public var bytes: Int
    /// SHA-256 of the file's bytes, in hexadecimal.
    public var digest: String
    /// The idempotency key given with it.
    public var key: String?

    public init(command: CommandId, at: Moment, by: Actor, partners: Int, bytes: Int, digest: String, key: String? = nil) {
        self.command = command
        self.at = at
        self.by = by
        self.partners = partners
        self.bytes = bytes
        self.digest = digest
        self.key = key
    }

    private enum CodingKeys: String, CodingKey {
        case command = "command"
        case at = "at"
        case by = "by"
        case partners = "partners"
        case bytes = "bytes"
        case digest = "digest"
        case key = "key"
    }
}

/// After how long partners must recertify.
public struct Recertification: Codable, Hashable, Sendable {
    /// Calendar months from the last approval to the due day, 1 to 120.
    public var everyMonths: Int
    /// How many days after the due day recertification is required, 0 to 365; 30 unless said otherwise.
    public var graceDays: Int?
    /// How many days before the due day partners are reminded, each 0 to 365; 30, 15, 5 and 1 unless said otherwise.
    public var remindDaysBefore: [Int]?

    public init(everyMonths: Int, graceDays: Int? = nil, remindDaysBefore: [Int]? = nil) {
        self.everyMonths = everyMonths
        self.graceDays = graceDays
        self.remindDaysBefore = remindDaysBefore
    }

    private enum CodingKeys: String, CodingKey {
        case everyMonths = "every_months"
        case graceDays = "grace_days"
        case remindDaysBefore = "remind_days_before"
    }
}

/// Who gets a message.
public indirect enum Recipient: Codable, Hashable, Sendable {
    /// Whoever reads this address.
    case email(String)
    /// This person, at the address the host knows.
    case person(PersonId)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "email":
            self = .email(try one.keyed.decode(String.self, forKey: "email"))
        case "person":
            self = .person(try one.keyed.decode(PersonId.self, forKey: "person"))
        default: throw WireKey.unknown(name, in: "Recipient", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .email(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "email")
        case .person(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "person")
        }
    }
}

/// A column of the file that was recognised.
public struct Recognised: Codable, Hashable, Sendable {
    /// Its place in the file, from 1.
    public var column: Int
    /// The header as it stands in the file, trimmed.
    public var header: String
    /// What it was taken for.
    public var field: Column

    public init(column: Int, header: String, field: Column) {
        self.column = column
        self.header = header
        self.field = field
    }

    private enum CodingKeys: String, CodingKey {
        case column = "column"
        case header = "header"
        case field = "field"
    }
}

/// An event with its place in the bank's history.
public struct Recorded: Codable, Hashable, Sendable {
    /// Its place, counted from 1 in each bank, without gaps.
    public var seq: Int
    /// The event.
    public var event: Event

    public init(seq: Int, event: Event) {
        self.seq = seq
        self.event = event
    }

    private enum CodingKeys: String, CodingKey {
        case seq = "seq"
        case event = "event"
    }
}

/// A reminder that went out.
public struct Reminder: Codable, Hashable, Sendable {
    /// Made from the partner and the occurrence.
    public var id: ReminderId
    /// How often the row has been written; once.
    public var version: Int
    /// Who was reminded.
    public var partner: PartnerId
    /// Of what.
    public var of: Occurrence
    /// When.
    public var sentAt: Moment

    public init(id: ReminderId, version: Int, partner: PartnerId, of: Occurrence, sentAt: Moment) {
        self.id = id
        self.version = version
        self.partner = partner
        self.of = of
        self.sentAt = sentAt
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case partner = "partner"
        case of = "of"
        case sentAt = "sent_at"
    }
}

/// One reminder that went out: made from what it is about, so that there can only be one.
public struct ReminderId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What reminders there are.
public enum ReminderKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The deadline for requests comes near.
    case deadlineReminder = "deadline_reminder"
    /// Recertification comes due.
    case recertificationDue = "recertification_due"
    /// A distribution is tomorrow.
    case distributionTomorrow = "distribution_tomorrow"
}

/// The answer to a question.
public indirect enum Reply: Codable, Hashable, Sendable {
    /// The bank and its settings.
    case bank(Bank)
    /// The receipt of the import, if there was one (bank).
    case receipt(Receipt?)
    /// One partner.
    case partner(Partner)
    /// The form of the profile in one language: the sections the bank asks for, their fields, limits and words.
    case profileSchema(Form)
    /// How much of a partner's profile is filled in.
    case profileCompleteness(Completeness)
    /// A page of partners, and the counts per status (bank).
    case partners(partners: [Partner], counts: [String: Int], next: String? = nil)
    /// A partner as it was at a past moment (bank).
    case partnerAsOf(Partner)
    /// What is to be done next (bank).
    case dashboard(Dashboard)
    /// All categories (bank).
    case categories([Category])
    /// All items (bank).
    case items([Item])
    /// All groups (bank).
    case groups([Group])
    /// For each item, whether the partner may request it and by which rule.
    case permitted([ItemPermission])
    /// Which actions the asker may take on the partner now.
    case allowedActions([Action])
    /// What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
    /// bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
    /// gets neither notes nor items that partners do not see.
    case takeAlong(String)
    /// See `Question::ExplainCapability` and `Question::ExplainCommand`.
    case explanation(Explanation)
    /// See `Question::People` and `Question::Users`.
    case people([Person])
    /// All roles a person holds, in any bank, the one used last first (host).
    case rolesOf([RoleOf])
    /// The bank's own texts of messages, and what may stand in braces in each kind (bank).
    case messageTexts([TextsOfKind])
    /// What a message would say (bank).
    case messageText(Said)
    /// What a command would mean for what partners may request: who would lose which item, which open requests would
    /// no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
    case whatIf(WhatIf)
    /// One request.
    case request(Request)
    /// A page of requests, newest first.
    case requests([Request])
    /// One distribution.
    case distribution(Distribution)
    /// A page of distributions, newest first.
    case distributions([Distribution])
    /// The next days of reminders (bank).
    case nextReminders([NextReminder])
    /// A page of partners whose recertification is due on a day or before, the first approved first (bank).
    case duePartners([DuePartner])
    /// Whether and why, or why not, a partner gets or got a reminder on a day (bank).
    case messageExplanation(MessageExplanation)
    /// Events, oldest first (bank).
    case history([Recorded])
    /// Messages of the outbox, oldest first (bank).
    case messages([Message])

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "bank":
            self = .bank(try one.keyed.decode(Bank.self, forKey: "bank"))
        case "receipt":
            self = .receipt(try one.keyed.decodeIfPresent(Receipt.self, forKey: "receipt"))
        case "partner":
            self = .partner(try one.keyed.decode(Partner.self, forKey: "partner"))
        case "profile_schema":
            self = .profileSchema(try one.keyed.decode(Form.self, forKey: "profile_schema"))
        case "profile_completeness":
            self = .profileCompleteness(try one.keyed.decode(Completeness.self, forKey: "profile_completeness"))
        case "partners":
            let within = try one.nested("partners")
            self = .partners(
                partners: try within.decode([Partner].self, forKey: "partners"),
                counts: try within.decode([String: Int].self, forKey: "counts"),
                next: try within.decodeIfPresent(String.self, forKey: "next"))
        case "partner_as_of":
            self = .partnerAsOf(try one.keyed.decode(Partner.self, forKey: "partner_as_of"))
        case "dashboard":
            self = .dashboard(try one.keyed.decode(Dashboard.self, forKey: "dashboard"))
        case "categories":
            self = .categories(try one.keyed.decode([Category].self, forKey: "categories"))
        case "items":
            self = .items(try one.keyed.decode([Item].self, forKey: "items"))
        case "groups":
            self = .groups(try one.keyed.decode([Group].self, forKey: "groups"))
        case "permitted":
            self = .permitted(try one.keyed.decode([ItemPermission].self, forKey: "permitted"))
        case "allowed_actions":
            self = .allowedActions(try one.keyed.decode([Action].self, forKey: "allowed_actions"))
        case "take_along":
            self = .takeAlong(try one.keyed.decode(String.self, forKey: "take_along"))
        case "explanation":
            self = .explanation(try one.keyed.decode(Explanation.self, forKey: "explanation"))
        case "people":
            self = .people(try one.keyed.decode([Person].self, forKey: "people"))
        case "roles_of":
            self = .rolesOf(try one.keyed.decode([RoleOf].self, forKey: "roles_of"))
        case "message_texts":
            self = .messageTexts(try one.keyed.decode([TextsOfKind].self, forKey: "message_texts"))
        case "message_text":
            self = .messageText(try one.keyed.decode(Said.self, forKey: "message_text"))
        case "what_if":
            self = .whatIf(try one.keyed.decode(WhatIf.self, forKey: "what_if"))
        case "request":
            self = .request(try one.keyed.decode(Request.self, forKey: "request"))
        case "requests":
            self = .requests(try one.keyed.decode([Request].self, forKey: "requests"))
        case "distribution":
            self = .distribution(try one.keyed.decode(Distribution.self, forKey: "distribution"))
        case "distributions":
            self = .distributions(try one.keyed.decode([Distribution].self, forKey: "distributions"))
        case "next_reminders":
            self = .nextReminders(try one.keyed.decode([NextReminder].self, forKey: "next_reminders"))
        case "due_partners":
            self = .duePartners(try one.keyed.decode([DuePartner].self, forKey: "due_partners"))
        case "message_explanation":
            self = .messageExplanation(try one.keyed.decode(MessageExplanation.self, forKey: "message_explanation"))
        case "history":
            self = .history(try one.keyed.decode([Recorded].self, forKey: "history"))
        case "messages":
            self = .messages(try one.keyed.decode([Message].self, forKey: "messages"))
        default: throw WireKey.unknown(name, in: "Reply", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .bank(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "bank")
        case .receipt(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "receipt")
        case .partner(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "partner")
        case .profileSchema(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "profile_schema")
        case .profileCompleteness(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "profile_completeness")
        case .partners(let partners, let counts, let next):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partners")
            try within.encode(partners, forKey: "partners")
            try within.encode(counts, forKey: "counts")
            try within.encodeIfPresent(next, forKey: "next")
        case .partnerAsOf(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "partner_as_of")
        case .dashboard(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "dashboard")
        case .categories(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "categories")
        case .items(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "items")
        case .groups(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "groups")
        case .permitted(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "permitted")
        case .allowedActions(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "allowed_actions")
        case .takeAlong(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "take_along")
        case .explanation(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "explanation")
        case .people(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "people")
        case .rolesOf(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "roles_of")
        case .messageTexts(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "message_texts")
        case .messageText(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "message_text")
        case .whatIf(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "what_if")
        case .request(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "request")
        case .requests(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "requests")
        case .distribution(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "distribution")
        case .distributions(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "distributions")
        case .nextReminders(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "next_reminders")
        case .duePartners(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "due_partners")
        case .messageExplanation(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "message_explanation")
        case .history(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "history")
        case .messages(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "messages")
        }
    }
}

/// What was found in a file.
public struct Report: Codable, Hashable, Sendable {
    /// The columns that were recognised, in the order of the file.
    public var columns: [Recognised]
    /// Partners in the file, good and bad: records that are neither the header nor blank.
    public var rows: Int
    /// How many of them have an error.
    public var rowsWithErrors: Int
    /// The problems, by line and column.
    public var problems: [Problem]
    /// Whether there were more problems than are held here; all of them are counted.
    public var truncated: Bool
    /// How many problems there are of each code.
    public var counts: [String: Int]
    /// Bytes read.
    public var bytes: Int
    /// What stands between its cells; `None` when nothing was read.
    public var delimiter: Delimiter?
    /// The SHA-256 of the whole file in hexadecimal; `None` when it was not read to its end.
    public var digest: String?
    /// How the file is encoded; `None` when it is no text.
    public var encoding: Encoding?

    public init(columns: [Recognised], rows: Int, rowsWithErrors: Int, problems: [Problem], truncated: Bool, counts: [String: Int], bytes: Int, delimiter: Delimiter? = nil, digest: String? = nil, encoding: Encoding? = nil) {
        self.columns = columns
        self.rows = rows
        self.rowsWithErrors = rowsWithErrors
        self.problems = problems
        self.truncated = truncated
        self.counts = counts
        self.bytes = bytes
        self.delimiter = delimiter
        self.digest = digest
        self.encoding = encoding
    }

    private enum CodingKeys: String, CodingKey {
        case columns = "columns"
        case rows = "rows"
        case rowsWithErrors = "rows_with_errors"
        case problems = "problems"
        case truncated = "truncated"
        case counts = "counts"
        case bytes = "bytes"
        case delimiter = "delimiter"
        case digest = "digest"
        case encoding = "encoding"
    }
}

/// A request.
public struct Request: Codable, Hashable, Sendable {
    /// Its id.
    public var id: RequestId
    /// How often it has been written.
    public var version: Int
    /// The partner it is for.
    public var partner: PartnerId
    /// How it counts.
    public var kind: RequestKind
    /// Where it stands.
    public var state: RequestState
    /// What is asked for; each item once.
    public var lines: [RequestLine]
    /// Who filed it.
    public var filedBy: PersonId
    /// When it was filed.
    public var filedAt: Moment
    /// Why it was cancelled.
    public var cancelReason: String?
    /// Who of the bank has claimed it.
    public var claimedBy: PersonId?
    /// What the partner adds in words.
    public var comment: String?
    /// The distribution recorded from it.
    public var distribution: DistributionId?

    public init(id: RequestId, version: Int, partner: PartnerId, kind: RequestKind, state: RequestState, lines: [RequestLine], filedBy: PersonId, filedAt: Moment, cancelReason: String? = nil, claimedBy: PersonId? = nil, comment: String? = nil, distribution: DistributionId? = nil) {
        self.id = id
        self.version = version
        self.partner = partner
        self.kind = kind
        self.state = state
        self.lines = lines
        self.filedBy = filedBy
        self.filedAt = filedAt
        self.cancelReason = cancelReason
        self.claimedBy = claimedBy
        self.comment = comment
        self.distribution = distribution
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case version = "version"
        case partner = "partner"
        case kind = "kind"
        case state = "state"
        case lines = "lines"
        case filedBy = "filed_by"
        case filedAt = "filed_at"
        case cancelReason = "cancel_reason"
        case claimedBy = "claimed_by"
        case comment = "comment"
        case distribution = "distribution"
    }
}

/// A partner's request.
public struct RequestId: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// An open request that would not be taken if it were filed anew. It stays as it is all the same.
public struct RequestInvalid: Codable, Hashable, Sendable {
    /// The partner it is for.
    public var partner: PartnerId
    /// The request.
    public var request: RequestId
    /// Why, with the line where it is about one. Reasons it would be refused for already are not among them.
    public var reasons: [Reason]

    public init(partner: PartnerId, request: RequestId, reasons: [Reason]) {
        self.partner = partner
        self.request = request
        self.reasons = reasons
    }

    private enum CodingKeys: String, CodingKey {
        case partner = "partner"
        case request = "request"
        case reasons = "reasons"
    }
}

/// How a request counts.
public enum RequestKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// By quantity, in pieces or in a unit of the item.
    case quantity = "quantity"
    /// By number of individuals.
    case individuals = "individuals"
    /// By children.
    case children = "children"
}

/// One line of a request as it is kept.
public struct RequestLine: Codable, Hashable, Sendable {
    /// The item.
    public var item: ItemId
    /// The item's name when the request was made.
    public var itemName: String
    /// Pieces, units or people.
    public var quantity: Int
    /// For people: pieces for each when the request was made.
    public var perPerson: Int?
    /// The unit, or none for plain pieces and for people.
    public var unit: String?

    public init(item: ItemId, itemName: String, quantity: Int, perPerson: Int? = nil, unit: String? = nil) {
        self.item = item
        self.itemName = itemName
        self.quantity = quantity
        self.perPerson = perPerson
        self.unit = unit
    }

    private enum CodingKeys: String, CodingKey {
        case item = "item"
        case itemName = "item_name"
        case quantity = "quantity"
        case perPerson = "per_person"
        case unit = "unit"
    }
}

/// Where a request stands.
public enum RequestState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nobody of the bank has begun on it.
    case pending = "pending"
    /// A person of the bank has claimed it.
    case started = "started"
    /// A distribution was recorded from it.
    case fulfilled = "fulfilled"
    /// The bank or the partner withdrew it.
    case cancelled = "cancelled"
}

/// What a person may act as in one bank.
public indirect enum Role: Codable, Hashable, Sendable {
    /// An admin of the bank: everything staff may do, and the bank's settings and people.
    case bankAdmin
    /// Bank staff.
    case bankStaff
    /// A user of one partner.
    case partnerUser(partner: PartnerId)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "bank_admin":
            self = .bankAdmin
        case "bank_staff":
            self = .bankStaff
        case "partner_user":
            let within = try one.nested("partner_user")
            self = .partnerUser(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        default: throw WireKey.unknown(name, in: "Role", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .bankAdmin:
            var word = encoder.singleValueContainer()
            try word.encode("bank_admin")
        case .bankStaff:
            var word = encoder.singleValueContainer()
            try word.encode("bank_staff")
        case .partnerUser(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partner_user")
            try within.encode(partner, forKey: "partner")
        }
    }
}

/// A role a person holds, as a sign-in screen shows it.
public struct RoleOf: Codable, Hashable, Sendable {
    /// Who to be to act in it.
    public var actor: Actor
    /// The bank's name.
    public var bankName: String
    /// When the person last signed in in it.
    public var lastUsedAt: Moment?
    /// The partner's name, for a role of a partner's.
    public var partnerName: String?

    public init(actor: Actor, bankName: String, lastUsedAt: Moment? = nil, partnerName: String? = nil) {
        self.actor = actor
        self.bankName = bankName
        self.lastUsedAt = lastUsedAt
        self.partnerName = partnerName
    }

    private enum CodingKeys: String, CodingKey {
        case actor = "actor"
        case bankName = "bank_name"
        case lastUsedAt = "last_used_at"
        case partnerName = "partner_name"
    }
}

/// A row with all that hangs on it.
public indirect enum Row: Codable, Hashable, Sendable {
    /// The bank itself.
    case bank(Bank)
    /// A category.
    case category(Category)
    /// An item with its units.
    case item(Item)
    /// A group with its categories and caps.
    case group(Group)
    /// A partner with its exceptions.
    case partner(Partner)
    /// A request with its lines.
    case request(Request)
    /// A distribution with its lines.
    case distribution(Distribution)
    /// A person with its roles.
    case person(Person)
    /// A reminder that went out. It outlives its partner, as what has happened does: it refers to nothing but the bank.
    case reminder(Reminder)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "bank":
            self = .bank(try one.keyed.decode(Bank.self, forKey: "bank"))
        case "category":
            self = .category(try one.keyed.decode(Category.self, forKey: "category"))
        case "item":
            self = .item(try one.keyed.decode(Item.self, forKey: "item"))
        case "group":
            self = .group(try one.keyed.decode(Group.self, forKey: "group"))
        case "partner":
            self = .partner(try one.keyed.decode(Partner.self, forKey: "partner"))
        case "request":
            self = .request(try one.keyed.decode(Request.self, forKey: "request"))
        case "distribution":
            self = .distribution(try one.keyed.decode(Distribution.self, forKey: "distribution"))
        case "person":
            self = .person(try one.keyed.decode(Person.self, forKey: "person"))
        case "reminder":
            self = .reminder(try one.keyed.decode(Reminder.self, forKey: "reminder"))
        default: throw WireKey.unknown(name, in: "Row", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .bank(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "bank")
        case .category(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "category")
        case .item(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "item")
        case .group(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "group")
        case .partner(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "partner")
        case .request(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "request")
        case .distribution(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "distribution")
        case .person(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "person")
        case .reminder(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "reminder")
        }
    }
}

/// Names a row. On the wire: `{"partner": "0198…"}`.
public indirect enum RowId: Codable, Hashable, Sendable {
    /// The bank itself.
    case bank(BankId)
    /// A category.
    case category(CategoryId)
    /// An item.
    case item(ItemId)
    /// A group.
    case group(GroupId)
    /// A partner.
    case partner(PartnerId)
    /// A request.
    case request(RequestId)
    /// A distribution.
    case distribution(DistributionId)
    /// A person as the bank knows it.
    case person(PersonId)
    /// A reminder that went out.
    case reminder(ReminderId)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "bank":
            self = .bank(try one.keyed.decode(BankId.self, forKey: "bank"))
        case "category":
            self = .category(try one.keyed.decode(CategoryId.self, forKey: "category"))
        case "item":
            self = .item(try one.keyed.decode(ItemId.self, forKey: "item"))
        case "group":
            self = .group(try one.keyed.decode(GroupId.self, forKey: "group"))
        case "partner":
            self = .partner(try one.keyed.decode(PartnerId.self, forKey: "partner"))
        case "request":
            self = .request(try one.keyed.decode(RequestId.self, forKey: "request"))
        case "distribution":
            self = .distribution(try one.keyed.decode(DistributionId.self, forKey: "distribution"))
        case "person":
            self = .person(try one.keyed.decode(PersonId.self, forKey: "person"))
        case "reminder":
            self = .reminder(try one.keyed.decode(ReminderId.self, forKey: "reminder"))
        default: throw WireKey.unknown(name, in: "RowId", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .bank(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "bank")
        case .category(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "category")
        case .item(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "item")
        case .group(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "group")
        case .partner(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "partner")
        case .request(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "request")
        case .distribution(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "distribution")
        case .person(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "person")
        case .reminder(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "reminder")
        }
    }
}

/// The rule that settles whether an active, visible item is permitted.
public enum Rule: String, Codable, Hashable, Sendable, CaseIterable {
    /// The partner's own exception.
    case exception = "exception"
    /// The categories of the partner's group.
    case group = "group"
    /// The bank's setting for partners without a group.
    case ungrouped = "ungrouped"
}

/// The daily job. It needs nothing but the time and who asks.
public struct RunDue: Codable, Hashable, Sendable {

    public init() {
    }
}

/// What a message says.
public struct Said: Codable, Hashable, Sendable {
    /// The language: English where the one asked for lacks some of our words.
    public var language: Language
    /// One line.
    public var subject: String
    /// The text, plain.
    public var text: String
    /// The same as HTML.
    public var html: String

    public init(language: Language, subject: String, text: String, html: String) {
        self.language = language
        self.subject = subject
        self.text = text
        self.html = html
    }

    private enum CodingKeys: String, CodingKey {
        case language = "language"
        case subject = "subject"
        case text = "text"
        case html = "html"
    }
}

/// A reason with its sentences.
public struct SaidReason: Codable, Hashable, Sendable {
    /// The stable code. Never renamed, never reused.
    public var code: Code
    /// The sentence for people of the bank.
    public var staff: String
    /// The sentence for people of the partner.
    public var partner: String
    /// The field of the input it is about, in wire spelling: `name`, `email`, `quantity` …
    public var field: String?
    /// The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given.
    public var line: Int?
    /// The parameters the code documents in the catalogue.
    public var params: [String: JSON]?
    /// The section of the profile it is about.
    public var section: String?

    public init(code: Code, staff: String, partner: String, field: String? = nil, line: Int? = nil, params: [String: JSON]? = nil, section: String? = nil) {
        self.code = code
        self.staff = staff
        self.partner = partner
        self.field = field
        self.line = line
        self.params = params
        self.section = section
    }

    private enum CodingKeys: String, CodingKey {
        case code = "code"
        case staff = "staff"
        case partner = "partner"
        case field = "field"
        case line = "line"
        case params = "params"
        case section = "section"
    }
}

/// When partners are reminded, and of which deadline. Both are set together or not at all.
public struct Schedule: Codable, Hashable, Sendable {
    /// The day of the reminder.
    public var on: On
    /// The day of the month that is the deadline, 1 to 28. Left out it is 0, which is refused.
    public var deadlineDay: Int?
    /// The months from one reminder to the next, 1 to 120; 1 unless said otherwise.
    public var everyMonths: Int?
    /// A day of the month that months are counted from: there is no reminder before that month. Needed unless
    /// `every_months` is 1.
    public var from: Day?

    public init(on: On, deadlineDay: Int? = nil, everyMonths: Int? = nil, from: Day? = nil) {
        self.on = on
        self.deadlineDay = deadlineDay
        self.everyMonths = everyMonths
        self.from = from
    }

    private enum CodingKeys: String, CodingKey {
        case on = "on"
        case deadlineDay = "deadline_day"
        case everyMonths = "every_months"
        case from = "from"
    }
}

/// The sections of a profile, in the order of the form.
public enum Section: String, Codable, Hashable, Sendable, CaseIterable {
    /// Who the agency is.
    case agencyInformation = "agency_information"
    /// Where the programme runs.
    case programAddress = "program_address"
    /// Website and social media.
    case mediaInformation = "media_information"
    /// How settled the agency is.
    case agencyStability = "agency_stability"
    /// How much it can do.
    case organizationalCapacity = "organizational_capacity"
    /// What it lives on.
    case sourcesOfFunding = "sources_of_funding"
    /// Counties served.
    case areaServed = "area_served"
    /// People served.
    case populationServed = "population_served"
    /// Whom to talk to.
    case contacts = "contacts"
    /// Who comes for the goods.
    case pickUpPerson = "pick_up_person"
    /// How it hands out.
    case agencyDistribution = "agency_distribution"
    /// Whatever else it wants to hand in.
    case additionalDocuments = "additional_documents"
    /// Fields of the bank's own that fit in no other section.
    case bankQuestions = "bank_questions"
    /// Which kinds of request it makes.
    case settings = "settings"
}

/// See `Completeness`.
public struct SectionCompleteness: Codable, Hashable, Sendable {
    /// The section.
    public var section: Section
    /// Filled.
    public var filled: Int
    /// Asked for.
    public var asked: Int

    public init(section: Section, filled: Int, asked: Int) {
        self.section = section
        self.filled = filled
        self.asked = asked
    }

    private enum CodingKeys: String, CodingKey {
        case section = "section"
        case filled = "filled"
        case asked = "asked"
    }
}

/// A row as whoever decided saw it. One that has since been changed by the same phone, by a command recorded before, has
/// the version after that.
public struct SeenRow: Codable, Hashable, Sendable {
    /// The row: the bank, or a partner, request, distribution, item, category, group or person of it.
    public var row: RowId
    /// Its version.
    public var version: Int

    public init(row: RowId, version: Int) {
        self.row = row
        self.version = version
    }

    private enum CodingKeys: String, CodingKey {
        case row = "row"
        case version = "version"
    }
}

/// Which partners a bulk command is for.
public indirect enum Selection: Codable, Hashable, Sendable {
    /// These.
    case ids([PartnerId])
    /// All that match.
    case matching(PartnerFilter)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "ids":
            self = .ids(try one.keyed.decode([PartnerId].self, forKey: "ids"))
        case "matching":
            self = .matching(try one.keyed.decode(PartnerFilter.self, forKey: "matching"))
        default: throw WireKey.unknown(name, in: "Selection", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .ids(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "ids")
        case .matching(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "matching")
        }
    }
}

/// One of the first steps, and whether it has been taken.
public struct StartingStep: Codable, Hashable, Sendable {
    /// The step.
    public var step: FirstStep
    /// Whether what is there shows that it has been taken.
    public var done: Bool

    public init(step: FirstStep, done: Bool) {
        self.step = step
        self.done = done
    }

    private enum CodingKeys: String, CodingKey {
        case step = "step"
        case done = "done"
    }
}

/// Where a partner stands with its bank. Every partner starts `Status::Uninvited`.
public enum Status: String, Codable, Hashable, Sendable, CaseIterable {
    /// In the system, and has not been asked to join.
    case uninvited = "uninvited"
    /// Asked to join; may fill in its profile and submit.
    case invited = "invited"
    /// Submitted; the bank reviews.
    case awaitingReview = "awaiting_review"
    /// May make requests.
    case approved = "approved"
    /// Was approved; must submit again before it may make requests.
    case recertificationRequired = "recertification_required"
    /// Set aside by the bank. The status before is remembered as `prior`.
    case deactivated = "deactivated"
}

/// A step on the way to a yes.
public struct Step: Codable, Hashable, Sendable {
    /// Who can take it.
    public var who: Who
    /// The command to give. The note of "ask for changes" is left for the person to write.
    public var command: Command

    public init(who: Who, command: Command) {
        self.who = who
        self.command = command
    }

    private enum CodingKeys: String, CodingKey {
        case who = "who"
        case command = "command"
    }
}

/// The answer to one recorded command.
public struct Synced: Codable, Hashable, Sendable {
    /// The command.
    public var id: CommandId
    /// What became of it.
    public var became: Became

    public init(id: CommandId, became: Became) {
        self.id = id
        self.became = became
    }

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case became = "became"
    }
}

/// What was written or read.
public struct TakenAlong: Codable, Hashable, Sendable {
    /// The bank.
    public var bank: BankId
    /// How many pieces there were.
    public var pieces: Int
    /// The digest at the end of the file, in hexadecimal.
    public var sha256: String

    public init(bank: BankId, pieces: Int, sha256: String) {
        self.bank = bank
        self.pieces = pieces
        self.sha256 = sha256
    }

    private enum CodingKeys: String, CodingKey {
        case bank = "bank"
        case pieces = "pieces"
        case sha256 = "sha256"
    }
}

/// What a bank has of its own for one kind of message.
public struct TextsOfKind: Codable, Hashable, Sendable {
    /// The kind.
    public var kind: MessageKind
    /// What may stand in braces.
    public var placeholders: [NamedPlaceholder]
    /// The bank's own texts, by language. Where there is none, ours is said.
    public var own: [String: OwnText]

    public init(kind: MessageKind, placeholders: [NamedPlaceholder], own: [String: OwnText]) {
        self.kind = kind
        self.placeholders = placeholders
        self.own = own
    }

    private enum CodingKeys: String, CodingKey {
        case kind = "kind"
        case placeholders = "placeholders"
        case own = "own"
    }
}

/// A token as text: 64 characters that need no escaping in a link. Never shown by `Debug`.
/// 
/// Whatever was sent is a token here; whether it is one is decided where it is used, so that a wrong one is refused like an
/// unknown one.
/// 
/// ```
/// use partnerkit::id::BankId;
/// use partnerkit::token::{Secret, Token};
/// 
/// let bank = BankId(uuid::Uuid::from_u128(7));
/// let token = Token::new(bank, Secret([1; 32])); // random bits, in earnest
/// assert_eq!(token.as_str().len(), 64);
/// assert_eq!(token.bank(), Some(bank));
/// assert_eq!(format!("{token:?}"), "Token(…)");
/// ```
public typealias Token = String

/// What partners in no group may request.
public enum UngroupedMayRequest: String, Codable, Hashable, Sendable, CaseIterable {
    /// Every active, visible item.
    case all = "all"
    /// Nothing.
    case `none` = "none"
}

/// A day of the week.
public enum Weekday: String, Codable, Hashable, Sendable, CaseIterable {
    case monday = "monday"
    case tuesday = "tuesday"
    case wednesday = "wednesday"
    case thursday = "thursday"
    case friday = "friday"
    case saturday = "saturday"
    case sunday = "sunday"
}

/// What has happened.
public indirect enum What: Codable, Hashable, Sendable {
    /// A bank was created.
    case bankCreated(Bank)
    /// A bank was changed.
    case bankUpdated(BankPatch)
    /// A bank's own text of a kind of message was set or taken back.
    case messageTextSet(kind: MessageKind, language: Language, text: OwnText? = nil)
    /// All partners were imported at once. One `partner_imported` a partner stands beside it.
    case partnersImported(Receipt)
    /// A partner was added singly.
    case partnerAdded(partner: PartnerId, details: PartnerDetails)
    /// A partner was added by the import.
    case partnerImported(partner: PartnerId, line: Int, details: PartnerDetails)
    /// What the bank says about a partner was changed.
    case partnerUpdated(partner: PartnerId, patch: PartnerPatch)
    /// What a partner says about itself was changed.
    case profileUpdated(partner: PartnerId, patch: ProfilePatch)
    /// An action of the transition table was taken.
    case partnerMoved(partner: PartnerId, action: Action, from: Status, to: Status, note: String? = nil)
    /// A partner was removed for ever.
    case partnerRemoved(partner: PartnerId)
    /// An item was allowed or denied to one partner.
    case exceptionSet(partner: PartnerId, item: ItemId, exception: Exception)
    /// An exception was taken back.
    case exceptionRemoved(partner: PartnerId, item: ItemId)
    /// A person was invited to a role.
    case personInvited(person: KnownAs, role: Role, invitation: Invitation)
    /// A person holds a role from now on without an invitation, or held it already and is told so.
    case roleGranted(person: KnownAs, role: Role)
    /// A person accepted an invitation and holds the role from now on.
    case invitationAccepted(person: PersonId, role: Role, invitation: InvitationId)
    /// An open invitation became void, because its address is no longer that of the partner's contact.
    case invitationVoided(person: PersonId, role: Role)
    /// A person of the bank changed from one of its two roles to the other.
    case roleChanged(person: PersonId, role: Role)
    /// A role, or an open invitation to it, was taken from a person.
    case roleRevoked(person: PersonId, role: Role)
    /// A person began to act in a role.
    case signedIn(person: PersonId, role: Role)
    /// A category was added.
    case categoryAdded(category: CategoryId, name: String)
    /// A category was renamed.
    case categoryRenamed(category: CategoryId, name: String)
    /// A category was deleted.
    case categoryDeleted(category: CategoryId)
    /// An item was added.
    case itemAdded(item: ItemId, details: ItemDetails)
    /// An item was changed.
    case itemUpdated(item: ItemId, patch: ItemPatch)
    /// A group was added.
    case groupAdded(group: GroupId, name: String, categories: [CategoryId])
    /// A group was changed.
    case groupUpdated(group: GroupId, patch: GroupPatch)
    /// A group was deleted.
    case groupDeleted(group: GroupId)
    /// A group's cap on an item was set or lifted.
    case groupCapSet(group: GroupId, item: ItemId, cap: Int? = nil)
    /// A request was filed.
    case requestSubmitted(Request)
    /// A request was claimed.
    case requestStarted(partner: PartnerId, request: RequestId, claimedBy: PersonId)
    /// A claimed request was given back.
    case requestReleased(partner: PartnerId, request: RequestId)
    /// A request was fulfilled by a distribution.
    case requestFulfilled(partner: PartnerId, request: RequestId, distribution: DistributionId, claimedBy: PersonId)
    /// A fulfilled request is started again, its distribution having been taken back.
    case requestReopened(partner: PartnerId, request: RequestId)
    /// A request was cancelled.
    case requestCancelled(partner: PartnerId, request: RequestId, reason: String? = nil)
    /// A distribution was recorded.
    case distributionRecorded(Distribution)
    /// A scheduled distribution was changed.
    case distributionUpdated(partner: PartnerId, distribution: DistributionId, patch: DistributionPatch, lines: [DistributionLine]? = nil)
    /// A distribution was handed out.
    case distributionCompleted(partner: PartnerId, distribution: DistributionId)
    /// A distribution was undone.
    case distributionTakenBack(partner: PartnerId, distribution: DistributionId)
    /// A partner was reminded by the daily job.
    case reminderSent(Reminder)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "bank_created":
            self = .bankCreated(try one.keyed.decode(Bank.self, forKey: "bank_created"))
        case "bank_updated":
            self = .bankUpdated(try one.keyed.decode(BankPatch.self, forKey: "bank_updated"))
        case "message_text_set":
            let within = try one.nested("message_text_set")
            self = .messageTextSet(
                kind: try within.decode(MessageKind.self, forKey: "kind"),
                language: try within.decode(Language.self, forKey: "language"),
                text: try within.decodeIfPresent(OwnText.self, forKey: "text"))
        case "partners_imported":
            self = .partnersImported(try one.keyed.decode(Receipt.self, forKey: "partners_imported"))
        case "partner_added":
            let within = try one.nested("partner_added")
            self = .partnerAdded(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                details: try within.decode(PartnerDetails.self, forKey: "details"))
        case "partner_imported":
            let within = try one.nested("partner_imported")
            self = .partnerImported(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                line: try within.decode(Int.self, forKey: "line"),
                details: try within.decode(PartnerDetails.self, forKey: "details"))
        case "partner_updated":
            let within = try one.nested("partner_updated")
            self = .partnerUpdated(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                patch: try within.decode(PartnerPatch.self, forKey: "patch"))
        case "profile_updated":
            let within = try one.nested("profile_updated")
            self = .profileUpdated(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                patch: try within.decode(ProfilePatch.self, forKey: "patch"))
        case "partner_moved":
            let within = try one.nested("partner_moved")
            self = .partnerMoved(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                action: try within.decode(Action.self, forKey: "action"),
                from: try within.decode(Status.self, forKey: "from"),
                to: try within.decode(Status.self, forKey: "to"),
                note: try within.decodeIfPresent(String.self, forKey: "note"))
        case "partner_removed":
            let within = try one.nested("partner_removed")
            self = .partnerRemoved(
                partner: try within.decode(PartnerId.self, forKey: "partner"))
        case "exception_set":
            let within = try one.nested("exception_set")
            self = .exceptionSet(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                item: try within.decode(ItemId.self, forKey: "item"),
                exception: try within.decode(Exception.self, forKey: "exception"))
        case "exception_removed":
            let within = try one.nested("exception_removed")
            self = .exceptionRemoved(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                item: try within.decode(ItemId.self, forKey: "item"))
        case "person_invited":
            let within = try one.nested("person_invited")
            self = .personInvited(
                person: try within.decode(KnownAs.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"),
                invitation: try within.decode(Invitation.self, forKey: "invitation"))
        case "role_granted":
            let within = try one.nested("role_granted")
            self = .roleGranted(
                person: try within.decode(KnownAs.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"))
        case "invitation_accepted":
            let within = try one.nested("invitation_accepted")
            self = .invitationAccepted(
                person: try within.decode(PersonId.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"),
                invitation: try within.decode(InvitationId.self, forKey: "invitation"))
        case "invitation_voided":
            let within = try one.nested("invitation_voided")
            self = .invitationVoided(
                person: try within.decode(PersonId.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"))
        case "role_changed":
            let within = try one.nested("role_changed")
            self = .roleChanged(
                person: try within.decode(PersonId.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"))
        case "role_revoked":
            let within = try one.nested("role_revoked")
            self = .roleRevoked(
                person: try within.decode(PersonId.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"))
        case "signed_in":
            let within = try one.nested("signed_in")
            self = .signedIn(
                person: try within.decode(PersonId.self, forKey: "person"),
                role: try within.decode(Role.self, forKey: "role"))
        case "category_added":
            let within = try one.nested("category_added")
            self = .categoryAdded(
                category: try within.decode(CategoryId.self, forKey: "category"),
                name: try within.decode(String.self, forKey: "name"))
        case "category_renamed":
            let within = try one.nested("category_renamed")
            self = .categoryRenamed(
                category: try within.decode(CategoryId.self, forKey: "category"),
                name: try within.decode(String.self, forKey: "name"))
        case "category_deleted":
            let within = try one.nested("category_deleted")
            self = .categoryDeleted(
                category: try within.decode(CategoryId.self, forKey: "category"))
        case "item_added":
            let within = try one.nested("item_added")
            self = .itemAdded(
                item: try within.decode(ItemId.self, forKey: "item"),
                details: try within.decode(ItemDetails.self, forKey: "details"))
        case "item_updated":
            let within = try one.nested("item_updated")
            self = .itemUpdated(
                item: try within.decode(ItemId.self, forKey: "item"),
                patch: try within.decode(ItemPatch.self, forKey: "patch"))
        case "group_added":
            let within = try one.nested("group_added")
            self = .groupAdded(
                group: try within.decode(GroupId.self, forKey: "group"),
                name: try within.decode(String.self, forKey: "name"),
                categories: try within.decode([CategoryId].self, forKey: "categories"))
        case "group_updated":
            let within = try one.nested("group_updated")
            self = .groupUpdated(
                group: try within.decode(GroupId.self, forKey: "group"),
                patch: try within.decode(GroupPatch.self, forKey: "patch"))
        case "group_deleted":
            let within = try one.nested("group_deleted")
            self = .groupDeleted(
                group: try within.decode(GroupId.self, forKey: "group"))
        case "group_cap_set":
            let within = try one.nested("group_cap_set")
            self = .groupCapSet(
                group: try within.decode(GroupId.self, forKey: "group"),
                item: try within.decode(ItemId.self, forKey: "item"),
                cap: try within.decodeIfPresent(Int.self, forKey: "cap"))
        case "request_submitted":
            self = .requestSubmitted(try one.keyed.decode(Request.self, forKey: "request_submitted"))
        case "request_started":
            let within = try one.nested("request_started")
            self = .requestStarted(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                request: try within.decode(RequestId.self, forKey: "request"),
                claimedBy: try within.decode(PersonId.self, forKey: "claimed_by"))
        case "request_released":
            let within = try one.nested("request_released")
            self = .requestReleased(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                request: try within.decode(RequestId.self, forKey: "request"))
        case "request_fulfilled":
            let within = try one.nested("request_fulfilled")
            self = .requestFulfilled(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                request: try within.decode(RequestId.self, forKey: "request"),
                distribution: try within.decode(DistributionId.self, forKey: "distribution"),
                claimedBy: try within.decode(PersonId.self, forKey: "claimed_by"))
        case "request_reopened":
            let within = try one.nested("request_reopened")
            self = .requestReopened(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                request: try within.decode(RequestId.self, forKey: "request"))
        case "request_cancelled":
            let within = try one.nested("request_cancelled")
            self = .requestCancelled(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                request: try within.decode(RequestId.self, forKey: "request"),
                reason: try within.decodeIfPresent(String.self, forKey: "reason"))
        case "distribution_recorded":
            self = .distributionRecorded(try one.keyed.decode(Distribution.self, forKey: "distribution_recorded"))
        case "distribution_updated":
            let within = try one.nested("distribution_updated")
            self = .distributionUpdated(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                distribution: try within.decode(DistributionId.self, forKey: "distribution"),
                patch: try within.decode(DistributionPatch.self, forKey: "patch"),
                lines: try within.decodeIfPresent([DistributionLine].self, forKey: "lines"))
        case "distribution_completed":
            let within = try one.nested("distribution_completed")
            self = .distributionCompleted(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                distribution: try within.decode(DistributionId.self, forKey: "distribution"))
        case "distribution_taken_back":
            let within = try one.nested("distribution_taken_back")
            self = .distributionTakenBack(
                partner: try within.decode(PartnerId.self, forKey: "partner"),
                distribution: try within.decode(DistributionId.self, forKey: "distribution"))
        case "reminder_sent":
            self = .reminderSent(try one.keyed.decode(Reminder.self, forKey: "reminder_sent"))
        default: throw WireKey.unknown(name, in: "What", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .bankCreated(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "bank_created")
        case .bankUpdated(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "bank_updated")
        case .messageTextSet(let kind, let language, let text):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "message_text_set")
            try within.encode(kind, forKey: "kind")
            try within.encode(language, forKey: "language")
            try within.encodeIfPresent(text, forKey: "text")
        case .partnersImported(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "partners_imported")
        case .partnerAdded(let partner, let details):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partner_added")
            try within.encode(partner, forKey: "partner")
            try within.encode(details, forKey: "details")
        case .partnerImported(let partner, let line, let details):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partner_imported")
            try within.encode(partner, forKey: "partner")
            try within.encode(line, forKey: "line")
            try within.encode(details, forKey: "details")
        case .partnerUpdated(let partner, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partner_updated")
            try within.encode(partner, forKey: "partner")
            try within.encode(patch, forKey: "patch")
        case .profileUpdated(let partner, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "profile_updated")
            try within.encode(partner, forKey: "partner")
            try within.encode(patch, forKey: "patch")
        case .partnerMoved(let partner, let action, let from, let to, let note):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partner_moved")
            try within.encode(partner, forKey: "partner")
            try within.encode(action, forKey: "action")
            try within.encode(from, forKey: "from")
            try within.encode(to, forKey: "to")
            try within.encodeIfPresent(note, forKey: "note")
        case .partnerRemoved(let partner):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "partner_removed")
            try within.encode(partner, forKey: "partner")
        case .exceptionSet(let partner, let item, let exception):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "exception_set")
            try within.encode(partner, forKey: "partner")
            try within.encode(item, forKey: "item")
            try within.encode(exception, forKey: "exception")
        case .exceptionRemoved(let partner, let item):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "exception_removed")
            try within.encode(partner, forKey: "partner")
            try within.encode(item, forKey: "item")
        case .personInvited(let person, let role, let invitation):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "person_invited")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
            try within.encode(invitation, forKey: "invitation")
        case .roleGranted(let person, let role):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "role_granted")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
        case .invitationAccepted(let person, let role, let invitation):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "invitation_accepted")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
            try within.encode(invitation, forKey: "invitation")
        case .invitationVoided(let person, let role):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "invitation_voided")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
        case .roleChanged(let person, let role):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "role_changed")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
        case .roleRevoked(let person, let role):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "role_revoked")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
        case .signedIn(let person, let role):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "signed_in")
            try within.encode(person, forKey: "person")
            try within.encode(role, forKey: "role")
        case .categoryAdded(let category, let name):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "category_added")
            try within.encode(category, forKey: "category")
            try within.encode(name, forKey: "name")
        case .categoryRenamed(let category, let name):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "category_renamed")
            try within.encode(category, forKey: "category")
            try within.encode(name, forKey: "name")
        case .categoryDeleted(let category):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "category_deleted")
            try within.encode(category, forKey: "category")
        case .itemAdded(let item, let details):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "item_added")
            try within.encode(item, forKey: "item")
            try within.encode(details, forKey: "details")
        case .itemUpdated(let item, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "item_updated")
            try within.encode(item, forKey: "item")
            try within.encode(patch, forKey: "patch")
        case .groupAdded(let group, let name, let categories):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "group_added")
            try within.encode(group, forKey: "group")
            try within.encode(name, forKey: "name")
            try within.encode(categories, forKey: "categories")
        case .groupUpdated(let group, let patch):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "group_updated")
            try within.encode(group, forKey: "group")
            try within.encode(patch, forKey: "patch")
        case .groupDeleted(let group):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "group_deleted")
            try within.encode(group, forKey: "group")
        case .groupCapSet(let group, let item, let cap):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "group_cap_set")
            try within.encode(group, forKey: "group")
            try within.encode(item, forKey: "item")
            try within.encodeIfPresent(cap, forKey: "cap")
        case .requestSubmitted(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "request_submitted")
        case .requestStarted(let partner, let request, let claimedBy):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "request_started")
            try within.encode(partner, forKey: "partner")
            try within.encode(request, forKey: "request")
            try within.encode(claimedBy, forKey: "claimed_by")
        case .requestReleased(let partner, let request):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "request_released")
            try within.encode(partner, forKey: "partner")
            try within.encode(request, forKey: "request")
        case .requestFulfilled(let partner, let request, let distribution, let claimedBy):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "request_fulfilled")
            try within.encode(partner, forKey: "partner")
            try within.encode(request, forKey: "request")
            try within.encode(distribution, forKey: "distribution")
            try within.encode(claimedBy, forKey: "claimed_by")
        case .requestReopened(let partner, let request):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "request_reopened")
            try within.encode(partner, forKey: "partner")
            try within.encode(request, forKey: "request")
        case .requestCancelled(let partner, let request, let reason):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "request_cancelled")
            try within.encode(partner, forKey: "partner")
            try within.encode(request, forKey: "request")
            try within.encodeIfPresent(reason, forKey: "reason")
        case .distributionRecorded(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "distribution_recorded")
        case .distributionUpdated(let partner, let distribution, let patch, let lines):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "distribution_updated")
            try within.encode(partner, forKey: "partner")
            try within.encode(distribution, forKey: "distribution")
            try within.encode(patch, forKey: "patch")
            try within.encodeIfPresent(lines, forKey: "lines")
        case .distributionCompleted(let partner, let distribution):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "distribution_completed")
            try within.encode(partner, forKey: "partner")
            try within.encode(distribution, forKey: "distribution")
        case .distributionTakenBack(let partner, let distribution):
            var one = encoder.container(keyedBy: WireKey.self)
            var within = one.nestedContainer(keyedBy: WireKey.self, forKey: "distribution_taken_back")
            try within.encode(partner, forKey: "partner")
            try within.encode(distribution, forKey: "distribution")
        case .reminderSent(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "reminder_sent")
        }
    }
}

/// What a command would mean for what partners may request.
public struct WhatIf: Codable, Hashable, Sendable {
    /// The answer it would get.
    public var done: Done
    /// What people would be told.
    public var messages: [Message]
    /// How many items would be lost, counted for each partner.
    public var itemsLost: Int
    /// How many open requests would no longer be taken.
    public var requestsInvalid: Int
    /// Who would lose which item: the first `MAX_PAGE`.
    public var lost: [ItemLost]
    /// The open requests that would no longer be taken: the first `MAX_PAGE`.
    public var invalid: [RequestInvalid]

    public init(done: Done, messages: [Message], itemsLost: Int, requestsInvalid: Int, lost: [ItemLost], invalid: [RequestInvalid]) {
        self.done = done
        self.messages = messages
        self.itemsLost = itemsLost
        self.requestsInvalid = requestsInvalid
        self.lost = lost
        self.invalid = invalid
    }

    private enum CodingKeys: String, CodingKey {
        case done = "done"
        case messages = "messages"
        case itemsLost = "items_lost"
        case requestsInvalid = "requests_invalid"
        case lost = "lost"
        case invalid = "invalid"
    }
}

/// Who can take a step.
public enum Who: String, Codable, Hashable, Sendable, CaseIterable {
    /// Bank staff and admins.
    case bank = "bank"
    /// Bank admins.
    case admin = "admin"
    /// The partner's users, or the bank on their behalf.
    case partnerOrBank = "partner_or_bank"
}

/// An error as it stands on the wire.
public struct WireError: Codable, Hashable, Sendable {
    /// The code of the first reason.
    public var code: Code
    /// Its category.
    public var category: ErrorCategory
    /// All sentences, for whoever asked.
    public var message: String
    /// The parameters of the first reason.
    public var params: [String: JSON]
    /// Every reason, with its sentences.
    public var reasons: [SaidReason]
    /// Whether the same message may succeed when simply sent again.
    public var retryable: Bool

    public init(code: Code, category: ErrorCategory, message: String, params: [String: JSON], reasons: [SaidReason], retryable: Bool) {
        self.code = code
        self.category = category
        self.message = message
        self.params = params
        self.reasons = reasons
        self.retryable = retryable
    }

    private enum CodingKeys: String, CodingKey {
        case code = "code"
        case category = "category"
        case message = "message"
        case params = "params"
        case reasons = "reasons"
        case retryable = "retryable"
    }
}

/// One write.
public indirect enum Write: Codable, Hashable, Sendable {
    /// Insert the row, or replace it and all that hangs on it.
    case put(Row)
    /// Delete the row and all that hangs on it. Refused (`Committed::Stale`) while another row refers to it.
    case remove(RowId)

    public init(from decoder: any Decoder) throws {
        let (name, one) = try WireKey.variant(of: decoder)
        switch name {
        case "put":
            self = .put(try one.keyed.decode(Row.self, forKey: "put"))
        case "remove":
            self = .remove(try one.keyed.decode(RowId.self, forKey: "remove"))
        default: throw WireKey.unknown(name, in: "Write", decoder)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .put(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "put")
        case .remove(let value):
            var within = encoder.container(keyedBy: WireKey.self)
            try within.encode(value, forKey: "remove")
        }
    }
}
