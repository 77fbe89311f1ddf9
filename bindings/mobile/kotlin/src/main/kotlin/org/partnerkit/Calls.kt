package org.partnerkit

import java.time.Instant
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.serialization.KSerializer
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

    internal suspend fun <T> ask(verb: String, options: Options, answer: KSerializer<T>, content: () -> JsonElement): T =
        away { answered(answer) { native.serve(message(verb, content(), options)) } }

    internal suspend fun command(command: Command, options: Options): Done =
        ask("command", options, Done.serializer()) { wire.encodeToJsonElement(Command.serializer(), command) }

    internal suspend inline fun <reified R : Reply> question(question: Question, options: Options): R =
        ask("question", options, Reply.serializer()) { wire.encodeToJsonElement(Question.serializer(), question) } as R
}

/** On a thread that may wait. What crosses is written and read there as well: a list of partners is none of a screen's frames. */
internal suspend fun <T> away(work: () -> T): T = withContext(Dispatchers.IO) { work() }
