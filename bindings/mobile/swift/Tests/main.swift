// Every check of the package, as a plain program: it stops at the first thing that is wrong, and says at the end how many
// checks there were. Its argument is the transcript of all scenarios, as Rust played them.

import Foundation
@testable import PartnerKit

/// Whether this is `tests/run --long`.
let isLong = ProcessInfo.processInfo.environment["PARTNERKIT_LONG"] != nil

struct Wrong: Error { let what: String }

nonisolated(unsafe) var checks = 0

func check(_ holds: Bool, _ what: @autoclosure () throws -> String) throws {
    checks += 1
    if !holds { throw Wrong(what: try what()) }
}

func json(_ text: String) throws -> JSON { try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
}

extension JSON {
    subscript(_ key: String) -> JSON? {
        if case .object(let fields) = self { fields[key] } else { nil }
    }

    var word: String? {
        if case .text(let word) = self { word } else { nil }
    }

    /// Without fields that are null, which mean the same as fields left out wherever types are read.
    var withoutNulls: JSON {
        switch self {
        case .object(let fields): .object(fields.filter { $0.value != .null }.mapValues(\.withoutNulls))
        case .list(let values): .list(values.map(\.withoutNulls))
        default: self
        }
    }

    /// Where a text of theirs has another token in ours, which are drawn at random.
    func tokens(beside ours: JSON, _ found: inout [String: String]) {
        switch (self, ours) {
        case (.text(let theirs), .text(let own)) where theirs != own:
            let token = try! Regex("[A-Za-z0-9_-]{64}")
            if let theirs = theirs.firstMatch(of: token), let own = own.firstMatch(of: token) {
                found[String(theirs.0)] = String(own.0)
            }
        case (.list(let theirs), .list(let own)):
            for (theirs, own) in zip(theirs, own) { theirs.tokens(beside: own, &found) }
        case (.object(let theirs), .object(let own)):
            for (key, value) in theirs { if let own = own[key] { value.tokens(beside: own, &found) } }
        default: break
        }
    }
}

/// What was said to one store, replayed.
final class Session {
    let system = Partnerkit.memory()
    var tokens: [String: String] = [:]
    var drawn = 0

    func inOurs(_ text: String) -> String {
        tokens.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    }

    func say(_ said: String, wanting wanted: JSON, in scenario: String) async throws {
        let code = wanted["error"]?["code"]?.word
        let isRead = code != "wire_invalid" && code != "version_unknown"
        var message = inOurs(said)
        if isRead, case .object(var fields) = try json(message), fields["id"] == nil || fields["at"] == nil {
            // A host draws them; Rust's runner counts and stays in 1970.
            drawn += 1
            let hex = String(drawn, radix: 16)
            fields["id"] = fields["id"] ?? .text(String(repeating: "0", count: 32 - hex.count) + hex)
            fields["at"] = fields["at"] ?? .text("1970-01-01T00:00:00Z")
            message = try text(JSON.object(fields))
        }
        // What can be read goes through the types and back, so that one that loses anything shows.
        if isRead { message = try text(JSONDecoder().decode(WireMessage.self, from: Data(message.utf8))) }
        let answer = try await system.serve(message)
        let ours = try json(answer)
        wanted.tokens(beside: ours, &tokens)
        let same = try json(inOurs(try text(wanted)))
        try check(ours == same, "\(scenario): \(message)\n  wanted \(try text(same))\n  got    \(answer)")
        if isRead { try readBack(ours, to: try json(message), in: scenario) }
    }

    private func readBack(_ answer: JSON, to message: JSON, in scenario: String) throws {
        func same<T: Codable & Wired & Hashable>(_ type: T.Type, _ value: JSON) throws {
            let read = try JSONDecoder().decode(type, from: Data(text(value).utf8))
            let back = try json(text(read))
            try check(
                back.withoutNulls == value.withoutNulls,
                "\(scenario): \(type) loses something of \(try text(value))\n  back: \(try text(back))")
            // How it crosses comes to the same as `Codable`, both ways.
            try check(try JSONReader.read(type, text(value)) == read, "\(scenario): \(type) crosses as another than \(read)")
            let written = try JSONWriter.text(read)
            try check(try json(written) == back, "\(scenario): \(type) is written \(written)")
        }
        try same(WireMessage.self, message)
        try same(JSON.self, answer)
        if let error = answer["error"] { return try same(WireError.self, error) }
        guard let ok = answer["ok"] else { throw Wrong(what: "\(scenario): neither ok nor error") }
        if message["command"] != nil { try same(Done.self, ok) }
        if message["preview"] != nil { try same(Preview.self, ok) }
        if message["question"] != nil { try same(Reply.self, ok) }
        if message["sync"] != nil { try same([Synced].self, ok) }
        if message["outbox"] != nil { try same(Delivered.self, ok) }
        if let asked = message["import"], asked["preview"] != .bool(true) { try same(ImportDone.self, ok) }
        if message["run_due"] != nil {
            if case .list = ok { try same([DueInBank].self, ok) } else { try same(DueDone.self, ok) }
        }
    }
}

