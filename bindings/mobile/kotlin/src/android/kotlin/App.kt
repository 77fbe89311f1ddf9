package app

import java.nio.file.Files
import java.nio.file.Path
import kotlinx.coroutines.runBlocking
import org.partnerkit.Action
import org.partnerkit.Actor
import org.partnerkit.Bank
import org.partnerkit.Capability
import org.partnerkit.Code
import org.partnerkit.Importing
import org.partnerkit.NewBank
import org.partnerkit.NewRequestLine
import org.partnerkit.OrderedMap
import org.partnerkit.Partnerkit
import org.partnerkit.PartnerkitException
import org.partnerkit.RequestKind
import org.partnerkit.RowId
import org.partnerkit.SortedMap
import org.partnerkit.allowedActions
import org.partnerkit.personId

/** What an app does, shrunk and renamed by R8 as an app is: a call of each sort, over each sort of store. */
fun main() = runBlocking {
    val folder = Files.createTempDirectory("partnerkit")
    val file = folder.resolve("bank.db")
    Partnerkit.memory().use { use(it, folder) }
    Partnerkit.using(SortedMap()).use { use(it, folder) }
    Partnerkit.open(file).use { use(it, folder) }
    Partnerkit.open(file, readOnly = true).use { println("banks in the file: ${it.banks().map { bank -> bank.name }}") }
    try {
        Partnerkit.using(Full()).use { it.createBank(NewBank(name = "Pawnee Diaper Bank", email = "office@example.org")) }
        error("a store that cannot write wrote")
    } catch (failed: PartnerkitException) {
        check(failed.cause is DiskFull) { "what the store threw is lost: ${failed.cause}" }
        println("a full disk: ${failed.code}")
    }
    check(folder.toFile().deleteRecursively())
}

private class DiskFull : Exception("no space left")

private class Full(private val map: OrderedMap = SortedMap()) : OrderedMap by map {
    override fun end(keep: Boolean) {
        map.end(false)
        if (keep) throw DiskFull()
    }
}

private suspend fun use(system: Partnerkit, folder: Path) {
    val bank = system.createBank(NewBank(name = "Pawnee Diaper Bank", email = "office@example.org"))
    val list = folder.resolve("partners.csv")
    Files.write(list, "name,email\nPantry,pantry@example.org\n".toByteArray())
    bank.importingPartners(list).collect { if (it is Importing.Finished) println("imported: ${it.done.receipt.partners}") }
    refused(Code.ALREADY_IMPORTED) { bank.importPartners(list) }
    val partner = bank.partners(limit = 1).partners.first()
    refused(Code.NOT_INVITED_YET) { bank.approve(partner.id) }
    println("steps out: ${bank.explain(partner.id, Capability.MAKE_REQUESTS).steps.size}")
    bank.inviteAndApprove(partner.id)
    check(Action.DEACTIVATE in allowedActions(bank.actor, bank.partner(partner.id)))
    val item = (bank.addItem(name = "Diapers").created as RowId.Item).value
    val away = bank.acting(Actor.PartnerUser(bank = bank.id, partner = partner.id, person = personId("pantry@example.org")))
    away.submitRequest(partner.id, RequestKind.QUANTITY, listOf(NewRequestLine(item, 40)))
    check(away.requests(limit = 9).size == 1)
}

private suspend fun refused(code: Code, call: suspend () -> Unit) {
    try {
        call()
    } catch (no: PartnerkitException) {
        check(no.code == code && no.reasons.isNotEmpty()) { "$code was wanted, and not ${no.code}" }
        return println("${no.code}: ${no.message}")
    }
    error("$code was wanted, and not a yes")
}
