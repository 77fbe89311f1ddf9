// Written by `tests/renew` from the schema of the wire format. Do not edit.

extension Action: Wired {}

extension Actor: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.tag("role")
        switch one.name {
        case "bank_admin":
            var bank: BankId?
            var person: PersonId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "bank": bank = try json.read(BankId.self)
                case "person": person = try json.read(PersonId.self)
                default: try json.skip()
                }
            }
            self = .bankAdmin(bank: try json.need(bank, "bank"), person: try json.need(person, "person"))
        case "bank_staff":
            var bank: BankId?
            var person: PersonId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "bank": bank = try json.read(BankId.self)
                case "person": person = try json.read(PersonId.self)
                default: try json.skip()
                }
            }
            self = .bankStaff(bank: try json.need(bank, "bank"), person: try json.need(person, "person"))
        case "partner_user":
            var bank: BankId?
            var partner: PartnerId?
            var person: PersonId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "bank": bank = try json.read(BankId.self)
                case "partner": partner = try json.read(PartnerId.self)
                case "person": person = try json.read(PersonId.self)
                default: try json.skip()
                }
            }
            self = .partnerUser(bank: try json.need(bank, "bank"), partner: try json.need(partner, "partner"), person: try json.need(person, "person"))
        case "scheduler":
            var bank: BankId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "bank": bank = try json.read(BankId.self)
                default: try json.skip()
                }
            }
            self = .scheduler(bank: try json.need(bank, "bank"))
        case "host":
            try json.skip()
            self = .host
        default: throw one.unknown(in: "Actor")
        }
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .bankAdmin(let bank, let person):
            json.object()
            json.key("role")
            json.word("\"bank_admin\"")
            try json.field("bank", bank)
            try json.field("person", person)
            json.endObject()
        case .bankStaff(let bank, let person):
            json.object()
            json.key("role")
            json.word("\"bank_staff\"")
            try json.field("bank", bank)
            try json.field("person", person)
            json.endObject()
        case .partnerUser(let bank, let partner, let person):
            json.object()
            json.key("role")
            json.word("\"partner_user\"")
            try json.field("bank", bank)
            try json.field("partner", partner)
            try json.field("person", person)
            json.endObject()
        case .scheduler(let bank):
            json.object()
            json.key("role")
            json.word("\"scheduler\"")
            try json.field("bank", bank)
            json.endObject()
        case .host:
            json.object()
            json.key("role")
            json.word("\"host\"")
            json.endObject()
        }
    }
}

extension WireAnswer: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "ok":
            self = .ok(try json.read(JSON.self))
        case "error":
            self = .error(try json.read(WireError.self))
        default: throw one.unknown(in: "WireAnswer")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .ok(let value):
            json.object()
            json.key("ok")
            try value.write(&json)
            json.endObject()
        case .error(let value):
            json.object()
            json.key("error")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension Answer: Wired {}

extension Area: Wired {
    init(_ json: inout JSONReader) throws {
        var county: String?
        var share: Percent?
        var state: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "county": county = try json.read(String.self)
            case "share": share = try json.readAny(Percent.self)
            case "state": state = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(county: try json.need(county, "county"), share: share, state: state)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("county", county)
        try json.field("share", ifAny: share)
        try json.field("state", ifAny: state)
        json.endObject()
    }
}

extension Attempt: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "sent":
            if one.holds { try json.skip() }
            self = .sent
        case "failed":
            var error: String?
            var retryAt: Moment?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "error": error = try json.read(String.self)
                case "retry_at": retryAt = try json.read(Moment.self)
                default: try json.skip()
                }
            }
            self = .failed(error: try json.need(error, "error"), retryAt: try json.need(retryAt, "retry_at"))
        case "given_up":
            var error: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "error": error = try json.read(String.self)
                default: try json.skip()
                }
            }
            self = .givenUp(error: try json.need(error, "error"))
        default: throw one.unknown(in: "Attempt")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .sent:
            json.word("\"sent\"")
        case .failed(let error, let retryAt):
            json.object()
            json.key("failed")
            json.object()
            try json.field("error", error)
            try json.field("retry_at", retryAt)
            json.endObject()
            json.endObject()
        case .givenUp(let error):
            json.object()
            json.key("given_up")
            json.object()
            try json.field("error", error)
            json.endObject()
            json.endObject()
        }
    }
}

extension Awaiting: Wired {
    init(_ json: inout JSONReader) throws {
        var partner: PartnerId?
        var name: String?
        var submittedAt: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "partner": partner = try json.read(PartnerId.self)
            case "name": name = try json.read(String.self)
            case "submitted_at": submittedAt = try json.readAny(Moment.self)
            default: try json.skip()
            }
        }
        self.init(partner: try json.need(partner, "partner"), name: try json.need(name, "name"), submittedAt: submittedAt)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partner", partner)
        try json.field("name", name)
        try json.field("submitted_at", ifAny: submittedAt)
        json.endObject()
    }
}

extension Bank: Wired {
    init(_ json: inout JSONReader) throws {
        var id: BankId?
        var version: Int?
        var name: String?
        var email: String?
        var settings: BankSettings?
        var keepsPeople: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(BankId.self)
            case "version": version = try json.read(Int.self)
            case "name": name = try json.read(String.self)
            case "email": email = try json.read(String.self)
            case "settings": settings = try json.read(BankSettings.self)
            case "keeps_people": keepsPeople = try json.read(Bool.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), name: try json.need(name, "name"), email: try json.need(email, "email"), settings: try json.need(settings, "settings"), keepsPeople: try json.need(keepsPeople, "keeps_people"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("name", name)
        try json.field("email", email)
        try json.field("settings", settings)
        try json.field("keeps_people", keepsPeople)
        json.endObject()
    }
}

extension BankId: Wired {}

extension BankPatch: Wired {
    init(_ json: inout JSONReader) throws {
        var copiesOfRequests: Bool?
        var distributionReminders: Bool?
        var email: String?
        var language: Language?
        var name: String?
        var oneStepInviteAndApprove: Bool?
        var overQuota: OverQuota?
        var profileFields: [OwnField]?
        var profileSections: [Section]?
        var recertification: Change<Recertification>?
        var reminders: Change<Schedule>?
        var requestKinds: [RequestKind]?
        var timeZone: String?
        var ungroupedMayRequest: UngroupedMayRequest?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "copies_of_requests": copiesOfRequests = try json.readAny(Bool.self)
            case "distribution_reminders": distributionReminders = try json.readAny(Bool.self)
            case "email": email = try json.readAny(String.self)
            case "language": language = try json.readAny(Language.self)
            case "name": name = try json.readAny(String.self)
            case "one_step_invite_and_approve": oneStepInviteAndApprove = try json.readAny(Bool.self)
            case "over_quota": overQuota = try json.readAny(OverQuota.self)
            case "profile_fields": profileFields = try json.readAny([OwnField].self)
            case "profile_sections": profileSections = try json.readAny([Section].self)
            case "recertification": recertification = try json.read(Change<Recertification>.self)
            case "reminders": reminders = try json.read(Change<Schedule>.self)
            case "request_kinds": requestKinds = try json.readAny([RequestKind].self)
            case "time_zone": timeZone = try json.readAny(String.self)
            case "ungrouped_may_request": ungroupedMayRequest = try json.readAny(UngroupedMayRequest.self)
            default: try json.skip()
            }
        }
        self.init(copiesOfRequests: copiesOfRequests, distributionReminders: distributionReminders, email: email, language: language, name: name, oneStepInviteAndApprove: oneStepInviteAndApprove, overQuota: overQuota, profileFields: profileFields, profileSections: profileSections, recertification: recertification, reminders: reminders, requestKinds: requestKinds, timeZone: timeZone, ungroupedMayRequest: ungroupedMayRequest)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("copies_of_requests", ifAny: copiesOfRequests)
        try json.field("distribution_reminders", ifAny: distributionReminders)
        try json.field("email", ifAny: email)
        try json.field("language", ifAny: language)
        try json.field("name", ifAny: name)
        try json.field("one_step_invite_and_approve", ifAny: oneStepInviteAndApprove)
        try json.field("over_quota", ifAny: overQuota)
        try json.field("profile_fields", ifAny: profileFields)
        try json.field("profile_sections", ifAny: profileSections)
        try json.field("recertification", ifAny: recertification)
        try json.field("reminders", ifAny: reminders)
        try json.field("request_kinds", ifAny: requestKinds)
        try json.field("time_zone", ifAny: timeZone)
        try json.field("ungrouped_may_request", ifAny: ungroupedMayRequest)
        json.endObject()
    }
}

extension BankSettings: Wired {
    init(_ json: inout JSONReader) throws {
        var copiesOfRequests: Bool?
        var distributionReminders: Bool?
        var language: Language?
        var messageTexts: [String: [String: OwnText]]?
        var oneStepInviteAndApprove: Bool?
        var overQuota: OverQuota?
        var profileFields: [OwnField]?
        var profileSections: [Section]?
        var recertification: Recertification?
        var recertificationSince: Moment?
        var reminders: Schedule?
        var remindersSince: Moment?
        var requestKinds: [RequestKind]?
        var timeZone: String?
        var ungroupedMayRequest: UngroupedMayRequest?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "copies_of_requests": copiesOfRequests = try json.readAny(Bool.self)
            case "distribution_reminders": distributionReminders = try json.readAny(Bool.self)
            case "language": language = try json.readAny(Language.self)
            case "message_texts": messageTexts = try json.readAny([String: [String: OwnText]].self)
            case "one_step_invite_and_approve": oneStepInviteAndApprove = try json.readAny(Bool.self)
            case "over_quota": overQuota = try json.readAny(OverQuota.self)
            case "profile_fields": profileFields = try json.readAny([OwnField].self)
            case "profile_sections": profileSections = try json.readAny([Section].self)
            case "recertification": recertification = try json.readAny(Recertification.self)
            case "recertification_since": recertificationSince = try json.readAny(Moment.self)
            case "reminders": reminders = try json.readAny(Schedule.self)
            case "reminders_since": remindersSince = try json.readAny(Moment.self)
            case "request_kinds": requestKinds = try json.readAny([RequestKind].self)
            case "time_zone": timeZone = try json.readAny(String.self)
            case "ungrouped_may_request": ungroupedMayRequest = try json.readAny(UngroupedMayRequest.self)
            default: try json.skip()
            }
        }
        self.init(copiesOfRequests: copiesOfRequests, distributionReminders: distributionReminders, language: language, messageTexts: messageTexts, oneStepInviteAndApprove: oneStepInviteAndApprove, overQuota: overQuota, profileFields: profileFields, profileSections: profileSections, recertification: recertification, recertificationSince: recertificationSince, reminders: reminders, remindersSince: remindersSince, requestKinds: requestKinds, timeZone: timeZone, ungroupedMayRequest: ungroupedMayRequest)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("copies_of_requests", ifAny: copiesOfRequests)
        try json.field("distribution_reminders", ifAny: distributionReminders)
        try json.field("language", ifAny: language)
        try json.field("message_texts", ifAny: messageTexts)
        try json.field("one_step_invite_and_approve", ifAny: oneStepInviteAndApprove)
        try json.field("over_quota", ifAny: overQuota)
        try json.field("profile_fields", ifAny: profileFields)
        try json.field("profile_sections", ifAny: profileSections)
        try json.field("recertification", ifAny: recertification)
        try json.field("recertification_since", ifAny: recertificationSince)
        try json.field("reminders", ifAny: reminders)
        try json.field("reminders_since", ifAny: remindersSince)
        try json.field("request_kinds", ifAny: requestKinds)
        try json.field("time_zone", ifAny: timeZone)
        try json.field("ungrouped_may_request", ifAny: ungroupedMayRequest)
        json.endObject()
    }
}

extension Became: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "accepted":
            var done: Done?
            var events: [Event]?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "done": done = try json.read(Done.self)
                case "events": events = try json.read([Event].self)
                default: try json.skip()
                }
            }
            self = .accepted(done: try json.need(done, "done"), events: try json.need(events, "events"))
        case "repeated":
            var done: Done?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "done": done = try json.read(Done.self)
                default: try json.skip()
                }
            }
            self = .repeated(done: try json.need(done, "done"))
        case "refused":
            var error: WireError?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "error": error = try json.read(WireError.self)
                default: try json.skip()
                }
            }
            self = .refused(error: try json.need(error, "error"))
        case "conflict":
            var moved: [MovedRow]?
            var error: WireError?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "moved": moved = try json.read([MovedRow].self)
                case "error": error = try json.readAny(WireError.self)
                default: try json.skip()
                }
            }
            self = .conflict(moved: try json.need(moved, "moved"), error: error)
        default: throw one.unknown(in: "Became")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .accepted(let done, let events):
            json.object()
            json.key("accepted")
            json.object()
            try json.field("done", done)
            try json.field("events", events)
            json.endObject()
            json.endObject()
        case .repeated(let done):
            json.object()
            json.key("repeated")
            json.object()
            try json.field("done", done)
            json.endObject()
            json.endObject()
        case .refused(let error):
            json.object()
            json.key("refused")
            json.object()
            try json.field("error", error)
            json.endObject()
            json.endObject()
        case .conflict(let moved, let error):
            json.object()
            json.key("conflict")
            json.object()
            try json.field("moved", moved)
            try json.field("error", ifAny: error)
            json.endObject()
            json.endObject()
        }
    }
}

extension Bulk: Wired {
    init(_ json: inout JSONReader) throws {
        var accepted: Int?
        var refused: Int?
        var each: [Each]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "accepted": accepted = try json.read(Int.self)
            case "refused": refused = try json.read(Int.self)
            case "each": each = try json.read([Each].self)
            default: try json.skip()
            }
        }
        self.init(accepted: try json.need(accepted, "accepted"), refused: try json.need(refused, "refused"), each: try json.need(each, "each"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("accepted", accepted)
        try json.field("refused", refused)
        try json.field("each", each)
        json.endObject()
    }
}

extension Capability: Wired {}

extension ErrorCategory: Wired {}

