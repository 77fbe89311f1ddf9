// Writes what the library is asked, straight into the bytes of the message.

/// What can be written into a message.
protocol Writable {
    func write(_ json: inout JSONWriter) throws
}

/// JSON, from its first byte to its last.
struct JSONWriter {
    private var bytes: [UInt8] = []

    private init() { bytes.reserveCapacity(512) }

    static func text(_ value: some Writable) throws -> String {
        var json = JSONWriter()
        try value.write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    mutating func object() { bytes.append(UInt8(ascii: "{")) }
    mutating func endObject() { bytes.append(UInt8(ascii: "}")) }
    mutating func list() { bytes.append(UInt8(ascii: "[")) }
    mutating func endList() { bytes.append(UInt8(ascii: "]")) }

    /// What stands before a field or an element, unless it is the first: only there the last byte is an opening one.
    mutating func comma() {
        if bytes.last != UInt8(ascii: "{") && bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
    }

    /// A key, whose value is to be written next. Ours need no escape.
    @inline(never)
    mutating func key(_ name: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func key(_ name: String) {
        comma()
        text(name)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func field(_ name: StaticString, _ value: some Writable) throws {
        key(name)
        try value.write(&self)
    }

    /// What is nothing is left out.
    mutating func field(_ name: StaticString, ifAny value: (some Writable)?) throws {
        if let value { try field(name, value) }
    }

    /// A word of ours.
    mutating func word(_ word: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                let hex = Array("0123456789abcdef".utf8)
                word("\\u00")
                bytes.append(hex[Int(byte >> 4)])
                bytes.append(hex[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func number(_ value: Int) { bytes.append(contentsOf: value.description.utf8) }

    mutating func number(_ value: Double) throws {
        if !value.isFinite { throw InvalidInput(detail: "\(value) is no number of JSON") }
        bytes.append(contentsOf: value.description.utf8)
    }
}
