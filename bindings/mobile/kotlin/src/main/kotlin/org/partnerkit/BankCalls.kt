// Written by `tests/renew` from the schema of the wire format. Do not edit.
@file:OptIn(kotlinx.serialization.ExperimentalSerializationApi::class)

package org.partnerkit

import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonClassDiscriminator
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** What a host asks of the whole system. */
public abstract class HostCalls internal constructor() : Calls() {
    /**
     * Give a bank an admin, at once and without an invitation (host).
     * @param bank The bank.
     * @param admin The admin.
     */
    public suspend fun addAdmin(
        bank: BankId,
        admin: NewPerson,
        options: Options = Options(),
    ): Done =
        command(Command.AddAdmin(bank = bank, admin = admin), options)

    /**
     * Accept an invitation for a person the host has authenticated (host).
     * @param token The token that was sent.
     * @param email The address the host knows the person by.
     */
    public suspend fun acceptInvitation(
        token: Token,
        email: String,
        options: Options = Options(),
    ): Done =
        command(Command.AcceptInvitation(token = token, email = email), options)

    /**
     * All roles a person holds, in any bank, the one used last first (host).
     * @param person The person.
     */
    public suspend fun rolesOf(
        person: PersonId,
        options: Options = Options(),
    ): List<RoleOf> =
        question<Reply.RolesOf>(Question.RolesOf(person = person), options).value
}

/** What is asked of one bank, by whoever acts in it. */
public abstract class BankCalls internal constructor() : Calls() {
    /**
     * Change a bank's name, address or settings (admin).
     * @param patch What to change.
     */
    public suspend fun updateBank(
        patch: BankPatch,
        options: Options = Options(),
    ): Done =
        command(Command.UpdateBank(patch), options)

    /**
     * Say a kind of message in the bank's own words (admin).
     * @param kind The kind.
     * @param language The language the words are in.
     * @param text The words, with [placeholders](MessageKind::placeholders); null takes them back, and ours are said again.
     */
    public suspend fun setMessageText(
        kind: MessageKind,
        language: Language,
        text: OwnText? = null,
        options: Options = Options(),
    ): Done =
        command(Command.SetMessageText(kind = kind, language = language, text = text), options)

    /**
     * Add a partner (bank).
     * @param name Its name, 1 to 200 characters, unique in the bank by its normalised key.
     * @param email Its contact address, unique in the bank.
     * @param defaultStorageLocation Where the bank hands out to it: an id of the host's, not read by us.
     * @param externalId The host's own key, unique in the bank.
     * @param group The group it is in.
     * @param id The id it shall have; without one it gets one.
     * @param infoForPartner What the bank wants the partner to know, at most 10,000 characters.
     * @param language The language it is written to in; without one, the bank's.
     * @param notes Notes only the bank sees, at most 10,000 characters.
     * @param proxy Whether it stands for the bank's own direct distribution.
     * @param quota Pieces it may ask for in one request.
     * @param sendEmails Whether it gets deadline reminders and distribution emails.
     */
    public suspend fun addPartner(
        name: String,
        email: String,
        defaultStorageLocation: String? = null,
        externalId: String? = null,
        group: GroupId? = null,
        id: PartnerId? = null,
        infoForPartner: String? = null,
        language: Language? = null,
        notes: String? = null,
        proxy: Boolean = false,
        quota: Long? = null,
        sendEmails: Boolean = false,
        options: Options = Options(),
    ): Done =
        command(Command.AddPartner(NewPartner(name = name, email = email, defaultStorageLocation = defaultStorageLocation, externalId = externalId, group = group, id = id, infoForPartner = infoForPartner, language = language, notes = notes, proxy = proxy, quota = quota, sendEmails = sendEmails)), options)

    /**
     * Change what the bank says about a partner (bank).
     * @param partner The partner.
     * @param patch What to change.
     */
    public suspend fun updatePartner(
        partner: PartnerId,
        patch: PartnerPatch,
        options: Options = Options(),
    ): Done =
        command(Command.UpdatePartner(partner = partner, patch = patch), options)

    /**
     * Change what a partner says about itself (its users; bank).
     * @param partner The partner.
     * @param patch What to change.
     */
    public suspend fun updateProfile(
        partner: PartnerId,
        patch: JsonObject,
        options: Options = Options(),
    ): Done =
        command(Command.UpdateProfile(partner = partner, patch = patch), options)