extension Category: Wired {
    init(_ json: inout JSONReader) throws {
        var id: CategoryId?
        var version: Int?
        var name: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(CategoryId.self)
            case "version": version = try json.read(Int.self)
            case "name": name = try json.read(String.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), name: try json.need(name, "name"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("name", name)
        json.endObject()
    }
}

extension CategoryId: Wired {}

extension Code: Wired {}

extension Column: Wired {}

extension Command: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "create_bank":
            self = .createBank(try json.read(NewBank.self))
        case "add_admin":
            var bank: BankId?
            var admin: NewPerson?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "bank": bank = try json.read(BankId.self)
                case "admin": admin = try json.read(NewPerson.self)
                default: try json.skip()
                }
            }
            self = .addAdmin(bank: try json.need(bank, "bank"), admin: try json.need(admin, "admin"))
        case "update_bank":
            self = .updateBank(try json.read(BankPatch.self))
        case "set_message_text":
            var kind: MessageKind?
            var language: Language?
            var text: OwnText?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "kind": kind = try json.read(MessageKind.self)
                case "language": language = try json.read(Language.self)
                case "text": text = try json.readAny(OwnText.self)
                default: try json.skip()
                }
            }
            self = .setMessageText(kind: try json.need(kind, "kind"), language: try json.need(language, "language"), text: text)
        case "add_partner":
            self = .addPartner(try json.read(NewPartner.self))
        case "update_partner":
            var partner: PartnerId?
            var patch: PartnerPatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "patch": patch = try json.read(PartnerPatch.self)
                default: try json.skip()
                }
            }
            self = .updatePartner(partner: try json.need(partner, "partner"), patch: try json.need(patch, "patch"))
        case "update_profile":
            var partner: PartnerId?
            var patch: ProfilePatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "patch": patch = try json.read(ProfilePatch.self)
                default: try json.skip()
                }
            }
            self = .updateProfile(partner: try json.need(partner, "partner"), patch: try json.need(patch, "patch"))
        case "invite":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .invite(partner: try json.need(partner, "partner"))
        case "renew_invitation":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .renewInvitation(partner: try json.need(partner, "partner"))
        case "invite_and_approve":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .inviteAndApprove(partner: try json.need(partner, "partner"))
        case "submit_for_approval":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .submitForApproval(partner: try json.need(partner, "partner"))
        case "ask_for_changes":
            var partner: PartnerId?
            var note: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "note": note = try json.read(String.self)
                default: try json.skip()
                }
            }
            self = .askForChanges(partner: try json.need(partner, "partner"), note: try json.need(note, "note"))
        case "approve":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .approve(partner: try json.need(partner, "partner"))
        case "require_recertification":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .requireRecertification(partner: try json.need(partner, "partner"))
        case "deactivate":
            var partner: PartnerId?
            var reason: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "reason": reason = try json.readAny(String.self)
                default: try json.skip()
                }
            }
            self = .deactivate(partner: try json.need(partner, "partner"), reason: reason)
        case "reactivate":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .reactivate(partner: try json.need(partner, "partner"))
        case "remove":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .remove(partner: try json.need(partner, "partner"))
        case "bulk":
            var action: Action?
            var partners: Selection?
            var reason: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "action": action = try json.read(Action.self)
                case "partners": partners = try json.read(Selection.self)
                case "reason": reason = try json.readAny(String.self)
                default: try json.skip()
                }
            }
            self = .bulk(action: try json.need(action, "action"), partners: try json.need(partners, "partners"), reason: reason)
        case "invite_person":
            var person: NewPerson?
            var role: Role?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(NewPerson.self)
                case "role": role = try json.read(Role.self)
                default: try json.skip()
                }
            }
            self = .invitePerson(person: try json.need(person, "person"), role: try json.need(role, "role"))
        case "accept_invitation":
            var token: Token?
            var email: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "token": token = try json.read(Token.self)
                case "email": email = try json.read(String.self)
                default: try json.skip()
                }
            }
            self = .acceptInvitation(token: try json.need(token, "token"), email: try json.need(email, "email"))
        case "change_role":
            var person: PersonId?
            var to: Role?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(PersonId.self)
                case "to": to = try json.read(Role.self)
                default: try json.skip()
                }
            }
            self = .changeRole(person: try json.need(person, "person"), to: try json.need(to, "to"))
        case "revoke_role":
            var person: PersonId?
            var role: Role?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(PersonId.self)
                case "role": role = try json.read(Role.self)
                default: try json.skip()
                }
            }
            self = .revokeRole(person: try json.need(person, "person"), role: try json.need(role, "role"))
        case "sign_in":
            if one.holds { try json.skip() }
            self = .signIn
        case "set_up_proxy":
            var partner: NewPartner?
            var people: [PersonId]?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(NewPartner.self)
                case "people": people = try json.read([PersonId].self)
                default: try json.skip()
                }
            }
            self = .setUpProxy(partner: try json.need(partner, "partner"), people: try json.need(people, "people"))
        case "add_category":
            var name: String?
            var id: CategoryId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "name": name = try json.read(String.self)
                case "id": id = try json.readAny(CategoryId.self)
                default: try json.skip()
                }
            }
            self = .addCategory(name: try json.need(name, "name"), id: id)
        case "rename_category":
            var category: CategoryId?
            var name: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "category": category = try json.read(CategoryId.self)
                case "name": name = try json.read(String.self)
                default: try json.skip()
                }
            }
            self = .renameCategory(category: try json.need(category, "category"), name: try json.need(name, "name"))
        case "delete_category":
            var category: CategoryId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "category": category = try json.read(CategoryId.self)
                default: try json.skip()
                }
            }
            self = .deleteCategory(category: try json.need(category, "category"))
        case "add_item":
            self = .addItem(try json.read(NewItem.self))
        case "update_item":
            var item: ItemId?
            var patch: ItemPatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "item": item = try json.read(ItemId.self)
                case "patch": patch = try json.read(ItemPatch.self)
                default: try json.skip()
                }
            }
            self = .updateItem(item: try json.need(item, "item"), patch: try json.need(patch, "patch"))
        case "add_group":
            var name: String?
            var categories: [CategoryId]?
            var id: GroupId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "name": name = try json.read(String.self)
                case "categories": categories = try json.readAny([CategoryId].self)
                case "id": id = try json.readAny(GroupId.self)
                default: try json.skip()
                }
            }
            self = .addGroup(name: try json.need(name, "name"), categories: categories, id: id)
        case "update_group":
            var group: GroupId?
            var patch: GroupPatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "group": group = try json.read(GroupId.self)
                case "patch": patch = try json.read(GroupPatch.self)
                default: try json.skip()
                }
            }
            self = .updateGroup(group: try json.need(group, "group"), patch: try json.need(patch, "patch"))
        case "delete_group":
            var group: GroupId?
            var moveMembers: Destination?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "group": group = try json.read(GroupId.self)
                case "move_members": moveMembers = try json.readAny(Destination.self)
                default: try json.skip()
                }
            }
            self = .deleteGroup(group: try json.need(group, "group"), moveMembers: moveMembers)
        case "set_group_cap":
            var group: GroupId?
            var item: ItemId?
            var cap: Int?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "group": group = try json.read(GroupId.self)
                case "item": item = try json.read(ItemId.self)
                case "cap": cap = try json.readAny(Int.self)
                default: try json.skip()
                }
            }
            self = .setGroupCap(group: try json.need(group, "group"), item: try json.need(item, "item"), cap: cap)
        case "set_exception":
            var partner: PartnerId?
            var item: ItemId?
            var rule: ExceptionRule?
            var lastDay: Day?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "item": item = try json.read(ItemId.self)
                case "rule": rule = try json.read(ExceptionRule.self)
                case "last_day": lastDay = try json.readAny(Day.self)
                default: try json.skip()
                }
            }
            self = .setException(partner: try json.need(partner, "partner"), item: try json.need(item, "item"), rule: try json.need(rule, "rule"), lastDay: lastDay)
        case "remove_exception":
            var partner: PartnerId?
            var item: ItemId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "item": item = try json.read(ItemId.self)
                default: try json.skip()
                }
            }
            self = .removeException(partner: try json.need(partner, "partner"), item: try json.need(item, "item"))
        case "submit_request":
            self = .submitRequest(try json.read(NewRequest.self))
        case "start_request":
            var request: RequestId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "request": request = try json.read(RequestId.self)
                default: try json.skip()
                }
            }
            self = .startRequest(request: try json.need(request, "request"))
        case "release_request":
            var request: RequestId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "request": request = try json.read(RequestId.self)
                default: try json.skip()
                }
            }
            self = .releaseRequest(request: try json.need(request, "request"))
        case "cancel_request":
            var request: RequestId?
            var reason: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "request": request = try json.read(RequestId.self)
                case "reason": reason = try json.readAny(String.self)
                default: try json.skip()
                }
            }
            self = .cancelRequest(request: try json.need(request, "request"), reason: reason)
        case "record_distribution":
            self = .recordDistribution(try json.read(NewDistribution.self))
        case "update_distribution":
            var distribution: DistributionId?
            var patch: DistributionPatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "distribution": distribution = try json.read(DistributionId.self)
                case "patch": patch = try json.read(DistributionPatch.self)
                default: try json.skip()
                }
            }
            self = .updateDistribution(distribution: try json.need(distribution, "distribution"), patch: try json.need(patch, "patch"))
        case "complete_distribution":
            var distribution: DistributionId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "distribution": distribution = try json.read(DistributionId.self)
                default: try json.skip()
                }
            }
            self = .completeDistribution(distribution: try json.need(distribution, "distribution"))
        case "take_back_distribution":
            var distribution: DistributionId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "distribution": distribution = try json.read(DistributionId.self)
                default: try json.skip()
                }
            }
            self = .takeBackDistribution(distribution: try json.need(distribution, "distribution"))
        case "send_due":
            var part: DuePart?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "part": part = try json.read(DuePart.self)
                default: try json.skip()
                }
            }
            self = .sendDue(part: try json.need(part, "part"))
        default: throw one.unknown(in: "Command")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .createBank(let value):
            json.object()
            json.key("create_bank")
            try value.write(&json)
            json.endObject()
        case .addAdmin(let bank, let admin):
            json.object()
            json.key("add_admin")
            json.object()
            try json.field("bank", bank)
            try json.field("admin", admin)
            json.endObject()
            json.endObject()
        case .updateBank(let value):
            json.object()
            json.key("update_bank")
            try value.write(&json)
            json.endObject()
        case .setMessageText(let kind, let language, let text):
            json.object()
            json.key("set_message_text")
            json.object()
            try json.field("kind", kind)
            try json.field("language", language)
            try json.field("text", ifAny: text)
            json.endObject()
            json.endObject()
        case .addPartner(let value):
            json.object()
            json.key("add_partner")
            try value.write(&json)
            json.endObject()
        case .updatePartner(let partner, let patch):
            json.object()
            json.key("update_partner")
            json.object()
            try json.field("partner", partner)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .updateProfile(let partner, let patch):
            json.object()
            json.key("update_profile")
            json.object()
            try json.field("partner", partner)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .invite(let partner):
            json.object()
            json.key("invite")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .renewInvitation(let partner):
            json.object()
            json.key("renew_invitation")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .inviteAndApprove(let partner):
            json.object()
            json.key("invite_and_approve")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .submitForApproval(let partner):
            json.object()
            json.key("submit_for_approval")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .askForChanges(let partner, let note):
            json.object()
            json.key("ask_for_changes")
            json.object()
            try json.field("partner", partner)
            try json.field("note", note)
            json.endObject()
            json.endObject()
        case .approve(let partner):
            json.object()
            json.key("approve")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .requireRecertification(let partner):
            json.object()
            json.key("require_recertification")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .deactivate(let partner, let reason):
            json.object()
            json.key("deactivate")
            json.object()
            try json.field("partner", partner)
            try json.field("reason", ifAny: reason)
            json.endObject()
            json.endObject()
        case .reactivate(let partner):
            json.object()
            json.key("reactivate")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .remove(let partner):
            json.object()
            json.key("remove")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .bulk(let action, let partners, let reason):
            json.object()
            json.key("bulk")
            json.object()
            try json.field("action", action)
            try json.field("partners", partners)
            try json.field("reason", ifAny: reason)
            json.endObject()
            json.endObject()
        case .invitePerson(let person, let role):
            json.object()
            json.key("invite_person")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            json.endObject()
            json.endObject()
        case .acceptInvitation(let token, let email):
            json.object()
            json.key("accept_invitation")
            json.object()
            try json.field("token", token)
            try json.field("email", email)
            json.endObject()
            json.endObject()
        case .changeRole(let person, let to):
            json.object()
            json.key("change_role")
            json.object()
            try json.field("person", person)
            try json.field("to", to)
            json.endObject()
            json.endObject()
        case .revokeRole(let person, let role):
            json.object()
            json.key("revoke_role")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            json.endObject()
            json.endObject()
        case .signIn:
            json.word("\"sign_in\"")
        case .setUpProxy(let partner, let people):
            json.object()
            json.key("set_up_proxy")
            json.object()
            try json.field("partner", partner)
            try json.field("people", people)
            json.endObject()
            json.endObject()
        case .addCategory(let name, let id):
            json.object()
            json.key("add_category")
            json.object()
            try json.field("name", name)
            try json.field("id", ifAny: id)
            json.endObject()
            json.endObject()
        case .renameCategory(let category, let name):
            json.object()
            json.key("rename_category")
            json.object()
            try json.field("category", category)
            try json.field("name", name)
            json.endObject()
            json.endObject()
        case .deleteCategory(let category):
            json.object()
            json.key("delete_category")
            json.object()
            try json.field("category", category)
            json.endObject()
            json.endObject()
        case .addItem(let value):
            json.object()
            json.key("add_item")
            try value.write(&json)
            json.endObject()
        case .updateItem(let item, let patch):
            json.object()
            json.key("update_item")
            json.object()
            try json.field("item", item)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .addGroup(let name, let categories, let id):
            json.object()
            json.key("add_group")
            json.object()
            try json.field("name", name)
            try json.field("categories", ifAny: categories)
            try json.field("id", ifAny: id)
            json.endObject()
            json.endObject()
        case .updateGroup(let group, let patch):
            json.object()
            json.key("update_group")
            json.object()
            try json.field("group", group)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .deleteGroup(let group, let moveMembers):
            json.object()
            json.key("delete_group")
            json.object()
            try json.field("group", group)
            try json.field("move_members", ifAny: moveMembers)
            json.endObject()
            json.endObject()
        case .setGroupCap(let group, let item, let cap):
            json.object()
            json.key("set_group_cap")
            json.object()
            try json.field("group", group)
            try json.field("item", item)
            try json.field("cap", ifAny: cap)
            json.endObject()
            json.endObject()
        case .setException(let partner, let item, let rule, let lastDay):
            json.object()
            json.key("set_exception")
            json.object()
            try json.field("partner", partner)
            try json.field("item", item)
            try json.field("rule", rule)
            try json.field("last_day", ifAny: lastDay)
            json.endObject()
            json.endObject()
        case .removeException(let partner, let item):
            json.object()
            json.key("remove_exception")
            json.object()
            try json.field("partner", partner)
            try json.field("item", item)
            json.endObject()
            json.endObject()
        case .submitRequest(let value):
            json.object()
            json.key("submit_request")
            try value.write(&json)
            json.endObject()
        case .startRequest(let request):
            json.object()
            json.key("start_request")
            json.object()
            try json.field("request", request)
            json.endObject()
            json.endObject()
        case .releaseRequest(let request):
            json.object()
            json.key("release_request")
            json.object()
            try json.field("request", request)
            json.endObject()
            json.endObject()
        case .cancelRequest(let request, let reason):
            json.object()
            json.key("cancel_request")
            json.object()
            try json.field("request", request)
            try json.field("reason", ifAny: reason)
            json.endObject()
            json.endObject()
        case .recordDistribution(let value):
            json.object()
            json.key("record_distribution")
            try value.write(&json)
            json.endObject()
        case .updateDistribution(let distribution, let patch):
            json.object()
            json.key("update_distribution")
            json.object()
            try json.field("distribution", distribution)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .completeDistribution(let distribution):
            json.object()
            json.key("complete_distribution")
            json.object()
            try json.field("distribution", distribution)
            json.endObject()
            json.endObject()
        case .takeBackDistribution(let distribution):
            json.object()
            json.key("take_back_distribution")
            json.object()
            try json.field("distribution", distribution)
            json.endObject()
            json.endObject()
        case .sendDue(let part):
            json.object()
            json.key("send_due")
            json.object()
            try json.field("part", part)
            json.endObject()
            json.endObject()
        }
    }
}

extension CommandId: Wired {}

extension Completeness: Wired {
    init(_ json: inout JSONReader) throws {
        var filled: Int?
        var asked: Int?
        var sections: [SectionCompleteness]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "filled": filled = try json.read(Int.self)
            case "asked": asked = try json.read(Int.self)
            case "sections": sections = try json.read([SectionCompleteness].self)
            default: try json.skip()
            }
        }
        self.init(filled: try json.need(filled, "filled"), asked: try json.need(asked, "asked"), sections: try json.need(sections, "sections"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("filled", filled)
        try json.field("asked", asked)
        try json.field("sections", sections)
        json.endObject()
    }
}

extension Dashboard: Wired {
    init(_ json: inout JSONReader) throws {
        var counts: [String: Int]?
        var awaiting: [Awaiting]?
        var openRequests: OpenRequests?
        var recertifications: [DuePartner]?
        var gettingStarted: [StartingStep]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "counts": counts = try json.read([String: Int].self)
            case "awaiting": awaiting = try json.read([Awaiting].self)
            case "open_requests": openRequests = try json.read(OpenRequests.self)
            case "recertifications": recertifications = try json.read([DuePartner].self)
            case "getting_started": gettingStarted = try json.read([StartingStep].self)
            default: try json.skip()
            }
        }
        self.init(counts: try json.need(counts, "counts"), awaiting: try json.need(awaiting, "awaiting"), openRequests: try json.need(openRequests, "open_requests"), recertifications: try json.need(recertifications, "recertifications"), gettingStarted: try json.need(gettingStarted, "getting_started"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("counts", counts)
        try json.field("awaiting", awaiting)
        try json.field("open_requests", openRequests)
        try json.field("recertifications", recertifications)
        try json.field("getting_started", gettingStarted)
        json.endObject()
    }
}

extension Delimiter: Wired {}

extension Delivered: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "claimed":
            self = .claimed(try json.read([Message].self))
        case "settled":
            self = .settled(try json.read([Noted].self))
        default: throw one.unknown(in: "Delivered")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .claimed(let value):
            json.object()
            json.key("claimed")
            try value.write(&json)
            json.endObject()
        case .settled(let value):
            json.object()
            json.key("settled")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension Delivering: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "claim":
            var leaseSeconds: Int?
            var limit: Int?
            var link: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "lease_seconds": leaseSeconds = try json.read(Int.self)
                case "limit": limit = try json.read(Int.self)
                case "link": link = try json.readAny(String.self)
                default: try json.skip()
                }
            }
            self = .claim(leaseSeconds: try json.need(leaseSeconds, "lease_seconds"), limit: try json.need(limit, "limit"), link: link)
        case "settle":
            var outcomes: [Outcome]?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "outcomes": outcomes = try json.read([Outcome].self)
                default: try json.skip()
                }
            }
            self = .settle(outcomes: try json.need(outcomes, "outcomes"))
        default: throw one.unknown(in: "Delivering")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .claim(let leaseSeconds, let limit, let link):
            json.object()
            json.key("claim")
            json.object()
            try json.field("lease_seconds", leaseSeconds)
            try json.field("limit", limit)
            try json.field("link", ifAny: link)
            json.endObject()
            json.endObject()
        case .settle(let outcomes):
            json.object()
            json.key("settle")
            json.object()
            try json.field("outcomes", outcomes)
            json.endObject()
            json.endObject()
        }
    }
}

extension Delivery: Wired {
    init(_ json: inout JSONReader) throws {
        var state: DeliveryState?
        var attempts: Int?
        var error: String?
        var notBefore: Moment?
        var sentAt: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "state": state = try json.read(DeliveryState.self)
            case "attempts": attempts = try json.readAny(Int.self)
            case "error": error = try json.readAny(String.self)
            case "not_before": notBefore = try json.readAny(Moment.self)
            case "sent_at": sentAt = try json.readAny(Moment.self)
            default: try json.skip()
            }
        }
        self.init(state: try json.need(state, "state"), attempts: attempts, error: error, notBefore: notBefore, sentAt: sentAt)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("state", state)
        try json.field("attempts", ifAny: attempts)
        try json.field("error", ifAny: error)
        try json.field("not_before", ifAny: notBefore)
        try json.field("sent_at", ifAny: sentAt)
        json.endObject()
    }
}

extension DeliveryState: Wired {}

extension Destination: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "no_group":
            if one.holds { try json.skip() }
            self = .noGroup
        case "group":
            self = .group(try json.read(GroupId.self))
        default: throw one.unknown(in: "Destination")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .noGroup:
            json.word("\"no_group\"")
        case .group(let value):
            json.object()
            json.key("group")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension Distribution: Wired {
    init(_ json: inout JSONReader) throws {
        var id: DistributionId?
        var version: Int?
        var partner: PartnerId?
        var state: DistributionState?
        var lines: [DistributionLine]?
        var date: Day?
        var method: Method?
        var recordedBy: PersonId?
        var recordedAt: Moment?
        var comment: String?
        var request: RequestId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(DistributionId.self)
            case "version": version = try json.read(Int.self)
            case "partner": partner = try json.read(PartnerId.self)
            case "state": state = try json.read(DistributionState.self)
            case "lines": lines = try json.read([DistributionLine].self)
            case "date": date = try json.read(Day.self)
            case "method": method = try json.read(Method.self)
            case "recorded_by": recordedBy = try json.read(PersonId.self)
            case "recorded_at": recordedAt = try json.read(Moment.self)
            case "comment": comment = try json.readAny(String.self)
            case "request": request = try json.readAny(RequestId.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), partner: try json.need(partner, "partner"), state: try json.need(state, "state"), lines: try json.need(lines, "lines"), date: try json.need(date, "date"), method: try json.need(method, "method"), recordedBy: try json.need(recordedBy, "recorded_by"), recordedAt: try json.need(recordedAt, "recorded_at"), comment: comment, request: request)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("partner", partner)
        try json.field("state", state)
        try json.field("lines", lines)
        try json.field("date", date)
        try json.field("method", method)
        try json.field("recorded_by", recordedBy)
        try json.field("recorded_at", recordedAt)
        try json.field("comment", ifAny: comment)
        try json.field("request", ifAny: request)
        json.endObject()
    }
}

extension DistributionId: Wired {}

extension DistributionLine: Wired {
    init(_ json: inout JSONReader) throws {
        var item: ItemId?
        var itemName: String?
        var quantity: Int?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "item": item = try json.read(ItemId.self)
            case "item_name": itemName = try json.read(String.self)
            case "quantity": quantity = try json.read(Int.self)
            default: try json.skip()
            }
        }
        self.init(item: try json.need(item, "item"), itemName: try json.need(itemName, "item_name"), quantity: try json.need(quantity, "quantity"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("item", item)
        try json.field("item_name", itemName)
        try json.field("quantity", quantity)
        json.endObject()
    }
}