func scenarios(_ path: String) async throws -> Int {
    var (count, scenario, finished) = (0, "", false)
    var sessions: [Int: Session] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
        let line = try json(String(line))
        if let name = line["scenario"]?.word {
            (count, scenario, sessions) = (count + 1, name, [:])
        } else if case .int(let number)? = line["open"] {
            sessions[number] = Session()
        } else if case .int(let number)? = line["store"], let said = line["say"]?.word, let answer = line["answer"] {
            guard let session = sessions[number] else { throw Wrong(what: "no store \(number)") }
            try await session.say(said, wanting: answer, in: scenario)
        } else if case .int(let wanted)? = line["scenarios"] {
            try check(count == wanted, "\(count) scenarios, Rust counted \(wanted)")
            finished = true
        }
    }
    try check(finished && count > 100, "the transcript is cut short")
    return count
}

/// The tables are what the rules describe.
func tables() throws {
    let rules = try PartnerKit.rules()
    func list(_ key: String) -> [JSON] { if case .list(let rows)? = rules[key] { rows } else { [] } }
    try check(list("statuses").map(\.word) == Status.allCases.map(\.rawValue), "other statuses")
    try check(Set(list("actions").compactMap(\.word)) == Set(Action.allCases.map(\.rawValue)), "other actions")
    try check(list("codes").count == Code.allCases.count, "other codes")
    try check(list("capabilities").count == Capability.allCases.count, "other capabilities")
    try check(list("transitions").count == Action.allCases.count, "other transitions")
    for status in Status.allCases {
        for row in list("capabilities") {
            let capability = Capability(rawValue: row["capability"]?.word ?? "")
            let answer = row["answers"]?[status.rawValue]?.word
            try check(capability.map(Standing(status).answer)?.rawValue == answer && answer != nil, "\(status): \(row)")
        }
        for row in list("transitions") {
            let (action, cell) = (Action(rawValue: row["action"]?.word ?? ""), row["cells"]?[status.rawValue])
            let told: String? = switch action.map(Standing(status).move) {
            case .to(let standing): standing.status.rawValue
            case .gone: "gone"
            case .refused(let code, _): code.rawValue
            case nil: nil
            }
            // Where a reactivated partner goes back to, its past says: that of none has no prior status.
            let wanted = cell?["to"]?.word == "prior" ? "uninvited" : cell?["to"]?.word ?? cell?["refused"]?.word
            try check(told == wanted && wanted != nil, "\(status): \(row)")
        }
    }
}

/// With every past a partner can have: what is decided without a store is what the table says, and a no says why.
func decisions() throws {
    let pasts = Status.allCases.map { Standing($0) } + Status.allCases.map { Standing(.deactivated, prior: $0) }
    for past in pasts + pasts.map({ Standing($0.status, prior: $0.prior, approvedBefore: true) }) {
        for action in Action.allCases where action != .submitForApproval {
            let said: Move
            do {
                let decided = try decide(action, on: Case(pantry, name: "Ark", standing: past), by: staff, words: "Because.")
                said = decided.standing.map(Move.to) ?? .gone
            } catch let error as PartnerkitError {
                let instead: Action? = if case .refused(_, let instead) = past.move(action) { instead } else { nil }
                said = .refused(error.code, instead: instead)
            }
            try check(said == past.move(action), "\(action) \(past): \(said)")
        }
    }
    let awaiting = Case(pantry, name: "Ark", standing: Standing(.awaitingReview))
    func code(_ action: PartnerKit.Action, _ actor: Actor, _ language: Language? = nil) throws -> (Code, String) {
        do { _ = try decide(action, on: awaiting, by: actor, language: language) } catch let error as PartnerkitError {
            return (error.code, error.localizedDescription)
        }
        throw Wrong(what: "\(action) was not refused")
    }
    let asked = try decide(.askForChanges, on: awaiting, by: staff, words: "More, please")
    let event = What.partnerMoved(partner: pantry, action: .askForChanges, from: .awaitingReview, to: .invited, note: "More, please")
    try check(asked.event == event && asked.message == .changesAsked, "\(asked)")
    try check(try code(.askForChanges, staff).0 == .noteMissing, "a note is needed")
    let stranger = Actor.partnerUser(bank: bank, partner: PartnerId("00000000-0000-4000-8000-000000000009"), person: PersonId("00000000-0000-4000-8000-000000000003"))
    try check(try code(.submitForApproval, stranger).0 == .notFound, "another's partner is found")
    try check(try code(.invite, staff).1 != code(.invite, staff, .es).1, "Spanish is English")
}

