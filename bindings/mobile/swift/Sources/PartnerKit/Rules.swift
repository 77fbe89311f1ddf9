// Questions that need no store. Those of the tables never leave Swift: ask them on every frame.

/// Where a partner stands: its status, the status before while it is deactivated, and whether it was ever approved.
public struct Standing: Codable, Hashable, Sendable {
    public var status: Status
    public var prior: Status?
    public var approvedBefore: Bool

    enum CodingKeys: String, CodingKey {
        case status, prior
        case approvedBefore = "approved_before"
    }

    public init(_ status: Status, prior: Status? = nil, approvedBefore: Bool = false) {
        self.status = status
        self.prior = prior
        self.approvedBefore = approvedBefore
    }

    /// The answer of the table: yes, no, or only to look.
    public func answer(_ capability: Capability) -> Answer { Tables.capable[capability.place][place] }

    /// Whether a partner has a capability, by the table: anything but no.
    public func can(_ capability: Capability) -> Bool { answer(capability) != .no }

    /// Where an action leads, by the table. What the asker's role makes of it, ``decide(_:on:by:words:language:)`` says.
    public func move(_ action: Action) -> Move {
        let moves = approvedBefore ? Tables.movesOfTheApproved : Tables.movesOfTheNew
        return moves[action.place][place]
    }

    private var place: Int {
        let none = Status.allCases.count
        return status == .deactivated ? none + (prior?.place ?? none) : status.place
    }
}

extension Partner {
    /// Where it stands.
    public var standing: Standing { Standing(status, prior: prior, approvedBefore: approvedAt != nil) }
}

/// What a move comes to, by the table alone.
public enum Move: Hashable, Sendable {
    /// It leads there.
    case to(Standing)
    /// The partner is then gone.
    case gone
    /// It is refused, and what does what was meant, if anything does.
    case refused(Code, instead: Action?)
}

/// What is known of a partner whose life is to be decided on: plain values, from whatever table it is kept in.
public struct Case: Codable, Hashable, Sendable {
    public var partner: PartnerId
    /// Its name, for the words of a refusal.
    public var name: String
    public var standing: Standing
    /// Whether its contact is somebody else than was invited last, or nobody was. Only reactivating asks.
    public var newContact: Bool
    /// Whether its contact has a login already, and so is told of one more role instead of being invited.
    public var hasLogin: Bool
    /// Whether it has any request or distribution, whatever their state: then it cannot be removed.
    public var hasHistory: Bool

    enum CodingKeys: String, CodingKey {
        case partner, name, standing
        case newContact = "new_contact"
        case hasLogin = "has_login"
        case hasHistory = "has_history"
    }

    public init(
        _ partner: PartnerId, name: String, standing: Standing, newContact: Bool = false, hasLogin: Bool = false,
        hasHistory: Bool = false
    ) {
        self.partner = partner
        self.name = name
        self.standing = standing
        self.newContact = newContact
        self.hasLogin = hasLogin
        self.hasHistory = hasHistory
    }
}

/// What an accepted action does.
public struct Decided: Codable, Hashable, Sendable {
    /// What happens to the partner.
    public let event: What
    /// How it stands from now on; nil if it is removed.
    public let standing: Standing?
    /// What is told because of it, if anything is.
    public let message: MessageKind?
}

private struct Deciding: Writable {
    let `case`: Case
    let action: Action
    let by: Actor
    let words: String?
    let language: Language?

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("case", `case`)
        try json.field("action", action)
        try json.field("by", by)
        try json.field("words", ifAny: words)
        try json.field("language", ifAny: language)
        json.endObject()
    }
}

extension Standing: Wired {
    init(_ json: inout JSONReader) throws {
        var status: Status?
        var prior: Status?
        var approvedBefore: Bool?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "status": status = try json.read(Status.self)
            case "prior": prior = try json.readAny(Status.self)
            case "approved_before": approvedBefore = try json.read(Bool.self)
            default: try json.skip()
            }
        }
        self.init(try json.need(status, "status"), prior: prior, approvedBefore: try json.need(approvedBefore, "approved_before"))
    }

    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("status", status)
        try json.field("prior", ifAny: prior)
        try json.field("approved_before", approvedBefore)
        json.endObject()
    }
}

extension Case: Writable {
    func write(_ json: inout JSONWriter) throws {
        json.object()
        try json.field("partner", partner)
        try json.field("name", name)
        try json.field("standing", standing)
        try json.field("new_contact", newContact)
        try json.field("has_login", hasLogin)
        try json.field("has_history", hasHistory)
        json.endObject()
    }
}

extension Decided: Readable {
    init(_ json: inout JSONReader) throws {
        var event: What?
        var standing: Standing?
        var message: MessageKind?
        try json.object()
        while let entry = try json.key() {
            switch entry {
            case "event": event = try json.read(What.self)
            case "standing": standing = try json.readAny(Standing.self)
            case "message": message = try json.readAny(MessageKind.self)
            default: try json.skip()
            }
        }
        self.init(event: try json.need(event, "event"), standing: standing, message: message)
    }
}

/// What an action on a partner would do, taken with these words (the note of "ask for changes", the reason of "deactivate"),
/// without a store: for apps that keep partners in tables of their own. The actor is taken to be of the partner's bank.
/// Submitting also needs a profile that may be submitted, which is not asked here.
///
/// Throws a ``PartnerkitError`` with every reason there is.
public func decide(
    _ action: Action, on partner: Case, by actor: Actor, words: String? = nil, language: Language? = nil
) throws -> Decided {
    let deciding = Deciding(case: partner, action: action, by: actor, words: words, language: language)
    return try Told.value(decide(asked: JSONWriter.text(deciding)))
}