    /**
     * Ask the partner's contact to join.
     * @param partner The partner.
     */
    public suspend fun invite(
        partner: PartnerId,
        options: Options = Options(),
    ): Done =
        command(Command.Invite(partner = partner), options)

    /**
     * Send a new invitation; the status stays.
     * @param partner The partner.
     */
    public suspend fun renewInvitation(
        partner: PartnerId,
        options: Options = Options(),
    ): Done =
        command(Command.RenewInvitation(partner = partner), options)

    /**
     * Invite and approve in one step.
     * @param partner The partner.
     */
    public suspend fun inviteAndApprove(
        partner: PartnerId,
        options: Options = Options(),
    ): Done =
        command(Command.InviteAndApprove(partner = partner), options)

    /**
     * Hand in the profile for the bank's review.
     * @param partner The partner.
     */
    public suspend fun submitForApproval(
        partner: PartnerId,
        options: Options = Options(),
    ): Done =
        command(Command.SubmitForApproval(partner = partner), options)

    /**
     * Send a submission back with a note.
     * @param partner The partner.
     * @param note What to change; required, at most 10,000 characters.
     */
    public suspend fun askForChanges(
        partner: PartnerId,
        note: String,
        options: Options = Options(),
    ): Done =
        command(Command.AskForChanges(partner = partner, note = note), options)

    /**
     * Let the partner make requests.
     * @param partner The partner.
     */
    public suspend fun approve(
        partner: PartnerId,
        options: Options = Options(),
    ): Done =
        command(Command.Approve(partner = partner), options)

    /**
     * Ask an approved partner to submit again.
     * @param partner The partner.
     */
    public suspend fun requireRecertification(
        partner: PartnerId,
        options: Options = Options(),
    ): Done =
        command(Command.RequireRecertification(partner = partner), options)

    /**
     * Set the partner aside.
     * @param partner The partner.
     * @param reason Why.
     */
    public suspend fun deactivate(
        partner: PartnerId,
        reason: String? = null,
        options: Options = Options(),
    ): Done =
        command(Command.Deactivate(partner = partner, reason = reason), options)

    /**
     * Put a deactivated partner back where it was.
     * @param partner The partner.
     */
    public suspend fun reactivate(
        partner: PartnerId,
        options: Options = Options(),
    ): Done =
        command(Command.Reactivate(partner = partner), options)

    /**
     * Remove for ever a partner that left no trace.
     * @param partner The partner.
     */
    public suspend fun remove(
        partner: PartnerId,
        options: Options = Options(),
    ): Done =
        command(Command.Remove(partner = partner), options)

    /**
     * One action on many partners, each decided on its own, all in one transaction (bank).
     * @param action Which action; one of `Action::BULK`.
     * @param partners Which partners.
     * @param reason Why, where the action takes a reason.
     */
    public suspend fun bulk(
        action: Action,
        partners: Selection,
        reason: String? = null,
        options: Options = Options(),
    ): Done =
        command(Command.Bulk(action = action, partners = partners, reason = reason), options)

    /**
     * Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once.
     * @param person The person.
     * @param role The role.
     */
    public suspend fun invitePerson(
        person: NewPerson,
        role: Role,
        options: Options = Options(),
    ): Done =
        command(Command.InvitePerson(person = person, role = role), options)

    /**
     * Make staff an admin, or an admin staff (admin).
     * @param person The person.
     * @param to The new role, one of the bank's two.
     */
    public suspend fun changeRole(
        person: PersonId,
        to: Role,
        options: Options = Options(),
    ): Done =
        command(Command.ChangeRole(person = person, to = to), options)

    /**
     * Take a role, or an open invitation to it, from a person (admin).
     * @param person The person.
     * @param role The role.
     */
    public suspend fun revokeRole(
        person: PersonId,
        role: Role,
        options: Options = Options(),
    ): Done =
        command(Command.RevokeRole(person = person, role = role), options)

    /** Begin to act in the role the actor names; that is also how to switch. */
    public suspend fun signIn(
        options: Options = Options(),
    ): Done =
        command(Command.SignIn, options)

    /**
     * Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
     * (bank). Nobody is written to.
     * @param partner The partner. It is a proxy whatever its flag says.
     * @param people Its users: people of the bank. None where the host keeps the people.
     */
    public suspend fun setUpProxy(
        partner: NewPartner,
        people: List<PersonId>,
        options: Options = Options(),
    ): Done =
        command(Command.SetUpProxy(partner = partner, people = people), options)

