package org.partnerkit

import java.nio.file.Files
import java.nio.file.Path
import java.util.UUID
import java.util.concurrent.atomic.AtomicInteger
import kotlin.io.path.deleteRecursively
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertSame
import kotlin.test.assertTrue
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Test

private const val LIST = "name,email\nBallard Food Bank,ballard@example.org\nPantry,pantry@example.org\n"
private val PARTNERS: Path = Path.of("../../../tests/data/partners.csv")

@OptIn(kotlin.io.path.ExperimentalPathApi::class)
class ApiTest {
    private val newBank = NewBank(name = "Pawnee Diaper Bank", email = "office@example.org")

    private fun inBank(use: suspend (Bank) -> Unit) = runBlocking { Partnerkit.memory().use { use(it.createBank(newBank)) } }

    private fun inFolder(use: suspend (Path) -> Unit) {
        val folder = Files.createTempDirectory("partnerkit")
        try {
            runBlocking { use(folder) }
        } finally {
            folder.deleteRecursively()
        }
    }

    @Test
    fun aListIsImportedOnceAndNeverTwice() = inBank { bank ->
        val done = bank.importPartners(PARTNERS)
        assertEquals(372, done.receipt.partners)
        val again = assertFailsWith<PartnerkitException> { bank.importPartners(LIST.toByteArray()) }
        assertEquals(Code.ALREADY_IMPORTED, again.code)
        assertEquals(ErrorCategory.CONFLICT, again.category)
        assertEquals(again.message, again.sentence())
        assertTrue(again.sentence(Language.ES) != again.sentence())
        assertEquals(372, bank.partners(limit = 1).counts["uninvited"])
    }

    @Test
    fun aPartnerIsInvitedReviewedAndApproved() = inBank { bank ->
        val partner = (bank.addPartner(name = "Pantry", email = "pantry@example.org").created as RowId.Partner).value
        val early = assertFailsWith<PartnerkitException> { bank.approve(partner) }
        assertTrue(early.reasons.isNotEmpty() && !early.isRetryable)
        val why = bank.explain(partner, Capability.MAKE_REQUESTS)
        assertEquals(Answer.NO, why.answer)
        assertTrue(why.steps.isNotEmpty())
        assertTrue(bank.preview(Command.InviteAndApprove(partner)).events.isNotEmpty())
        bank.execute(Command.InviteAndApprove(partner))
        val row = bank.partner(partner)
        assertEquals(Status.APPROVED, row.status)
        assertTrue(can(row.standing, Capability.MAKE_REQUESTS))
        assertTrue(Action.REQUIRE_RECERTIFICATION in allowedActions(bank.actor, row))
        assertEquals(Answer.YES, bank.explain(partner, Capability.MAKE_REQUESTS).answer)
    }

    @Test
    fun whatWasRecordedOfflineIsTakenInOnceOrToldWhatMoved() = inBank { bank ->
        val partner = (bank.addPartner(name = "Pantry", email = "pantry@example.org").created as RowId.Partner).value
        val seen = listOf(SeenRow(RowId.Partner(partner), bank.partner(partner).version))
        val (desk, phone) = listOf("closed", "moved away").map {
            Kept(command = Command.Deactivate(partner, it), id = CommandId(UUID.randomUUID().toString()), seen = seen)
        }
        val accepted = assertIs<Became.Accepted>(bank.sync(listOf(desk)).single().became)
        val (repeated, conflict) = bank.sync(listOf(desk, phone)).map { it.became }
        assertEquals(accepted.done, assertIs<Became.Repeated>(repeated).done)
        val moved = assertIs<Became.Conflict>(conflict).moved.single()
        assertEquals(accepted.events, moved.since.map { it.event })
    }

