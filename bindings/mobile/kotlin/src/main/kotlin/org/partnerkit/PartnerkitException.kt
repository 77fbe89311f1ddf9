package org.partnerkit

import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import org.partnerkit.ffi.Invalid
import org.partnerkit.ffi.Refused

/**
 * A refusal or a failure. Nothing was done.
 *
 * Its [message] is for a developer's log or a screen alike: all reasons in plain words, in the language of the call.
 */
public class PartnerkitException internal constructor(
    /** The error as it stands on the wire. */
    public val error: WireError,
    cause: Throwable?,
) : Exception(error.message, cause) {
    /** The code of the first reason. Stable. */
    public val code: Code get() = error.code

    /** Its category. */
    public val category: ErrorCategory get() = error.category

    /** The parameters of the first reason. */
    public val params: JsonObject get() = error.params

    /** Every reason, with its sentences. */
    public val reasons: List<SaidReason> get() = error.reasons

    /** Whether the same call may succeed when simply made again. */
    public val isRetryable: Boolean get() = error.retryable

    /** All reasons in plain words. */
    public fun sentence(language: Language = Language.EN, audience: Audience = Audience.STAFF): String {
        // What else stands in a reason are its sentences, and this asks for those.
        val plain = reasons.map { Reason(code = it.code, params = it.params, field = it.field, section = it.section, line = it.line) }
        return org.partnerkit.ffi.sentence(wire.encodeToString(ListSerializer(Reason.serializer()), plain), language.word, audience.word)
    }
}

/** Whom sentences are for. */
public enum class Audience(override val word: String) : Word {
    /** People of the bank. */
    STAFF("staff"),

    /** People of a partner. */
    PARTNER("partner"),
}

/** What the library answers: yes, or no and what a driver said about it. */
@Serializable
internal class Told<T>(val ok: T? = null, val error: WireError? = null, val cause: String? = null)

/** What an answer says yes to; a no is thrown. [raised] is what the host's own code threw on the way. */
internal fun <T> taken(answer: KSerializer<T>, text: String, raised: Throwable?): T {
    val told = wire.decodeFromString(Told.serializer(answer), text)
    told.error?.let { throw PartnerkitException(it, raised ?: told.cause?.let(::Exception)) }
    return told.ok ?: throw SerializationException("an answer with neither `ok` nor `error`")
}

/** Makes a system; that there is none is an error like any other. */
internal fun <T> opened(open: () -> T): T =
    Raised.during {
        try {
            open()
        } catch (refused: Refused.Answer) {
            taken(JsonElement.serializer(), refused.answer, Raised.take())
            throw refused
        }
    }

/** A file that is written or read; what is not of the wire's types is an error of the caller's. */
internal fun <T> said(answer: KSerializer<T>, call: () -> String): T =
    try {
        answered(answer, call)
    } catch (invalid: Invalid.Text) {
        throw IllegalArgumentException(invalid.detail, invalid)
    }

/** Makes a call, and reads what it answers. */
internal fun <T> answered(answer: KSerializer<T>, call: () -> String): T =
    Raised.during { taken(answer, call(), Raised.take()) }

/** What a host's own code threw within a call. All its calls come from the thread that made ours, so it waits there. */
internal object Raised {
    private val here = ThreadLocal<Throwable?>()

    fun keep(raised: Throwable) = here.set(raised)

    fun take(): Throwable? = here.get().also { here.remove() }

    /** A call within a callback of another has a place of its own. */
    fun <T> during(call: () -> T): T {
        val outer = take()
        try {
            return call()
        } finally {
            if (outer == null) here.remove() else here.set(outer)
        }
    }
}
