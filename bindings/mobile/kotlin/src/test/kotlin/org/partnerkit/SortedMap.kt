package org.partnerkit

import java.util.TreeMap

/** The simplest ordered map with transactions there is: a tree, copied for each of them. */
class SortedMap : OrderedMap {
    private var entries = TreeMap<String, String>()
    private var own = TreeMap<String, String>()

    override fun begin(writes: Boolean) {
        own = TreeMap(entries)
    }

    override fun get(key: String): String? = own[key]

    override fun page(from: String, to: String, backwards: Boolean, limit: Int): List<Pair<String, String>> {
        if (from >= to) return emptyList()
        val range = own.subMap(from, true, to, false)
        return (if (backwards) range.descendingMap() else range).entries.take(limit).map { it.key to it.value }
    }

    override fun put(key: String, value: String) {
        own[key] = value
    }

    override fun remove(key: String) {
        own.remove(key)
    }

    override fun end(keep: Boolean) {
        if (keep) entries = own
    }
}