    @Test
    fun aPhoneDecidesAwayFromTheBankAndHandsOverLater() = inFolder { folder ->
        Partnerkit.memory().use { system ->
            val desk = system.createBank(newBank)
            val partner = (desk.addPartner(name = "Pantry", email = "pantry@example.org").created as RowId.Partner).value
            desk.inviteAndApprove(partner)
            val item = (desk.addItem(name = "Diapers").created as RowId.Item).value
            val bank = desk.acting(Actor.PartnerUser(bank = desk.id, partner = partner, person = personId("pantry@example.org")))
            val file = folder.resolve("pantry").also { it.writeText(bank.takeAlong(partner)) }
            Partnerkit.open(folder.resolve("phone.db")).use { phone ->
                phone.readIn(file)
                val away = phone.bank(bank.id, bank.actor)
                assertEquals(bank.permitted(partner), away.permitted(partner))
                val nothing = NewRequest(partner, RequestKind.QUANTITY, listOf(NewRequestLine(item, 0)))
                assertFailsWith<PartnerkitException> { away.preview(Command.SubmitRequest(nothing)) }
                val request = Command.SubmitRequest(nothing.copy(lines = listOf(NewRequestLine(item, 40)), id = RequestId(UUID.randomUUID().toString())))
                val kept = Kept(CommandId(UUID.randomUUID().toString()), request)
                away.execute(kept.command, Options(id = kept.id))
                assertIs<Became.Accepted>(bank.sync(listOf(kept)).single().became)
                assertEquals(bank.requests(limit = 9).map { it.id }, away.requests(limit = 9).map { it.id })
            }
        }
    }

    @Test
    fun oneOfManyImportersWins() = inFolder { folder ->
        Partnerkit.open(folder.resolve("bank.db")).use { system ->
            val bank = system.createBank(newBank)
            val won = AtomicInteger()
            coroutineScope {
                (1..8).map {
                    async {
                        try {
                            bank.importPartners(PARTNERS)
                            won.incrementAndGet()
                        } catch (refused: PartnerkitException) {
                            assertEquals(Code.ALREADY_IMPORTED, refused.code)
                        }
                    }
                }.awaitAll()
            }
            assertEquals(1, won.get())
            assertEquals(372, bank.partners(limit = 1).counts["uninvited"])
        }
    }

    @Test
    fun anImportTellsHowFarItIsAndCanBeCancelled() = inFolder { folder ->
        val list = folder.resolve("many.csv")
        list.writeText("name,email\n" + (1..20_000).joinToString("") { "Shelter number $it,shelter$it@example.org\n" })
        Partnerkit.memory().use { system ->
            val cancelled = system.createBank(newBank)
            assertIs<Importing.Reading>(cancelled.importingPartners(list).first())
            assertNull(cancelled.receipt())
            val bank = system.createBank(newBank)
            val seen = bank.importingPartners(list).toList()
            assertTrue(seen.dropLast(1).all { it is Importing.Reading } && seen.size > 3)
            assertEquals(20_000, (seen.last() as Importing.Finished).done.receipt.partners)
        }
    }

    @Test
    fun filesGoOutWholeAndABankMovesToAnotherStore() = inFolder { folder ->
        Partnerkit.memory().use { system ->
            val bank = system.createBank(newBank)
            bank.importPartners(PARTNERS)
            assertEquals(372, bank.exportPartners(folder.resolve("partners.csv"), listOf(ExportColumn.NAME, ExportColumn.EMAIL)).partners)
            assertEquals(373, folder.resolve("partners.csv").readText().trim().lines().size)
            val there = assertFailsWith<PartnerkitException> { bank.exportPartners(folder.resolve("partners.csv")) }
            assertEquals(Code.EXPORT_FAILED, there.code)
            val taken = bank.writeOut(folder.resolve("bank.taken"))
            Partnerkit.open(folder.resolve("other.db")).use { other ->
                assertEquals(taken, other.readIn(folder.resolve("bank.taken")))
                assertEquals(bank.dashboard(), other.bank(bank.id, bank.actor).dashboard())
            }
            val messy = folder.resolve("messy.csv")
            messy.writeText("name,email\nBallard Food Bank,n/a\n")
            val report = system.createBank(newBank).previewImport(messy)
            assertEquals(1, writeRejected(messy, report, folder.resolve("rejected.csv"), Language.ES))
            assertTrue("no es una" in folder.resolve("rejected.csv").readText())
        }
    }