extension DistributionPatch: Wired {
    init(_ json: inout JSONReader) throws {
        var comment: Change<String>?
        var date: Day?
        var lines: [NewDistributionLine]?
        var method: Method?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "comment": comment = try json.read(Change<String>.self)
            case "date": date = try json.readAny(Day.self)
            case "lines": lines = try json.readAny([NewDistributionLine].self)
            case "method": method = try json.readAny(Method.self)
            default: try json.skip()
            }
        }
        self.init(comment: comment, date: date, lines: lines, method: method)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("comment", ifAny: comment)
        try json.field("date", ifAny: date)
        try json.field("lines", ifAny: lines)
        try json.field("method", ifAny: method)
        json.endObject()
    }
}

extension DistributionState: Wired {}

extension Document: Wired {
    init(_ json: inout JSONReader) throws {
        var name: String?
        var mediaType: String?
        var size: Int?
        var digest: String?
        var uri: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "name": name = try json.read(String.self)
            case "media_type": mediaType = try json.read(String.self)
            case "size": size = try json.read(Int.self)
            case "digest": digest = try json.read(String.self)
            case "uri": uri = try json.read(String.self)
            default: try json.skip()
            }
        }
        self.init(name: try json.need(name, "name"), mediaType: try json.need(mediaType, "media_type"), size: try json.need(size, "size"), digest: try json.need(digest, "digest"), uri: try json.need(uri, "uri"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("name", name)
        try json.field("media_type", mediaType)
        try json.field("size", size)
        try json.field("digest", digest)
        try json.field("uri", uri)
        json.endObject()
    }
}

extension Done: Wired {
    init(_ json: inout JSONReader) throws {
        var accepted: InvitationRef?
        var access: Answer?
        var bulk: Bulk?
        var created: RowId?
        var due: DueDone?
        var noLongerPermitted: [LineNoLongerPermitted]?
        var warnings: [Reason]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "accepted": accepted = try json.readAny(InvitationRef.self)
            case "access": access = try json.readAny(Answer.self)
            case "bulk": bulk = try json.readAny(Bulk.self)
            case "created": created = try json.readAny(RowId.self)
            case "due": due = try json.readAny(DueDone.self)
            case "no_longer_permitted": noLongerPermitted = try json.readAny([LineNoLongerPermitted].self)
            case "warnings": warnings = try json.readAny([Reason].self)
            default: try json.skip()
            }
        }
        self.init(accepted: accepted, access: access, bulk: bulk, created: created, due: due, noLongerPermitted: noLongerPermitted, warnings: warnings)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("accepted", ifAny: accepted)
        try json.field("access", ifAny: access)
        try json.field("bulk", ifAny: bulk)
        try json.field("created", ifAny: created)
        try json.field("due", ifAny: due)
        try json.field("no_longer_permitted", ifAny: noLongerPermitted)
        try json.field("warnings", ifAny: warnings)
        json.endObject()
    }
}

extension DueDone: Wired {
    init(_ json: inout JSONReader) throws {
        var reminded: Int?
        var required: Int?
        var next: DuePart?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "reminded": reminded = try json.read(Int.self)
            case "required": required = try json.read(Int.self)
            case "next": next = try json.readAny(DuePart.self)
            default: try json.skip()
            }
        }
        self.init(reminded: try json.need(reminded, "reminded"), required: try json.need(required, "required"), next: next)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("reminded", reminded)
        try json.field("required", required)
        try json.field("next", ifAny: next)
        json.endObject()
    }
}

extension DueInBank: Wired {
    init(_ json: inout JSONReader) throws {
        var bank: BankId?
        var done: DueDone?
        var error: WireError?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "bank": bank = try json.read(BankId.self)
            case "done": done = try json.readAny(DueDone.self)
            case "error": error = try json.readAny(WireError.self)
            default: try json.skip()
            }
        }
        self.init(bank: try json.need(bank, "bank"), done: done, error: error)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("bank", bank)
        try json.field("done", ifAny: done)
        try json.field("error", ifAny: error)
        json.endObject()
    }
}

extension DuePart: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "deadline_reminders":
            var after: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "after": after = try json.readAny(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .deadlineReminders(after: after)
        case "recertification":
            var after: Pair<Moment, PartnerId>?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "after": after = try json.readAny(Pair<Moment, PartnerId>.self)
                default: try json.skip()
                }
            }
            self = .recertification(after: after)
        case "distributions":
            var after: DistributionId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "after": after = try json.readAny(DistributionId.self)
                default: try json.skip()
                }
            }
            self = .distributions(after: after)
        default: throw one.unknown(in: "DuePart")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .deadlineReminders(let after):
            json.object()
            json.key("deadline_reminders")
            json.object()
            try json.field("after", ifAny: after)
            json.endObject()
            json.endObject()
        case .recertification(let after):
            json.object()
            json.key("recertification")
            json.object()
            try json.field("after", ifAny: after)
            json.endObject()
            json.endObject()
        case .distributions(let after):
            json.object()
            json.key("distributions")
            json.object()
            try json.field("after", ifAny: after)
            json.endObject()
            json.endObject()
        }
    }
}

extension DuePartner: Wired {
    init(_ json: inout JSONReader) throws {
        var partner: PartnerId?
        var approvedAt: Moment?
        var due: Day?
        var requiredOn: Day?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "partner": partner = try json.read(PartnerId.self)
            case "approved_at": approvedAt = try json.read(Moment.self)
            case "due": due = try json.read(Day.self)
            case "required_on": requiredOn = try json.read(Day.self)
            default: try json.skip()
            }
        }
        self.init(partner: try json.need(partner, "partner"), approvedAt: try json.need(approvedAt, "approved_at"), due: try json.need(due, "due"), requiredOn: try json.need(requiredOn, "required_on"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partner", partner)
        try json.field("approved_at", approvedAt)
        try json.field("due", due)
        try json.field("required_on", requiredOn)
        json.endObject()
    }
}

extension Each: Wired {
    init(_ json: inout JSONReader) throws {
        var partner: PartnerId?
        var reasons: [Reason]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "partner": partner = try json.read(PartnerId.self)
            case "reasons": reasons = try json.readAny([Reason].self)
            default: try json.skip()
            }
        }
        self.init(partner: try json.need(partner, "partner"), reasons: reasons)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partner", partner)
        try json.field("reasons", ifAny: reasons)
        json.endObject()
    }
}

extension Encoding: Wired {}

extension Event: Wired {
    init(_ json: inout JSONReader) throws {
        var at: Moment?
        var by: Actor?
        var command: CommandId?
        var what: What?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "at": at = try json.read(Moment.self)
            case "by": by = try json.read(Actor.self)
            case "command": command = try json.read(CommandId.self)
            case "what": what = try json.read(What.self)
            default: try json.skip()
            }
        }
        self.init(at: try json.need(at, "at"), by: try json.need(by, "by"), command: try json.need(command, "command"), what: try json.need(what, "what"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("at", at)
        try json.field("by", by)
        try json.field("command", command)
        try json.field("what", what)
        json.endObject()
    }
}

extension Exception: Wired {
    init(_ json: inout JSONReader) throws {
        var rule: ExceptionRule?
        var lastDay: Day?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "rule": rule = try json.read(ExceptionRule.self)
            case "last_day": lastDay = try json.readAny(Day.self)
            default: try json.skip()
            }
        }
        self.init(rule: try json.need(rule, "rule"), lastDay: lastDay)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("rule", rule)
        try json.field("last_day", ifAny: lastDay)
        json.endObject()
    }
}

extension ExceptionRule: Wired {}

extension Explanation: Wired {
    init(_ json: inout JSONReader) throws {
        var answer: Answer?
        var reasons: [SaidReason]?
        var steps: [Step]?
        var already: Bool?
        var never: Bool?
        var instead: Action?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "answer": answer = try json.read(Answer.self)
            case "reasons": reasons = try json.read([SaidReason].self)
            case "steps": steps = try json.read([Step].self)
            case "already": already = try json.read(Bool.self)
            case "never": never = try json.read(Bool.self)
            case "instead": instead = try json.readAny(Action.self)
            default: try json.skip()
            }
        }
        self.init(answer: try json.need(answer, "answer"), reasons: try json.need(reasons, "reasons"), steps: try json.need(steps, "steps"), already: try json.need(already, "already"), never: try json.need(never, "never"), instead: instead)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("answer", answer)
        try json.field("reasons", reasons)
        try json.field("steps", steps)
        try json.field("already", already)
        try json.field("never", never)
        try json.field("instead", ifAny: instead)
        json.endObject()
    }
}

extension Export: Wired {
    init(_ json: inout JSONReader) throws {
        var actor: Actor?
        var columns: [ExportColumn]?
        var filter: PartnerFilter?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "actor": actor = try json.read(Actor.self)
            case "columns": columns = try json.readAny([ExportColumn].self)
            case "filter": filter = try json.readAny(PartnerFilter.self)
            default: try json.skip()
            }
        }
        self.init(actor: try json.need(actor, "actor"), columns: columns, filter: filter)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("actor", actor)
        try json.field("columns", ifAny: columns)
        try json.field("filter", ifAny: filter)
        json.endObject()
    }
}

extension ExportColumn: Wired {}

extension Exported: Wired {
    init(_ json: inout JSONReader) throws {
        var partners: Int?
        var changedMeanwhile: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "partners": partners = try json.read(Int.self)
            case "changed_meanwhile": changedMeanwhile = try json.read(Bool.self)
            default: try json.skip()
            }
        }
        self.init(partners: try json.need(partners, "partners"), changedMeanwhile: try json.need(changedMeanwhile, "changed_meanwhile"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partners", partners)
        try json.field("changed_meanwhile", changedMeanwhile)
        json.endObject()
    }
}

extension FirstStep: Wired {}

extension Form: Wired {
    init(_ json: inout JSONReader) throws {
        var language: Language?
        var sections: [FormSection]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "language": language = try json.read(Language.self)
            case "sections": sections = try json.read([FormSection].self)
            default: try json.skip()
            }
        }
        self.init(language: try json.need(language, "language"), sections: try json.need(sections, "sections"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("language", language)
        try json.field("sections", sections)
        json.endObject()
    }
}

extension FormChoice: Wired {
    init(_ json: inout JSONReader) throws {
        var key: String?
        var label: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "key": key = try json.read(String.self)
            case "label": label = try json.read(String.self)
            default: try json.skip()
            }
        }
        self.init(key: try json.need(key, "key"), label: try json.need(label, "label"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("key", key)
        try json.field("label", label)
        json.endObject()
    }
}

extension FormField: Wired {
    init(_ json: inout JSONReader) throws {
        var key: String?
        var type: String?
        var label: String?
        var own: Bool?
        var choices: [FormChoice]?
        var help: String?
        var least: Int?
        var most: Int?
        var mostCharacters: Int?
        var mostEntries: Int?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "key": key = try json.read(String.self)
            case "type": type = try json.read(String.self)
            case "label": label = try json.read(String.self)
            case "own": own = try json.read(Bool.self)
            case "choices": choices = try json.readAny([FormChoice].self)
            case "help": help = try json.readAny(String.self)
            case "least": least = try json.readAny(Int.self)
            case "most": most = try json.readAny(Int.self)
            case "most_characters": mostCharacters = try json.readAny(Int.self)
            case "most_entries": mostEntries = try json.readAny(Int.self)
            default: try json.skip()
            }
        }
        self.init(key: try json.need(key, "key"), type: try json.need(type, "type"), label: try json.need(label, "label"), own: try json.need(own, "own"), choices: choices, help: help, least: least, most: most, mostCharacters: mostCharacters, mostEntries: mostEntries)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("key", key)
        try json.field("type", type)
        try json.field("label", label)
        try json.field("own", own)
        try json.field("choices", ifAny: choices)
        try json.field("help", ifAny: help)
        try json.field("least", ifAny: least)
        try json.field("most", ifAny: most)
        try json.field("most_characters", ifAny: mostCharacters)
        try json.field("most_entries", ifAny: mostEntries)
        json.endObject()
    }
}

extension FormSection: Wired {
    init(_ json: inout JSONReader) throws {
        var key: Section?
        var label: String?
        var optional: Bool?
        var fields: [FormField]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "key": key = try json.read(Section.self)
            case "label": label = try json.read(String.self)
            case "optional": optional = try json.read(Bool.self)
            case "fields": fields = try json.read([FormField].self)
            default: try json.skip()
            }
        }
        self.init(key: try json.need(key, "key"), label: try json.need(label, "label"), optional: try json.need(optional, "optional"), fields: try json.need(fields, "fields"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("key", key)
        try json.field("label", label)
        try json.field("optional", optional)
        try json.field("fields", fields)
        json.endObject()
    }
}

extension Given: Wired {}

extension Group: Wired {
    init(_ json: inout JSONReader) throws {
        var id: GroupId?
        var version: Int?
        var name: String?
        var categories: [CategoryId]?
        var caps: [String: Int]?
        var reminders: Schedule?
        var remindersSince: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(GroupId.self)
            case "version": version = try json.read(Int.self)
            case "name": name = try json.read(String.self)
            case "categories": categories = try json.read([CategoryId].self)
            case "caps": caps = try json.read([String: Int].self)
            case "reminders": reminders = try json.readAny(Schedule.self)
            case "reminders_since": remindersSince = try json.readAny(Moment.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), name: try json.need(name, "name"), categories: try json.need(categories, "categories"), caps: try json.need(caps, "caps"), reminders: reminders, remindersSince: remindersSince)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("name", name)
        try json.field("categories", categories)
        try json.field("caps", caps)
        try json.field("reminders", ifAny: reminders)
        try json.field("reminders_since", ifAny: remindersSince)
        json.endObject()
    }
}

extension GroupId: Wired {}

extension GroupPatch: Wired {
    init(_ json: inout JSONReader) throws {
        var categories: [CategoryId]?
        var name: String?
        var reminders: Change<Schedule>?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "categories": categories = try json.readAny([CategoryId].self)
            case "name": name = try json.readAny(String.self)
            case "reminders": reminders = try json.read(Change<Schedule>.self)
            default: try json.skip()
            }
        }
        self.init(categories: categories, name: name, reminders: reminders)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("categories", ifAny: categories)
        try json.field("name", ifAny: name)
        try json.field("reminders", ifAny: reminders)
        json.endObject()
    }
}

extension HeldRole: Wired {
    init(_ json: inout JSONReader) throws {
        var role: Role?
        var acceptedAt: Moment?
        var invitation: Invitation?
        var lastUsedAt: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "role": role = try json.read(Role.self)
            case "accepted_at": acceptedAt = try json.readAny(Moment.self)
            case "invitation": invitation = try json.readAny(Invitation.self)
            case "last_used_at": lastUsedAt = try json.readAny(Moment.self)
            default: try json.skip()
            }
        }
        self.init(role: try json.need(role, "role"), acceptedAt: acceptedAt, invitation: invitation, lastUsedAt: lastUsedAt)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("role", role)
        try json.field("accepted_at", ifAny: acceptedAt)
        try json.field("invitation", ifAny: invitation)
        try json.field("last_used_at", ifAny: lastUsedAt)
        json.endObject()
    }
}

extension ImportDone: Wired {
    init(_ json: inout JSONReader) throws {
        var receipt: Receipt?
        var report: Report?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "receipt": receipt = try json.read(Receipt.self)
            case "report": report = try json.read(Report.self)
            default: try json.skip()
            }
        }
        self.init(receipt: try json.need(receipt, "receipt"), report: try json.need(report, "report"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("receipt", receipt)
        try json.field("report", report)
        json.endObject()
    }
}

extension ImportText: Wired {
    init(_ json: inout JSONReader) throws {
        var content: String?
        var key: String?
        var preview: Bool?
        var rejected: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "content": content = try json.read(String.self)
            case "key": key = try json.readAny(String.self)
            case "preview": preview = try json.readAny(Bool.self)
            case "rejected": rejected = try json.readAny(Bool.self)
            default: try json.skip()
            }
        }
        self.init(content: try json.need(content, "content"), key: key, preview: preview, rejected: rejected)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("content", content)
        try json.field("key", ifAny: key)
        try json.field("preview", ifAny: preview)
        try json.field("rejected", ifAny: rejected)
        json.endObject()
    }
}

extension Invitation: Wired {
    init(_ json: inout JSONReader) throws {
        var id: InvitationId?
        var at: Moment?
        var expiresAt: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(InvitationId.self)
            case "at": at = try json.read(Moment.self)
            case "expires_at": expiresAt = try json.read(Moment.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), at: try json.need(at, "at"), expiresAt: try json.need(expiresAt, "expires_at"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("at", at)
        try json.field("expires_at", expiresAt)
        json.endObject()
    }
}

extension InvitationId: Wired {}

extension InvitationRef: Wired {
    init(_ json: inout JSONReader) throws {
        var person: PersonId?
        var role: Role?
        var invitation: InvitationId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "person": person = try json.read(PersonId.self)
            case "role": role = try json.read(Role.self)
            case "invitation": invitation = try json.read(InvitationId.self)
            default: try json.skip()
            }
        }
        self.init(person: try json.need(person, "person"), role: try json.need(role, "role"), invitation: try json.need(invitation, "invitation"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("person", person)
        try json.field("role", role)
        try json.field("invitation", invitation)
        json.endObject()
    }
}

extension Item: Wired {
    init(_ json: inout JSONReader) throws {
        var id: ItemId?
        var version: Int?
        var name: String?
        var active: Bool?
        var visible: Bool?
        var quantityPerPerson: Int?
        var units: [String]?
        var category: CategoryId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(ItemId.self)
            case "version": version = try json.read(Int.self)
            case "name": name = try json.read(String.self)
            case "active": active = try json.read(Bool.self)
            case "visible": visible = try json.read(Bool.self)
            case "quantity_per_person": quantityPerPerson = try json.read(Int.self)
            case "units": units = try json.read([String].self)
            case "category": category = try json.readAny(CategoryId.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), name: try json.need(name, "name"), active: try json.need(active, "active"), visible: try json.need(visible, "visible"), quantityPerPerson: try json.need(quantityPerPerson, "quantity_per_person"), units: try json.need(units, "units"), category: category)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("name", name)
        try json.field("active", active)
        try json.field("visible", visible)
        try json.field("quantity_per_person", quantityPerPerson)
        try json.field("units", units)
        try json.field("category", ifAny: category)
        json.endObject()
    }
}

