// How the plain values that the wire is made of are read and written.

/// What crosses both ways.
typealias Wired = Readable & Writable

extension Bool: Wired {
    init(_ json: inout JSONReader) throws { self = try json.bool() }
    func write(_ json: inout JSONWriter) throws { json.word(self ? "true" : "false") }
}

extension Int: Wired {
    init(_ json: inout JSONReader) throws {
        guard case .int(let value) = try json.number() else { throw InvalidInput(detail: "a whole number is wanted") }
        self = value
    }

    func write(_ json: inout JSONWriter) throws { json.number(self) }
}

extension String: Wired {
    init(_ json: inout JSONReader) throws { self = try json.string().text() }
    func write(_ json: inout JSONWriter) throws { json.text(self) }
}

extension Optional: Writable where Wrapped: Writable {
    func write(_ json: inout JSONWriter) throws {
        guard let value = self else { return json.word("null") }
        try value.write(&json)
    }
}

extension Array: Readable where Element: Readable {
    init(_ json: inout JSONReader) throws {
        self = []
        try json.list()
        while try json.element() { append(try Element(&json)) }
    }
}

extension Array: Writable where Element: Writable {
    func write(_ json: inout JSONWriter) throws {
        json.list()
        for value in self {
            json.comma()
            try value.write(&json)
        }
        json.endList()
    }
}

extension Dictionary: Readable where Key == String, Value: Readable {
    init(_ json: inout JSONReader) throws {
        self = [:]
        try json.object()
        while let key = try json.key() { self[try key.text()] = try Value(&json) }
    }
}

extension Dictionary: Writable where Key == String, Value: Writable {
    func write(_ json: inout JSONWriter) throws {
        json.object()
        for (key, value) in self {
            json.key(key)
            try value.write(&json)
        }
        json.endObject()
    }
}

/// Ids, moments, days, and the words of closed lists.
extension RawRepresentable where RawValue == String {
    init(_ json: inout JSONReader) throws {
        let text = try json.string().text()
        guard let value = Self(rawValue: text) else { throw InvalidInput(detail: "\(Self.self) has no `\(text)`") }
        self = value
    }

    func write(_ json: inout JSONWriter) throws { json.text(rawValue) }
}

extension Moment: Wired {}
extension Day: Wired {}

extension Change: Wired where Value: Wired {
    init(_ json: inout JSONReader) throws { self = try json.readAny(Value.self).map(Change.set) ?? .clear }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .clear: json.word("null")
        case .set(let value): try value.write(&json)
        }
    }
}

extension Pair: Wired where First: Wired, Second: Wired {
    init(_ json: inout JSONReader) throws {
        let short = InvalidInput(detail: "two values are wanted")
        try json.list()
        guard try json.element() else { throw short }
        first = try First(&json)
        guard try json.element() else { throw short }
        second = try Second(&json)
        if try json.element() { throw short }
    }

    func write(_ json: inout JSONWriter) throws {
        json.list()
        try first.write(&json)
        json.comma()
        try second.write(&json)
        json.endList()
    }
}

extension JSON: Wired {
    init(_ json: inout JSONReader) throws { self = try json.any() }

    func write(_ json: inout JSONWriter) throws {
        switch self {
        case .null: json.word("null")
        case .bool(let value): try value.write(&json)
        case .int(let value): try value.write(&json)
        case .number(let value): try json.number(value)
        case .text(let value): try value.write(&json)
        case .list(let values): try values.write(&json)
        case .object(let fields): try fields.write(&json)
        }
    }
}
