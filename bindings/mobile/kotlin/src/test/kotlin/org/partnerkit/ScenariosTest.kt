// Every message of every scenario, sent through Kotlin: each answer must be the one Rust gives, to the letter. What crosses is read
// into the package's types and written out again, too, so that a type that loses anything shows.
package org.partnerkit

import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.KSerializer
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Test

class ScenariosTest {
    private class Message(val text: String, val answer: JsonObject)

    private val transcript = File(System.getenv("PARTNERKIT_TRANSCRIPT") ?: error("PARTNERKIT_TRANSCRIPT names the transcript"))

    /** What was said to each store, by scenario; and how many scenarios there should be. */
    private fun sessions(): Pair<List<Pair<String, List<Message>>>, Int> {
        val all = mutableListOf<Pair<String, List<Message>>>()
        val stores = sortedMapOf<Int, MutableList<Message>>()
        var scenario = ""
        var count = -1
        transcript.forEachLine { line ->
            val said = wire.parseToJsonElement(line).jsonObject
            val ended = said["scenario"] ?: said["scenarios"]
            when {
                "open" in said -> stores[said.getValue("open").jsonPrimitive.int] = mutableListOf()
                "say" in said -> stores.getValue(said.getValue("store").jsonPrimitive.int) +=
                    Message(said.getValue("say").jsonPrimitive.content, said.getValue("answer").jsonObject)
                ended != null -> {
                    stores.values.forEach { all += scenario to it }
                    stores.clear()
                    scenario = ended.jsonPrimitive.content
                    said["scenarios"]?.let { count = it.jsonPrimitive.int }
                }
            }
        }
        return all to count
    }

    @Test
    fun everyScenarioIsAnsweredAsInRust() = runBlocking {
        val (sessions, count) = sessions()
        var messages = 0
        for ((scenario, said) in sessions) {
            Partnerkit.memory().use { system ->
                val tokens = Tokens()
                var drawn = 0
                for (message in said) {
                    messages += 1
                    var text = message.text
                    val code = message.answer["error"]?.jsonObject?.get("code")?.jsonPrimitive?.content
                    if (code !in UNREAD) {
                        val given = wire.parseToJsonElement(text).jsonObject
                        // A host draws them; Rust's runner counts and stays in 1970.
                        if ("id" !in given || "at" !in given) {
                            drawn += 1
                            val drawnHere = mapOf("id" to JsonPrimitive("%032x".format(drawn)), "at" to JsonPrimitive("1970-01-01T00:00:00Z"))
                            text = JsonObject(drawnHere + given).toString()
                        }
                    }
                    val answer = system.serve(tokens.inOurs(text))
                    tokens.learn(message.answer.toString(), answer)
                    val wanted = wire.parseToJsonElement(tokens.inOurs(message.answer.toString())).jsonObject
                    val got = JsonObject(wire.parseToJsonElement(answer).jsonObject.filterKeys { it != "cause" })
                    assertEquals(wanted, got, "$scenario: $text")
                    typed(text, got)
                }
            }
        }
        val replayed = sessions.map { it.first }.toSet().size
        println("$replayed scenarios, $messages messages")
        assertEquals(count, replayed)
    }

    /** Reads what was sent and answered into types, and compares what they write. */
    private fun typed(sent: String, answer: JsonObject) {
        answer["error"]?.let { return same(WireError.serializer(), it) }
        val message = wire.parseToJsonElement(sent).jsonObject
        message["command"]?.let { same(Command.serializer(), it) }
        message["question"]?.let { same(Question.serializer(), it) }
        val ok = answer.getValue("ok")
        when {
            "command" in message -> same(Done.serializer(), ok)
            "question" in message -> same(Reply.serializer(), ok)
            "preview" in message -> same(Preview.serializer(), ok)
            "import" in message && "rows" !in ok.jsonObject && "report" in ok.jsonObject && "receipt" in ok.jsonObject ->
                same(ImportDone.serializer(), ok)
            "outbox" in message -> same(Delivered.serializer(), ok)
        }
    }

    private fun <T> same(serializer: KSerializer<T>, given: JsonElement) {
        val read = wire.decodeFromJsonElement(serializer, given)
        val written = wire.encodeToJsonElement(serializer, read)
        assertEquals(read, wire.decodeFromJsonElement(serializer, written))
        // What is as it would be anyway is not written; everything that is, was there.
        assertTrue(isWithin(written, given), "$written\nis not in\n$given")
    }

    private fun isWithin(written: JsonElement, given: JsonElement): Boolean = when (written) {
        is JsonObject -> given is JsonObject && written.all { (key, value) -> isWithin(value, given[key] ?: JsonNull) }
        is JsonArray -> given is JsonArray && written.size == given.size && written.zip(given).all { (a, b) -> isWithin(a, b) }
        else -> written == given || isSameMoment(written, given)
    }

    /** A moment is written without the zeros that say nothing, whoever writes it. */
    private fun isSameMoment(written: JsonElement, given: JsonElement): Boolean =
        written is JsonPrimitive && given is JsonPrimitive &&
            runCatching { java.time.Instant.parse(written.content) == java.time.Instant.parse(given.content) }.getOrDefault(false)

    /** Tokens are drawn at random: for each one that Rust drew, the one that was drawn here. */
    private class Tokens {
        private val ours = mutableMapOf<String, String>()

        fun learn(theirs: String, ours: String) {
            val (a, b) = listOf(theirs, ours).map { text -> TOKEN.findAll(text).map { it.value }.toList() }
            this.ours += a.zip(b)
        }

        fun inOurs(text: String): String = TOKEN.replace(text) { ours[it.value] ?: it.value }
    }

    private companion object {
        val UNREAD = setOf("wire_invalid", "version_unknown")

        // 48 bytes as base64: what a token of an invitation looks like.
        val TOKEN = Regex("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])")
    }
}