extension ItemDetails: Wired {
    init(_ json: inout JSONReader) throws {
        var name: String?
        var active: Bool?
        var visible: Bool?
        var quantityPerPerson: Int?
        var units: [String]?
        var category: CategoryId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "name": name = try json.read(String.self)
            case "active": active = try json.read(Bool.self)
            case "visible": visible = try json.read(Bool.self)
            case "quantity_per_person": quantityPerPerson = try json.read(Int.self)
            case "units": units = try json.read([String].self)
            case "category": category = try json.readAny(CategoryId.self)
            default: try json.skip()
            }
        }
        self.init(name: try json.need(name, "name"), active: try json.need(active, "active"), visible: try json.need(visible, "visible"), quantityPerPerson: try json.need(quantityPerPerson, "quantity_per_person"), units: try json.need(units, "units"), category: category)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("name", name)
        try json.field("active", active)
        try json.field("visible", visible)
        try json.field("quantity_per_person", quantityPerPerson)
        try json.field("units", units)
        try json.field("category", ifAny: category)
        json.endObject()
    }
}

extension ItemId: Wired {}

extension ItemLost: Wired {
    init(_ json: inout JSONReader) throws {
        var partner: PartnerId?
        var item: ItemId?
        var reasons: [Reason]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "partner": partner = try json.read(PartnerId.self)
            case "item": item = try json.read(ItemId.self)
            case "reasons": reasons = try json.read([Reason].self)
            default: try json.skip()
            }
        }
        self.init(partner: try json.need(partner, "partner"), item: try json.need(item, "item"), reasons: try json.need(reasons, "reasons"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partner", partner)
        try json.field("item", item)
        try json.field("reasons", reasons)
        json.endObject()
    }
}

extension ItemPatch: Wired {
    init(_ json: inout JSONReader) throws {
        var active: Bool?
        var category: Change<CategoryId>?
        var name: String?
        var quantityPerPerson: Int?
        var units: [String]?
        var visible: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "active": active = try json.readAny(Bool.self)
            case "category": category = try json.read(Change<CategoryId>.self)
            case "name": name = try json.readAny(String.self)
            case "quantity_per_person": quantityPerPerson = try json.readAny(Int.self)
            case "units": units = try json.readAny([String].self)
            case "visible": visible = try json.readAny(Bool.self)
            default: try json.skip()
            }
        }
        self.init(active: active, category: category, name: name, quantityPerPerson: quantityPerPerson, units: units, visible: visible)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("active", ifAny: active)
        try json.field("category", ifAny: category)
        try json.field("name", ifAny: name)
        try json.field("quantity_per_person", ifAny: quantityPerPerson)
        try json.field("units", ifAny: units)
        try json.field("visible", ifAny: visible)
        json.endObject()
    }
}

extension ItemPermission: Wired {
    init(_ json: inout JSONReader) throws {
        var item: ItemId?
        var name: String?
        var permitted: Bool?
        var permission: Permission?
        var reasons: [Reason]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "item": item = try json.read(ItemId.self)
            case "name": name = try json.read(String.self)
            case "permitted": permitted = try json.read(Bool.self)
            case "permission": permission = try json.read(Permission.self)
            case "reasons": reasons = try json.read([Reason].self)
            default: try json.skip()
            }
        }
        self.init(item: try json.need(item, "item"), name: try json.need(name, "name"), permitted: try json.need(permitted, "permitted"), permission: try json.need(permission, "permission"), reasons: try json.need(reasons, "reasons"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("item", item)
        try json.field("name", name)
        try json.field("permitted", permitted)
        try json.field("permission", permission)
        try json.field("reasons", reasons)
        json.endObject()
    }
}

extension Kept: Wired {
    init(_ json: inout JSONReader) throws {
        var id: CommandId?
        var command: Command?
        var seen: [SeenRow]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(CommandId.self)
            case "command": command = try json.read(Command.self)
            case "seen": seen = try json.readAny([SeenRow].self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), command: try json.need(command, "command"), seen: seen)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("command", command)
        try json.field("seen", ifAny: seen)
        json.endObject()
    }
}

extension KnownAs: Wired {
    init(_ json: inout JSONReader) throws {
        var id: PersonId?
        var email: String?
        var language: Language?
        var name: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(PersonId.self)
            case "email": email = try json.read(String.self)
            case "language": language = try json.readAny(Language.self)
            case "name": name = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), email: try json.need(email, "email"), language: language, name: name)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("email", email)
        try json.field("language", ifAny: language)
        try json.field("name", ifAny: name)
        json.endObject()
    }
}

extension Language: Wired {}

extension Level: Wired {}

extension LineNoLongerPermitted: Wired {
    init(_ json: inout JSONReader) throws {
        var request: RequestId?
        var item: ItemId?
        var reasons: [Reason]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "request": request = try json.read(RequestId.self)
            case "item": item = try json.read(ItemId.self)
            case "reasons": reasons = try json.read([Reason].self)
            default: try json.skip()
            }
        }
        self.init(request: try json.need(request, "request"), item: try json.need(item, "item"), reasons: try json.need(reasons, "reasons"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("request", request)
        try json.field("item", item)
        try json.field("reasons", reasons)
        json.endObject()
    }
}

extension WireMessage: Wired {
    init(_ json: inout JSONReader) throws {
        var actor: Actor?
        var at: Moment?
        var command: Command?
        var id: CommandId?
        var `import`: ImportText?
        var language: Language?
        var outbox: Delivering?
        var preview: Command?
        var question: Question?
        var runDue: RunDue?
        var sync: [Kept]?
        var v: Int?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "actor": actor = try json.read(Actor.self)
            case "at": at = try json.readAny(Moment.self)
            case "command": command = try json.readAny(Command.self)
            case "id": id = try json.readAny(CommandId.self)
            case "import": `import` = try json.readAny(ImportText.self)
            case "language": language = try json.readAny(Language.self)
            case "outbox": outbox = try json.readAny(Delivering.self)
            case "preview": preview = try json.readAny(Command.self)
            case "question": question = try json.readAny(Question.self)
            case "run_due": runDue = try json.readAny(RunDue.self)
            case "sync": sync = try json.readAny([Kept].self)
            case "v": v = try json.readAny(Int.self)
            default: try json.skip()
            }
        }
        self.init(actor: try json.need(actor, "actor"), at: at, command: command, id: id, import: `import`, language: language, outbox: outbox, preview: preview, question: question, runDue: runDue, sync: sync, v: v)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("actor", actor)
        try json.field("at", ifAny: at)
        try json.field("command", ifAny: command)
        try json.field("id", ifAny: id)
        try json.field("import", ifAny: `import`)
        try json.field("language", ifAny: language)
        try json.field("outbox", ifAny: outbox)
        try json.field("preview", ifAny: preview)
        try json.field("question", ifAny: question)
        try json.field("run_due", ifAny: runDue)
        try json.field("sync", ifAny: sync)
        try json.field("v", ifAny: v)
        json.endObject()
    }
}

extension Message: Wired {
    init(_ json: inout JSONReader) throws {
        var id: MessageId?
        var kind: MessageKind?
        var recipients: [Recipient]?
        var language: String?
        var subject: String?
        var text: String?
        var html: String?
        var data: [String: JSON]?
        var at: Moment?
        var delivery: Delivery?
        var invitation: InvitationRef?
        var partner: PartnerId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(MessageId.self)
            case "kind": kind = try json.read(MessageKind.self)
            case "recipients": recipients = try json.read([Recipient].self)
            case "language": language = try json.read(String.self)
            case "subject": subject = try json.read(String.self)
            case "text": text = try json.read(String.self)
            case "html": html = try json.read(String.self)
            case "data": data = try json.read([String: JSON].self)
            case "at": at = try json.read(Moment.self)
            case "delivery": delivery = try json.readAny(Delivery.self)
            case "invitation": invitation = try json.readAny(InvitationRef.self)
            case "partner": partner = try json.readAny(PartnerId.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), kind: try json.need(kind, "kind"), recipients: try json.need(recipients, "recipients"), language: try json.need(language, "language"), subject: try json.need(subject, "subject"), text: try json.need(text, "text"), html: try json.need(html, "html"), data: try json.need(data, "data"), at: try json.need(at, "at"), delivery: delivery, invitation: invitation, partner: partner)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("kind", kind)
        try json.field("recipients", recipients)
        try json.field("language", language)
        try json.field("subject", subject)
        try json.field("text", text)
        try json.field("html", html)
        try json.field("data", data)
        try json.field("at", at)
        try json.field("delivery", ifAny: delivery)
        try json.field("invitation", ifAny: invitation)
        try json.field("partner", ifAny: partner)
        json.endObject()
    }
}

extension MessageExplanation: Wired {
    init(_ json: inout JSONReader) throws {
        var answer: Answer?
        var sent: [Reminder]?
        var due: [Occurrence]?
        var reasons: [SaidReason]?
        var next: Day?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "answer": answer = try json.read(Answer.self)
            case "sent": sent = try json.read([Reminder].self)
            case "due": due = try json.read([Occurrence].self)
            case "reasons": reasons = try json.read([SaidReason].self)
            case "next": next = try json.readAny(Day.self)
            default: try json.skip()
            }
        }
        self.init(answer: try json.need(answer, "answer"), sent: try json.need(sent, "sent"), due: try json.need(due, "due"), reasons: try json.need(reasons, "reasons"), next: next)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("answer", answer)
        try json.field("sent", sent)
        try json.field("due", due)
        try json.field("reasons", reasons)
        try json.field("next", ifAny: next)
        json.endObject()
    }
}

extension MessageId: Wired {}

extension MessageKind: Wired {}

extension Method: Wired {}

extension MovedRow: Wired {
    init(_ json: inout JSONReader) throws {
        var row: RowId?
        var seen: Int?
        var since: [Recorded]?
        var now: Int?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "row": row = try json.read(RowId.self)
            case "seen": seen = try json.read(Int.self)
            case "since": since = try json.read([Recorded].self)
            case "now": now = try json.readAny(Int.self)
            default: try json.skip()
            }
        }
        self.init(row: try json.need(row, "row"), seen: try json.need(seen, "seen"), since: try json.need(since, "since"), now: now)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("row", row)
        try json.field("seen", seen)
        try json.field("since", since)
        try json.field("now", ifAny: now)
        json.endObject()
    }
}

extension NamedPlaceholder: Wired {
    init(_ json: inout JSONReader) throws {
        var name: String?
        var given: Given?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "name": name = try json.read(String.self)
            case "given": given = try json.read(Given.self)
            default: try json.skip()
            }
        }
        self.init(name: try json.need(name, "name"), given: try json.need(given, "given"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("name", name)
        try json.field("given", given)
        json.endObject()
    }
}

extension NewBank: Wired {
    init(_ json: inout JSONReader) throws {
        var name: String?
        var email: String?
        var admin: String?
        var id: BankId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "name": name = try json.read(String.self)
            case "email": email = try json.read(String.self)
            case "admin": admin = try json.readAny(String.self)
            case "id": id = try json.readAny(BankId.self)
            default: try json.skip()
            }
        }
        self.init(name: try json.need(name, "name"), email: try json.need(email, "email"), admin: admin, id: id)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("name", name)
        try json.field("email", email)
        try json.field("admin", ifAny: admin)
        try json.field("id", ifAny: id)
        json.endObject()
    }
}

extension NewDistribution: Wired {
    init(_ json: inout JSONReader) throws {
        var partner: PartnerId?
        var lines: [NewDistributionLine]?
        var date: Day?
        var method: Method?
        var comment: String?
        var id: DistributionId?
        var request: RequestId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "partner": partner = try json.read(PartnerId.self)
            case "lines": lines = try json.read([NewDistributionLine].self)
            case "date": date = try json.read(Day.self)
            case "method": method = try json.read(Method.self)
            case "comment": comment = try json.readAny(String.self)
            case "id": id = try json.readAny(DistributionId.self)
            case "request": request = try json.readAny(RequestId.self)
            default: try json.skip()
            }
        }
        self.init(partner: try json.need(partner, "partner"), lines: try json.need(lines, "lines"), date: try json.need(date, "date"), method: try json.need(method, "method"), comment: comment, id: id, request: request)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partner", partner)
        try json.field("lines", lines)
        try json.field("date", date)
        try json.field("method", method)
        try json.field("comment", ifAny: comment)
        try json.field("id", ifAny: id)
        try json.field("request", ifAny: request)
        json.endObject()
    }
}

extension NewDistributionLine: Wired {
    init(_ json: inout JSONReader) throws {
        var item: ItemId?
        var quantity: Int?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "item": item = try json.read(ItemId.self)
            case "quantity": quantity = try json.read(Int.self)
            default: try json.skip()
            }
        }
        self.init(item: try json.need(item, "item"), quantity: try json.need(quantity, "quantity"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("item", item)
        try json.field("quantity", quantity)
        json.endObject()
    }
}

extension NewItem: Wired {
    init(_ json: inout JSONReader) throws {
        var name: String?
        var active: Bool?
        var category: CategoryId?
        var id: ItemId?
        var kit: Bool?
        var quantityPerPerson: Int?
        var units: [String]?
        var visible: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "name": name = try json.read(String.self)
            case "active": active = try json.readAny(Bool.self)
            case "category": category = try json.readAny(CategoryId.self)
            case "id": id = try json.readAny(ItemId.self)
            case "kit": kit = try json.readAny(Bool.self)
            case "quantity_per_person": quantityPerPerson = try json.readAny(Int.self)
            case "units": units = try json.readAny([String].self)
            case "visible": visible = try json.readAny(Bool.self)
            default: try json.skip()
            }
        }
        self.init(name: try json.need(name, "name"), active: active, category: category, id: id, kit: kit, quantityPerPerson: quantityPerPerson, units: units, visible: visible)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("name", name)
        try json.field("active", ifAny: active)
        try json.field("category", ifAny: category)
        try json.field("id", ifAny: id)
        try json.field("kit", ifAny: kit)
        try json.field("quantity_per_person", ifAny: quantityPerPerson)
        try json.field("units", ifAny: units)
        try json.field("visible", ifAny: visible)
        json.endObject()
    }
}

extension NewPartner: Wired {
    init(_ json: inout JSONReader) throws {
        var name: String?
        var email: String?
        var defaultStorageLocation: String?
        var externalId: String?
        var group: GroupId?
        var id: PartnerId?
        var infoForPartner: String?
        var language: Language?
        var notes: String?
        var proxy: Bool?
        var quota: Int?
        var sendEmails: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "name": name = try json.read(String.self)
            case "email": email = try json.read(String.self)
            case "default_storage_location": defaultStorageLocation = try json.readAny(String.self)
            case "external_id": externalId = try json.readAny(String.self)
            case "group": group = try json.readAny(GroupId.self)
            case "id": id = try json.readAny(PartnerId.self)
            case "info_for_partner": infoForPartner = try json.readAny(String.self)
            case "language": language = try json.readAny(Language.self)
            case "notes": notes = try json.readAny(String.self)
            case "proxy": proxy = try json.readAny(Bool.self)
            case "quota": quota = try json.readAny(Int.self)
            case "send_emails": sendEmails = try json.readAny(Bool.self)
            default: try json.skip()
            }
        }
        self.init(name: try json.need(name, "name"), email: try json.need(email, "email"), defaultStorageLocation: defaultStorageLocation, externalId: externalId, group: group, id: id, infoForPartner: infoForPartner, language: language, notes: notes, proxy: proxy, quota: quota, sendEmails: sendEmails)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("name", name)
        try json.field("email", email)
        try json.field("default_storage_location", ifAny: defaultStorageLocation)
        try json.field("external_id", ifAny: externalId)
        try json.field("group", ifAny: group)
        try json.field("id", ifAny: id)
        try json.field("info_for_partner", ifAny: infoForPartner)
        try json.field("language", ifAny: language)
        try json.field("notes", ifAny: notes)
        try json.field("proxy", ifAny: proxy)
        try json.field("quota", ifAny: quota)
        try json.field("send_emails", ifAny: sendEmails)
        json.endObject()
    }
}

extension NewPerson: Wired {
    init(_ json: inout JSONReader) throws {
        var email: String?
        var language: Language?
        var name: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "email": email = try json.read(String.self)
            case "language": language = try json.readAny(Language.self)
            case "name": name = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(email: try json.need(email, "email"), language: language, name: name)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("email", email)
        try json.field("language", ifAny: language)
        try json.field("name", ifAny: name)
        json.endObject()
    }
}

extension NewRequest: Wired {
    init(_ json: inout JSONReader) throws {
        var partner: PartnerId?
        var kind: RequestKind?
        var lines: [NewRequestLine]?
        var comment: String?
        var id: RequestId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "partner": partner = try json.read(PartnerId.self)
            case "kind": kind = try json.read(RequestKind.self)
            case "lines": lines = try json.read([NewRequestLine].self)
            case "comment": comment = try json.readAny(String.self)
            case "id": id = try json.readAny(RequestId.self)
            default: try json.skip()
            }
        }
        self.init(partner: try json.need(partner, "partner"), kind: try json.need(kind, "kind"), lines: try json.need(lines, "lines"), comment: comment, id: id)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partner", partner)
        try json.field("kind", kind)
        try json.field("lines", lines)
        try json.field("comment", ifAny: comment)
        try json.field("id", ifAny: id)
        json.endObject()
    }
}

extension NewRequestLine: Wired {
    init(_ json: inout JSONReader) throws {
        var item: ItemId?
        var quantity: Int?
        var unit: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "item": item = try json.read(ItemId.self)
            case "quantity": quantity = try json.read(Int.self)
            case "unit": unit = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(item: try json.need(item, "item"), quantity: try json.need(quantity, "quantity"), unit: unit)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("item", item)
        try json.field("quantity", quantity)
        try json.field("unit", ifAny: unit)
        json.endObject()
    }
}

extension NextReminder: Wired {
    init(_ json: inout JSONReader) throws {
        var day: Day?
        var deadline: Day?
        var from: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "day": day = try json.read(Day.self)
            case "deadline": deadline = try json.read(Day.self)
            case "from": from = try json.read(Moment.self)
            default: try json.skip()
            }
        }
        self.init(day: try json.need(day, "day"), deadline: try json.need(deadline, "deadline"), from: try json.need(from, "from"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("day", day)
        try json.field("deadline", deadline)
        try json.field("from", from)
        json.endObject()
    }
}

extension Noted: Wired {}

