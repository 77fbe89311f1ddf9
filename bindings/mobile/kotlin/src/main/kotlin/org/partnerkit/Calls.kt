package org.partnerkit

import java.time.Instant
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import org.partnerkit.ffi.NativeSystem

/** What can be said with any call. */
public data class Options(
    /** The command's id: the same one again gets the first answer again. Without one a new one is drawn. */
    public val id: CommandId? = null,
    /** The time; now unless said otherwise. Some answers depend on the day. */
    public val at: Instant? = null,
    /** The language of sentences in the answer. */
    public val language: Language? = null,
)

/** Whoever sends messages, as some actor. All calls wait on threads of their own, never on the caller's. */
public abstract class Calls internal constructor() {
    internal abstract val native: NativeSystem
    internal abstract val actor: Actor

    /** The text of a message. */
    internal fun message(verb: String, content: JsonElement, options: Options): String =
        buildJsonObject {
            options.id?.let { put("id", JsonPrimitive(it.text)) }
            options.at?.let { put("at", JsonPrimitive(it.toString())) }
            options.language?.let { put("language", JsonPrimitive(it.word)) }
            put("actor", wire.encodeToJsonElement(Actor.serializer(), actor))
            put(verb, content)
        }.toString()

    internal suspend fun ask(verb: String, content: JsonElement, options: Options): JsonElement {
        val message = message(verb, content, options)
        return away { answered { native.serve(message) } }
    }

    internal suspend fun command(command: Command, options: Options): Done =
        wire.decodeFromJsonElement(Done.serializer(), ask("command", wire.encodeToJsonElement(Command.serializer(), command), options))

    internal suspend inline fun <reified R : Reply> question(question: Question, options: Options): R =
        wire.decodeFromJsonElement(Reply.serializer(), ask("question", wire.encodeToJsonElement(Question.serializer(), question), options)) as R
}

/** On a thread that may wait. */
internal suspend fun <T> away(work: () -> T): T = withContext(Dispatchers.IO) { work() }