/// A map whose host fails, or holds a call until it is let go.
final class Odd: HostStore, @unchecked Sendable {
    private let inner = DictionaryStore()
    private let gate = DispatchSemaphore(value: 0)
    let reached = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var fails = false
    nonisolated(unsafe) var waits = false
    func letGo() { gate.signal() }
    func call(call: String) throws -> String {
        if fails { throw HostFailure.Failed(code: "store_busy", said: "the disk is on fire") }
        if waits {
            waits = false
            reached.signal()
            gate.wait()
        }
        return try inner.call(call: call)
    }
}

/// A map that forgets everything.
final class Forgetful: HostStore {
    func call(call: String) throws -> String { "null" }
}

let bank = BankId("00000000-0000-4000-8000-000000000001")
let pantry = PartnerId("00000000-0000-4000-8000-000000000002")
let staff = Actor.bankStaff(bank: bank, person: PersonId("00000000-0000-4000-8000-000000000003"))

func ground(_ system: Partnerkit) async throws {
    try await system.execute(.createBank(NewBank(name: "Pawnee", email: "office@bank.example", id: bank)), as: .host)
    try await system.execute(.addPartner(NewPartner(name: "Pantry", email: "pantry@example.org", id: pantry)), as: staff)
}

func errors() async throws {
    let system = Partnerkit.memory()
    try await ground(system)
    do {
        try await system.execute(.approve(partner: pantry), as: staff)
        throw Wrong(what: "approved before it was submitted")
    } catch let error as PartnerkitError {
        try check(error.category == .rejected && error.code == error.reasons.first?.code, "\(error)")
        try check(error.localizedDescription == error.wire.message && !error.wire.message.isEmpty, "\(error)")
    }
    let odd = Odd()
    let own = try await Partnerkit.over(odd)
    odd.fails = true
    do {
        try await ground(own)
        throw Wrong(what: "a failing store was not noticed")
    } catch let error as PartnerkitError {
        try check(error.code == .storeBusy && error.isRetryable, "\(error)")
        try check(error.cause?.contains("on fire") == true, "the cause is lost: \(error.cause ?? "nil")")
    }
    odd.fails = false
    try await ground(own)
}

/// Null in a patch takes away, left out keeps.
func changes() async throws {
    let system = Partnerkit.memory()
    try await ground(system)
    func quota(after patch: PartnerPatch) async throws -> Int? {
        try await system.execute(.updatePartner(partner: pantry, patch: patch), as: staff)
        guard case .partner(let row) = try await system.ask(.partner(partner: pantry), as: staff) else { return -1 }
        return row.quota
    }
    let set = try await quota(after: PartnerPatch(quota: .set(5)))
    let kept = try await quota(after: PartnerPatch(name: "Other"))
    let cleared = try await quota(after: PartnerPatch(quota: .clear))
    try check(set == 5 && kept == 5 && cleared == nil, "\(String(describing: (set, kept, cleared)))")
    let patch = try JSONDecoder().decode(PartnerPatch.self, from: Data("{\"quota\":null}".utf8))
    try check(patch.quota == .clear && patch.group == nil, "\(patch)")
}