extension Occurrence: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "deadline":
            var day: Day?
            var deadline: Day?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "day": day = try json.read(Day.self)
                case "deadline": deadline = try json.read(Day.self)
                default: try json.skip()
                }
            }
            self = .deadline(day: try json.need(day, "day"), deadline: try json.need(deadline, "deadline"))
        case "recertification":
            var due: Day?
            var daysBefore: Int?
            var requiredOn: Day?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "due": due = try json.read(Day.self)
                case "days_before": daysBefore = try json.read(Int.self)
                case "required_on": requiredOn = try json.read(Day.self)
                default: try json.skip()
                }
            }
            self = .recertification(due: try json.need(due, "due"), daysBefore: try json.need(daysBefore, "days_before"), requiredOn: try json.need(requiredOn, "required_on"))
        case "tomorrow":
            var distribution: DistributionId?
            var date: Day?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "distribution": distribution = try json.read(DistributionId.self)
                case "date": date = try json.read(Day.self)
                default: try json.skip()
                }
            }
            self = .tomorrow(distribution: try json.need(distribution, "distribution"), date: try json.need(date, "date"))
        default: throw one.unknown(in: "Occurrence")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .deadline(let day, let deadline):
            json.object()
            json.key("deadline")
            json.object()
            try json.field("day", day)
            try json.field("deadline", deadline)
            json.endObject()
            json.endObject()
        case .recertification(let due, let daysBefore, let requiredOn):
            json.object()
            json.key("recertification")
            json.object()
            try json.field("due", due)
            try json.field("days_before", daysBefore)
            try json.field("required_on", requiredOn)
            json.endObject()
            json.endObject()
        case .tomorrow(let distribution, let date):
            json.object()
            json.key("tomorrow")
            json.object()
            try json.field("distribution", distribution)
            try json.field("date", date)
            json.endObject()
            json.endObject()
        }
    }
}

extension On: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "day":
            self = .day(try json.read(Int.self))
        case "last_day":
            if one.holds { try json.skip() }
            self = .lastDay
        case "weekday":
            var nth: Int?
            var weekday: Weekday?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "nth": nth = try json.read(Int.self)
                case "weekday": weekday = try json.read(Weekday.self)
                default: try json.skip()
                }
            }
            self = .weekday(nth: try json.need(nth, "nth"), weekday: try json.need(weekday, "weekday"))
        case "last_weekday":
            self = .lastWeekday(try json.read(Weekday.self))
        default: throw one.unknown(in: "On")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .day(let value):
            json.object()
            json.key("day")
            try value.write(&json)
            json.endObject()
        case .lastDay:
            json.word("\"last_day\"")
        case .weekday(let nth, let weekday):
            json.object()
            json.key("weekday")
            json.object()
            try json.field("nth", nth)
            try json.field("weekday", weekday)
            json.endObject()
            json.endObject()
        case .lastWeekday(let value):
            json.object()
            json.key("last_weekday")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension OpenRequests: Wired {
    init(_ json: inout JSONReader) throws {
        var pending: Int?
        var started: Int?
        var oldest: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "pending": pending = try json.read(Int.self)
            case "started": started = try json.read(Int.self)
            case "oldest": oldest = try json.readAny(Moment.self)
            default: try json.skip()
            }
        }
        self.init(pending: try json.need(pending, "pending"), started: try json.need(started, "started"), oldest: oldest)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("pending", pending)
        try json.field("started", started)
        try json.field("oldest", ifAny: oldest)
        json.endObject()
    }
}

extension Outcome: Wired {
    init(_ json: inout JSONReader) throws {
        var message: MessageId?
        var attempt: Int?
        var result: Attempt?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "message": message = try json.read(MessageId.self)
            case "attempt": attempt = try json.read(Int.self)
            case "result": result = try json.read(Attempt.self)
            default: try json.skip()
            }
        }
        self.init(message: try json.need(message, "message"), attempt: try json.need(attempt, "attempt"), result: try json.need(result, "result"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("message", message)
        try json.field("attempt", attempt)
        try json.field("result", result)
        json.endObject()
    }
}

extension OverQuota: Wired {}

extension OwnField: Wired {
    init(_ json: inout JSONReader) throws {
        var key: String?
        var type: OwnType?
        var label: [String: String]?
        var help: [String: String]?
        var retired: Bool?
        var section: Section?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "key": key = try json.read(String.self)
            case "type": type = try json.read(OwnType.self)
            case "label": label = try json.read([String: String].self)
            case "help": help = try json.readAny([String: String].self)
            case "retired": retired = try json.readAny(Bool.self)
            case "section": section = try json.readAny(Section.self)
            default: try json.skip()
            }
        }
        self.init(key: try json.need(key, "key"), type: try json.need(type, "type"), label: try json.need(label, "label"), help: help, retired: retired, section: section)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("key", key)
        try json.field("type", type)
        try json.field("label", label)
        try json.field("help", ifAny: help)
        try json.field("retired", ifAny: retired)
        try json.field("section", ifAny: section)
        json.endObject()
    }
}

extension OwnText: Wired {
    init(_ json: inout JSONReader) throws {
        var subject: String?
        var text: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "subject": subject = try json.read(String.self)
            case "text": text = try json.read(String.self)
            default: try json.skip()
            }
        }
        self.init(subject: try json.need(subject, "subject"), text: try json.need(text, "text"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("subject", subject)
        try json.field("text", text)
        json.endObject()
    }
}

extension OwnType: Wired {}

extension Partner: Wired {
    init(_ json: inout JSONReader) throws {
        var id: PartnerId?
        var version: Int?
        var name: String?
        var email: String?
        var status: Status?
        var addedAt: Moment?
        var profile: Profile?
        var exceptions: [String: Exception]?
        var approvedAt: Moment?
        var defaultStorageLocation: String?
        var emailsSince: Moment?
        var externalId: String?
        var group: GroupId?
        var groupSince: Moment?
        var importLine: Int?
        var infoForPartner: String?
        var invitedEmail: String?
        var language: Language?
        var notes: String?
        var prior: Status?
        var proxy: Bool?
        var quota: Int?
        var reactivatedAt: Moment?
        var sendEmails: Bool?
        var submittedAt: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(PartnerId.self)
            case "version": version = try json.read(Int.self)
            case "name": name = try json.read(String.self)
            case "email": email = try json.read(String.self)
            case "status": status = try json.read(Status.self)
            case "added_at": addedAt = try json.read(Moment.self)
            case "profile": profile = try json.read(Profile.self)
            case "exceptions": exceptions = try json.read([String: Exception].self)
            case "approved_at": approvedAt = try json.readAny(Moment.self)
            case "default_storage_location": defaultStorageLocation = try json.readAny(String.self)
            case "emails_since": emailsSince = try json.readAny(Moment.self)
            case "external_id": externalId = try json.readAny(String.self)
            case "group": group = try json.readAny(GroupId.self)
            case "group_since": groupSince = try json.readAny(Moment.self)
            case "import_line": importLine = try json.readAny(Int.self)
            case "info_for_partner": infoForPartner = try json.readAny(String.self)
            case "invited_email": invitedEmail = try json.readAny(String.self)
            case "language": language = try json.readAny(Language.self)
            case "notes": notes = try json.readAny(String.self)
            case "prior": prior = try json.readAny(Status.self)
            case "proxy": proxy = try json.readAny(Bool.self)
            case "quota": quota = try json.readAny(Int.self)
            case "reactivated_at": reactivatedAt = try json.readAny(Moment.self)
            case "send_emails": sendEmails = try json.readAny(Bool.self)
            case "submitted_at": submittedAt = try json.readAny(Moment.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), name: try json.need(name, "name"), email: try json.need(email, "email"), status: try json.need(status, "status"), addedAt: try json.need(addedAt, "added_at"), profile: try json.need(profile, "profile"), exceptions: try json.need(exceptions, "exceptions"), approvedAt: approvedAt, defaultStorageLocation: defaultStorageLocation, emailsSince: emailsSince, externalId: externalId, group: group, groupSince: groupSince, importLine: importLine, infoForPartner: infoForPartner, invitedEmail: invitedEmail, language: language, notes: notes, prior: prior, proxy: proxy, quota: quota, reactivatedAt: reactivatedAt, sendEmails: sendEmails, submittedAt: submittedAt)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("name", name)
        try json.field("email", email)
        try json.field("status", status)
        try json.field("added_at", addedAt)
        try json.field("profile", profile)
        try json.field("exceptions", exceptions)
        try json.field("approved_at", ifAny: approvedAt)
        try json.field("default_storage_location", ifAny: defaultStorageLocation)
        try json.field("emails_since", ifAny: emailsSince)
        try json.field("external_id", ifAny: externalId)
        try json.field("group", ifAny: group)
        try json.field("group_since", ifAny: groupSince)
        try json.field("import_line", ifAny: importLine)
        try json.field("info_for_partner", ifAny: infoForPartner)
        try json.field("invited_email", ifAny: invitedEmail)
        try json.field("language", ifAny: language)
        try json.field("notes", ifAny: notes)
        try json.field("prior", ifAny: prior)
        try json.field("proxy", ifAny: proxy)
        try json.field("quota", ifAny: quota)
        try json.field("reactivated_at", ifAny: reactivatedAt)
        try json.field("send_emails", ifAny: sendEmails)
        try json.field("submitted_at", ifAny: submittedAt)
        json.endObject()
    }
}

extension PartnerDetails: Wired {
    init(_ json: inout JSONReader) throws {
        var name: String?
        var email: String?
        var defaultStorageLocation: String?
        var externalId: String?
        var group: GroupId?
        var infoForPartner: String?
        var language: Language?
        var notes: String?
        var proxy: Bool?
        var quota: Int?
        var sendEmails: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "name": name = try json.read(String.self)
            case "email": email = try json.read(String.self)
            case "default_storage_location": defaultStorageLocation = try json.readAny(String.self)
            case "external_id": externalId = try json.readAny(String.self)
            case "group": group = try json.readAny(GroupId.self)
            case "info_for_partner": infoForPartner = try json.readAny(String.self)
            case "language": language = try json.readAny(Language.self)
            case "notes": notes = try json.readAny(String.self)
            case "proxy": proxy = try json.readAny(Bool.self)
            case "quota": quota = try json.readAny(Int.self)
            case "send_emails": sendEmails = try json.readAny(Bool.self)
            default: try json.skip()
            }
        }
        self.init(name: try json.need(name, "name"), email: try json.need(email, "email"), defaultStorageLocation: defaultStorageLocation, externalId: externalId, group: group, infoForPartner: infoForPartner, language: language, notes: notes, proxy: proxy, quota: quota, sendEmails: sendEmails)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("name", name)
        try json.field("email", email)
        try json.field("default_storage_location", ifAny: defaultStorageLocation)
        try json.field("external_id", ifAny: externalId)
        try json.field("group", ifAny: group)
        try json.field("info_for_partner", ifAny: infoForPartner)
        try json.field("language", ifAny: language)
        try json.field("notes", ifAny: notes)
        try json.field("proxy", ifAny: proxy)
        try json.field("quota", ifAny: quota)
        try json.field("send_emails", ifAny: sendEmails)
        json.endObject()
    }
}

extension PartnerFilter: Wired {
    init(_ json: inout JSONReader) throws {
        var group: GroupId?
        var statuses: [Status]?
        var text: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "group": group = try json.readAny(GroupId.self)
            case "statuses": statuses = try json.readAny([Status].self)
            case "text": text = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(group: group, statuses: statuses, text: text)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("group", ifAny: group)
        try json.field("statuses", ifAny: statuses)
        try json.field("text", ifAny: text)
        json.endObject()
    }
}

extension PartnerId: Wired {}

extension PartnerPatch: Wired {
    init(_ json: inout JSONReader) throws {
        var defaultStorageLocation: Change<String>?
        var email: String?
        var externalId: Change<String>?
        var group: Change<GroupId>?
        var infoForPartner: Change<String>?
        var language: Change<Language>?
        var name: String?
        var notes: Change<String>?
        var proxy: Bool?
        var quota: Change<Int>?
        var sendEmails: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "default_storage_location": defaultStorageLocation = try json.read(Change<String>.self)
            case "email": email = try json.readAny(String.self)
            case "external_id": externalId = try json.read(Change<String>.self)
            case "group": group = try json.read(Change<GroupId>.self)
            case "info_for_partner": infoForPartner = try json.read(Change<String>.self)
            case "language": language = try json.read(Change<Language>.self)
            case "name": name = try json.readAny(String.self)
            case "notes": notes = try json.read(Change<String>.self)
            case "proxy": proxy = try json.readAny(Bool.self)
            case "quota": quota = try json.read(Change<Int>.self)
            case "send_emails": sendEmails = try json.readAny(Bool.self)
            default: try json.skip()
            }
        }
        self.init(defaultStorageLocation: defaultStorageLocation, email: email, externalId: externalId, group: group, infoForPartner: infoForPartner, language: language, name: name, notes: notes, proxy: proxy, quota: quota, sendEmails: sendEmails)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("default_storage_location", ifAny: defaultStorageLocation)
        try json.field("email", ifAny: email)
        try json.field("external_id", ifAny: externalId)
        try json.field("group", ifAny: group)
        try json.field("info_for_partner", ifAny: infoForPartner)
        try json.field("language", ifAny: language)
        try json.field("name", ifAny: name)
        try json.field("notes", ifAny: notes)
        try json.field("proxy", ifAny: proxy)
        try json.field("quota", ifAny: quota)
        try json.field("send_emails", ifAny: sendEmails)
        json.endObject()
    }
}

extension PartnerSort: Wired {}

extension Permission: Wired {
    init(_ json: inout JSONReader) throws {
        var active: Bool?
        var visible: Bool?
        var rule: Rule?
        var allowed: Bool?
        var cap: Int?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "active": active = try json.read(Bool.self)
            case "visible": visible = try json.read(Bool.self)
            case "rule": rule = try json.read(Rule.self)
            case "allowed": allowed = try json.read(Bool.self)
            case "cap": cap = try json.readAny(Int.self)
            default: try json.skip()
            }
        }
        self.init(active: try json.need(active, "active"), visible: try json.need(visible, "visible"), rule: try json.need(rule, "rule"), allowed: try json.need(allowed, "allowed"), cap: cap)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("active", active)
        try json.field("visible", visible)
        try json.field("rule", rule)
        try json.field("allowed", allowed)
        try json.field("cap", ifAny: cap)
        json.endObject()
    }
}

extension Person: Wired {
    init(_ json: inout JSONReader) throws {
        var id: PersonId?
        var version: Int?
        var email: String?
        var roles: [HeldRole]?
        var language: Language?
        var name: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(PersonId.self)
            case "version": version = try json.read(Int.self)
            case "email": email = try json.read(String.self)
            case "roles": roles = try json.read([HeldRole].self)
            case "language": language = try json.readAny(Language.self)
            case "name": name = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), email: try json.need(email, "email"), roles: try json.need(roles, "roles"), language: language, name: name)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("email", email)
        try json.field("roles", roles)
        try json.field("language", ifAny: language)
        try json.field("name", ifAny: name)
        json.endObject()
    }
}

extension PersonId: Wired {}

extension Preview: Wired {
    init(_ json: inout JSONReader) throws {
        var done: Done?
        var events: [Event]?
        var messages: [Message]?
        var writes: [Write]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "done": done = try json.read(Done.self)
            case "events": events = try json.read([Event].self)
            case "messages": messages = try json.read([Message].self)
            case "writes": writes = try json.read([Write].self)
            default: try json.skip()
            }
        }
        self.init(done: try json.need(done, "done"), events: try json.need(events, "events"), messages: try json.need(messages, "messages"), writes: try json.need(writes, "writes"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("done", done)
        try json.field("events", events)
        try json.field("messages", messages)
        try json.field("writes", writes)
        json.endObject()
    }
}

extension Problem: Wired {
    init(_ json: inout JSONReader) throws {
        var line: Int?
        var level: Level?
        var code: Code?
        var sentence: String?
        var column: Int?
        var field: String?
        var firstLine: Int?
        var params: [String: JSON]?
        var record: Int?
        var value: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "line": line = try json.read(Int.self)
            case "level": level = try json.read(Level.self)
            case "code": code = try json.read(Code.self)
            case "sentence": sentence = try json.read(String.self)
            case "column": column = try json.readAny(Int.self)
            case "field": field = try json.readAny(String.self)
            case "first_line": firstLine = try json.readAny(Int.self)
            case "params": params = try json.readAny([String: JSON].self)
            case "record": record = try json.readAny(Int.self)
            case "value": value = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(line: try json.need(line, "line"), level: try json.need(level, "level"), code: try json.need(code, "code"), sentence: try json.need(sentence, "sentence"), column: column, field: field, firstLine: firstLine, params: params, record: record, value: value)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("line", line)
        try json.field("level", level)
        try json.field("code", code)
        try json.field("sentence", sentence)
        try json.field("column", ifAny: column)
        try json.field("field", ifAny: field)
        try json.field("first_line", ifAny: firstLine)
        try json.field("params", ifAny: params)
        try json.field("record", ifAny: record)
        try json.field("value", ifAny: value)
        json.endObject()
    }
}

