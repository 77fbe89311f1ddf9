package org.partnerkit

import java.nio.file.Path
import kotlinx.serialization.builtins.ListSerializer
import org.partnerkit.ffi.NativeSystem

/**
 * A system with its store, as the host itself sees it. Any number of threads may use it at once.
 *
 * ```
 * Partnerkit.open(Path.of("bank.db")).use { system ->
 *     val bank = system.createBank(NewBank(name = "Pawnee Diaper Bank", email = "office@example.org"))
 *     val imported = bank.importPartners(Path.of("partners.csv"))
 * }
 * ```
 */
public class Partnerkit private constructor(override val native: Native) : HostCalls(), AutoCloseable {
    override val actor: Actor get() = Actor.Host

    /** An actor's view of its bank. */
    public fun bank(id: BankId, actor: Actor, language: Language? = null): Bank = Bank(native, id, actor, language)

    /** Creates a bank and gives it as its admin sees it, or where it has none, as whoever is at its own address. */
    public suspend fun createBank(bank: NewBank, options: Options = Options()): Bank {
        val created = command(Command.CreateBank(bank), options).created as RowId.Bank
        return bank(created.value, Actor.BankAdmin(bank = created.value, person = personId(bank.admin ?: bank.email)))
    }

    /** All banks. */
    public suspend fun banks(): List<BankRow> =
        native.work { system -> answered(ListSerializer(BankRow.serializer())) { system.banks() } }

    /** The daily job of all banks. What failed in one is in its own entry. */
    public suspend fun runDue(options: Options = Options()): List<DueInBank> =
        ask(message(options).copy(runDue = RunDue), ListSerializer(DueInBank.serializer()))

    /** Reads a whole bank from a file of [Bank.writeOut]. The store must not hold it yet. */
    public suspend fun readIn(file: Path, language: Language? = null): TakenAlong =
        away { said(TakenAlong.serializer()) { native.system.readIn(file.toString(), language?.word) } }

    /** The wire format itself: text in, text out. Never throws for what a message says. */
    public suspend fun serve(message: String): String = native.work { it.serve(message) }

    /** Lets go of the store once nothing is under way. */
    override fun close(): Unit = native.system.close()

    public companion object {
        /** A system over an SQLite file, which is made if it is not there, unless it is only to be read. */
        public fun open(file: Path, readOnly: Boolean = false): Partnerkit =
            Partnerkit(Native(opened { NativeSystem.open(file.toString(), readOnly) }, waits = true))

        /** A system that keeps everything in memory, for tests and for trying out. */
        public fun memory(): Partnerkit = Partnerkit(Native(NativeSystem.memory(), waits = false))

        /** A system over a store of your own. */
        public fun using(map: OrderedMap): Partnerkit = Partnerkit(Native(opened { NativeSystem.withMap(AskedMap(map)) }, waits = true))
    }
}

/** The library's version. */
public val VERSION: String get() = org.partnerkit.ffi.version()
