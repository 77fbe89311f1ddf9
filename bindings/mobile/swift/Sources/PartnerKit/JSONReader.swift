// Reads what the library answers. Foundation's decoder makes a tree of every answer and looks each key up by its text, which costs
// more than the decision itself; here each type takes its fields from the bytes as they come.

import Foundation

/// What can be read from an answer.
protocol Readable {
    init(_ json: inout JSONReader) throws
}

/// JSON, from its first byte to its last. A copy is a bookmark.
struct JSONReader {
    /// As deep as Foundation's decoder goes: a text must not be able to use the stack up.
    private static let maxDepth = 512

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var depth = 0
    /// Whether an object or a list was just begun.
    private var isFirst = false

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Reads a text that holds one value and nothing else.
    static func read<Value>(_ text: String, _ read: (inout JSONReader) throws -> Value) throws -> Value {
        var text = text
        return try text.withUTF8 { bytes in
            var json = JSONReader(bytes)
            let value = try read(&json)
            if let byte = json.next() { throw json.wrong("nothing more", at: byte) }
            return value
        }
    }

    static func read<Value: Readable>(_ type: Value.Type, _ text: String) throws -> Value {
        try read(text) { try Value(&$0) }
    }

    // MARK: Objects and lists

    /// Goes into an object; then ``key()`` gives one key after the other.
    @inline(never)
    mutating func object() throws { try enter(UInt8(ascii: "{")) }

    /// The next key of the object, whose value is to be read next, or nil at its end.
    @inline(never)
    mutating func key() throws -> Key? {
        guard try more(before: UInt8(ascii: "}")) else { return nil }
        let key = try string()
        try key.check()
        try expect(UInt8(ascii: ":"))
        return key
    }

    /// Goes into a list; then ``element()`` says whether there is one more.
    mutating func list() throws { try enter(UInt8(ascii: "[")) }

    /// Whether there is an element, which is to be read next.
    mutating func element() throws -> Bool { try more(before: UInt8(ascii: "]")) }

    private mutating func enter(_ opening: UInt8) throws {
        try expect(opening)
        isFirst = true
        depth += 1
        if depth > Self.maxDepth { throw InvalidInput(detail: "deeper than \(Self.maxDepth)") }
    }

    /// Goes past the comma before another entry, or out at the end.
    private mutating func more(before closing: UInt8) throws -> Bool {
        let wasFirst = isFirst
        isFirst = false
        if next() == closing {
            at += 1
            depth -= 1
            return false
        }
        if !wasFirst { try expect(UInt8(ascii: ",")) }
        return true
    }

    // MARK: Values

    mutating func read<Value: Readable>(_ type: Value.Type) throws -> Value { try Value(&self) }

    /// Nil for null.
    mutating func readAny<Value: Readable>(_ type: Value.Type) throws -> Value? {
        try null() ? nil : try Value(&self)
    }

    /// A field that must have been there.
    func need<Value>(_ value: Value?, _ name: StaticString) throws -> Value {
        guard let value else { throw InvalidInput(detail: "`\(name)` is missing at byte \(at)") }
        return value
    }

    /// Whether null was here, which is then read.
    mutating func null() throws -> Bool {
        guard next() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    mutating func bool() throws -> Bool {
        let isTrue = next() == UInt8(ascii: "t")
        try word(isTrue ? "true" : "false")
        return isTrue
    }

    /// A text, also as a key: where it stands, so that what is only compared is not copied.
    mutating func string() throws -> Key {
        try expect(UInt8(ascii: "\""))
        let (start, rest) = (at, UnsafeBufferPointer(rebasing: bytes[at...]))
        // Most texts have no escape, and then all of it is looked through at once.
        guard let end = rest.place(of: UInt8(ascii: "\"")) else { throw InvalidInput(detail: "a text does not end") }
        let text = UnsafeBufferPointer(rebasing: rest[..<end])
        if text.place(of: UInt8(ascii: "\\")) == nil {
            var hasControl = false
            for byte in text { hasControl = hasControl || byte < 0x20 }
            if hasControl { throw InvalidInput(detail: "a text with control characters before byte \(at + end)") }
            at += end + 1
            return Key(bytes: text, isPlain: true)
        }
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return Key(bytes: UnsafeBufferPointer(rebasing: bytes[start..<at - 1]), isPlain: false)
            }
            if byte < 0x20 { throw wrong("a text without control characters", at: byte) }
            // What is escaped is no end.
            at += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        throw InvalidInput(detail: "a text does not end")
    }

