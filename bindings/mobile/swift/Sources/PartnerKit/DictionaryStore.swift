import Foundation

/// A store in a dictionary, and an example of one: an ordered map that answers four questions.
public final class DictionaryStore: HostStore, @unchecked Sendable {
    private struct Ask: Decodable {
        struct Begin: Decodable { let writes: Bool }
        struct Get: Decodable { let key: String }
        struct Page: Decodable { let from, to: String, backwards: Bool, limit: Int }
        struct End: Decodable { let keep: Bool }
        struct Change: Decodable { let key: String, value: String? }
        let begin: Begin?, get: Get?, page: Page?, end: End?, changes: [Change]?
    }

    // The library asks one transaction after the other; the lock is for whoever reads `count` meanwhile.
    private let lock = NSLock()
    private var values: [String: String] = [:]
    private var keys: [String] = []
    /// What stood before the open transaction's first change of each key.
    private var before: [String: String?] = [:]

    public init() {}

    public var count: Int { lock.withLock { values.count } }

    public func call(call: String) throws -> String {
        let ask = try JSONDecoder().decode(Ask.self, from: Data(call.utf8))
        return try lock.withLock {
            if ask.begin != nil { before = [:] }
            for change in ask.changes ?? [] {
                if before[change.key] == nil { before.updateValue(values[change.key], forKey: change.key) }
                put(change.key, change.value)
            }
            if let get = ask.get { return try JSONWriter.text(values[get.key]) }
            if let page = ask.page { return try JSONWriter.text(rows(page)) }
            if let end = ask.end {
                if !end.keep { before.forEach { put($0.key, $0.value) } }
                before = [:]
            }
            return "null"
        }
    }

    private func put(_ key: String, _ value: String?) {
        let place = place(of: key)
        let isThere = place < keys.count && keys[place] == key
        if value == nil, isThere { keys.remove(at: place) }
        if value != nil, !isThere { keys.insert(key, at: place) }
        values[key] = value
    }

    /// Where a key stands or would stand. Hexadecimal digits sort as their bytes do.
    private func place(of key: String) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func rows(_ page: Ask.Page) -> [[String]] {
        let (from, to) = (place(of: page.from), place(of: page.to))
        guard from < to else { return [] }
        let found = page.backwards ? Array(keys[from..<to].suffix(page.limit).reversed()) : Array(keys[from..<to].prefix(page.limit))
        return found.map { [$0, values[$0] ?? ""] }
    }
}