/// How texts cross, whatever stands in them: as Foundation reads and writes them, and nothing that is no JSON.
func crossing() throws {
    let whole = [
        #"  { "a" : [ 1 , -20 , 0, true , false , null , { } , [ ] ] , "b" : { "c" : "d" } }  "#, "{}", "[]", "[[[]],{}]", "\"\"", "null",
        "0", "-0", "-7", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1.5", "-0.25", "1.0", "2e3", "1E-2", "1e+2", "5e-324",
        #""\" \\ \/ \b \f \n \r \t \u0041 \u00e9 \u20AC \ud83d\udE00 \u0000""#, "\"é € 😀 \u{7F}\"", #"{"\u0061\"":1}"#,
        String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
    ]
    for given in whole {
        let value = try json(given)
        try check(try JSONReader.read(JSON.self, given) == value, "\(given) is read as \(try JSONReader.read(JSON.self, given))")
        try check(try json(JSONWriter.text(value)) == value, "\(given) is written \(try JSONWriter.text(value))")
    }
    let broken = [
        "", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{a:1}", "{\"a\":1 \"b\":2}", "1 2", "nul", "nulll",
        "True", "01", "-", "+1", ".5", "1.", "1e", "1e+", "1e999", "0x1", "NaN", "\"", "\"a", "\"\\\"", "\"\n\"", #""\x""#, #""\u12""#, #""\u12G4""#, #""\ud83d""#,
        #""\ud83dA""#, #""\ud83d\u0041""#, #""\ude00""#, "'a'", String(repeating: "[", count: 100_000),
    ]
    for given in broken {
        let read = try? JSONReader.read(JSON.self, given)
        try check(read == nil, "\(given) is read as \(String(describing: read))")
        let passed: Void? = try? JSONReader.read("[\(given)]") { try $0.skip() }
        try check(passed == nil || given.allSatisfy(\.isWhitespace), "\(given) is passed over")
    }
    // Names of variants and fields.
    try check(try JSONReader.read(Attempt.self, #""sent""#) == .sent, "a bare word")
    try check(try JSONReader.read(Attempt.self, #"{"fa\u0069led":{"retry_at":"x","more":[{}],"error":"e"}}"#) == .failed(error: "e", retryAt: Moment(rawValue: "x")), "a variant")
    try check(try JSONReader.read(Actor.self, #"{"bank":"b","role":"scheduler"}"#) == .scheduler(bank: BankId("b")), "a tag at the end")
    for given in [#""failed""#, #""unknown""#, #"{"failed":{"error":"e"}}"#, #"{"sent":null,"failed":1}"#, "{}", "[]", "null", #"{"given_up":null}"#] {
        let read = try? JSONReader.read(Attempt.self, given)
        try check(read == nil, "\(given) is read as \(String(describing: read))")
    }
    for given in [#"{"bank":"b"}"#, #"{"role":"scheduler"}"#, #"{"role":"other"}"#, #"{"role":1}"#] {
        try check((try? JSONReader.read(Actor.self, given)) == nil, given)
    }
    for number in [Double.nan, .infinity] { try check((try? JSONWriter.text(JSON.number(number))) == nil, "\(number) is written") }
    let patch = PartnerPatch(name: "Ark \u{1} \"\\", quota: .clear)
    try check(try JSONReader.read(PartnerPatch.self, JSONWriter.text(patch)) == patch, "\(try JSONWriter.text(patch))")
}

/// A phone decides away from the bank, and hands over later.
func offline() async throws {
    let desk = Partnerkit.memory()
    try await ground(desk)
    try await desk.execute(.inviteAndApprove(partner: pantry), as: staff)
    let item = ItemId("00000000-0000-4000-8000-000000000004")
    try await desk.execute(.addItem(NewItem(name: "Diapers", id: item)), as: staff)
    let user = Actor.partnerUser(bank: bank, partner: pantry, person: PersonId(personId(address: "pantry@example.org")))
    guard case .takeAlong(let text) = try await desk.ask(.takeAlong(partner: pantry), as: user) else { throw Wrong(what: "no file") }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let phone = Partnerkit.memory()
    _ = try await phone.readIn(path)
    let (there, here) = (try await desk.ask(.permitted(partner: pantry), as: user), try await phone.ask(.permitted(partner: pantry), as: user))
    try check(there == here, "\(here)")
    let request = Command.submitRequest(
        NewRequest(partner: pantry, kind: .quantity, lines: [NewRequestLine(item: item, quantity: 40)], id: RequestId(UUID().uuidString)))
    let kept = Kept(id: CommandId(UUID().uuidString), command: request)
    try await phone.execute(kept.command, as: user, id: kept.id)
    let synced = try await desk.sync([kept], as: user)
    guard synced.count == 1, case .accepted = synced[0].became else { throw Wrong(what: "\(synced)") }
    func ids(_ system: Partnerkit) async throws -> [RequestId] {
        guard case .requests(let rows) = try await system.ask(.requests(limit: 9), as: user) else { return [] }
        return rows.map(\.id)
    }
    let (open, away) = (try await ids(desk), try await ids(phone))
    try check(open == away && open.count == 1, "\(open) \(away)")
}

/// A call that waits keeps nobody else from running: the main actor lets it go.
@MainActor func beside() async throws {
    let odd = Odd()
    let system = try await Partnerkit.over(odd)
    odd.waits = true
    let grounded = Task { try await ground(system) }
    let reached = await withCheckedContinuation { waiting in
        DispatchQueue.global().async { waiting.resume(returning: odd.reached.wait(timeout: .now() + 60)) }
    }
    try check(reached == .success, "the call did not begin")
    odd.letGo()
    try await grounded.value
    let banks = try await system.banks()
    try check(banks.map(\.id) == [bank], "\(banks)")
}

/// Over memory, where calls are computed in place, it is not the caller's actor that computes.
@MainActor func inPlace() async throws {
    let (system, reached, gate) = (Partnerkit.memory(), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let call = Task {
        try await system.work {
            reached.signal()
            return gate.wait(timeout: .now() + 60) == .success
        }
    }
    let began = await withCheckedContinuation { waiting in
        DispatchQueue.global().async { waiting.resume(returning: reached.wait(timeout: .now() + 60)) }
    }
    gate.signal()
    let wasFree = try await call.value
    try check(began == .success && wasFree, "the main actor waited")
}

func stores() throws -> Int {
    if isLong {
        let wrong = checkStore { DictionaryStore() }
        try check(wrong.isEmpty, wrong.joined(separator: "\n"))
    }
    // Every eighth promise.
    var checked = 0
    for (number, name) in cases().enumerated() where number % 8 == 0 {
        let wrong = runMapCase(number: UInt32(number), map: DictionaryStore())
        try check(wrong == nil, "\(name): \(wrong ?? "")")
        checked += 1
    }
    let kept = cases().firstIndex { $0.hasSuffix("a_partner_comes_back_as_written") }
    guard let kept else { throw Wrong(what: "there is no case about a partner's row") }
    try check(runMapCase(number: UInt32(kept), map: Forgetful()) != nil, "the kit finds nothing wrong with a map that forgets")
    return isLong ? cases().count : checked
}

func resident() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return (Int(fields[1]) ?? 0) * 4096
}

/// A dictionary that says when it is let go of.
final class Watched: HostStore {
    private let inner = DictionaryStore()
    private let gone: DispatchSemaphore
    init(_ gone: DispatchSemaphore) { self.gone = gone }
    deinit { gone.signal() }
    func call(call: String) throws -> String { try inner.call(call: call) }
}

/// Systems and the stores under them are let go of. Gives by how many bytes 1,000 more made the process grow.
func leaks() async throws -> Int {
    let gone = DispatchSemaphore(value: 0)
    func rounds(_ count: Int) async throws {
        for _ in 0..<count { try await ground(try await Partnerkit.over(Watched(gone))) }
        // The thread of the last call lets go a moment after it has answered.
        let all = await withCheckedContinuation { waiting in
            DispatchQueue.global().async {
                waiting.resume(returning: (0..<count).allSatisfy { _ in gone.wait(timeout: .now() + 30) == .success })
            }
        }
        try check(all, "a store is still held")
    }
    try await rounds(100)
    let before = try resident()
    try await rounds(1_000)
    let grown = try resident() - before
    try check(grown < 16 << 20, "1,000 systems left \(grown) bytes")
    return grown
}

do {
    try tables()
    try decisions()
    try await errors()
    try await changes()
    try await offline()
    try await beside()
    try await inPlace()
    try crossing()
    print("\(try stores()) promises of stores kept by a dictionary")
    print("1,000 systems made and let go left \(try await leaks() / 1024) KiB")
    print("\(try await scenarios(CommandLine.arguments[1])) scenarios, every answer as in Rust, through the types and back")
    print("\(checks) passed, 0 failed")
} catch let wrong as Wrong {
    print("\(checks - 1) passed, 1 failed\n\(wrong.what)")
    exit(1)
}