extension Question: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "bank":
            if one.holds { try json.skip() }
            self = .bank
        case "receipt":
            if one.holds { try json.skip() }
            self = .receipt
        case "partner":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .partner(partner: try json.need(partner, "partner"))
        case "profile_schema":
            var language: Language?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "language": language = try json.readAny(Language.self)
                default: try json.skip()
                }
            }
            self = .profileSchema(language: language)
        case "profile_completeness":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .profileCompleteness(partner: try json.need(partner, "partner"))
        case "partners":
            var limit: Int?
            var after: String?
            var filter: PartnerFilter?
            var sort: PartnerSort?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "limit": limit = try json.read(Int.self)
                case "after": after = try json.readAny(String.self)
                case "filter": filter = try json.readAny(PartnerFilter.self)
                case "sort": sort = try json.readAny(PartnerSort.self)
                default: try json.skip()
                }
            }
            self = .partners(limit: try json.need(limit, "limit"), after: after, filter: filter, sort: sort)
        case "partner_as_of":
            var partner: PartnerId?
            var at: Moment?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "at": at = try json.read(Moment.self)
                default: try json.skip()
                }
            }
            self = .partnerAsOf(partner: try json.need(partner, "partner"), at: try json.need(at, "at"))
        case "dashboard":
            if one.holds { try json.skip() }
            self = .dashboard
        case "categories":
            if one.holds { try json.skip() }
            self = .categories
        case "items":
            if one.holds { try json.skip() }
            self = .items
        case "groups":
            if one.holds { try json.skip() }
            self = .groups
        case "permitted":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .permitted(partner: try json.need(partner, "partner"))
        case "allowed_actions":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .allowedActions(partner: try json.need(partner, "partner"))
        case "take_along":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .takeAlong(partner: try json.need(partner, "partner"))
        case "explain_capability":
            var partner: PartnerId?
            var capability: Capability?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "capability": capability = try json.read(Capability.self)
                default: try json.skip()
                }
            }
            self = .explainCapability(partner: try json.need(partner, "partner"), capability: try json.need(capability, "capability"))
        case "explain_command":
            var command: Command?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "command": command = try json.read(Command.self)
                default: try json.skip()
                }
            }
            self = .explainCommand(command: try json.need(command, "command"))
        case "people":
            if one.holds { try json.skip() }
            self = .people
        case "users":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .users(partner: try json.need(partner, "partner"))
        case "roles_of":
            var person: PersonId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(PersonId.self)
                default: try json.skip()
                }
            }
            self = .rolesOf(person: try json.need(person, "person"))
        case "message_texts":
            if one.holds { try json.skip() }
            self = .messageTexts
        case "preview_message_text":
            var kind: MessageKind?
            var language: Language?
            var partner: PartnerId?
            var text: OwnText?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "kind": kind = try json.read(MessageKind.self)
                case "language": language = try json.readAny(Language.self)
                case "partner": partner = try json.readAny(PartnerId.self)
                case "text": text = try json.readAny(OwnText.self)
                default: try json.skip()
                }
            }
            self = .previewMessageText(kind: try json.need(kind, "kind"), language: language, partner: partner, text: text)
        case "what_if":
            var command: Command?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "command": command = try json.read(Command.self)
                default: try json.skip()
                }
            }
            self = .whatIf(command: try json.need(command, "command"))
        case "request":
            var request: RequestId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "request": request = try json.read(RequestId.self)
                default: try json.skip()
                }
            }
            self = .request(request: try json.need(request, "request"))
        case "requests":
            var limit: Int?
            var after: RequestId?
            var partner: PartnerId?
            var states: [RequestState]?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "limit": limit = try json.read(Int.self)
                case "after": after = try json.readAny(RequestId.self)
                case "partner": partner = try json.readAny(PartnerId.self)
                case "states": states = try json.readAny([RequestState].self)
                default: try json.skip()
                }
            }
            self = .requests(limit: try json.need(limit, "limit"), after: after, partner: partner, states: states)
        case "distribution":
            var distribution: DistributionId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "distribution": distribution = try json.read(DistributionId.self)
                default: try json.skip()
                }
            }
            self = .distribution(distribution: try json.need(distribution, "distribution"))
        case "distributions":
            var limit: Int?
            var after: DistributionId?
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "limit": limit = try json.read(Int.self)
                case "after": after = try json.readAny(DistributionId.self)
                case "partner": partner = try json.readAny(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .distributions(limit: try json.need(limit, "limit"), after: after, partner: partner)
        case "next_reminders":
            var limit: Int?
            var from: Day?
            var group: GroupId?
            var schedule: Schedule?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "limit": limit = try json.read(Int.self)
                case "from": from = try json.readAny(Day.self)
                case "group": group = try json.readAny(GroupId.self)
                case "schedule": schedule = try json.readAny(Schedule.self)
                default: try json.skip()
                }
            }
            self = .nextReminders(limit: try json.need(limit, "limit"), from: from, group: group, schedule: schedule)
        case "due_partners":
            var on: Day?
            var limit: Int?
            var after: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "on": on = try json.read(Day.self)
                case "limit": limit = try json.read(Int.self)
                case "after": after = try json.readAny(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .duePartners(on: try json.need(on, "on"), limit: try json.need(limit, "limit"), after: after)
        case "explain_message":
            var partner: PartnerId?
            var kind: ReminderKind?
            var on: Day?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "kind": kind = try json.read(ReminderKind.self)
                case "on": on = try json.read(Day.self)
                default: try json.skip()
                }
            }
            self = .explainMessage(partner: try json.need(partner, "partner"), kind: try json.need(kind, "kind"), on: try json.need(on, "on"))
        case "history":
            var limit: Int?
            var after: Int?
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "limit": limit = try json.read(Int.self)
                case "after": after = try json.readAny(Int.self)
                case "partner": partner = try json.readAny(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .history(limit: try json.need(limit, "limit"), after: after, partner: partner)
        case "messages":
            var limit: Int?
            var partner: PartnerId?
            var skip: Int?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "limit": limit = try json.read(Int.self)
                case "partner": partner = try json.readAny(PartnerId.self)
                case "skip": skip = try json.readAny(Int.self)
                default: try json.skip()
                }
            }
            self = .messages(limit: try json.need(limit, "limit"), partner: partner, skip: skip)
        default: throw one.unknown(in: "Question")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .bank:
            json.word("\"bank\"")
        case .receipt:
            json.word("\"receipt\"")
        case .partner(let partner):
            json.object()
            json.key("partner")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .profileSchema(let language):
            json.object()
            json.key("profile_schema")
            json.object()
            try json.field("language", ifAny: language)
            json.endObject()
            json.endObject()
        case .profileCompleteness(let partner):
            json.object()
            json.key("profile_completeness")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .partners(let limit, let after, let filter, let sort):
            json.object()
            json.key("partners")
            json.object()
            try json.field("limit", limit)
            try json.field("after", ifAny: after)
            try json.field("filter", ifAny: filter)
            try json.field("sort", ifAny: sort)
            json.endObject()
            json.endObject()
        case .partnerAsOf(let partner, let at):
            json.object()
            json.key("partner_as_of")
            json.object()
            try json.field("partner", partner)
            try json.field("at", at)
            json.endObject()
            json.endObject()
        case .dashboard:
            json.word("\"dashboard\"")
        case .categories:
            json.word("\"categories\"")
        case .items:
            json.word("\"items\"")
        case .groups:
            json.word("\"groups\"")
        case .permitted(let partner):
            json.object()
            json.key("permitted")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .allowedActions(let partner):
            json.object()
            json.key("allowed_actions")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .takeAlong(let partner):
            json.object()
            json.key("take_along")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .explainCapability(let partner, let capability):
            json.object()
            json.key("explain_capability")
            json.object()
            try json.field("partner", partner)
            try json.field("capability", capability)
            json.endObject()
            json.endObject()
        case .explainCommand(let command):
            json.object()
            json.key("explain_command")
            json.object()
            try json.field("command", command)
            json.endObject()
            json.endObject()
        case .people:
            json.word("\"people\"")
        case .users(let partner):
            json.object()
            json.key("users")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .rolesOf(let person):
            json.object()
            json.key("roles_of")
            json.object()
            try json.field("person", person)
            json.endObject()
            json.endObject()
        case .messageTexts:
            json.word("\"message_texts\"")
        case .previewMessageText(let kind, let language, let partner, let text):
            json.object()
            json.key("preview_message_text")
            json.object()
            try json.field("kind", kind)
            try json.field("language", ifAny: language)
            try json.field("partner", ifAny: partner)
            try json.field("text", ifAny: text)
            json.endObject()
            json.endObject()
        case .whatIf(let command):
            json.object()
            json.key("what_if")
            json.object()
            try json.field("command", command)
            json.endObject()
            json.endObject()
        case .request(let request):
            json.object()
            json.key("request")
            json.object()
            try json.field("request", request)
            json.endObject()
            json.endObject()
        case .requests(let limit, let after, let partner, let states):
            json.object()
            json.key("requests")
            json.object()
            try json.field("limit", limit)
            try json.field("after", ifAny: after)
            try json.field("partner", ifAny: partner)
            try json.field("states", ifAny: states)
            json.endObject()
            json.endObject()
        case .distribution(let distribution):
            json.object()
            json.key("distribution")
            json.object()
            try json.field("distribution", distribution)
            json.endObject()
            json.endObject()
        case .distributions(let limit, let after, let partner):
            json.object()
            json.key("distributions")
            json.object()
            try json.field("limit", limit)
            try json.field("after", ifAny: after)
            try json.field("partner", ifAny: partner)
            json.endObject()
            json.endObject()
        case .nextReminders(let limit, let from, let group, let schedule):
            json.object()
            json.key("next_reminders")
            json.object()
            try json.field("limit", limit)
            try json.field("from", ifAny: from)
            try json.field("group", ifAny: group)
            try json.field("schedule", ifAny: schedule)
            json.endObject()
            json.endObject()
        case .duePartners(let on, let limit, let after):
            json.object()
            json.key("due_partners")
            json.object()
            try json.field("on", on)
            try json.field("limit", limit)
            try json.field("after", ifAny: after)
            json.endObject()
            json.endObject()
        case .explainMessage(let partner, let kind, let on):
            json.object()
            json.key("explain_message")
            json.object()
            try json.field("partner", partner)
            try json.field("kind", kind)
            try json.field("on", on)
            json.endObject()
            json.endObject()
        case .history(let limit, let after, let partner):
            json.object()
            json.key("history")
            json.object()
            try json.field("limit", limit)
            try json.field("after", ifAny: after)
            try json.field("partner", ifAny: partner)
            json.endObject()
            json.endObject()
        case .messages(let limit, let partner, let skip):
            json.object()
            json.key("messages")
            json.object()
            try json.field("limit", limit)
            try json.field("partner", ifAny: partner)
            try json.field("skip", ifAny: skip)
            json.endObject()
            json.endObject()
        }
    }
}

extension Reason: Wired {
    init(_ json: inout JSONReader) throws {
        var code: Code?
        var field: String?
        var line: Int?
        var params: [String: JSON]?
        var section: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "code": code = try json.read(Code.self)
            case "field": field = try json.readAny(String.self)
            case "line": line = try json.readAny(Int.self)
            case "params": params = try json.readAny([String: JSON].self)
            case "section": section = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(code: try json.need(code, "code"), field: field, line: line, params: params, section: section)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("code", code)
        try json.field("field", ifAny: field)
        try json.field("line", ifAny: line)
        try json.field("params", ifAny: params)
        try json.field("section", ifAny: section)
        json.endObject()
    }
}

extension Receipt: Wired {
    init(_ json: inout JSONReader) throws {
        var command: CommandId?
        var at: Moment?
        var by: Actor?
        var partners: Int?
        var bytes: Int?
        var digest: String?
        var key: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "command": command = try json.read(CommandId.self)
            case "at": at = try json.read(Moment.self)
            case "by": by = try json.read(Actor.self)
            case "partners": partners = try json.read(Int.self)
            case "bytes": bytes = try json.read(Int.self)
            case "digest": digest = try json.read(String.self)
            case "key": key = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(command: try json.need(command, "command"), at: try json.need(at, "at"), by: try json.need(by, "by"), partners: try json.need(partners, "partners"), bytes: try json.need(bytes, "bytes"), digest: try json.need(digest, "digest"), key: key)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("command", command)
        try json.field("at", at)
        try json.field("by", by)
        try json.field("partners", partners)
        try json.field("bytes", bytes)
        try json.field("digest", digest)
        try json.field("key", ifAny: key)
        json.endObject()
    }
}

extension Recertification: Wired {
    init(_ json: inout JSONReader) throws {
        var everyMonths: Int?
        var graceDays: Int?
        var remindDaysBefore: [Int]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "every_months": everyMonths = try json.read(Int.self)
            case "grace_days": graceDays = try json.readAny(Int.self)
            case "remind_days_before": remindDaysBefore = try json.readAny([Int].self)
            default: try json.skip()
            }
        }
        self.init(everyMonths: try json.need(everyMonths, "every_months"), graceDays: graceDays, remindDaysBefore: remindDaysBefore)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("every_months", everyMonths)
        try json.field("grace_days", ifAny: graceDays)
        try json.field("remind_days_before", ifAny: remindDaysBefore)
        json.endObject()
    }
}

extension Recipient: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "email":
            self = .email(try json.read(String.self))
        case "person":
            self = .person(try json.read(PersonId.self))
        default: throw one.unknown(in: "Recipient")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .email(let value):
            json.object()
            json.key("email")
            try value.write(&json)
            json.endObject()
        case .person(let value):
            json.object()
            json.key("person")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension Recognised: Wired {
    init(_ json: inout JSONReader) throws {
        var column: Int?
        var header: String?
        var field: Column?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "column": column = try json.read(Int.self)
            case "header": header = try json.read(String.self)
            case "field": field = try json.read(Column.self)
            default: try json.skip()
            }
        }
        self.init(column: try json.need(column, "column"), header: try json.need(header, "header"), field: try json.need(field, "field"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("column", column)
        try json.field("header", header)
        try json.field("field", field)
        json.endObject()
    }
}

extension Recorded: Wired {
    init(_ json: inout JSONReader) throws {
        var seq: Int?
        var event: Event?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "seq": seq = try json.read(Int.self)
            case "event": event = try json.read(Event.self)
            default: try json.skip()
            }
        }
        self.init(seq: try json.need(seq, "seq"), event: try json.need(event, "event"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("seq", seq)
        try json.field("event", event)
        json.endObject()
    }
}

extension Reminder: Wired {
    init(_ json: inout JSONReader) throws {
        var id: ReminderId?
        var version: Int?
        var partner: PartnerId?
        var of: Occurrence?
        var sentAt: Moment?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(ReminderId.self)
            case "version": version = try json.read(Int.self)
            case "partner": partner = try json.read(PartnerId.self)
            case "of": of = try json.read(Occurrence.self)
            case "sent_at": sentAt = try json.read(Moment.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), partner: try json.need(partner, "partner"), of: try json.need(of, "of"), sentAt: try json.need(sentAt, "sent_at"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("partner", partner)
        try json.field("of", of)
        try json.field("sent_at", sentAt)
        json.endObject()
    }
}

extension ReminderId: Wired {}

extension ReminderKind: Wired {}

extension Reply: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "bank":
            self = .bank(try json.read(Bank.self))
        case "receipt":
            self = .receipt(try json.readAny(Receipt.self))
        case "partner":
            self = .partner(try json.read(Partner.self))
        case "profile_schema":
            self = .profileSchema(try json.read(Form.self))
        case "profile_completeness":
            self = .profileCompleteness(try json.read(Completeness.self))
        case "partners":
            var partners: [Partner]?
            var counts: [String: Int]?
            var next: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partners": partners = try json.read([Partner].self)
                case "counts": counts = try json.read([String: Int].self)
                case "next": next = try json.readAny(String.self)
                default: try json.skip()
                }
            }
            self = .partners(partners: try json.need(partners, "partners"), counts: try json.need(counts, "counts"), next: next)
        case "partner_as_of":
            self = .partnerAsOf(try json.read(Partner.self))
        case "dashboard":
            self = .dashboard(try json.read(Dashboard.self))
        case "categories":
            self = .categories(try json.read([Category].self))
        case "items":
            self = .items(try json.read([Item].self))
        case "groups":
            self = .groups(try json.read([Group].self))
        case "permitted":
            self = .permitted(try json.read([ItemPermission].self))
        case "allowed_actions":
            self = .allowedActions(try json.read([Action].self))
        case "take_along":
            self = .takeAlong(try json.read(String.self))
        case "explanation":
            self = .explanation(try json.read(Explanation.self))
        case "people":
            self = .people(try json.read([Person].self))
        case "roles_of":
            self = .rolesOf(try json.read([RoleOf].self))
        case "message_texts":
            self = .messageTexts(try json.read([TextsOfKind].self))
        case "message_text":
            self = .messageText(try json.read(Said.self))
        case "what_if":
            self = .whatIf(try json.read(WhatIf.self))
        case "request":
            self = .request(try json.read(Request.self))
        case "requests":
            self = .requests(try json.read([Request].self))
        case "distribution":
            self = .distribution(try json.read(Distribution.self))
        case "distributions":
            self = .distributions(try json.read([Distribution].self))
        case "next_reminders":
            self = .nextReminders(try json.read([NextReminder].self))
        case "due_partners":
            self = .duePartners(try json.read([DuePartner].self))
        case "message_explanation":
            self = .messageExplanation(try json.read(MessageExplanation.self))
        case "history":
            self = .history(try json.read([Recorded].self))
        case "messages":
            self = .messages(try json.read([Message].self))
        default: throw one.unknown(in: "Reply")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .bank(let value):
            json.object()
            json.key("bank")
            try value.write(&json)
            json.endObject()
        case .receipt(let value):
            json.object()
            json.key("receipt")
            try value.write(&json)
            json.endObject()
        case .partner(let value):
            json.object()
            json.key("partner")
            try value.write(&json)
            json.endObject()
        case .profileSchema(let value):
            json.object()
            json.key("profile_schema")
            try value.write(&json)
            json.endObject()
        case .profileCompleteness(let value):
            json.object()
            json.key("profile_completeness")
            try value.write(&json)
            json.endObject()
        case .partners(let partners, let counts, let next):
            json.object()
            json.key("partners")
            json.object()
            try json.field("partners", partners)
            try json.field("counts", counts)
            try json.field("next", ifAny: next)
            json.endObject()
            json.endObject()
        case .partnerAsOf(let value):
            json.object()
            json.key("partner_as_of")
            try value.write(&json)
            json.endObject()
        case .dashboard(let value):
            json.object()
            json.key("dashboard")
            try value.write(&json)
            json.endObject()
        case .categories(let value):
            json.object()
            json.key("categories")
            try value.write(&json)
            json.endObject()
        case .items(let value):
            json.object()
            json.key("items")
            try value.write(&json)
            json.endObject()
        case .groups(let value):
            json.object()
            json.key("groups")
            try value.write(&json)
            json.endObject()
        case .permitted(let value):
            json.object()
            json.key("permitted")
            try value.write(&json)
            json.endObject()
        case .allowedActions(let value):
            json.object()
            json.key("allowed_actions")
            try value.write(&json)
            json.endObject()
        case .takeAlong(let value):
            json.object()
            json.key("take_along")
            try value.write(&json)
            json.endObject()
        case .explanation(let value):
            json.object()
            json.key("explanation")
            try value.write(&json)
            json.endObject()
        case .people(let value):
            json.object()
            json.key("people")
            try value.write(&json)
            json.endObject()
        case .rolesOf(let value):
            json.object()
            json.key("roles_of")
            try value.write(&json)
            json.endObject()
        case .messageTexts(let value):
            json.object()
            json.key("message_texts")
            try value.write(&json)
            json.endObject()
        case .messageText(let value):
            json.object()
            json.key("message_text")
            try value.write(&json)
            json.endObject()
        case .whatIf(let value):
            json.object()
            json.key("what_if")
            try value.write(&json)
            json.endObject()
        case .request(let value):
            json.object()
            json.key("request")
            try value.write(&json)
            json.endObject()
        case .requests(let value):
            json.object()
            json.key("requests")
            try value.write(&json)
            json.endObject()
        case .distribution(let value):
            json.object()
            json.key("distribution")
            try value.write(&json)
            json.endObject()
        case .distributions(let value):
            json.object()
            json.key("distributions")
            try value.write(&json)
            json.endObject()
        case .nextReminders(let value):
            json.object()
            json.key("next_reminders")
            try value.write(&json)
            json.endObject()
        case .duePartners(let value):
            json.object()
            json.key("due_partners")
            try value.write(&json)
            json.endObject()
        case .messageExplanation(let value):
            json.object()
            json.key("message_explanation")
            try value.write(&json)
            json.endObject()
        case .history(let value):
            json.object()
            json.key("history")
            try value.write(&json)
            json.endObject()
        case .messages(let value):
            json.object()
            json.key("messages")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension Report: Wired {
    init(_ json: inout JSONReader) throws {
        var columns: [Recognised]?
        var rows: Int?
        var rowsWithErrors: Int?
        var problems: [Problem]?
        var truncated: Bool?
        var counts: [String: Int]?
        var bytes: Int?
        var delimiter: Delimiter?
        var digest: String?
        var encoding: Encoding?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "columns": columns = try json.read([Recognised].self)
            case "rows": rows = try json.read(Int.self)
            case "rows_with_errors": rowsWithErrors = try json.read(Int.self)
            case "problems": problems = try json.read([Problem].self)
            case "truncated": truncated = try json.read(Bool.self)
            case "counts": counts = try json.read([String: Int].self)
            case "bytes": bytes = try json.read(Int.self)
            case "delimiter": delimiter = try json.readAny(Delimiter.self)
            case "digest": digest = try json.readAny(String.self)
            case "encoding": encoding = try json.readAny(Encoding.self)
            default: try json.skip()
            }
        }
        self.init(columns: try json.need(columns, "columns"), rows: try json.need(rows, "rows"), rowsWithErrors: try json.need(rowsWithErrors, "rows_with_errors"), problems: try json.need(problems, "problems"), truncated: try json.need(truncated, "truncated"), counts: try json.need(counts, "counts"), bytes: try json.need(bytes, "bytes"), delimiter: delimiter, digest: digest, encoding: encoding)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("columns", columns)
        try json.field("rows", rows)
        try json.field("rows_with_errors", rowsWithErrors)
        try json.field("problems", problems)
        try json.field("truncated", truncated)
        try json.field("counts", counts)
        try json.field("bytes", bytes)
        try json.field("delimiter", ifAny: delimiter)
        try json.field("digest", ifAny: digest)
        try json.field("encoding", ifAny: encoding)
        json.endObject()
    }
}

