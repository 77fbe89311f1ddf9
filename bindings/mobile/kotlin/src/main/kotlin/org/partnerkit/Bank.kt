package org.partnerkit

import java.nio.file.Path
import kotlinx.coroutines.channels.trySendBlocking
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.channelFlow
import kotlinx.coroutines.isActive
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.serializer
import org.partnerkit.ffi.ImportListener

/** One actor's view of one bank. It holds nothing but who acts; make as many as you like. */
public class Bank internal constructor(
    override val native: Native,
    /** The bank. */
    public val id: BankId,
    /** Who acts. */
    override val actor: Actor,
    /** The language of sentences in answers. */
    public val language: Language?,
) : BankCalls() {
    /** Somebody else's view of the same bank. */
    public fun acting(actor: Actor, language: Language? = this.language): Bank = Bank(native, id, actor, language)

    private fun Options.mine(): Options = copy(language = language ?: this@Bank.language)

    /** What a command would do now; nothing is written. */
    public suspend fun preview(command: Command, options: Options = Options()): Preview =
        ask(message(options.mine()).copy(preview = command), Preview.serializer())

    /** Does a command that is at hand as a value: a step of an explanation, say. */
    public suspend fun execute(command: Command, options: Options = Options()): Done = command(command, options.mine())

    /**
     * Takes in commands that somebody recorded without the bank: an answer for each, in the same order. Each is carried out
     * once, however often it is handed over; one that was decided on what has moved since is not carried out. At most 1,000.
     */
    public suspend fun sync(commands: List<Kept>, options: Options = Options()): List<Synced> =
        ask(message(options.mine()).copy(sync = commands), ListSerializer(Synced.serializer()))

    /** Why a partner has a capability or not, and what would change that. */
    public suspend fun explain(partner: PartnerId, capability: Capability, options: Options = Options()): Explanation =
        explainCapability(partner, capability, options.mine())

    /** Imports all partners, which a bank can do once, ever. The file is read as a stream, whatever its size. */
    public suspend fun importPartners(file: Path, key: String? = null, options: Options = Options()): ImportDone =
        away { answered(ImportDone.serializer()) { native.system.importFile(importing(key, false, options), file.toString(), null) } }

    /** The same from memory. */
    public suspend fun importPartners(bytes: ByteArray, key: String? = null, options: Options = Options()): ImportDone =
        away { answered(ImportDone.serializer()) { native.system.importBytes(importing(key, false, options), bytes, null) } }

    /**
     * The same, telling how far it is. Nothing happens until the flow is collected. A collector that is cancelled cancels
     * the import, which then leaves nothing behind.
     */
    public fun importingPartners(file: Path, key: String? = null, options: Options = Options()): Flow<Importing> = channelFlow {
        val listener = object : ImportListener {
            override fun onProgress(rows: ULong, bytes: ULong, total: ULong?): Boolean {
                if (isActive) trySendBlocking(Importing.Reading(rows.toLong(), bytes.toLong(), total?.toLong()))
                return isActive
            }
        }
        val done = try {
            away { answered(ImportDone.serializer()) { native.system.importFile(importing(key, false, options), file.toString(), listener) } }
        } catch (refused: PartnerkitException) {
            // To a collector that has left, that the import was cancelled is no news.
            ensureActive()
            throw refused
        }
        send(Importing.Finished(done))
    }

    /** Everything [importPartners] does but for the import. */
    public suspend fun previewImport(file: Path, options: Options = Options()): Report =
        away { answered(Report.serializer()) { native.system.importFile(importing(null, true, options), file.toString(), null) } }

    private fun importing(key: String?, preview: Boolean, options: Options): String {
        val wanted = ImportText(content = "", key = key, preview = preview)
        return wire.encodeToString(WireMessage.serializer(), message(options.mine()).copy(import = wanted))
    }

    /** Writes partners as CSV to a file that is not there yet: all columns, or these in this order. */
    public suspend fun exportPartners(
        file: Path,
        columns: List<ExportColumn> = ExportColumn.entries,
        filter: PartnerFilter = PartnerFilter(),
    ): Exported {
        val export = wire.encodeToString(Export.serializer(), Export(actor = actor, columns = columns, filter = filter))
        return away { said(Exported.serializer()) { native.system.exportPartners(export, file.toString(), language?.word) } }
    }

    /** Writes everything there is of the bank to a file that is not there yet, for another store to read in; for the host. */
    public suspend fun writeOut(file: Path): TakenAlong =
        away { said(TakenAlong.serializer()) { native.system.writeOut(id.text, file.toString(), language?.word) } }

    /** The daily job of this bank. Call it as often as you like: each reminder goes out at most once. */
    public suspend fun runDue(options: Options = Options()): DueDone =
        ask(asScheduler(options).copy(runDue = RunDue), DueDone.serializer())

    /** Hands out messages to deliver, or notes how attempts went. */
    public suspend fun outbox(delivering: Delivering, options: Options = Options()): Delivered =
        ask(asScheduler(options).copy(outbox = delivering), Delivered.serializer())

    private fun asScheduler(options: Options): WireMessage = message(options.mine()).copy(actor = Actor.Scheduler(bank = id))
}

/** How far an import is. */
public sealed interface Importing {
    /** It is being read: partners and bytes so far, and the bytes of the whole file if that is known. */
    public data class Reading(public val rows: Long, public val bytes: Long, public val total: Long?) : Importing

    /** It is done. */
    public data class Finished(public val done: ImportDone) : Importing
}

/** Reads a list again and writes its rejected rows as CSV to a file that is not there yet, each with the reasons; says how many. */
public suspend fun writeRejected(list: Path, report: Report, file: Path, language: Language = Language.EN): Long = away {
    val text = wire.encodeToString(Report.serializer(), report)
    said(Long.serializer()) { org.partnerkit.ffi.writeRejected(list.toString(), text, file.toString(), language.word) }
}
