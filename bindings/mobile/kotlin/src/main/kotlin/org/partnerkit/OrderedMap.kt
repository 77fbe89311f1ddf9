package org.partnerkit

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.partnerkit.ffi.HostFailure
import org.partnerkit.ffi.HostStore

/**
 * An ordered map from text to text with transactions: all that a store needs to be. A Room table of two columns is one.
 *
 * Keys and values are hexadecimal, so that keys are in the order of their bytes. One transaction at a time is open, and all of it
 * happens on one thread, so it may be part of one of yours. What it throws is the cause of the exception that the call ends with.
 */
public interface OrderedMap {
    /** Begins a transaction, which sees one consistent view and its own changes. */
    public fun begin(writes: Boolean)

    /** The value of a key, if there is one. */
    public fun get(key: String): String?

    /** At most [limit] entries with `from <= key < to`, from one end. */
    public fun page(from: String, to: String, backwards: Boolean, limit: Int): List<Pair<String, String>>

    /** Gives a key its value. */
    public fun put(key: String, value: String)

    /** Takes a key out. That it is not there is no error. */
    public fun remove(key: String)

    /** Keeps everything, durably, or leaves nothing behind. */
    public fun end(keep: Boolean)
}

/** What a store of yours throws to say that it is busy or cannot be reached: one of the codes of stores, `store_busy` say. */
public class StoreException(public val code: Code, detail: String, cause: Throwable? = null) : Exception(detail, cause)

/** Answers the library's questions about a map. */
internal class AskedMap(private val map: OrderedMap) : HostStore {
    override fun call(call: String): String =
        try {
            answer(wire.parseToJsonElement(call).jsonObject).toString()
        } catch (raised: Throwable) {
            // It goes on as the cause of the exception our caller gets.
            Raised.keep(raised)
            throw HostFailure.Failed((raised as? StoreException)?.code?.word, raised.toString())
        }

    private fun answer(question: JsonObject): JsonElement {
        question["changes"]?.jsonArray?.forEach { change ->
            val (key, value) = change.jsonObject.let { it.text("key") to it.getValue("value").jsonPrimitive.contentOrNull }
            if (value == null) map.remove(key) else map.put(key, value)
        }
        question["begin"]?.jsonObject?.let { map.begin(it.getValue("writes").jsonPrimitive.boolean) }
        question["get"]?.jsonObject?.let { return JsonPrimitive(map.get(it.text("key"))) }
        question["page"]?.jsonObject?.let { page ->
            val backwards = page.getValue("backwards").jsonPrimitive.boolean
            val entries = map.page(page.text("from"), page.text("to"), backwards, page.getValue("limit").jsonPrimitive.int)
            return JsonArray(entries.map { (key, value) -> JsonArray(listOf(JsonPrimitive(key), JsonPrimitive(value))) })
        }
        question["end"]?.jsonObject?.let { map.end(it.getValue("keep").jsonPrimitive.boolean) }
        return JsonNull
    }

    private fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content
}

/**
 * The conformance kit: every promise that our own stores are held to, or those among them, each asked of a fresh map.
 *
 * @throws AssertionError with all that are broken.
 */
public fun checkStore(among: (String) -> Boolean = { true }, fresh: () -> OrderedMap) {
    val broken = org.partnerkit.ffi.cases().mapIndexedNotNull { number, name ->
        if (!among(name)) return@mapIndexedNotNull null
        Raised.during {
            val why = org.partnerkit.ffi.runMapCase(number.toUInt(), AskedMap(fresh()))
            why?.let { "$name: $it" }
        }
    }
    if (broken.isNotEmpty()) throw AssertionError("${broken.size} promises are broken:\n${broken.joinToString("\n")}")
}
