// Questions that need no store. Those of the tables never leave Kotlin: ask them on every frame.
package org.partnerkit

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject

/** Where a partner stands: its status, the status before while it is deactivated, and whether it was ever approved. */
@Serializable
public data class Standing(
    public val status: Status,
    public val prior: Status? = null,
    @SerialName("approved_before") public val approvedBefore: Boolean = false,
)

/** Where a partner stands. */
public val Partner.standing: Standing get() = Standing(status, prior, approvedAt != null)

/** What a move comes to, by the table alone. */
public sealed interface Move {
    /** It leads there. */
    public data class To(public val standing: Standing) : Move

    /** The partner is then gone. */
    public data object Gone : Move

    /** It is refused, and what does what was meant, if anything does. */
    public data class Refused(public val code: Code, public val instead: Action?) : Move
}

/** The answer of the table: yes, no, or only to look. */
public fun capable(standing: Standing, capability: Capability): Answer = Tables.capable[capability.ordinal][Tables.at(standing)]

/** Whether a partner has a capability, by the table: anything but no. */
public fun can(standing: Standing, capability: Capability): Boolean = capable(standing, capability) != Answer.NO

/** Where an action leads, by the table. */
public fun move(standing: Standing, action: Action): Move {
    val moves = if (standing.approvedBefore) Tables.movesOfTheApproved else Tables.movesOfTheNew
    return moves[action.ordinal][Tables.at(standing)]
}

/** What is known of a partner whose life is to be decided on: plain values, from whatever table it is kept in. */
@Serializable
public data class Case(
    /** The partner. */
    public val partner: PartnerId,
    /** Its name, for the words of a refusal. */
    public val name: String,
    /** Where it stands. */
    public val standing: Standing,
    /** Whether its contact is somebody else than was invited last, or nobody was. Only reactivating asks. */
    @SerialName("new_contact") public val newContact: Boolean = false,
    /** Whether its contact has a login already, and so is told of one more role instead of being invited. */
    @SerialName("has_login") public val hasLogin: Boolean = false,
    /** Whether it has any request or distribution, whatever their state: then it cannot be removed. */
    @SerialName("has_history") public val hasHistory: Boolean = false,
)

/** What an accepted action does. */
@Serializable
public data class Decided(
    /** What happens to the partner. */
    public val event: What,
    /** Where it stands from now on; null if it is removed. */
    public val standing: Standing? = null,
    /** What is told because of it, if anything is. */
    public val message: MessageKind? = null,
)

@Serializable
private class Deciding(val case: Case, val action: Action, val by: Actor, val words: String? = null, val language: Language? = null)

/**
 * What an action on a partner would do, taken with these [words] (the note of "ask for changes", the reason of "deactivate"),
 * without a store: for apps that keep partners in tables of their own. The actor is taken to be of the partner's bank.
 * Submitting also needs a profile that may be submitted, which is not asked here.
 *
 * @throws PartnerkitException with every reason there is
 */
public fun decide(case: Case, action: Action, by: Actor, words: String? = null, language: Language? = null): Decided {
    val deciding = wire.encodeToString(Deciding.serializer(), Deciding(case, action, by, words, language))
    return answered(Decided.serializer()) { org.partnerkit.ffi.decide(deciding) }
}

/** Which actions an actor may take on a partner, by the table and its role. */
public fun allowedActions(actor: Actor, partner: Partner): List<Action> {
    val words = org.partnerkit.ffi.allowedActions(wire.encodeToString(Actor.serializer(), actor), wire.encodeToString(Partner.serializer(), partner))
    return words.map { word -> Action.entries.first { it.word == word } }
}

/** Everything `permitted` needs. */
@Serializable
private data class Asked(
    val bank: BankRow,
    val partner: Partner,
    val group: Group?,
    val items: List<Item>,
    val categories: List<Category>,
    @Serializable(with = Day::class) val today: java.time.LocalDate,
)

/** For each item whether the partner may request it, by which rule, and every reason for a no. [today] is a day in the bank's time zone. */
public fun permitted(
    bank: BankRow,
    partner: Partner,
    group: Group?,
    items: List<Item>,
    categories: List<Category>,
    today: java.time.LocalDate,
): List<ItemPermission> {
    val asked = wire.encodeToString(Asked.serializer(), Asked(bank, partner, group, items, categories, today))
    return wire.decodeFromString(ListSerializer(ItemPermission.serializer()), org.partnerkit.ffi.permitted(asked))
}

/** The id of the person at an address. */
public fun personId(address: String): PersonId = PersonId(org.partnerkit.ffi.personId(address))

/** Everything there is to know about the rules. */
public fun describe(): JsonObject = wire.parseToJsonElement(org.partnerkit.ffi.describe()).jsonObject
