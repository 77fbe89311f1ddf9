// What the package costs on the JVM beside other ways to do the same. What is compared runs in turns in one program; the best of
// many rounds counts, the first ones being there to warm the compiler up.
package org.partnerkit

import com.github.oxo42.stateless4j.StateMachine
import com.github.oxo42.stateless4j.StateMachineConfig
import kotlin.random.Random
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext

private const val PARTNERS = 4_096
private const val ROUNDS = 60

/** Where results go, so that nothing is left out as useless. */
@Volatile
private var sink: Int = 0

/** The best time of each for one of the `many` it does a round, in nanoseconds. */
private fun best(many: Int, rounds: Int, vararg runs: () -> Int): List<Double> {
    val best = DoubleArray(runs.size) { Double.MAX_VALUE }
    repeat(rounds) {
        runs.forEachIndexed { n, run ->
            val began = System.nanoTime()
            sink += run()
            best[n] = minOf(best[n], (System.nanoTime() - began).toDouble() / many)
        }
    }
    return best.toList()
}

private fun row(what: String, ours: Double, beside: String = "", theirs: Double? = null, goal: String = "", met: Boolean? = null) {
    val told = { time: Double -> if (time < 1_000) "%.1f ns".format(time) else "%.1f µs".format(time / 1_000) }
    val ratio = theirs?.let { "%.2f× faster".format(it / ours) }.orEmpty()
    println("| $what | ${told(ours)} | $beside | ${theirs?.let(told).orEmpty()} | $ratio | $goal | ${met?.let { if (it) "yes" else "**no**" }.orEmpty()} |")
}

/** The transition table as `stateless4j` has it. Where it leads back to the status before, which it does not know, it stays. */
private fun machines(): StateMachineConfig<Status, Action> {
    val config = StateMachineConfig<Status, Action>()
    for (status in Status.entries) {
        val state = config.configure(status)
        for (action in Action.entries) {
            val to = (move(Standing(status, Status.APPROVED), action) as? Move.To)?.standing?.status ?: continue
            if (to == status) state.permitReentry(action) else state.permit(action, to)
        }
    }
    return config
}

/** What a screen asks on every frame, over many partners in random order. */
private fun questions() {
    val random = Random(1)
    val statuses = Status.entries.filter { it != Status.DEACTIVATED }
    val standings = Array(PARTNERS) { Standing(statuses.random(random)) }
    val actions = Array(PARTNERS) { Action.entries.random(random) }
    val capabilities = Array(PARTNERS) { Capability.entries.random(random) }
    val config = machines()
    val theirs = Array(PARTNERS) { StateMachine(standings[it].status, config) }
    val bare = { status: Status ->
        when (status) {
            Status.APPROVED -> 1
            else -> 0
        }
    }
    val (can, move, canFire, switch) = best(
        PARTNERS,
        ROUNDS * 20,
        { (0 until PARTNERS).count { can(standings[it], capabilities[it]) } },
        { (0 until PARTNERS).count { move(standings[it], actions[it]) is Move.To } },
        { (0 until PARTNERS).count { theirs[it].canFire(actions[it]) } },
        { (0 until PARTNERS).sumOf { bare(standings[it].status) } },
    )
    row("what a partner may do (`can`)", can, "stateless4j: canFire", canFire, "> 1×", can < canFire)
    row("", can, "a bare `when`", switch)
    row("where an action leads (`move`)", move, "stateless4j: canFire", canFire, "> 1×", move < canFire)
}

/** A decision on values, and whole ones: loaded, decided, the letter written, over a store in memory. Nothing is kept. */
private fun decisions() = runBlocking {
    Partnerkit.memory().use { system ->
        val bank = system.createBank(NewBank(name = "Pawnee Diaper Bank", email = "office@example.org"))
        val partner = bank.addPartner(name = "Ark", email = "ark@example.org").created as RowId.Partner
        val invite = Command.Invite(partner = partner.value)
        val text = wire.encodeToString(WireMessage.serializer(), bank.message(Options()).copy(preview = invite))
        val answer = bank.native.system.serve(text)
        // Turns short enough to be left alone by whatever else the machine does.
        val many = 20
        val ark = Case(partner.value, "Ark", Standing(Status.AWAITING_REVIEW))
        val previews = suspend { (0 until many).sumOf { bank.preview(invite).events.size } }
        val times = best(
            many,
            ROUNDS * 30,
            { (0 until many).count { decide(ark, Action.APPROVE, bank.actor).message == MessageKind.APPROVED } },
            { (0 until many).sumOf { bank.native.system.serve(text).length } },
            { (0 until many).sumOf { wire.encodeToString(WireMessage.serializer(), bank.message(Options()).copy(preview = invite)).length } },
            { (0 until many).sumOf { answered(Preview.serializer()) { answer }.events.size } },
            { runBlocking(Dispatchers.IO) { previews() } },
            { runBlocking(Dispatchers.Default) { previews() } },
            { runBlocking { previews() } },
            { runBlocking { (0 until many).sumOf { withContext(Dispatchers.IO) { it } } } },
        )
        row("a whole decision on values (`decide`), in one call", times[0], goal = "< 60 µs", met = times[0] < 60_000)
        row("one over a store, with its letter (`preview`), as text", times[1], goal = "< 60 µs", met = times[1] < 60_000)
        row("writing its message", times[2])
        row("reading its answer", times[3])
        row("the same as values, asked on `Dispatchers.IO`", times[4], goal = "< 60 µs", met = times[4] < 60_000)
        row("asked on `Dispatchers.Default`", times[5], goal = "< 60 µs", met = times[5] < 60_000)
        row("asked on a thread that must not compute", times[6], "`withContext` there and back, with nothing in it", times[7])
    }
}

public fun main() {
    println("| what | ours | beside | theirs | ratio | goal | met |\n|---|--:|---|--:|--:|---|---|")
    questions()
    decisions()
}