    /**
     * Add a category (bank).
     * @param name Its name.
     * @param id The id it shall have; without one it gets one.
     */
    public suspend fun addCategory(
        name: String,
        id: CategoryId? = null,
        options: Options = Options(),
    ): Done =
        command(Command.AddCategory(name = name, id = id), options)

    /**
     * Rename a category (bank).
     * @param category The category.
     * @param name Its new name.
     */
    public suspend fun renameCategory(
        category: CategoryId,
        name: String,
        options: Options = Options(),
    ): Done =
        command(Command.RenameCategory(category = category, name = name), options)

    /**
     * Delete a category that is not in use (bank).
     * @param category The category.
     */
    public suspend fun deleteCategory(
        category: CategoryId,
        options: Options = Options(),
    ): Done =
        command(Command.DeleteCategory(category = category), options)

    /**
     * Add an item (bank).
     * @param name Its name.
     * @param active Whether it is in use; yes unless said otherwise.
     * @param category Its category.
     * @param id The id it shall have; without one it gets one.
     * @param kit Whether it is a kit, which only sets the default of `quantity_per_person`.
     * @param quantityPerPerson Pieces for one person; 50 unless said otherwise, 1 for a kit.
     * @param units Units it can be requested in beside pieces.
     * @param visible Whether partners see it; yes unless said otherwise.
     */
    public suspend fun addItem(
        name: String,
        active: Boolean? = null,
        category: CategoryId? = null,
        id: ItemId? = null,
        kit: Boolean = false,
        quantityPerPerson: Long? = null,
        units: List<String> = emptyList(),
        visible: Boolean? = null,
        options: Options = Options(),
    ): Done =
        command(Command.AddItem(NewItem(name = name, active = active, category = category, id = id, kit = kit, quantityPerPerson = quantityPerPerson, units = units, visible = visible)), options)

    /**
     * Change an item (bank).
     * @param item The item.
     * @param patch What to change.
     */
    public suspend fun updateItem(
        item: ItemId,
        patch: ItemPatch,
        options: Options = Options(),
    ): Done =
        command(Command.UpdateItem(item = item, patch = patch), options)

    /**
     * Add a group (bank).
     * @param name Its name.
     * @param categories The categories its members may request.
     * @param id The id it shall have; without one it gets one.
     */
    public suspend fun addGroup(
        name: String,
        categories: List<CategoryId> = emptyList(),
        id: GroupId? = null,
        options: Options = Options(),
    ): Done =
        command(Command.AddGroup(name = name, categories = categories, id = id), options)

    /**
     * Change a group (bank).
     * @param group The group.
     * @param patch What to change.
     */
    public suspend fun updateGroup(
        group: GroupId,
        patch: GroupPatch,
        options: Options = Options(),
    ): Done =
        command(Command.UpdateGroup(group = group, patch = patch), options)

    /**
     * Delete a group (bank). With members, it must say where they go.
     * @param group The group.
     * @param moveMembers Where its members go.
     */
    public suspend fun deleteGroup(
        group: GroupId,
        moveMembers: Destination? = null,
        options: Options = Options(),
    ): Done =
        command(Command.DeleteGroup(group = group, moveMembers = moveMembers), options)

    /**
     * Cap an item for a group, or lift the cap (bank).
     * @param group The group.
     * @param item The item.
     * @param cap The most a member may ask for in one request, at least 1; null lifts it.
     */
    public suspend fun setGroupCap(
        group: GroupId,
        item: ItemId,
        cap: Long? = null,
        options: Options = Options(),
    ): Done =
        command(Command.SetGroupCap(group = group, item = item, cap = cap), options)

    /**
     * Allow or deny an item to one partner (bank).
     * @param partner The partner.
     * @param item The item.
     * @param rule Allowed or denied.
     * @param lastDay The last day it holds, inclusive, in the bank's time zone.
     */
    public suspend fun setException(
        partner: PartnerId,
        item: ItemId,
        rule: ExceptionRule,
        lastDay: LocalDate? = null,
        options: Options = Options(),
    ): Done =
        command(Command.SetException(partner = partner, item = item, rule = rule, lastDay = lastDay), options)

    /**
     * Take an exception back (bank).
     * @param partner The partner.
     * @param item The item.
     */
    public suspend fun removeException(
        partner: PartnerId,
        item: ItemId,
        options: Options = Options(),
    ): Done =
        command(Command.RemoveException(partner = partner, item = item), options)