    @Test
    fun aPatchChangesOnlyWhatItSays() = inBank { bank ->
        val made = bank.addPartner(name = "Pantry", email = "pantry@example.org", notes = "rings twice", quota = 40)
        val partner = (made.created as RowId.Partner).value
        bank.updatePartner(partner, PartnerPatch(quota = Change.To(null), name = Change.To("Pantry of Pawnee")))
        val details = bank.partner(partner)
        assertEquals(Triple("Pantry of Pawnee", null, "rings twice"), Triple(details.name, details.quota, details.notes))
    }

    @Test
    fun theTablesAreThoseOfTheLibrary() {
        val rules = describe()
        assertEquals(Status.entries.map { JsonPrimitive(it.word) }, rules.getValue("statuses").jsonArray.toList())
        for (row in rules.getValue("capabilities").jsonArray.map { it.jsonObject }) {
            val capability = Capability.entries.first { it.word == row.getValue("capability").jsonPrimitive.content }
            for ((status, answer) in row.getValue("answers").jsonObject) {
                val standing = Standing(Status.entries.first { it.word == status })
                assertEquals(answer.jsonPrimitive.content, capable(standing, capability).word, "$capability $status")
            }
        }
        for (row in rules.getValue("transitions").jsonArray.map { it.jsonObject }) {
            val action = Action.entries.first { it.word == row.getValue("action").jsonPrimitive.content }
            for ((status, cell) in row.getValue("cells").jsonObject) {
                val move = move(Standing(Status.entries.first { it.word == status }), action)
                val refused = cell.jsonObject["refused"]?.jsonPrimitive?.content
                if (refused != null) assertEquals(refused, (move as Move.Refused).code.word, "$action $status")
                else if (cell.jsonObject["to"]?.jsonPrimitive?.content == "gone") assertSame(Move.Gone, move)
                else if (cell.jsonObject["to"]?.jsonPrimitive?.content != "prior") {
                    assertEquals(cell.jsonObject.getValue("to").jsonPrimitive.content, (move as Move.To).standing.status.word, "$action $status")
                }
            }
        }
    }

    /** With every past a partner can have: what is decided is what the table says, and a no says why. */
    @Test
    fun decisionsWithoutAStoreAreThoseOfTheTables() {
        val staff = Actor.BankStaff(BankId(UUID(0, 1).toString()), personId("ann@example.org"))
        val pasts = Status.entries.map { Standing(it) } + Status.entries.map { Standing(Status.DEACTIVATED, it) }
        for (past in pasts.flatMap { listOf(it, it.copy(approvedBefore = true)) }) {
            for (action in Action.entries - Action.SUBMIT_FOR_APPROVAL) {
                val decided = runCatching { decide(Case(PartnerId(UUID(0, 2).toString()), "Ark", past), action, staff, "Because.") }
                val said = when (val refused = decided.exceptionOrNull()) {
                    null -> decided.getOrThrow().standing?.let { Move.To(it) } ?: Move.Gone
                    else -> Move.Refused((refused as PartnerkitException).code, (move(past, action) as? Move.Refused)?.instead)
                }
                assertEquals(move(past, action), said, "$action $past")
            }
        }
        val awaiting = Case(PartnerId(UUID(0, 2).toString()), "Ark", Standing(Status.AWAITING_REVIEW))
        val asked = decide(awaiting, Action.ASK_FOR_CHANGES, staff, "More, please")
        assertEquals(What.PartnerMoved(awaiting.partner, Action.ASK_FOR_CHANGES, Status.AWAITING_REVIEW, Status.INVITED, "More, please"), asked.event)
        assertEquals(MessageKind.CHANGES_ASKED, asked.message)
        val silent = assertFailsWith<PartnerkitException> { decide(awaiting, Action.ASK_FOR_CHANGES, staff) }
        assertEquals(Code.NOTE_MISSING, silent.code)
        val stranger = Actor.PartnerUser(staff.bank, PartnerId(UUID(0, 3).toString()), staff.person)
        assertEquals(Code.NOT_FOUND, assertFailsWith<PartnerkitException> { decide(awaiting, Action.SUBMIT_FOR_APPROVAL, stranger) }.code)
        val inSpanish = assertFailsWith<PartnerkitException> { decide(awaiting, Action.INVITE, staff, language = Language.ES) }
        assertEquals(inSpanish.sentence(Language.ES), inSpanish.message)
    }

