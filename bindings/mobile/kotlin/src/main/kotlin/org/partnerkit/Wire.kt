// How values stand on the wire.
@file:OptIn(ExperimentalSerializationApi::class, InternalSerializationApi::class)

package org.partnerkit

import java.time.Instant
import java.time.LocalDate
import kotlin.reflect.KClass
import kotlinx.serialization.ExperimentalSerializationApi
import kotlinx.serialization.InternalSerializationApi
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.descriptors.SerialKind
import kotlinx.serialization.descriptors.buildClassSerialDescriptor
import kotlinx.serialization.descriptors.buildSerialDescriptor
import kotlinx.serialization.encoding.CompositeDecoder
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.encoding.decodeStructure
import kotlinx.serialization.encoding.encodeStructure
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
internal abstract class OneOf<T : Any>(private val name: String, list: Variants<T>.() -> Unit) : KSerializer<T> {
    // The variants may hold values of this very kind, so they are asked for only when they are needed.
    private val variants by lazy { Variants<T>().apply(list).all }
    private val hasWords by lazy { variants.any { it.isWord } }

    /** An object with a key for each variant. What they hold is the business of their own serializers. */
    override val descriptor: SerialDescriptor by lazy {
        buildClassSerialDescriptor("org.partnerkit.$name") { variants.forEach { element(it.name, HELD, isOptional = true) } }
    }

    override fun serialize(encoder: Encoder, value: T) {
        val index = variants.indexOfFirst { it.type.isInstance(value) }
        val variant = variants[index]
        if (variant.isWord) return (encoder as JsonEncoder).encodeJsonElement(JsonPrimitive(variant.name))
        encoder.encodeStructure(descriptor) { encodeSerializableElement(descriptor, index, variant.serializer, value) }
    }

    override fun deserialize(decoder: Decoder): T {
        // Whether a word or an object comes next, only a look at the whole of it tells.
        if (hasWords) return taken(decoder as JsonDecoder)
        return decoder.decodeStructure(descriptor) {
            val index = decodeElementIndex(descriptor)
            if (index !in variants.indices) throw SerializationException("one key is wanted")
            val value = decodeSerializableElement(descriptor, index, variants[index].serializer)
            if (decodeElementIndex(descriptor) != CompositeDecoder.DECODE_DONE) throw SerializationException("one key is wanted")
            value
        }
    }

    private fun taken(decoder: JsonDecoder): T {
        val (name, body) = when (val given = decoder.decodeJsonElement()) {
            is JsonPrimitive -> given.content to null
            is JsonObject -> given.entries.singleOrNull()?.toPair() ?: throw SerializationException("one key is wanted")
            else -> throw SerializationException("a list is none of ${descriptor.serialName}")
        }
        val variant = variants.find { it.name == name } ?: throw SerializationException("`$name` is no ${descriptor.serialName}")
        return decoder.json.decodeFromJsonElement(variant.serializer, if (variant.isWord) JsonObject(emptyMap()) else body ?: JsonNull)
    }

    internal class Variants<T : Any> {
        val all: MutableList<Variant<T>> = mutableListOf()

        fun <V : T> word(name: String, type: KClass<V>, serializer: KSerializer<V>) = add(name, type, serializer, isWord = true)

        fun <V : T> keyed(name: String, type: KClass<V>, serializer: KSerializer<V>) = add(name, type, serializer, isWord = false)

        @Suppress("UNCHECKED_CAST") // It is asked to write only what is of its type.
        private fun <V : T> add(name: String, type: KClass<V>, serializer: KSerializer<V>, isWord: Boolean) {
            all += Variant(name, type.java, serializer as KSerializer<T>, isWord)
        }
    }

    internal class Variant<T : Any>(val name: String, val type: Class<out T>, val serializer: KSerializer<T>, val isWord: Boolean)

    private companion object {
        val HELD: SerialDescriptor = buildSerialDescriptor("org.partnerkit.Held", SerialKind.CONTEXTUAL)
    }
}
