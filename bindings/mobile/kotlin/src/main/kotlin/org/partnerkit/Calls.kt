package org.partnerkit

import java.time.Instant
import kotlin.coroutines.ContinuationInterceptor
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.withContext
import kotlinx.serialization.KSerializer
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

/** A system, and whether what is asked of it may wait for a disk or for code of the host's. */
internal class Native(val system: NativeSystem, private val waits: Boolean) {
    /** Makes a call where it keeps nobody waiting. */
    suspend fun <T> work(call: (NativeSystem) -> T): T = if (waits) away { call(system) } else computed { call(system) }
}

/** Whoever sends messages, as some actor. All calls run on threads that are there for it, never on one that draws. */
public abstract class Calls internal constructor() {
    internal abstract val native: Native
    internal abstract val actor: Actor

    /** A message in which nothing is asked yet. */
    internal fun message(options: Options): WireMessage =
        WireMessage(actor = actor, at = options.at, id = options.id, language = options.language)

    /** Sends a message. What crosses is written and read where the call is made: a list of partners is none of a screen's frames. */
    internal suspend fun <T> ask(message: WireMessage, answer: KSerializer<T>): T =
        native.work { system -> answered(answer) { system.serve(wire.encodeToString(WireMessage.serializer(), message)) } }

    internal suspend fun command(command: Command, options: Options): Done =
        ask(message(options).copy(command = command), Done.serializer())

    internal suspend inline fun <reified R : Reply> question(question: Question, options: Options): R =
        ask(message(options).copy(question = question), Reply.serializer()) as R
}

/** On a thread that may wait. */
internal suspend fun <T> away(work: () -> T): T = withContext(Dispatchers.IO) { work() }

/** On a thread that computes; whoever is on one already, or on one that may even wait, stays there, for the way to another costs more than most answers. */
private suspend fun <T> computed(work: () -> T): T {
    val mayWait = currentCoroutineContext()[ContinuationInterceptor] === Dispatchers.IO
    return withContext(if (mayWait) Dispatchers.IO else Dispatchers.Default) { work() }
}