    /**
     * File a request (the partner's users; bank on its behalf).
     * @param partner The partner it is for.
     * @param kind How it counts.
     * @param lines What is asked for, at least one line.
     * @param comment Words, at most 10,000 characters.
     * @param id The id it shall have; without one it gets one.
     */
    public suspend fun submitRequest(
        partner: PartnerId,
        kind: RequestKind,
        lines: List<NewRequestLine>,
        comment: String? = null,
        id: RequestId? = null,
        options: Options = Options(),
    ): Done =
        command(Command.SubmitRequest(NewRequest(partner = partner, kind = kind, lines = lines, comment = comment, id = id)), options)

    /**
     * Claim a pending request (bank).
     * @param request The request.
     */
    public suspend fun startRequest(
        request: RequestId,
        options: Options = Options(),
    ): Done =
        command(Command.StartRequest(request = request), options)

    /**
     * Give a claimed request back (the claimant; admin).
     * @param request The request.
     */
    public suspend fun releaseRequest(
        request: RequestId,
        options: Options = Options(),
    ): Done =
        command(Command.ReleaseRequest(request = request), options)

    /**
     * Cancel a request (bank, with a reason; the partner, its own pending one).
     * @param request The request.
     * @param reason Why; required from the bank.
     */
    public suspend fun cancelRequest(
        request: RequestId,
        reason: String? = null,
        options: Options = Options(),
    ): Done =
        command(Command.CancelRequest(request = request, reason = reason), options)

    /**
     * Record a distribution (bank).
     * @param partner Who receives it.
     * @param lines What is handed out, at least one line.
     * @param date The day, in the bank's time zone.
     * @param method How the goods reach the partner.
     * @param comment Words, at most 10,000 characters.
     * @param id The id it shall have; without one it gets one.
     * @param request The request it fulfils.
     */
    public suspend fun recordDistribution(
        partner: PartnerId,
        lines: List<NewDistributionLine>,
        date: LocalDate,
        method: Method,
        comment: String? = null,
        id: DistributionId? = null,
        request: RequestId? = null,
        options: Options = Options(),
    ): Done =
        command(Command.RecordDistribution(NewDistribution(partner = partner, lines = lines, date = date, method = method, comment = comment, id = id, request = request)), options)

    /**
     * Change a scheduled distribution (bank).
     * @param distribution The distribution.
     * @param patch What to change.
     */
    public suspend fun updateDistribution(
        distribution: DistributionId,
        patch: DistributionPatch,
        options: Options = Options(),
    ): Done =
        command(Command.UpdateDistribution(distribution = distribution, patch = patch), options)

    /**
     * Say that a distribution was handed out (bank).
     * @param distribution The distribution.
     */
    public suspend fun completeDistribution(
        distribution: DistributionId,
        options: Options = Options(),
    ): Done =
        command(Command.CompleteDistribution(distribution = distribution), options)

    /**
     * Undo a distribution; its request is started again (bank).
     * @param distribution The distribution.
     */
    public suspend fun takeBackDistribution(
        distribution: DistributionId,
        options: Options = Options(),
    ): Done =
        command(Command.TakeBackDistribution(distribution = distribution), options)

    /**
     * One batch of the daily job (scheduler). `System::run_due` gives them all, one after
     * the other. A batch in which nothing is due is not recorded.
     * @param part Which batch.
     */
    public suspend fun sendDue(
        part: DuePart,
        options: Options = Options(),
    ): Done =
        command(Command.SendDue(part = part), options)

    /** The bank and its settings. */
    public suspend fun bank(
        options: Options = Options(),
    ): BankRow =
        question<Reply.Bank>(Question.Bank, options).value

    /** The receipt of the import, if there was one (bank). */
    public suspend fun receipt(
        options: Options = Options(),
    ): Receipt? =
        question<Reply.Receipt>(Question.Receipt, options).value

    /**
     * One partner.
     * @param partner The partner.
     */
    public suspend fun partner(
        partner: PartnerId,
        options: Options = Options(),
    ): Partner =
        question<Reply.Partner>(Question.Partner(partner = partner), options).value

    /**
     * The form of the profile in one language: the sections the bank asks for, their fields, limits and words.
     * @param language The language; English if not said.
     */
    public suspend fun profileSchema(
        language: Language = wire.decodeFromString("\"en\""),
        options: Options = Options(),
    ): Form =
        question<Reply.ProfileSchema>(Question.ProfileSchema(language = language), options).value