    @Test
    fun aStoreInKotlinKeepsItsPromises() {
        // All promises in a long run, otherwise every eighth of them.
        val long = System.getenv("PARTNERKIT_LONG") != null
        var (number, checked) = listOf(0, 0)
        checkStore({ (long || number++ % 8 == 0).also { if (it) checked++ } }) { SortedMap() }
        println("$checked promises")
        assertTrue(checked > if (long) 120 else 15, "$checked promises")
    }

    @Test
    fun aStoreThatForgetsIsFoundOut() {
        val forgetful = {
            val inner = SortedMap()
            object : OrderedMap by inner {
                override fun end(keep: Boolean) = inner.end(false)
            }
        }
        val found = assertFailsWith<AssertionError> { checkStore({ it.startsWith("rows ") }, forgetful) }
        assertTrue("a_partner_comes_back_as_written" in found.message!!, found.message)
    }

    @Test
    fun whatAStoreThrowsIsTheCause() = runBlocking {
        val broken = IllegalStateException("the disk is gone")
        var fails = false
        val map = object : OrderedMap by SortedMap() {
            private val inner = SortedMap()
            override fun begin(writes: Boolean) = if (fails) throw broken else inner.begin(writes)
            override fun get(key: String) = inner.get(key)
            override fun page(from: String, to: String, backwards: Boolean, limit: Int) = inner.page(from, to, backwards, limit)
            override fun put(key: String, value: String) = inner.put(key, value)
            override fun remove(key: String) = inner.remove(key)
            override fun end(keep: Boolean) = inner.end(keep)
        }
        Partnerkit.using(map).use { system ->
            val bank = system.createBank(newBank)
            fails = true
            val failed = assertFailsWith<PartnerkitException> { bank.dashboard() }
            assertEquals(Code.STORE_FAILED, failed.code)
            assertSame(broken, failed.cause)
            fails = false
            assertEquals(0, bank.partners(limit = 1).partners.size)
        }
    }

    @Test
    fun noCallRunsOnAThreadThatDraws() = inFolder { folder ->
        Partnerkit.open(folder.resolve("bank.db")).use { file ->
            Partnerkit.memory().use { memory ->
                val drawing = Thread.currentThread()
                for (system in listOf(file, memory)) assertTrue(system.native.work { Thread.currentThread() } !== drawing)
                // Who is on a thread that is there to compute or to wait stays on it, as far as nothing waits.
                for (pool in listOf(Dispatchers.Default, Dispatchers.IO)) {
                    withContext(pool) { assertSame(Thread.currentThread(), memory.native.work { Thread.currentThread() }) }
                }
            }
        }
    }

    @Test
    fun aFileThatIsNoneIsRefused() = inFolder { folder ->
        folder.resolve("none.db").writeText("this is no database, whatever its name may say of it; it is longer than a head")
        val refused = assertFailsWith<PartnerkitException> { Partnerkit.open(folder.resolve("none.db")) }
        assertTrue(refused.code.word.startsWith("store_"), refused.code.word)
        assertFalse(refused.message.isNullOrBlank())
    }

    @Test
    fun callsLeaveNothingBehind() = inBank { bank ->
        val call = suspend {
            bank.bank()
            assertFailsWith<PartnerkitException> { bank.partner(PartnerId("018f0000-0000-7000-8000-000000000001")) }
            Unit
        }
        // What is left behind is left each time. What the JVM makes for itself, such as compiled code, comes to an end.
        val grown = List(8) {
            val before = resident()
            repeat(10_000) { call() }
            resident() - before
        }
        println("8 × 20,000 calls: $grown KiB more")
        // 100 bytes a call.
        assertTrue(grown.min() < 2_000, "$grown KiB")
    }

    private fun resident(): Long {
        repeat(3) { System.gc() }
        return Path.of("/proc/self/statm").readText().split(" ")[1].toLong() * 4
    }
}
