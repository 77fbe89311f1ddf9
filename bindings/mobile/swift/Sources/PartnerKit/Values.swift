// What the types of the wire are made of.

import Foundation

/// A moment, as the wire writes it: `2026-11-22T09:00:00Z`. Kept as text, which loses no microsecond.
public struct Moment: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `date`, to the millisecond.
    public init(_ date: Date) {
        let writer = ISO8601DateFormatter()
        writer.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        rawValue = writer.string(from: date)
    }

    public var date: Date? {
        let reader = ISO8601DateFormatter()
        if let date = reader.date(from: rawValue) { return date }
        reader.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return reader.date(from: rawValue)
    }
}

/// A day of the calendar, without a time zone: `2026-11-22`.
public struct Day: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// What becomes of a field in a patch. Leaving the field out keeps it.
public enum Change<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// Take it away.
    case clear
    /// Put this in its place.
    case set(Value)

    public init(from decoder: any Decoder) throws {
        let one = try decoder.singleValueContainer()
        self = one.decodeNil() ? .clear : .set(try one.decode(Value.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var one = encoder.singleValueContainer()
        switch self {
        case .clear: try one.encodeNil()
        case .set(let value): try one.encode(value)
        }
    }
}

extension KeyedDecodingContainer {
    /// A null is a change, too; the general function of this name would read it as nothing.
    public func decodeIfPresent<Value>(_ type: Change<Value>.Type, forKey key: Key) throws -> Change<Value>? {
        guard contains(key) else { return nil }
        return try decodeNil(forKey: key) ? .clear : .set(decode(Value.self, forKey: key))
    }
}

/// Two values, a list of two on the wire.
public struct Pair<First: Codable & Hashable & Sendable, Second: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public var first: First
    public var second: Second

    public init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    public init(from decoder: any Decoder) throws {
        var both = try decoder.unkeyedContainer()
        first = try both.decode(First.self)
        second = try both.decode(Second.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var both = encoder.unkeyedContainer()
        try both.encode(first)
        try both.encode(second)
    }
}

/// Any JSON.
public enum JSON: Codable, Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    public init(from decoder: any Decoder) throws {
        let one = try decoder.singleValueContainer()
        // A wrong guess costs the making of an error, so what is told most often is tried first.
        if one.decodeNil() {
            self = .null
        } else if let value = try? one.decode(String.self) {
            self = .text(value)
        } else if let value = try? one.decode(Int.self) {
            self = .int(value)
        } else if let value = try? one.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? one.decode(Double.self) {
            self = .number(value)
        } else if let value = try? one.decode([JSON].self) {
            self = .list(value)
        } else {
            self = .object(try one.decode([String: JSON].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var one = encoder.singleValueContainer()
        switch self {
        case .null: try one.encodeNil()
        case .bool(let value): try one.encode(value)
        case .int(let value): try one.encode(value)
        case .number(let value): try one.encode(value)
        case .text(let value): try one.encode(value)
        case .list(let value): try one.encode(value)
        case .object(let value): try one.encode(value)
        }
    }
}

/// A key of the wire, whatever it is called.
struct WireKey: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    init(stringLiteral value: String) { stringValue = value }

    /// The name of a variant, and where what it holds is found. A variant that holds nothing is a bare word.
    static func variant(of decoder: any Decoder) throws -> (String, Variant) {
        guard let keyed = try? decoder.container(keyedBy: WireKey.self) else {
            return (try decoder.singleValueContainer().decode(String.self), Variant(decoder: decoder, container: nil))
        }
        guard let key = keyed.allKeys.first, keyed.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "one key is wanted"))
        }
        return (key.stringValue, Variant(decoder: decoder, container: keyed))
    }

    static func unknown(_ name: String, in type: String, _ decoder: any Decoder) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(type) has no \(name)"))
    }

    struct Variant {
        let decoder: any Decoder
        let container: KeyedDecodingContainer<WireKey>?

        var keyed: KeyedDecodingContainer<WireKey> {
            get throws { try container ?? decoder.container(keyedBy: WireKey.self) }
        }

        func nested(_ name: WireKey) throws -> KeyedDecodingContainer<WireKey> {
            try keyed.nestedContainer(keyedBy: WireKey.self, forKey: name)
        }
    }
}
