// How values stand on the wire.
package org.partnerkit

import java.time.Instant
import java.time.LocalDate
import kotlin.reflect.KClass
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.descriptors.buildClassSerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** The wire format. What is left out is not sent. */
public val wire: Json = Json { encodeDefaults = false }

/** A value that stands on the wire as one word. */
public interface Word {
    public val word: String
}

internal object Moment : KSerializer<Instant> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor("org.partnerkit.Moment", PrimitiveKind.STRING)
    override fun serialize(encoder: Encoder, value: Instant) = encoder.encodeString(value.toString())
    override fun deserialize(decoder: Decoder): Instant = Instant.parse(decoder.decodeString())
}

internal object Day : KSerializer<LocalDate> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor("org.partnerkit.Day", PrimitiveKind.STRING)
    override fun serialize(encoder: Encoder, value: LocalDate) = encoder.encodeString(value.toString())
    override fun deserialize(decoder: Decoder): LocalDate = LocalDate.parse(decoder.decodeString())
}

/** A field of a patch: it stays as it is, or becomes something else, which may be nothing. */
@Serializable(with = ChangeAsJson::class)
public sealed interface Change<out T> {
    /** It stays as it is. */
    public data object Keep : Change<Nothing>

    /** It becomes [value]. */
    public data class To<T>(public val value: T) : Change<T>
}

internal class ChangeAsJson<T>(private val of: KSerializer<T>) : KSerializer<Change<T>> {
    override val descriptor: SerialDescriptor = of.descriptor

    override fun serialize(encoder: Encoder, value: Change<T>) = when (value) {
        is Change.To -> of.serialize(encoder, value.value)
        // Never reached: what is as it would be anyway is not sent.
        Change.Keep -> throw SerializationException("what stays as it is has no value")
    }

    override fun deserialize(decoder: Decoder): Change<T> = Change.To(of.deserialize(decoder))
}

/** One of several values, named by the only key of an object, or by a bare word where there is nothing more to it. */
internal abstract class OneOf<T : Any>(name: String, list: Variants<T>.() -> Unit) : KSerializer<T> {
    override val descriptor: SerialDescriptor = buildClassSerialDescriptor("org.partnerkit.$name")

    // The variants may hold values of this very kind, so they are asked for only when they are needed.
    private val variants by lazy { Variants<T>().apply(list) }

    override fun serialize(encoder: Encoder, value: T) {
        val variant = variants.all.first { it.type.isInstance(value) }
        (encoder as JsonEncoder).encodeJsonElement(variant.write(encoder.json, value))
    }

    override fun deserialize(decoder: Decoder): T {
        val (name, body) = when (val given = (decoder as JsonDecoder).decodeJsonElement()) {
            is JsonPrimitive -> given.content to null
            is JsonObject -> given.entries.singleOrNull()?.toPair() ?: throw SerializationException("one key is wanted")
            else -> throw SerializationException("a list is none of ${descriptor.serialName}")
        }
        val variant = variants.all.find { it.name == name } ?: throw SerializationException("`$name` is no ${descriptor.serialName}")
        return variant.read(decoder.json, body)
    }

    internal class Variants<T : Any> {
        val all: MutableList<Variant<T, *>> = mutableListOf()

        fun <V : T> word(name: String, type: KClass<V>, serializer: KSerializer<V>) {
            all += Variant(name, type, serializer, isWord = true)
        }

        fun <V : T> keyed(name: String, type: KClass<V>, serializer: KSerializer<V>) {
            all += Variant(name, type, serializer, isWord = false)
        }
    }

    internal class Variant<T : Any, V : T>(
        val name: String,
        val type: KClass<V>,
        private val serializer: KSerializer<V>,
        private val isWord: Boolean,
    ) {
        @Suppress("UNCHECKED_CAST") // `type` was asked before.
        fun write(json: Json, value: T) =
            if (isWord) JsonPrimitive(name) else JsonObject(mapOf(name to json.encodeToJsonElement(serializer, value as V)))

        fun read(json: Json, body: kotlinx.serialization.json.JsonElement?): T =
            json.decodeFromJsonElement(serializer, if (isWord) JsonObject(emptyMap()) else body ?: JsonNull)
    }
}
