import Foundation

/// A refusal, or a failure of the store. `localizedDescription` is a text for whoever asked.
public struct PartnerkitError: LocalizedError, Hashable, Sendable {
    /// The error as it stands on the wire.
    public let wire: WireError
    /// What the host's own store said, for logs.
    public let cause: String?

    public init(_ wire: WireError, cause: String? = nil) {
        self.wire = wire
        self.cause = cause
    }

    /// The code of the first reason. Stable.
    public var code: Code { wire.code }
    public var category: ErrorCategory { wire.category }
    /// Every reason, with its sentences.
    public var reasons: [SaidReason] { wire.reasons }
    /// The parameters of the first reason.
    public var params: [String: JSON] { wire.params }
    /// Whether the same call may succeed when simply made again.
    public var isRetryable: Bool { wire.retryable }
    public var errorDescription: String? { wire.message }
}

/// What was given is not of the wire's types: a mistake in the calling code.
public struct InvalidInput: LocalizedError, Hashable, Sendable {
    public let detail: String
    public var errorDescription: String? { detail }
}

/// An answer of the library.
enum Told {
    /// What it says yes to; a no is thrown.
    static func value<Value: Readable>(_ text: String) throws -> Value {
        var (ok, error, cause): (Value?, WireError?, String?)
        try JSONReader.read(text) { json in
            try json.object()
            while let entry = try json.key() {
                switch entry {
                case "ok": ok = try json.read(Value.self)
                case "error": error = try json.read(WireError.self)
                case "cause": cause = try json.readAny(String.self)
                default: try json.skip()
                }
            }
        }
        if let error { throw PartnerkitError(error, cause: cause) }
        guard let ok else { throw InvalidInput(detail: "an answer with neither ok nor error") }
        return ok
    }
}