    /**
     * How much of a partner's profile is filled in.
     * @param partner The partner.
     */
    public suspend fun profileCompleteness(
        partner: PartnerId,
        options: Options = Options(),
    ): Completeness =
        question<Reply.ProfileCompleteness>(Question.ProfileCompleteness(partner = partner), options).value

    /**
     * A page of partners, and the counts per status (bank).
     * @param limit How many.
     * @param after The cursor of the page before. It stays good whatever becomes of the partners.
     * @param filter Which ones.
     * @param sort In which order; by name if not said.
     */
    public suspend fun partners(
        limit: Long,
        after: String? = null,
        filter: PartnerFilter = wire.decodeFromString("{}"),
        sort: PartnerSort = wire.decodeFromString("\"name\""),
        options: Options = Options(),
    ): Reply.Partners =
        question<Reply.Partners>(Question.Partners(limit = limit, after = after, filter = filter, sort = sort), options)

    /**
     * A partner as it was at a past moment (bank).
     * @param partner The partner.
     * @param at The moment.
     */
    public suspend fun partnerAsOf(
        partner: PartnerId,
        at: Instant,
        options: Options = Options(),
    ): Partner =
        question<Reply.PartnerAsOf>(Question.PartnerAsOf(partner = partner, at = at), options).value

    /** What is to be done next (bank). */
    public suspend fun dashboard(
        options: Options = Options(),
    ): Dashboard =
        question<Reply.Dashboard>(Question.Dashboard, options).value

    /** All categories (bank). */
    public suspend fun categories(
        options: Options = Options(),
    ): List<Category> =
        question<Reply.Categories>(Question.Categories, options).value

    /** All items (bank). */
    public suspend fun items(
        options: Options = Options(),
    ): List<Item> =
        question<Reply.Items>(Question.Items, options).value

    /** All groups (bank). */
    public suspend fun groups(
        options: Options = Options(),
    ): List<Group> =
        question<Reply.Groups>(Question.Groups, options).value

    /**
     * For each item, whether the partner may request it and by which rule.
     * @param partner The partner.
     */
    public suspend fun permitted(
        partner: PartnerId,
        options: Options = Options(),
    ): List<ItemPermission> =
        question<Reply.Permitted>(Question.Permitted(partner = partner), options).value

    /**
     * Which actions the asker may take on the partner now.
     * @param partner The partner.
     */
    public suspend fun allowedActions(
        partner: PartnerId,
        options: Options = Options(),
    ): List<Action> =
        question<Reply.AllowedActions>(Question.AllowedActions(partner = partner), options).value

    /**
     * What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
     * bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
     * gets neither notes nor items that partners do not see.
     * @param partner The partner.
     */
    public suspend fun takeAlong(
        partner: PartnerId,
        options: Options = Options(),
    ): String =
        question<Reply.TakeAlong>(Question.TakeAlong(partner = partner), options).value

    /**
     * Why a partner has a capability or not, and what would change that.
     * @param partner The partner.
     * @param capability The capability.
     */
    public suspend fun explainCapability(
        partner: PartnerId,
        capability: Capability,
        options: Options = Options(),
    ): Explanation =
        question<Reply.Explanation>(Question.ExplainCapability(partner = partner, capability = capability), options).value

    /**
     * Why a command would be refused, and what would change that.
     * @param command The command.
     */
    public suspend fun explainCommand(
        command: Command,
        options: Options = Options(),
    ): Explanation =
        question<Reply.Explanation>(Question.ExplainCommand(command = command), options).value

    /** The bank's own people: admins and staff, those who are only invited too (bank). */
    public suspend fun people(
        options: Options = Options(),
    ): List<Person> =
        question<Reply.People>(Question.People, options).value

    /**
     * The users of a partner, those who are only invited too.
     * @param partner The partner.
     */
    public suspend fun users(
        partner: PartnerId,
        options: Options = Options(),
    ): List<Person> =
        question<Reply.People>(Question.Users(partner = partner), options).value

    /** The bank's own texts of messages, and what may stand in braces in each kind (bank). */
    public suspend fun messageTexts(
        options: Options = Options(),
    ): List<TextsOfKind> =
        question<Reply.MessageTexts>(Question.MessageTexts, options).value