extension Request: Wired {
    init(_ json: inout JSONReader) throws {
        var id: RequestId?
        var version: Int?
        var partner: PartnerId?
        var kind: RequestKind?
        var state: RequestState?
        var lines: [RequestLine]?
        var filedBy: PersonId?
        var filedAt: Moment?
        var cancelReason: String?
        var claimedBy: PersonId?
        var comment: String?
        var distribution: DistributionId?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(RequestId.self)
            case "version": version = try json.read(Int.self)
            case "partner": partner = try json.read(PartnerId.self)
            case "kind": kind = try json.read(RequestKind.self)
            case "state": state = try json.read(RequestState.self)
            case "lines": lines = try json.read([RequestLine].self)
            case "filed_by": filedBy = try json.read(PersonId.self)
            case "filed_at": filedAt = try json.read(Moment.self)
            case "cancel_reason": cancelReason = try json.readAny(String.self)
            case "claimed_by": claimedBy = try json.readAny(PersonId.self)
            case "comment": comment = try json.readAny(String.self)
            case "distribution": distribution = try json.readAny(DistributionId.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), version: try json.need(version, "version"), partner: try json.need(partner, "partner"), kind: try json.need(kind, "kind"), state: try json.need(state, "state"), lines: try json.need(lines, "lines"), filedBy: try json.need(filedBy, "filed_by"), filedAt: try json.need(filedAt, "filed_at"), cancelReason: cancelReason, claimedBy: claimedBy, comment: comment, distribution: distribution)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("version", version)
        try json.field("partner", partner)
        try json.field("kind", kind)
        try json.field("state", state)
        try json.field("lines", lines)
        try json.field("filed_by", filedBy)
        try json.field("filed_at", filedAt)
        try json.field("cancel_reason", ifAny: cancelReason)
        try json.field("claimed_by", ifAny: claimedBy)
        try json.field("comment", ifAny: comment)
        try json.field("distribution", ifAny: distribution)
        json.endObject()
    }
}

extension RequestId: Wired {}

extension RequestInvalid: Wired {
    init(_ json: inout JSONReader) throws {
        var partner: PartnerId?
        var request: RequestId?
        var reasons: [Reason]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "partner": partner = try json.read(PartnerId.self)
            case "request": request = try json.read(RequestId.self)
            case "reasons": reasons = try json.read([Reason].self)
            default: try json.skip()
            }
        }
        self.init(partner: try json.need(partner, "partner"), request: try json.need(request, "request"), reasons: try json.need(reasons, "reasons"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partner", partner)
        try json.field("request", request)
        try json.field("reasons", reasons)
        json.endObject()
    }
}

extension RequestKind: Wired {}

extension RequestLine: Wired {
    init(_ json: inout JSONReader) throws {
        var item: ItemId?
        var itemName: String?
        var quantity: Int?
        var perPerson: Int?
        var unit: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "item": item = try json.read(ItemId.self)
            case "item_name": itemName = try json.read(String.self)
            case "quantity": quantity = try json.read(Int.self)
            case "per_person": perPerson = try json.readAny(Int.self)
            case "unit": unit = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(item: try json.need(item, "item"), itemName: try json.need(itemName, "item_name"), quantity: try json.need(quantity, "quantity"), perPerson: perPerson, unit: unit)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("item", item)
        try json.field("item_name", itemName)
        try json.field("quantity", quantity)
        try json.field("per_person", ifAny: perPerson)
        try json.field("unit", ifAny: unit)
        json.endObject()
    }
}

extension RequestState: Wired {}

extension Role: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "bank_admin":
            if one.holds { try json.skip() }
            self = .bankAdmin
        case "bank_staff":
            if one.holds { try json.skip() }
            self = .bankStaff
        case "partner_user":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .partnerUser(partner: try json.need(partner, "partner"))
        default: throw one.unknown(in: "Role")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .bankAdmin:
            json.word("\"bank_admin\"")
        case .bankStaff:
            json.word("\"bank_staff\"")
        case .partnerUser(let partner):
            json.object()
            json.key("partner_user")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        }
    }
}

extension RoleOf: Wired {
    init(_ json: inout JSONReader) throws {
        var actor: Actor?
        var bankName: String?
        var lastUsedAt: Moment?
        var partnerName: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "actor": actor = try json.read(Actor.self)
            case "bank_name": bankName = try json.read(String.self)
            case "last_used_at": lastUsedAt = try json.readAny(Moment.self)
            case "partner_name": partnerName = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(actor: try json.need(actor, "actor"), bankName: try json.need(bankName, "bank_name"), lastUsedAt: lastUsedAt, partnerName: partnerName)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("actor", actor)
        try json.field("bank_name", bankName)
        try json.field("last_used_at", ifAny: lastUsedAt)
        try json.field("partner_name", ifAny: partnerName)
        json.endObject()
    }
}

extension Row: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "bank":
            self = .bank(try json.read(Bank.self))
        case "category":
            self = .category(try json.read(Category.self))
        case "item":
            self = .item(try json.read(Item.self))
        case "group":
            self = .group(try json.read(Group.self))
        case "partner":
            self = .partner(try json.read(Partner.self))
        case "request":
            self = .request(try json.read(Request.self))
        case "distribution":
            self = .distribution(try json.read(Distribution.self))
        case "person":
            self = .person(try json.read(Person.self))
        case "reminder":
            self = .reminder(try json.read(Reminder.self))
        default: throw one.unknown(in: "Row")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .bank(let value):
            json.object()
            json.key("bank")
            try value.write(&json)
            json.endObject()
        case .category(let value):
            json.object()
            json.key("category")
            try value.write(&json)
            json.endObject()
        case .item(let value):
            json.object()
            json.key("item")
            try value.write(&json)
            json.endObject()
        case .group(let value):
            json.object()
            json.key("group")
            try value.write(&json)
            json.endObject()
        case .partner(let value):
            json.object()
            json.key("partner")
            try value.write(&json)
            json.endObject()
        case .request(let value):
            json.object()
            json.key("request")
            try value.write(&json)
            json.endObject()
        case .distribution(let value):
            json.object()
            json.key("distribution")
            try value.write(&json)
            json.endObject()
        case .person(let value):
            json.object()
            json.key("person")
            try value.write(&json)
            json.endObject()
        case .reminder(let value):
            json.object()
            json.key("reminder")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension RowId: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "bank":
            self = .bank(try json.read(BankId.self))
        case "category":
            self = .category(try json.read(CategoryId.self))
        case "item":
            self = .item(try json.read(ItemId.self))
        case "group":
            self = .group(try json.read(GroupId.self))
        case "partner":
            self = .partner(try json.read(PartnerId.self))
        case "request":
            self = .request(try json.read(RequestId.self))
        case "distribution":
            self = .distribution(try json.read(DistributionId.self))
        case "person":
            self = .person(try json.read(PersonId.self))
        case "reminder":
            self = .reminder(try json.read(ReminderId.self))
        default: throw one.unknown(in: "RowId")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .bank(let value):
            json.object()
            json.key("bank")
            try value.write(&json)
            json.endObject()
        case .category(let value):
            json.object()
            json.key("category")
            try value.write(&json)
            json.endObject()
        case .item(let value):
            json.object()
            json.key("item")
            try value.write(&json)
            json.endObject()
        case .group(let value):
            json.object()
            json.key("group")
            try value.write(&json)
            json.endObject()
        case .partner(let value):
            json.object()
            json.key("partner")
            try value.write(&json)
            json.endObject()
        case .request(let value):
            json.object()
            json.key("request")
            try value.write(&json)
            json.endObject()
        case .distribution(let value):
            json.object()
            json.key("distribution")
            try value.write(&json)
            json.endObject()
        case .person(let value):
            json.object()
            json.key("person")
            try value.write(&json)
            json.endObject()
        case .reminder(let value):
            json.object()
            json.key("reminder")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension Rule: Wired {}

extension RunDue: Wired {
    init(_ json: inout JSONReader) throws {
        try json.skip()
        self.init()
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        json.endObject()
    }
}

extension Said: Wired {
    init(_ json: inout JSONReader) throws {
        var language: Language?
        var subject: String?
        var text: String?
        var html: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "language": language = try json.read(Language.self)
            case "subject": subject = try json.read(String.self)
            case "text": text = try json.read(String.self)
            case "html": html = try json.read(String.self)
            default: try json.skip()
            }
        }
        self.init(language: try json.need(language, "language"), subject: try json.need(subject, "subject"), text: try json.need(text, "text"), html: try json.need(html, "html"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("language", language)
        try json.field("subject", subject)
        try json.field("text", text)
        try json.field("html", html)
        json.endObject()
    }
}

extension SaidReason: Wired {
    init(_ json: inout JSONReader) throws {
        var code: Code?
        var staff: String?
        var partner: String?
        var field: String?
        var line: Int?
        var params: [String: JSON]?
        var section: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "code": code = try json.read(Code.self)
            case "staff": staff = try json.read(String.self)
            case "partner": partner = try json.read(String.self)
            case "field": field = try json.readAny(String.self)
            case "line": line = try json.readAny(Int.self)
            case "params": params = try json.readAny([String: JSON].self)
            case "section": section = try json.readAny(String.self)
            default: try json.skip()
            }
        }
        self.init(code: try json.need(code, "code"), staff: try json.need(staff, "staff"), partner: try json.need(partner, "partner"), field: field, line: line, params: params, section: section)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("code", code)
        try json.field("staff", staff)
        try json.field("partner", partner)
        try json.field("field", ifAny: field)
        try json.field("line", ifAny: line)
        try json.field("params", ifAny: params)
        try json.field("section", ifAny: section)
        json.endObject()
    }
}

extension Schedule: Wired {
    init(_ json: inout JSONReader) throws {
        var on: On?
        var deadlineDay: Int?
        var everyMonths: Int?
        var from: Day?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "on": on = try json.read(On.self)
            case "deadline_day": deadlineDay = try json.readAny(Int.self)
            case "every_months": everyMonths = try json.readAny(Int.self)
            case "from": from = try json.readAny(Day.self)
            default: try json.skip()
            }
        }
        self.init(on: try json.need(on, "on"), deadlineDay: deadlineDay, everyMonths: everyMonths, from: from)
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("on", on)
        try json.field("deadline_day", ifAny: deadlineDay)
        try json.field("every_months", ifAny: everyMonths)
        try json.field("from", ifAny: from)
        json.endObject()
    }
}

extension Section: Wired {}

extension SectionCompleteness: Wired {
    init(_ json: inout JSONReader) throws {
        var section: Section?
        var filled: Int?
        var asked: Int?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "section": section = try json.read(Section.self)
            case "filled": filled = try json.read(Int.self)
            case "asked": asked = try json.read(Int.self)
            default: try json.skip()
            }
        }
        self.init(section: try json.need(section, "section"), filled: try json.need(filled, "filled"), asked: try json.need(asked, "asked"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("section", section)
        try json.field("filled", filled)
        try json.field("asked", asked)
        json.endObject()
    }
}

extension SeenRow: Wired {
    init(_ json: inout JSONReader) throws {
        var row: RowId?
        var version: Int?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "row": row = try json.read(RowId.self)
            case "version": version = try json.read(Int.self)
            default: try json.skip()
            }
        }
        self.init(row: try json.need(row, "row"), version: try json.need(version, "version"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("row", row)
        try json.field("version", version)
        json.endObject()
    }
}

extension Selection: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "ids":
            self = .ids(try json.read([PartnerId].self))
        case "matching":
            self = .matching(try json.read(PartnerFilter.self))
        default: throw one.unknown(in: "Selection")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .ids(let value):
            json.object()
            json.key("ids")
            try value.write(&json)
            json.endObject()
        case .matching(let value):
            json.object()
            json.key("matching")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension StartingStep: Wired {
    init(_ json: inout JSONReader) throws {
        var step: FirstStep?
        var done: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "step": step = try json.read(FirstStep.self)
            case "done": done = try json.read(Bool.self)
            default: try json.skip()
            }
        }
        self.init(step: try json.need(step, "step"), done: try json.need(done, "done"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("step", step)
        try json.field("done", done)
        json.endObject()
    }
}

extension Status: Wired {}

extension Step: Wired {
    init(_ json: inout JSONReader) throws {
        var who: Who?
        var command: Command?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "who": who = try json.read(Who.self)
            case "command": command = try json.read(Command.self)
            default: try json.skip()
            }
        }
        self.init(who: try json.need(who, "who"), command: try json.need(command, "command"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("who", who)
        try json.field("command", command)
        json.endObject()
    }
}

extension Synced: Wired {
    init(_ json: inout JSONReader) throws {
        var id: CommandId?
        var became: Became?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "id": id = try json.read(CommandId.self)
            case "became": became = try json.read(Became.self)
            default: try json.skip()
            }
        }
        self.init(id: try json.need(id, "id"), became: try json.need(became, "became"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("id", id)
        try json.field("became", became)
        json.endObject()
    }
}

extension TakenAlong: Wired {
    init(_ json: inout JSONReader) throws {
        var bank: BankId?
        var pieces: Int?
        var sha256: String?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "bank": bank = try json.read(BankId.self)
            case "pieces": pieces = try json.read(Int.self)
            case "sha256": sha256 = try json.read(String.self)
            default: try json.skip()
            }
        }
        self.init(bank: try json.need(bank, "bank"), pieces: try json.need(pieces, "pieces"), sha256: try json.need(sha256, "sha256"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("bank", bank)
        try json.field("pieces", pieces)
        try json.field("sha256", sha256)
        json.endObject()
    }
}

extension TextsOfKind: Wired {
    init(_ json: inout JSONReader) throws {
        var kind: MessageKind?
        var placeholders: [NamedPlaceholder]?
        var own: [String: OwnText]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "kind": kind = try json.read(MessageKind.self)
            case "placeholders": placeholders = try json.read([NamedPlaceholder].self)
            case "own": own = try json.read([String: OwnText].self)
            default: try json.skip()
            }
        }
        self.init(kind: try json.need(kind, "kind"), placeholders: try json.need(placeholders, "placeholders"), own: try json.need(own, "own"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("kind", kind)
        try json.field("placeholders", placeholders)
        try json.field("own", own)
        json.endObject()
    }
}

extension UngroupedMayRequest: Wired {}

extension Weekday: Wired {}