    /// A number: whole, if its value is whole and small enough.
    mutating func number() throws -> JSON {
        _ = next()
        let start = at
        let isNegative = take(UInt8(ascii: "-"))
        let first = at
        var (whole, fits) = (0, true)
        while at < bytes.count, let digit = Self.digit(bytes[at]) {
            let (tens, overTens) = whole.multipliedReportingOverflow(by: 10)
            // Below zero there is room for one more.
            let (sum, over) = isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            (whole, fits) = (sum, fits && !overTens && !over)
            at += 1
        }
        let digits = at - first
        if digits == 0 || digits > 1 && bytes[first] == UInt8(ascii: "0") { throw InvalidInput(detail: "no number at byte \(start)") }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try skipDigits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try skipDigits()
        }
        if isWhole && fits { return .int(whole) }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard let value = Double(text), value.isFinite else { throw InvalidInput(detail: "\(text) is too large") }
        return Int(exactly: value).map(JSON.int) ?? .number(value)
    }

    /// Any value.
    mutating func any() throws -> JSON {
        switch next() {
        case UInt8(ascii: "{"): return .object(try read([String: JSON].self))
        case UInt8(ascii: "["): return .list(try read([JSON].self))
        case UInt8(ascii: "\""): return .text(try string().text())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try bool())
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default: return try number()
        }
    }

    /// Goes past a value, which must be JSON all the same.
    @inline(never)
    mutating func skip() throws {
        switch next() {
        case UInt8(ascii: "{"):
            try object()
            while try key() != nil { try skip() }
        case UInt8(ascii: "["):
            try list()
            while try element() { try skip() }
        case UInt8(ascii: "\""): try string().check()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
        case UInt8(ascii: "n"): try word("null")
        default: _ = try number()
        }
    }

    // MARK: One of several

    /// The name of a variant: a bare word, or the only key of an object, whose value is to be read next.
    mutating func variant() throws -> Variant {
        if next() == UInt8(ascii: "\"") { return Variant(name: try string(), holds: false, ending: at) }
        try object()
        guard let key = try key() else { throw InvalidInput(detail: "one key is wanted at byte \(at)") }
        return Variant(name: key, holds: true, ending: at)
    }

    /// The end of a variant. To a bare word there must have been nothing more.
    mutating func end(_ variant: Variant) throws {
        if !variant.holds, at != variant.ending { throw InvalidInput(detail: "`\(try variant.name.text())` is not only a word") }
        if variant.holds, let key = try key() { throw InvalidInput(detail: "one key is wanted, and not `\(try key.text())`") }
    }

    /// The name of a variant that stands in a field beside the others. Nothing is read by it.
    func tag(_ name: StaticString) throws -> Variant {
        var ahead = self
        try ahead.object()
        while let key = try ahead.key() {
            if name ~= key { return Variant(name: try ahead.string(), holds: true, ending: at) }
            try ahead.skip()
        }
        throw InvalidInput(detail: "`\(name)` is missing at byte \(at)")
    }

    /// How a variant is named, and whether there is anything more to it.
    struct Variant {
        let name: Key
        let holds: Bool
        /// Where its name ends.
        fileprivate let ending: Int

        func unknown(in type: StaticString) -> any Error {
            InvalidInput(detail: "\(type) has no `\((try? name.text()) ?? "")`")
        }
    }

    // MARK: Bytes

    /// The next byte that is no space. It is not read by that.
    @inline(__always)
    private mutating func next() -> UInt8? {
        while at < bytes.count {
            let byte = bytes[at]
            if !Self.isSpace(byte) { return byte }
            at += 1
        }
        return nil
    }

    @inline(__always)
    private mutating func expect(_ byte: UInt8) throws {
        let found = next()
        if found != byte { throw wrong("`\(UnicodeScalar(byte))`", at: found) }
        at += 1
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        let isThere = at < bytes.count && bytes[at] == byte
        if isThere { at += 1 }
        return isThere
    }

    private mutating func word(_ word: StaticString) throws {
        for place in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[place]) {
            throw InvalidInput(detail: "\(word) is wanted at byte \(at)")
        }
    }

    private mutating func skipDigits() throws {
        let start = at
        while at < bytes.count, Self.digit(bytes[at]) != nil { at += 1 }
        if at == start { throw InvalidInput(detail: "a digit is wanted at byte \(at)") }
    }

    private func wrong(_ wanted: String, at found: UInt8?) -> InvalidInput {
        InvalidInput(detail: "\(wanted) is wanted at byte \(at)\(found == nil ? ", where the text ends" : "")")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    private static func digit(_ byte: UInt8) -> Int? { 0x30...0x39 ~= byte ? Int(byte) - 0x30 : nil }
}

/// A text as it stands: between its quotes, with what is escaped in it.
struct Key {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let isPlain: Bool

    func text() throws -> String {
        isPlain ? String(decoding: bytes, as: UTF8.self) : String(decoding: try unescaped(), as: UTF8.self)
    }

    /// Throws what ``text()`` would.
    func check() throws { if !isPlain { _ = try unescaped() } }

    // Asked in a thousand places: in each of them it would be only larger.
    @inline(never)
    static func ~= (name: StaticString, key: Key) -> Bool {
        if !key.isPlain { return (try? key.text()) == name.description }
        let count = name.utf8CodeUnitCount
        guard count == key.bytes.count, let bytes = key.bytes.baseAddress else { return count == key.bytes.count }
        return memcmp(name.utf8Start, bytes, count) == 0
    }

    private func unescaped() throws -> [UInt8] {
        var (out, at) = ([UInt8](), 0)
        out.reserveCapacity(bytes.count)
        while at < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[at...])
            let plain = rest.place(of: UInt8(ascii: "\\")) ?? rest.count
            out.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<plain]))
            at += plain
            if at == bytes.count { break }
            // After the escape that is here; the end of the text is none, for it would have been escaped.
            at += 2
            switch bytes[at - 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(bytes[at - 1])
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "u"):
                var code = try unit(&at)
                if 0xD800...0xDBFF ~= code, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
                    at += 2
                    let low = try unit(&at)
                    if 0xDC00...0xDFFF ~= low { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
                }
                // Half of a pair is no character.
                guard let character = Unicode.Scalar(code) else { throw InvalidInput(detail: "a text with half a character") }
                out.append(contentsOf: UTF8.encode(character)!)
            default: throw InvalidInput(detail: "a text with an unknown escape")
            }
        }
        return out
    }

    /// The four digits of an escaped unit.
    private func unit(_ at: inout Int) throws -> UInt32 {
        guard at + 4 <= bytes.count else { throw InvalidInput(detail: "a text with a short escape") }
        var unit: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw InvalidInput(detail: "a text with an unknown escape") }
            unit = unit << 4 + UInt32(digit)
        }
        at += 4
        return unit
    }
}

private extension UnsafeBufferPointer<UInt8> {
    /// Where a byte first stands.
    func place(of byte: UInt8) -> Int? {
        guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }
}
