import Dispatch
import Foundation

/// A store with the rules in front. Any number of tasks may use it at once; no call blocks the caller's actor.
public final class Partnerkit: Sendable {
    private let native: NativeSystem
    /// Whether calls may wait for a disk or for code of the host's.
    private let waits: Bool
    // Calls that wait do so beside Swift's own threads, which must never block.
    private static let calls = DispatchQueue(label: "org.partnerkit", attributes: .concurrent)

    /// Over the library's own handle.
    public convenience init(native: NativeSystem) { self.init(native: native, waits: true) }

    private init(native: NativeSystem, waits: Bool) { (self.native, self.waits) = (native, waits) }

    /// Keeps everything in an SQLite file, which is made if it is not there, unless it is only to be read.
    public static func open(_ path: String, readOnly: Bool = false) async throws -> Partnerkit {
        try await opened { try NativeSystem.open(path: path, readOnly: readOnly) }
    }

    /// Keeps everything in memory.
    public static func memory() -> Partnerkit { Partnerkit(native: .memory(), waits: false) }

    /// Keeps everything in a map of the host's own, such as ``DictionaryStore``.
    public static func over(_ map: some HostStore) async throws -> Partnerkit {
        try await opened { try NativeSystem.withMap(map: map) }
    }

    private static func opened(_ make: @escaping @Sendable () throws -> NativeSystem) async throws -> Partnerkit {
        do {
            return Partnerkit(native: try await aside(make))
        } catch Refused.Answer(let answer) {
            _ = try Told.value(answer) as JSON
            throw InvalidInput(detail: answer)
        }
    }

    /// Answers one message of the wire format, text for text.
    public func serve(_ message: String) async throws -> String {
        let native = self.native
        return try await work { native.serve(message: message) }
    }

    /// Does what is asked, once: the same id again gets the first answer again.
    @discardableResult
    public func execute(_ command: Command, as actor: Actor, id: CommandId? = nil, at: Moment? = nil, language: Language? = nil) async throws -> Done {
        try await say(WireMessage(actor: actor, at: at, command: command, id: id, language: language))
    }

    /// What a command would do now.
    public func preview(_ command: Command, as actor: Actor, at: Moment? = nil, language: Language? = nil) async throws -> Preview {
        try await say(WireMessage(actor: actor, at: at, language: language, preview: command))
    }

    public func ask(_ question: Question, as actor: Actor, at: Moment? = nil, language: Language? = nil) async throws -> Reply {
        try await say(WireMessage(actor: actor, at: at, language: language, question: question))
    }

    /// Hands over commands that were recorded without the bank; one answer for each, in its place.
    public func sync(_ commands: [Kept], as actor: Actor, at: Moment? = nil, language: Language? = nil) async throws -> [Synced] {
        try await say(WireMessage(actor: actor, at: at, language: language, sync: commands))
    }

    /// All banks: for the host itself.
    public func banks() async throws -> [Bank] {
        let native = self.native
        return try await work { try Told.value(native.banks()) }
    }

    /// Writes everything there is of a bank to a file that is not there yet: for the host itself.
    public func writeOut(_ bank: BankId, to path: String, language: Language? = nil) async throws -> TakenAlong {
        let native = self.native
        return try await Self.aside { try Told.value(native.writeOut(bank: bank.rawValue, path: path, language: language?.rawValue)) }
    }

    /// Reads a whole bank from such a file: for the host itself.
    public func readIn(_ path: String, language: Language? = nil) async throws -> TakenAlong {
        let native = self.native
        return try await Self.aside { try Told.value(native.readIn(path: path, language: language?.rawValue)) }
    }

    /// Imports all partners of a bank, which it can do once. `onProgress` hears rows and bytes read, and the total; false cancels.
    public func importPartners(
        _ file: String, as actor: Actor, key: String? = nil, language: Language? = nil,
        onProgress: (@Sendable (UInt64, UInt64, UInt64?) -> Bool)? = nil
    ) async throws -> ImportDone {
        let wanted = WireMessage(actor: actor, import: ImportText(content: "", key: key), language: language)
        let (native, message, listener) = (self.native, try JSONWriter.text(wanted), onProgress.map(Listener.init))
        return try await Self.aside { try Told.value(native.importFile(message: message, path: file, listener: listener)) }
    }

    private func say<Value: Readable & Sendable>(_ message: WireMessage) async throws -> Value {
        let native = self.native
        return try await work { try Told.value(native.serve(message: JSONWriter.text(message))) }
    }

    /// Runs what a store is asked, never on the caller's actor: this function belongs to none. What does not wait is computed in
    /// place, for another thread costs more than most answers.
    func work<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try waits ? await Self.aside(work) : work()
    }

    /// Runs what blocks on a thread of its own.
    private static func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { waiting in
            calls.async { waiting.resume(with: Result(catching: work)) }
        }
    }
}

private final class Listener: ImportListener {
    let hears: @Sendable (UInt64, UInt64, UInt64?) -> Bool
    init(_ hears: @escaping @Sendable (UInt64, UInt64, UInt64?) -> Bool) { self.hears = hears }
    func onProgress(rows: UInt64, bytes: UInt64, total: UInt64?) -> Bool { hears(rows, bytes, total) }
}

/// Everything there is to know about the rules.
public func rules() throws -> JSON {
    try JSONReader.read(JSON.self, describe())
}

/// Which actions an actor may take on a partner, by the table and its role.
public func allowedActions(_ actor: Actor, on partner: Partner) throws -> [Action] {
    let slugs = try allowedActions(actor: JSONWriter.text(actor), partner: JSONWriter.text(partner))
    return slugs.compactMap(Action.init(rawValue:))
}

/// What is wrong with a map of the host's own, by the conformance kit; `make` gives an empty one for each case. Empty: nothing.
public func checkStore(_ make: () throws -> any HostStore) rethrows -> [String] {
    try cases().enumerated().compactMap { number, name in
        runMapCase(number: UInt32(number), map: try make()).map { "\(name): \($0)" }
    }
}