    /**
     * What a message would say (bank).
     * @param kind The kind.
     * @param language The language.
     * @param partner About this partner, with its name and status; else about a made-up one. The request, distribution and days in it are made up always.
     * @param text The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours.
     */
    public suspend fun previewMessageText(
        kind: MessageKind,
        language: Language = wire.decodeFromString("\"en\""),
        partner: PartnerId? = null,
        text: OwnText? = null,
        options: Options = Options(),
    ): Said =
        question<Reply.MessageText>(Question.PreviewMessageText(kind = kind, language = language, partner = partner, text = text), options).value

    /**
     * What a command would mean for what partners may request: who would lose which item, which open requests would
     * no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
     * @param command The command.
     */
    public suspend fun whatIf(
        command: Command,
        options: Options = Options(),
    ): WhatIf =
        question<Reply.WhatIf>(Question.WhatIf(command = command), options).value

    /**
     * One request.
     * @param request The request.
     */
    public suspend fun request(
        request: RequestId,
        options: Options = Options(),
    ): Request =
        question<Reply.Request>(Question.Request(request = request), options).value

    /**
     * A page of requests, newest first.
     * @param limit How many.
     * @param after The last request of the page before.
     * @param partner Only this partner's.
     * @param states Only these states.
     */
    public suspend fun requests(
        limit: Long,
        after: RequestId? = null,
        partner: PartnerId? = null,
        states: List<RequestState> = emptyList(),
        options: Options = Options(),
    ): List<Request> =
        question<Reply.Requests>(Question.Requests(limit = limit, after = after, partner = partner, states = states), options).value

    /**
     * One distribution.
     * @param distribution The distribution.
     */
    public suspend fun distribution(
        distribution: DistributionId,
        options: Options = Options(),
    ): Distribution =
        question<Reply.Distribution>(Question.Distribution(distribution = distribution), options).value

    /**
     * A page of distributions, newest first.
     * @param limit How many.
     * @param after The last distribution of the page before.
     * @param partner Only this partner's.
     */
    public suspend fun distributions(
        limit: Long,
        after: DistributionId? = null,
        partner: PartnerId? = null,
        options: Options = Options(),
    ): List<Distribution> =
        question<Reply.Distributions>(Question.Distributions(limit = limit, after = after, partner = partner), options).value

    /**
     * The next days of reminders (bank).
     * @param limit How many, at most 100.
     * @param from The first day; today unless said otherwise.
     * @param group Of this group.
     * @param schedule Of this schedule, be it set or only tried out; else of the group's or the bank's own.
     */
    public suspend fun nextReminders(
        limit: Long,
        from: LocalDate? = null,
        group: GroupId? = null,
        schedule: Schedule? = null,
        options: Options = Options(),
    ): List<NextReminder> =
        question<Reply.NextReminders>(Question.NextReminders(limit = limit, from = from, group = group, schedule = schedule), options).value

    /**
     * A page of partners whose recertification is due on a day or before, the first approved first (bank).
     * @param on The day, past or to come.
     * @param limit How many.
     * @param after The last partner of the page before.
     */
    public suspend fun duePartners(
        on: LocalDate,
        limit: Long,
        after: PartnerId? = null,
        options: Options = Options(),
    ): List<DuePartner> =
        question<Reply.DuePartners>(Question.DuePartners(on = on, limit = limit, after = after), options).value

    /**
     * Whether and why, or why not, a partner gets or got a reminder on a day (bank).
     * @param partner The partner.
     * @param kind Which reminder.
     * @param on The day, in the bank's time zone.
     */
    public suspend fun explainMessage(
        partner: PartnerId,
        kind: ReminderKind,
        on: LocalDate,
        options: Options = Options(),
    ): MessageExplanation =
        question<Reply.MessageExplanation>(Question.ExplainMessage(partner = partner, kind = kind, on = on), options).value

    /**
     * Events, oldest first (bank).
     * @param limit How many.
     * @param after Only those after this place.
     * @param partner Only this partner's.
     */
    public suspend fun history(
        limit: Long,
        after: Long = 0,
        partner: PartnerId? = null,
        options: Options = Options(),
    ): List<Recorded> =
        question<Reply.History>(Question.History(limit = limit, after = after, partner = partner), options).value

    /**
     * Messages of the outbox, oldest first (bank).
     * @param limit How many.
     * @param partner Only those about this partner.
     * @param skip Skip this many.
     */
    public suspend fun messages(
        limit: Long,
        partner: PartnerId? = null,
        skip: Long = 0,
        options: Options = Options(),
    ): List<Message> =
        question<Reply.Messages>(Question.Messages(limit = limit, partner = partner, skip = skip), options).value
}
