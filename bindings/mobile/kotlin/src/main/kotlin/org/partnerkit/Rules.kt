// Questions that need no store. Those of the tables never leave Kotlin: ask them on every frame.
package org.partnerkit

import kotlinx.serialization.Serializable
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject

/** Where a partner stands: its status, the status before while it is deactivated, and whether it was ever approved. */
@Serializable
public data class Standing(
    public val status: Status,
    public val prior: Status? = null,
    public val approvedBefore: Boolean = false,
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