extension What: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "bank_created":
            self = .bankCreated(try json.read(Bank.self))
        case "bank_updated":
            self = .bankUpdated(try json.read(BankPatch.self))
        case "message_text_set":
            var kind: MessageKind?
            var language: Language?
            var text: OwnText?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "kind": kind = try json.read(MessageKind.self)
                case "language": language = try json.read(Language.self)
                case "text": text = try json.readAny(OwnText.self)
                default: try json.skip()
                }
            }
            self = .messageTextSet(kind: try json.need(kind, "kind"), language: try json.need(language, "language"), text: text)
        case "partners_imported":
            self = .partnersImported(try json.read(Receipt.self))
        case "partner_added":
            var partner: PartnerId?
            var details: PartnerDetails?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "details": details = try json.read(PartnerDetails.self)
                default: try json.skip()
                }
            }
            self = .partnerAdded(partner: try json.need(partner, "partner"), details: try json.need(details, "details"))
        case "partner_imported":
            var partner: PartnerId?
            var line: Int?
            var details: PartnerDetails?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "line": line = try json.read(Int.self)
                case "details": details = try json.read(PartnerDetails.self)
                default: try json.skip()
                }
            }
            self = .partnerImported(partner: try json.need(partner, "partner"), line: try json.need(line, "line"), details: try json.need(details, "details"))
        case "partner_updated":
            var partner: PartnerId?
            var patch: PartnerPatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "patch": patch = try json.read(PartnerPatch.self)
                default: try json.skip()
                }
            }
            self = .partnerUpdated(partner: try json.need(partner, "partner"), patch: try json.need(patch, "patch"))
        case "profile_updated":
            var partner: PartnerId?
            var patch: ProfilePatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "patch": patch = try json.read(ProfilePatch.self)
                default: try json.skip()
                }
            }
            self = .profileUpdated(partner: try json.need(partner, "partner"), patch: try json.need(patch, "patch"))
        case "partner_moved":
            var partner: PartnerId?
            var action: Action?
            var from: Status?
            var to: Status?
            var note: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "action": action = try json.read(Action.self)
                case "from": from = try json.read(Status.self)
                case "to": to = try json.read(Status.self)
                case "note": note = try json.readAny(String.self)
                default: try json.skip()
                }
            }
            self = .partnerMoved(partner: try json.need(partner, "partner"), action: try json.need(action, "action"), from: try json.need(from, "from"), to: try json.need(to, "to"), note: note)
        case "partner_removed":
            var partner: PartnerId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                default: try json.skip()
                }
            }
            self = .partnerRemoved(partner: try json.need(partner, "partner"))
        case "exception_set":
            var partner: PartnerId?
            var item: ItemId?
            var exception: Exception?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "item": item = try json.read(ItemId.self)
                case "exception": exception = try json.read(Exception.self)
                default: try json.skip()
                }
            }
            self = .exceptionSet(partner: try json.need(partner, "partner"), item: try json.need(item, "item"), exception: try json.need(exception, "exception"))
        case "exception_removed":
            var partner: PartnerId?
            var item: ItemId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "item": item = try json.read(ItemId.self)
                default: try json.skip()
                }
            }
            self = .exceptionRemoved(partner: try json.need(partner, "partner"), item: try json.need(item, "item"))
        case "person_invited":
            var person: KnownAs?
            var role: Role?
            var invitation: Invitation?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(KnownAs.self)
                case "role": role = try json.read(Role.self)
                case "invitation": invitation = try json.read(Invitation.self)
                default: try json.skip()
                }
            }
            self = .personInvited(person: try json.need(person, "person"), role: try json.need(role, "role"), invitation: try json.need(invitation, "invitation"))
        case "role_granted":
            var person: KnownAs?
            var role: Role?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(KnownAs.self)
                case "role": role = try json.read(Role.self)
                default: try json.skip()
                }
            }
            self = .roleGranted(person: try json.need(person, "person"), role: try json.need(role, "role"))
        case "invitation_accepted":
            var person: PersonId?
            var role: Role?
            var invitation: InvitationId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(PersonId.self)
                case "role": role = try json.read(Role.self)
                case "invitation": invitation = try json.read(InvitationId.self)
                default: try json.skip()
                }
            }
            self = .invitationAccepted(person: try json.need(person, "person"), role: try json.need(role, "role"), invitation: try json.need(invitation, "invitation"))
        case "invitation_voided":
            var person: PersonId?
            var role: Role?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(PersonId.self)
                case "role": role = try json.read(Role.self)
                default: try json.skip()
                }
            }
            self = .invitationVoided(person: try json.need(person, "person"), role: try json.need(role, "role"))
        case "role_changed":
            var person: PersonId?
            var role: Role?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(PersonId.self)
                case "role": role = try json.read(Role.self)
                default: try json.skip()
                }
            }
            self = .roleChanged(person: try json.need(person, "person"), role: try json.need(role, "role"))
        case "role_revoked":
            var person: PersonId?
            var role: Role?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(PersonId.self)
                case "role": role = try json.read(Role.self)
                default: try json.skip()
                }
            }
            self = .roleRevoked(person: try json.need(person, "person"), role: try json.need(role, "role"))
        case "signed_in":
            var person: PersonId?
            var role: Role?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "person": person = try json.read(PersonId.self)
                case "role": role = try json.read(Role.self)
                default: try json.skip()
                }
            }
            self = .signedIn(person: try json.need(person, "person"), role: try json.need(role, "role"))
        case "category_added":
            var category: CategoryId?
            var name: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "category": category = try json.read(CategoryId.self)
                case "name": name = try json.read(String.self)
                default: try json.skip()
                }
            }
            self = .categoryAdded(category: try json.need(category, "category"), name: try json.need(name, "name"))
        case "category_renamed":
            var category: CategoryId?
            var name: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "category": category = try json.read(CategoryId.self)
                case "name": name = try json.read(String.self)
                default: try json.skip()
                }
            }
            self = .categoryRenamed(category: try json.need(category, "category"), name: try json.need(name, "name"))
        case "category_deleted":
            var category: CategoryId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "category": category = try json.read(CategoryId.self)
                default: try json.skip()
                }
            }
            self = .categoryDeleted(category: try json.need(category, "category"))
        case "item_added":
            var item: ItemId?
            var details: ItemDetails?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "item": item = try json.read(ItemId.self)
                case "details": details = try json.read(ItemDetails.self)
                default: try json.skip()
                }
            }
            self = .itemAdded(item: try json.need(item, "item"), details: try json.need(details, "details"))
        case "item_updated":
            var item: ItemId?
            var patch: ItemPatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "item": item = try json.read(ItemId.self)
                case "patch": patch = try json.read(ItemPatch.self)
                default: try json.skip()
                }
            }
            self = .itemUpdated(item: try json.need(item, "item"), patch: try json.need(patch, "patch"))
        case "group_added":
            var group: GroupId?
            var name: String?
            var categories: [CategoryId]?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "group": group = try json.read(GroupId.self)
                case "name": name = try json.read(String.self)
                case "categories": categories = try json.read([CategoryId].self)
                default: try json.skip()
                }
            }
            self = .groupAdded(group: try json.need(group, "group"), name: try json.need(name, "name"), categories: try json.need(categories, "categories"))
        case "group_updated":
            var group: GroupId?
            var patch: GroupPatch?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "group": group = try json.read(GroupId.self)
                case "patch": patch = try json.read(GroupPatch.self)
                default: try json.skip()
                }
            }
            self = .groupUpdated(group: try json.need(group, "group"), patch: try json.need(patch, "patch"))
        case "group_deleted":
            var group: GroupId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "group": group = try json.read(GroupId.self)
                default: try json.skip()
                }
            }
            self = .groupDeleted(group: try json.need(group, "group"))
        case "group_cap_set":
            var group: GroupId?
            var item: ItemId?
            var cap: Int?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "group": group = try json.read(GroupId.self)
                case "item": item = try json.read(ItemId.self)
                case "cap": cap = try json.readAny(Int.self)
                default: try json.skip()
                }
            }
            self = .groupCapSet(group: try json.need(group, "group"), item: try json.need(item, "item"), cap: cap)
        case "request_submitted":
            self = .requestSubmitted(try json.read(Request.self))
        case "request_started":
            var partner: PartnerId?
            var request: RequestId?
            var claimedBy: PersonId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "request": request = try json.read(RequestId.self)
                case "claimed_by": claimedBy = try json.read(PersonId.self)
                default: try json.skip()
                }
            }
            self = .requestStarted(partner: try json.need(partner, "partner"), request: try json.need(request, "request"), claimedBy: try json.need(claimedBy, "claimed_by"))
        case "request_released":
            var partner: PartnerId?
            var request: RequestId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "request": request = try json.read(RequestId.self)
                default: try json.skip()
                }
            }
            self = .requestReleased(partner: try json.need(partner, "partner"), request: try json.need(request, "request"))
        case "request_fulfilled":
            var partner: PartnerId?
            var request: RequestId?
            var distribution: DistributionId?
            var claimedBy: PersonId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "request": request = try json.read(RequestId.self)
                case "distribution": distribution = try json.read(DistributionId.self)
                case "claimed_by": claimedBy = try json.read(PersonId.self)
                default: try json.skip()
                }
            }
            self = .requestFulfilled(partner: try json.need(partner, "partner"), request: try json.need(request, "request"), distribution: try json.need(distribution, "distribution"), claimedBy: try json.need(claimedBy, "claimed_by"))
        case "request_reopened":
            var partner: PartnerId?
            var request: RequestId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "request": request = try json.read(RequestId.self)
                default: try json.skip()
                }
            }
            self = .requestReopened(partner: try json.need(partner, "partner"), request: try json.need(request, "request"))
        case "request_cancelled":
            var partner: PartnerId?
            var request: RequestId?
            var reason: String?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "request": request = try json.read(RequestId.self)
                case "reason": reason = try json.readAny(String.self)
                default: try json.skip()
                }
            }
            self = .requestCancelled(partner: try json.need(partner, "partner"), request: try json.need(request, "request"), reason: reason)
        case "distribution_recorded":
            self = .distributionRecorded(try json.read(Distribution.self))
        case "distribution_updated":
            var partner: PartnerId?
            var distribution: DistributionId?
            var patch: DistributionPatch?
            var lines: [DistributionLine]?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "distribution": distribution = try json.read(DistributionId.self)
                case "patch": patch = try json.read(DistributionPatch.self)
                case "lines": lines = try json.readAny([DistributionLine].self)
                default: try json.skip()
                }
            }
            self = .distributionUpdated(partner: try json.need(partner, "partner"), distribution: try json.need(distribution, "distribution"), patch: try json.need(patch, "patch"), lines: lines)
        case "distribution_completed":
            var partner: PartnerId?
            var distribution: DistributionId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "distribution": distribution = try json.read(DistributionId.self)
                default: try json.skip()
                }
            }
            self = .distributionCompleted(partner: try json.need(partner, "partner"), distribution: try json.need(distribution, "distribution"))
        case "distribution_taken_back":
            var partner: PartnerId?
            var distribution: DistributionId?
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "partner": partner = try json.read(PartnerId.self)
                case "distribution": distribution = try json.read(DistributionId.self)
                default: try json.skip()
                }
            }
            self = .distributionTakenBack(partner: try json.need(partner, "partner"), distribution: try json.need(distribution, "distribution"))
        case "reminder_sent":
            self = .reminderSent(try json.read(Reminder.self))
        default: throw one.unknown(in: "What")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .bankCreated(let value):
            json.object()
            json.key("bank_created")
            try value.write(&json)
            json.endObject()
        case .bankUpdated(let value):
            json.object()
            json.key("bank_updated")
            try value.write(&json)
            json.endObject()
        case .messageTextSet(let kind, let language, let text):
            json.object()
            json.key("message_text_set")
            json.object()
            try json.field("kind", kind)
            try json.field("language", language)
            try json.field("text", ifAny: text)
            json.endObject()
            json.endObject()
        case .partnersImported(let value):
            json.object()
            json.key("partners_imported")
            try value.write(&json)
            json.endObject()
        case .partnerAdded(let partner, let details):
            json.object()
            json.key("partner_added")
            json.object()
            try json.field("partner", partner)
            try json.field("details", details)
            json.endObject()
            json.endObject()
        case .partnerImported(let partner, let line, let details):
            json.object()
            json.key("partner_imported")
            json.object()
            try json.field("partner", partner)
            try json.field("line", line)
            try json.field("details", details)
            json.endObject()
            json.endObject()
        case .partnerUpdated(let partner, let patch):
            json.object()
            json.key("partner_updated")
            json.object()
            try json.field("partner", partner)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .profileUpdated(let partner, let patch):
            json.object()
            json.key("profile_updated")
            json.object()
            try json.field("partner", partner)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .partnerMoved(let partner, let action, let from, let to, let note):
            json.object()
            json.key("partner_moved")
            json.object()
            try json.field("partner", partner)
            try json.field("action", action)
            try json.field("from", from)
            try json.field("to", to)
            try json.field("note", ifAny: note)
            json.endObject()
            json.endObject()
        case .partnerRemoved(let partner):
            json.object()
            json.key("partner_removed")
            json.object()
            try json.field("partner", partner)
            json.endObject()
            json.endObject()
        case .exceptionSet(let partner, let item, let exception):
            json.object()
            json.key("exception_set")
            json.object()
            try json.field("partner", partner)
            try json.field("item", item)
            try json.field("exception", exception)
            json.endObject()
            json.endObject()
        case .exceptionRemoved(let partner, let item):
            json.object()
            json.key("exception_removed")
            json.object()
            try json.field("partner", partner)
            try json.field("item", item)
            json.endObject()
            json.endObject()
        case .personInvited(let person, let role, let invitation):
            json.object()
            json.key("person_invited")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            try json.field("invitation", invitation)
            json.endObject()
            json.endObject()
        case .roleGranted(let person, let role):
            json.object()
            json.key("role_granted")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            json.endObject()
            json.endObject()
        case .invitationAccepted(let person, let role, let invitation):
            json.object()
            json.key("invitation_accepted")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            try json.field("invitation", invitation)
            json.endObject()
            json.endObject()
        case .invitationVoided(let person, let role):
            json.object()
            json.key("invitation_voided")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            json.endObject()
            json.endObject()
        case .roleChanged(let person, let role):
            json.object()
            json.key("role_changed")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            json.endObject()
            json.endObject()
        case .roleRevoked(let person, let role):
            json.object()
            json.key("role_revoked")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            json.endObject()
            json.endObject()
        case .signedIn(let person, let role):
            json.object()
            json.key("signed_in")
            json.object()
            try json.field("person", person)
            try json.field("role", role)
            json.endObject()
            json.endObject()
        case .categoryAdded(let category, let name):
            json.object()
            json.key("category_added")
            json.object()
            try json.field("category", category)
            try json.field("name", name)
            json.endObject()
            json.endObject()
        case .categoryRenamed(let category, let name):
            json.object()
            json.key("category_renamed")
            json.object()
            try json.field("category", category)
            try json.field("name", name)
            json.endObject()
            json.endObject()
        case .categoryDeleted(let category):
            json.object()
            json.key("category_deleted")
            json.object()
            try json.field("category", category)
            json.endObject()
            json.endObject()
        case .itemAdded(let item, let details):
            json.object()
            json.key("item_added")
            json.object()
            try json.field("item", item)
            try json.field("details", details)
            json.endObject()
            json.endObject()
        case .itemUpdated(let item, let patch):
            json.object()
            json.key("item_updated")
            json.object()
            try json.field("item", item)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .groupAdded(let group, let name, let categories):
            json.object()
            json.key("group_added")
            json.object()
            try json.field("group", group)
            try json.field("name", name)
            try json.field("categories", categories)
            json.endObject()
            json.endObject()
        case .groupUpdated(let group, let patch):
            json.object()
            json.key("group_updated")
            json.object()
            try json.field("group", group)
            try json.field("patch", patch)
            json.endObject()
            json.endObject()
        case .groupDeleted(let group):
            json.object()
            json.key("group_deleted")
            json.object()
            try json.field("group", group)
            json.endObject()
            json.endObject()
        case .groupCapSet(let group, let item, let cap):
            json.object()
            json.key("group_cap_set")
            json.object()
            try json.field("group", group)
            try json.field("item", item)
            try json.field("cap", ifAny: cap)
            json.endObject()
            json.endObject()
        case .requestSubmitted(let value):
            json.object()
            json.key("request_submitted")
            try value.write(&json)
            json.endObject()
        case .requestStarted(let partner, let request, let claimedBy):
            json.object()
            json.key("request_started")
            json.object()
            try json.field("partner", partner)
            try json.field("request", request)
            try json.field("claimed_by", claimedBy)
            json.endObject()
            json.endObject()
        case .requestReleased(let partner, let request):
            json.object()
            json.key("request_released")
            json.object()
            try json.field("partner", partner)
            try json.field("request", request)
            json.endObject()
            json.endObject()
        case .requestFulfilled(let partner, let request, let distribution, let claimedBy):
            json.object()
            json.key("request_fulfilled")
            json.object()
            try json.field("partner", partner)
            try json.field("request", request)
            try json.field("distribution", distribution)
            try json.field("claimed_by", claimedBy)
            json.endObject()
            json.endObject()
        case .requestReopened(let partner, let request):
            json.object()
            json.key("request_reopened")
            json.object()
            try json.field("partner", partner)
            try json.field("request", request)
            json.endObject()
            json.endObject()
        case .requestCancelled(let partner, let request, let reason):
            json.object()
            json.key("request_cancelled")
            json.object()
            try json.field("partner", partner)
            try json.field("request", request)
            try json.field("reason", ifAny: reason)
            json.endObject()
            json.endObject()
        case .distributionRecorded(let value):
            json.object()
            json.key("distribution_recorded")
            try value.write(&json)
            json.endObject()
        case .distributionUpdated(let partner, let distribution, let patch, let lines):
            json.object()
            json.key("distribution_updated")
            json.object()
            try json.field("partner", partner)
            try json.field("distribution", distribution)
            try json.field("patch", patch)
            try json.field("lines", ifAny: lines)
            json.endObject()
            json.endObject()
        case .distributionCompleted(let partner, let distribution):
            json.object()
            json.key("distribution_completed")
            json.object()
            try json.field("partner", partner)
            try json.field("distribution", distribution)
            json.endObject()
            json.endObject()
        case .distributionTakenBack(let partner, let distribution):
            json.object()
            json.key("distribution_taken_back")
            json.object()
            try json.field("partner", partner)
            try json.field("distribution", distribution)
            json.endObject()
            json.endObject()
        case .reminderSent(let value):
            json.object()
            json.key("reminder_sent")
            try value.write(&json)
            json.endObject()
        }
    }
}

extension WhatIf: Wired {
    init(_ json: inout JSONReader) throws {
        var done: Done?
        var messages: [Message]?
        var itemsLost: Int?
        var requestsInvalid: Int?
        var lost: [ItemLost]?
        var invalid: [RequestInvalid]?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "done": done = try json.read(Done.self)
            case "messages": messages = try json.read([Message].self)
            case "items_lost": itemsLost = try json.read(Int.self)
            case "requests_invalid": requestsInvalid = try json.read(Int.self)
            case "lost": lost = try json.read([ItemLost].self)
            case "invalid": invalid = try json.read([RequestInvalid].self)
            default: try json.skip()
            }
        }
        self.init(done: try json.need(done, "done"), messages: try json.need(messages, "messages"), itemsLost: try json.need(itemsLost, "items_lost"), requestsInvalid: try json.need(requestsInvalid, "requests_invalid"), lost: try json.need(lost, "lost"), invalid: try json.need(invalid, "invalid"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("done", done)
        try json.field("messages", messages)
        try json.field("items_lost", itemsLost)
        try json.field("requests_invalid", requestsInvalid)
        try json.field("lost", lost)
        try json.field("invalid", invalid)
        json.endObject()
    }
}

extension Who: Wired {}

extension WireError: Wired {
    init(_ json: inout JSONReader) throws {
        var code: Code?
        var category: ErrorCategory?
        var message: String?
        var params: [String: JSON]?
        var reasons: [SaidReason]?
        var retryable: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "code": code = try json.read(Code.self)
            case "category": category = try json.read(ErrorCategory.self)
            case "message": message = try json.read(String.self)
            case "params": params = try json.read([String: JSON].self)
            case "reasons": reasons = try json.read([SaidReason].self)
            case "retryable": retryable = try json.read(Bool.self)
            default: try json.skip()
            }
        }
        self.init(code: try json.need(code, "code"), category: try json.need(category, "category"), message: try json.need(message, "message"), params: try json.need(params, "params"), reasons: try json.need(reasons, "reasons"), retryable: try json.need(retryable, "retryable"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("code", code)
        try json.field("category", category)
        try json.field("message", message)
        try json.field("params", params)
        try json.field("reasons", reasons)
        try json.field("retryable", retryable)
        json.endObject()
    }
}

extension Write: Wired {
    init(_ json: inout JSONReader) throws {
        let one = try json.variant()
        switch one.name {
        case "put":
            self = .put(try json.read(Row.self))
        case "remove":
            self = .remove(try json.read(RowId.self))
        default: throw one.unknown(in: "Write")
        }
        try json.end(one)
    }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .put(let value):
            json.object()
            json.key("put")
            try value.write(&json)
            json.endObject()
        case .remove(let value):
            json.object()
            json.key("remove")
            try value.write(&json)
            json.endObject()
        }
    }
}
