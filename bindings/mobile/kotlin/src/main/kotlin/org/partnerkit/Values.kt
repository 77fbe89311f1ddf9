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

/** A person acting in one role, the scheduler of a bank, or the host. */
@Serializable
@JsonClassDiscriminator("role")
public sealed interface Actor {
    /** A bank admin: everything staff may do, and the bank's settings and people. */
    @Serializable
    @SerialName("bank_admin")
    public data class BankAdmin(
        /** The bank. */
        public val bank: BankId,
        /** The person. */
        public val person: PersonId,
    ) : Actor

    /** Bank staff: everything about partners, groups, requests and distributions. */
    @Serializable
    @SerialName("bank_staff")
    public data class BankStaff(
        /** The bank. */
        public val bank: BankId,
        /** The person. */
        public val person: PersonId,
    ) : Actor

    /** A user of one partner: that partner only. */
    @Serializable
    @SerialName("partner_user")
    public data class PartnerUser(
        /** The bank the partner belongs to. */
        public val bank: BankId,
        /** The partner. */
        public val partner: PartnerId,
        /** The person. */
        public val person: PersonId,
    ) : Actor

    /** The daily sweep of one bank. */
    @Serializable
    @SerialName("scheduler")
    public data class Scheduler(
        /** The bank. */
        public val bank: BankId,
    ) : Actor

    /**
     * The host program itself. It creates banks, gives them admins, and hands in the tokens of people it has
     * authenticated.
     */
    @Serializable
    @SerialName("host")
    public data object Host : Actor
}

/** An answer. */
@Serializable(with = WireAnswerAsJson::class)
public sealed interface WireAnswer {
    /** Yes, with what was asked for. */
    @Serializable
    @JvmInline
    public value class Ok(public val value: JsonElement) : WireAnswer

    /** No, with why. */
    @Serializable
    @JvmInline
    public value class Error(public val value: WireError) : WireAnswer
}

internal object WireAnswerAsJson : OneOf<WireAnswer>("WireAnswer", {
    keyed("ok", WireAnswer.Ok::class, WireAnswer.Ok.serializer())
    keyed("error", WireAnswer.Error::class, WireAnswer.Error.serializer())
})

/** A county the partner serves. */
@Serializable
public data class Area(
    /** The county. */
    public val county: String,
    /** The share of the partner's clients who live there, in percent, as in `33.3`. */
    public val share: Percent? = null,
    /** Its state. */
    public val state: String? = null,
)

/** What came of an attempt. */
@Serializable(with = AttemptAsJson::class)
public sealed interface Attempt {
    /** The message is on its way. */
    @Serializable
    public data object Sent : Attempt

    /** It is not; hand it out again later. */
    @Serializable
    public data class Failed(
        /** Why, in a few words. Of a longer text the first `MAX_ERROR` characters are kept, control characters as spaces. */
        public val error: String,
        /** When to hand it out again at the earliest. */
        @SerialName("retry_at") public val retryAt: @Serializable(with = Moment::class) Instant,
    ) : Attempt

    /**
     * It shall not be handed out any more: the address is dead for good, say. So are invitations that are void by the
     * time they would be handed out.
     */
    @Serializable
    public data class GivenUp(
        /** Why, in a few words, kept as an error is. */
        public val error: String,
    ) : Attempt
}

internal object AttemptAsJson : OneOf<Attempt>("Attempt", {
    word("sent", Attempt.Sent::class, Attempt.Sent.serializer())
    keyed("failed", Attempt.Failed::class, Attempt.Failed.serializer())
    keyed("given_up", Attempt.GivenUp::class, Attempt.GivenUp.serializer())
})

/** A partner that awaits review. */
@Serializable
public data class Awaiting(
    /** The partner. */
    public val partner: PartnerId,
    /** Its name. */
    public val name: String,
    /** When it submitted. */
    @SerialName("submitted_at") public val submittedAt: @Serializable(with = Moment::class) Instant? = null,
)

/** A bank: the tenant. Everything else belongs to exactly one. */
@Serializable
public data class BankRow(
    /** Its id. */
    public val id: BankId,
    /** How often it has been written. */
    public val version: Long,
    /** Its name, at most 200 characters. */
    public val name: String,
    /** The address that gets what partners submit. */
    public val email: String,
    /** What it has chosen. */
    public val settings: BankSettings,
    /**
     * Whether everybody who acts must hold the role they name. It is so from the bank's first admin on, and stays so;
     * before, it is the host that says who may act.
     */
    @SerialName("keeps_people") public val keepsPeople: Boolean,
)

/** A change to a bank: absent is unchanged. */
@Serializable
public data class BankPatch(
    /** Whether the bank gets copies of "request received" and "request cancelled". */
    @SerialName("copies_of_requests") public val copiesOfRequests: Change<Boolean> = Change.Keep,
    /** Whether partners are reminded of a distribution the day before. */
    @SerialName("distribution_reminders") public val distributionReminders: Change<Boolean> = Change.Keep,
    /** A new address. */
    public val email: Change<String> = Change.Keep,
    /** The language in which the bank is written to, and partners and people that have chosen none. */
    public val language: Change<Language> = Change.Keep,
    /** A new name. */
    public val name: Change<String> = Change.Keep,
    /** Whether a user interface offers "invite and approve" before "invite". Both are always legal. */
    @SerialName("one_step_invite_and_approve") public val oneStepInviteAndApprove: Change<Boolean> = Change.Keep,
    /** What happens to a request over the partner's quota. */
    @SerialName("over_quota") public val overQuota: Change<OverQuota> = Change.Keep,
    /** Fields of the bank's own to add or, where the key is there already, to change. The others stay. */
    @SerialName("profile_fields") public val profileFields: Change<List<OwnField>> = Change.Keep,
    /** See `BankSettings::profile_sections`. Sections that are always on may be left out. */
    @SerialName("profile_sections") public val profileSections: Change<List<Section>> = Change.Keep,
    /** See `BankSettings::recertification`: replaced as a whole. */
    public val recertification: Change<Recertification?> = Change.Keep,
    /** See `BankSettings::reminders`: replaced as a whole. */
    public val reminders: Change<Schedule?> = Change.Keep,
    /** The kinds of request the bank takes. Never empty. */
    @SerialName("request_kinds") public val requestKinds: Change<List<RequestKind>> = Change.Keep,
    /**
     * See `BankSettings::time_zone`: a name of the IANA database. It is text so that an unknown name can be refused
     * with a code of its own.
     */
    @SerialName("time_zone") public val timeZone: Change<String> = Change.Keep,
    /** What partners in no group may request. */
    @SerialName("ungrouped_may_request") public val ungroupedMayRequest: Change<UngroupedMayRequest> = Change.Keep,
)

/** What a bank can choose. The defaults are those of rulebook section 14, "Defaults of a new bank". */
@Serializable
public data class BankSettings(
    /** Whether the bank gets copies of "request received" and "request cancelled". */
    @SerialName("copies_of_requests") public val copiesOfRequests: Boolean = false,
    /** Whether partners are reminded of a distribution the day before. */
    @SerialName("distribution_reminders") public val distributionReminders: Boolean = false,
    /** The language in which the bank is written to, and partners and people that have chosen none. */
    public val language: Language = wire.decodeFromString("\"en\""),
    /** The bank's own texts of messages, by kind and language. See `Command::SetMessageText`. */
    @SerialName("message_texts") public val messageTexts: Map<String, Map<String, OwnText>> = emptyMap(),
    /** Whether a user interface offers "invite and approve" before "invite". Both are always legal. */
    @SerialName("one_step_invite_and_approve") public val oneStepInviteAndApprove: Boolean = false,
    /** What happens to a request over the partner's quota. */
    @SerialName("over_quota") public val overQuota: OverQuota = wire.decodeFromString("\"warn\""),
    /** The bank's own fields, in the order they were added. */
    @SerialName("profile_fields") public val profileFields: List<OwnField> = emptyList(),
    /** Which of the sections a bank may choose are on. */
    @SerialName("profile_sections") public val profileSections: List<Section> = wire.decodeFromString("[\"media_information\",\"agency_stability\",\"organizational_capacity\",\"sources_of_funding\",\"area_served\",\"population_served\",\"contacts\",\"pick_up_person\",\"agency_distribution\",\"additional_documents\"]"),
    /** After how long partners must recertify. Without it, staff requires it by hand. */
    public val recertification: Recertification? = null,
    /** When the interval was last changed: nobody is required before its days of grace since then are over. */
    @SerialName("recertification_since") public val recertificationSince: @Serializable(with = Moment::class) Instant? = null,
    /** When partners are reminded of the deadline, unless their group has a schedule of its own. */
    public val reminders: Schedule? = null,
    /** When that was last changed: days before are not caught up. */
    @SerialName("reminders_since") public val remindersSince: @Serializable(with = Moment::class) Instant? = null,
    /** The kinds of request the bank takes. Never empty. */
    @SerialName("request_kinds") public val requestKinds: List<RequestKind> = wire.decodeFromString("[\"quantity\",\"individuals\",\"children\"]"),
    /** The zone in which the bank's days begin and end. */
    @SerialName("time_zone") public val timeZone: String = "UTC",
    /** What partners in no group may request. */
    @SerialName("ungrouped_may_request") public val ungroupedMayRequest: UngroupedMayRequest = wire.decodeFromString("\"all\""),
)

/** What became of a recorded command. */
@Serializable(with = BecameAsJson::class)
public sealed interface Became {
    /** It was carried out, now. */
    @Serializable
    public data class Accepted(
        /** The answer. */
        public val done: Done,
        /** What happened. */
        public val events: List<Event>,
    ) : Became

    /** It had been carried out before. */
    @Serializable
    public data class Repeated(
        /** The first answer. */
        public val done: Done,
    ) : Became

    /** The rules forbid it. Nothing happened. */
    @Serializable
    public data class Refused(
        /** Why. */
        public val error: WireError,
    ) : Became

    /** What it was decided on has moved. Nothing happened. Whoever recorded it looks again, and records it anew or not. */
    @Serializable
    public data class Conflict(
        /** What has moved. */
        public val moved: List<MovedRow>,
        /** Why it would be refused now; none if it would still be accepted. */
        public val error: WireError? = null,
    ) : Became
}

internal object BecameAsJson : OneOf<Became>("Became", {
    keyed("accepted", Became.Accepted::class, Became.Accepted.serializer())
    keyed("repeated", Became.Repeated::class, Became.Repeated.serializer())
    keyed("refused", Became.Refused::class, Became.Refused.serializer())
    keyed("conflict", Became.Conflict::class, Became.Conflict.serializer())
})

/** The answers of a bulk command, counts first. */
@Serializable
public data class Bulk(
    /** How many partners were moved. */
    public val accepted: Long,
    /** How many were refused. */
    public val refused: Long,
    /** One answer a partner, in the order given, or sorted by name for a filter. */
    public val each: List<Each>,
)

/** A category of items. */
@Serializable
public data class Category(
    /** Its id. */
    public val id: CategoryId,
    /** How often it has been written. */
    public val version: Long,
    /** Its name, unique in the bank. */
    public val name: String,
)

/** What can be asked to happen. */
@Serializable(with = CommandAsJson::class)
public sealed interface Command {
    /** Create a bank (host). */
    @Serializable
    @JvmInline
    public value class CreateBank(public val value: NewBank) : Command

    /** Give a bank an admin, at once and without an invitation (host). */
    @Serializable
    public data class AddAdmin(
        /** The bank. */
        public val bank: BankId,
        /** The admin. */
        public val admin: NewPerson,
    ) : Command

    /** Change a bank's name, address or settings (admin). */
    @Serializable
    @JvmInline
    public value class UpdateBank(public val value: BankPatch) : Command

    /** Say a kind of message in the bank's own words (admin). */
    @Serializable
    public data class SetMessageText(
        /** The kind. */
        public val kind: MessageKind,
        /** The language the words are in. */
        public val language: Language,
        /** The words, with [placeholders](MessageKind::placeholders); null takes them back, and ours are said again. */
        public val text: OwnText? = null,
    ) : Command

    /** Add a partner (bank). */
    @Serializable
    @JvmInline
    public value class AddPartner(public val value: NewPartner) : Command

    /** Change what the bank says about a partner (bank). */
    @Serializable
    public data class UpdatePartner(
        /** The partner. */
        public val partner: PartnerId,
        /** What to change. */
        public val patch: PartnerPatch,
    ) : Command

    /** Change what a partner says about itself (its users; bank). */
    @Serializable
    public data class UpdateProfile(
        /** The partner. */
        public val partner: PartnerId,
        /** What to change. */
        public val patch: JsonObject,
    ) : Command

    /** Ask the partner's contact to join. */
    @Serializable
    public data class Invite(
        /** The partner. */
        public val partner: PartnerId,
    ) : Command

    /** Send a new invitation; the status stays. */
    @Serializable
    public data class RenewInvitation(
        /** The partner. */
        public val partner: PartnerId,
    ) : Command

    /** Invite and approve in one step. */
    @Serializable
    public data class InviteAndApprove(
        /** The partner. */
        public val partner: PartnerId,
    ) : Command

    /** Hand in the profile for the bank's review. */
    @Serializable
    public data class SubmitForApproval(
        /** The partner. */
        public val partner: PartnerId,
    ) : Command

    /** Send a submission back with a note. */
    @Serializable
    public data class AskForChanges(
        /** The partner. */
        public val partner: PartnerId,
        /** What to change; required, at most 10,000 characters. */
        public val note: String,
    ) : Command

    /** Let the partner make requests. */
    @Serializable
    public data class Approve(
        /** The partner. */
        public val partner: PartnerId,
    ) : Command

    /** Ask an approved partner to submit again. */
    @Serializable
    public data class RequireRecertification(
        /** The partner. */
        public val partner: PartnerId,
    ) : Command

    /** Set the partner aside. */
    @Serializable
    public data class Deactivate(
        /** The partner. */
        public val partner: PartnerId,
        /** Why. */
        public val reason: String? = null,
    ) : Command

    /** Put a deactivated partner back where it was. */
    @Serializable
    public data class Reactivate(
        /** The partner. */
        public val partner: PartnerId,
    ) : Command

    /** Remove for ever a partner that left no trace. */
    @Serializable
    public data class Remove(
        /** The partner. */
        public val partner: PartnerId,
    ) : Command

    /** One action on many partners, each decided on its own, all in one transaction (bank). */
    @Serializable
    public data class Bulk(
        /** Which action; one of `Action::BULK`. */
        public val action: Action,
        /** Which partners. */
        public val partners: Selection,
        /** Why, where the action takes a reason. */
        public val reason: String? = null,
    ) : Command

    /** Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once. */
    @Serializable
    public data class InvitePerson(
        /** The person. */
        public val person: NewPerson,
        /** The role. */
        public val role: Role,
    ) : Command

    /** Accept an invitation for a person the host has authenticated (host). */
    @Serializable
    public data class AcceptInvitation(
        /** The token that was sent. */
        public val token: Token,
        /** The address the host knows the person by. */
        public val email: String,
    ) : Command

    /** Make staff an admin, or an admin staff (admin). */
    @Serializable
    public data class ChangeRole(
        /** The person. */
        public val person: PersonId,
        /** The new role, one of the bank's two. */
        public val to: Role,
    ) : Command

    /** Take a role, or an open invitation to it, from a person (admin). */
    @Serializable
    public data class RevokeRole(
        /** The person. */
        public val person: PersonId,
        /** The role. */
        public val role: Role,
    ) : Command

    /** Begin to act in the role the actor names; that is also how to switch. */
    @Serializable
    public data object SignIn : Command

    /**
     * Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
     * (bank). Nobody is written to.
     */
    @Serializable
    public data class SetUpProxy(
        /** The partner. It is a proxy whatever its flag says. */
        public val partner: NewPartner,
        /** Its users: people of the bank. None where the host keeps the people. */
        public val people: List<PersonId>,
    ) : Command

    /** Add a category (bank). */
    @Serializable
    public data class AddCategory(
        /** Its name. */
        public val name: String,
        /** The id it shall have; without one it gets one. */
        public val id: CategoryId? = null,
    ) : Command

    /** Rename a category (bank). */
    @Serializable
    public data class RenameCategory(
        /** The category. */
        public val category: CategoryId,
        /** Its new name. */
        public val name: String,
    ) : Command

    /** Delete a category that is not in use (bank). */
    @Serializable
    public data class DeleteCategory(
        /** The category. */
        public val category: CategoryId,
    ) : Command

    /** Add an item (bank). */
    @Serializable
    @JvmInline
    public value class AddItem(public val value: NewItem) : Command

    /** Change an item (bank). */
    @Serializable
    public data class UpdateItem(
        /** The item. */
        public val item: ItemId,
        /** What to change. */
        public val patch: ItemPatch,
    ) : Command

    /** Add a group (bank). */
    @Serializable
    public data class AddGroup(
        /** Its name. */
        public val name: String,
        /** The categories its members may request. */
        public val categories: List<CategoryId> = emptyList(),
        /** The id it shall have; without one it gets one. */
        public val id: GroupId? = null,
    ) : Command

    /** Change a group (bank). */
    @Serializable
    public data class UpdateGroup(
        /** The group. */
        public val group: GroupId,
        /** What to change. */
        public val patch: GroupPatch,
    ) : Command

    /** Delete a group (bank). With members, it must say where they go. */
    @Serializable
    public data class DeleteGroup(
        /** The group. */
        public val group: GroupId,
        /** Where its members go. */
        @SerialName("move_members") public val moveMembers: Destination? = null,
    ) : Command

    /** Cap an item for a group, or lift the cap (bank). */
    @Serializable
    public data class SetGroupCap(
        /** The group. */
        public val group: GroupId,
        /** The item. */
        public val item: ItemId,
        /** The most a member may ask for in one request, at least 1; null lifts it. */
        public val cap: Long? = null,
    ) : Command

    /** Allow or deny an item to one partner (bank). */
    @Serializable
    public data class SetException(
        /** The partner. */
        public val partner: PartnerId,
        /** The item. */
        public val item: ItemId,
        /** Allowed or denied. */
        public val rule: ExceptionRule,
        /** The last day it holds, inclusive, in the bank's time zone. */
        @SerialName("last_day") public val lastDay: @Serializable(with = Day::class) LocalDate? = null,
    ) : Command

    /** Take an exception back (bank). */
    @Serializable
    public data class RemoveException(
        /** The partner. */
        public val partner: PartnerId,
        /** The item. */
        public val item: ItemId,
    ) : Command

    /** File a request (the partner's users; bank on its behalf). */
    @Serializable
    @JvmInline
    public value class SubmitRequest(public val value: NewRequest) : Command

    /** Claim a pending request (bank). */
    @Serializable
    public data class StartRequest(
        /** The request. */
        public val request: RequestId,
    ) : Command

    /** Give a claimed request back (the claimant; admin). */
    @Serializable
    public data class ReleaseRequest(
        /** The request. */
        public val request: RequestId,
    ) : Command

    /** Cancel a request (bank, with a reason; the partner, its own pending one). */
    @Serializable
    public data class CancelRequest(
        /** The request. */
        public val request: RequestId,
        /** Why; required from the bank. */
        public val reason: String? = null,
    ) : Command

    /** Record a distribution (bank). */
    @Serializable
    @JvmInline
    public value class RecordDistribution(public val value: NewDistribution) : Command

    /** Change a scheduled distribution (bank). */
    @Serializable
    public data class UpdateDistribution(
        /** The distribution. */
        public val distribution: DistributionId,
        /** What to change. */
        public val patch: DistributionPatch,
    ) : Command

    /** Say that a distribution was handed out (bank). */
    @Serializable
    public data class CompleteDistribution(
        /** The distribution. */
        public val distribution: DistributionId,
    ) : Command

    /** Undo a distribution; its request is started again (bank). */
    @Serializable
    public data class TakeBackDistribution(
        /** The distribution. */
        public val distribution: DistributionId,
    ) : Command

    /**
     * One batch of the daily job (scheduler). `System::run_due` gives them all, one after
     * the other. A batch in which nothing is due is not recorded.
     */
    @Serializable
    public data class SendDue(
        /** Which batch. */
        public val part: DuePart,
    ) : Command
}

internal object CommandAsJson : OneOf<Command>("Command", {
    keyed("create_bank", Command.CreateBank::class, Command.CreateBank.serializer())
    keyed("add_admin", Command.AddAdmin::class, Command.AddAdmin.serializer())
    keyed("update_bank", Command.UpdateBank::class, Command.UpdateBank.serializer())
    keyed("set_message_text", Command.SetMessageText::class, Command.SetMessageText.serializer())
    keyed("add_partner", Command.AddPartner::class, Command.AddPartner.serializer())
    keyed("update_partner", Command.UpdatePartner::class, Command.UpdatePartner.serializer())
    keyed("update_profile", Command.UpdateProfile::class, Command.UpdateProfile.serializer())
    keyed("invite", Command.Invite::class, Command.Invite.serializer())
    keyed("renew_invitation", Command.RenewInvitation::class, Command.RenewInvitation.serializer())
    keyed("invite_and_approve", Command.InviteAndApprove::class, Command.InviteAndApprove.serializer())
    keyed("submit_for_approval", Command.SubmitForApproval::class, Command.SubmitForApproval.serializer())
    keyed("ask_for_changes", Command.AskForChanges::class, Command.AskForChanges.serializer())
    keyed("approve", Command.Approve::class, Command.Approve.serializer())
    keyed("require_recertification", Command.RequireRecertification::class, Command.RequireRecertification.serializer())
    keyed("deactivate", Command.Deactivate::class, Command.Deactivate.serializer())
    keyed("reactivate", Command.Reactivate::class, Command.Reactivate.serializer())
    keyed("remove", Command.Remove::class, Command.Remove.serializer())
    keyed("bulk", Command.Bulk::class, Command.Bulk.serializer())
    keyed("invite_person", Command.InvitePerson::class, Command.InvitePerson.serializer())
    keyed("accept_invitation", Command.AcceptInvitation::class, Command.AcceptInvitation.serializer())
    keyed("change_role", Command.ChangeRole::class, Command.ChangeRole.serializer())
    keyed("revoke_role", Command.RevokeRole::class, Command.RevokeRole.serializer())
    word("sign_in", Command.SignIn::class, Command.SignIn.serializer())
    keyed("set_up_proxy", Command.SetUpProxy::class, Command.SetUpProxy.serializer())
    keyed("add_category", Command.AddCategory::class, Command.AddCategory.serializer())
    keyed("rename_category", Command.RenameCategory::class, Command.RenameCategory.serializer())
    keyed("delete_category", Command.DeleteCategory::class, Command.DeleteCategory.serializer())
    keyed("add_item", Command.AddItem::class, Command.AddItem.serializer())
    keyed("update_item", Command.UpdateItem::class, Command.UpdateItem.serializer())
    keyed("add_group", Command.AddGroup::class, Command.AddGroup.serializer())
    keyed("update_group", Command.UpdateGroup::class, Command.UpdateGroup.serializer())
    keyed("delete_group", Command.DeleteGroup::class, Command.DeleteGroup.serializer())
    keyed("set_group_cap", Command.SetGroupCap::class, Command.SetGroupCap.serializer())
    keyed("set_exception", Command.SetException::class, Command.SetException.serializer())
    keyed("remove_exception", Command.RemoveException::class, Command.RemoveException.serializer())
    keyed("submit_request", Command.SubmitRequest::class, Command.SubmitRequest.serializer())
    keyed("start_request", Command.StartRequest::class, Command.StartRequest.serializer())
    keyed("release_request", Command.ReleaseRequest::class, Command.ReleaseRequest.serializer())
    keyed("cancel_request", Command.CancelRequest::class, Command.CancelRequest.serializer())
    keyed("record_distribution", Command.RecordDistribution::class, Command.RecordDistribution.serializer())
    keyed("update_distribution", Command.UpdateDistribution::class, Command.UpdateDistribution.serializer())
    keyed("complete_distribution", Command.CompleteDistribution::class, Command.CompleteDistribution.serializer())
    keyed("take_back_distribution", Command.TakeBackDistribution::class, Command.TakeBackDistribution.serializer())
    keyed("send_due", Command.SendDue::class, Command.SendDue.serializer())
})

/** How many of the fields that are asked for are filled in. What may well stay empty is not asked for. */
@Serializable
public data class Completeness(
    /** Filled. */
    public val filled: Long,
    /** Asked for. */
    public val asked: Long,
    /** The same for each section that asks for anything, in the order of the form. */
    public val sections: List<SectionCompleteness>,
)

/** What is to be done next. */
@Serializable
public data class Dashboard(
    /** How many partners there are in each status. */
    public val counts: Map<String, Long>,
    /** The first 50 partners that await review, who submitted first comes first. */
    public val awaiting: List<Awaiting>,
    /** Requests that are not done with. */
    @SerialName("open_requests") public val openRequests: OpenRequests,
    /** The first 50 partners whose recertification is due within 30 days or was due already. */
    public val recertifications: List<DuePartner>,
    /** The first steps of a new bank, in order. */
    @SerialName("getting_started") public val gettingStarted: List<StartingStep>,
)

/** What the outbox answers. */
@Serializable(with = DeliveredAsJson::class)
public sealed interface Delivered {
    /** Hand out messages. See `System::claim`. */
    @Serializable
    @JvmInline
    public value class Claimed(public val value: List<Message>) : Delivered

    /** See `Delivering::Settle`; in the order of the outcomes. */
    @Serializable
    @JvmInline
    public value class Settled(public val value: List<Noted>) : Delivered
}

internal object DeliveredAsJson : OneOf<Delivered>("Delivered", {
    keyed("claimed", Delivered.Claimed::class, Delivered.Claimed.serializer())
    keyed("settled", Delivered.Settled::class, Delivered.Settled.serializer())
})

/** What a host asks of the outbox. It speaks as the bank's scheduler. */
@Serializable(with = DeliveringAsJson::class)
public sealed interface Delivering {
    /** Hand out messages. See `System::claim`. */
    @Serializable
    public data class Claim(
        /** How long nobody else gets them. */
        @SerialName("lease_seconds") public val leaseSeconds: Long,
        /** How many. */
        public val limit: Long,
        /** The page that lets invited people in, with `{token}` where the token goes; without that, at the end. */
        public val link: String = "",
    ) : Delivering

    /** Note how attempts went. See `System::settle`. */
    @Serializable
    public data class Settle(
        /** How each went. */
        public val outcomes: List<Outcome>,
    ) : Delivering
}

internal object DeliveringAsJson : OneOf<Delivering>("Delivering", {
    keyed("claim", Delivering.Claim::class, Delivering.Claim.serializer())
    keyed("settle", Delivering.Settle::class, Delivering.Settle.serializer())
})

/** How far the delivery of a message has come. */
@Serializable
public data class Delivery(
    /** Where it stands. */
    public val state: DeliveryState,
    /** How often it was handed out. The number of the latest attempt, which names its lease. */
    public val attempts: Long = 0,
    /** What the latest attempt that failed failed with. */
    public val error: String? = null,
    /**
     * When it is handed out next at the earliest: when the lease ends, or when a failed attempt is to be repeated. None: at
     * once, or, once it is sent, never.
     */
    @SerialName("not_before") public val notBefore: @Serializable(with = Moment::class) Instant? = null,
    /** When it was said to be sent. */
    @SerialName("sent_at") public val sentAt: @Serializable(with = Moment::class) Instant? = null,
)

/** Where the members of a deleted group go. */
@Serializable(with = DestinationAsJson::class)
public sealed interface Destination {
    /** To no group, said outright. */
    @Serializable
    public data object NoGroup : Destination

    /** To this group. */
    @Serializable
    @JvmInline
    public value class Group(public val value: GroupId) : Destination
}

internal object DestinationAsJson : OneOf<Destination>("Destination", {
    word("no_group", Destination.NoGroup::class, Destination.NoGroup.serializer())
    keyed("group", Destination.Group::class, Destination.Group.serializer())
})

/** A distribution. */
@Serializable
public data class Distribution(
    /** Its id. */
    public val id: DistributionId,
    /** How often it has been written. */
    public val version: Long,
    /** Who receives it. */
    public val partner: PartnerId,
    /** Where it stands. */
    public val state: DistributionState,
    /** What is handed out. */
    public val lines: List<DistributionLine>,
    /** The day, in the bank's time zone. */
    public val date: @Serializable(with = Day::class) LocalDate,
    /** How the goods reach the partner. */
    public val method: Method,
    /** Who recorded it. */
    @SerialName("recorded_by") public val recordedBy: PersonId,
    /** When it was recorded. */
    @SerialName("recorded_at") public val recordedAt: @Serializable(with = Moment::class) Instant,
    /** Words about it. */
    public val comment: String? = null,
    /** The request it fulfils. */
    public val request: RequestId? = null,
)

/** One line of a distribution as it is kept. */
@Serializable
public data class DistributionLine(
    /** The item. */
    public val item: ItemId,
    /** The item's name when it was recorded. */
    @SerialName("item_name") public val itemName: String,
    /** Pieces, at least 1. */
    public val quantity: Long,
)

/** A change to a scheduled distribution: absent is unchanged, null is cleared. */
@Serializable
public data class DistributionPatch(
    /** Another comment, or none. */
    public val comment: Change<String?> = Change.Keep,
    /** Another day. */
    public val date: Change<@Serializable(with = Day::class) LocalDate> = Change.Keep,
    /** All its lines. */
    public val lines: Change<List<NewDistributionLine>> = Change.Keep,
    /** Another method. */
    public val method: Change<Method> = Change.Keep,
)

/** A document, which the host keeps: what it is called and where it is found. */
@Serializable
public data class Document(
    /** Its name, as people see it, 1 to 200 characters. */
    public val name: String,
    /** Its media type, such as `application/pdf`. */
    @SerialName("media_type") public val mediaType: String,
    /** Its size in bytes. */
    public val size: Long,
    /** SHA-256 of its bytes, in hexadecimal. */
    public val digest: String,
    /** Where the host finds it: any URI but one that runs or holds content itself (`javascript:`, `data:`, …). */
    public val uri: String,
)

/** The answer to an accepted command. */
@Serializable
public data class Done(
    /** For an accepted invitation: who holds which role from now on. */
    public val accepted: InvitationRef? = null,
    /** For signing in: whether the person may act, or only look. */
    public val access: Answer? = null,
    /** For a bulk command: the answer for each partner. */
    public val bulk: Bulk? = null,
    /** What the command created. */
    public val created: RowId? = null,
    /** For a batch of the daily job: what was due. */
    public val due: DueDone? = null,
    /** For partners that changed their group: lines of their open requests that they could no longer request. */
    @SerialName("no_longer_permitted") public val noLongerPermitted: List<LineNoLongerPermitted> = emptyList(),
    /** What its user should know. Nothing was refused for it. */
    public val warnings: List<Reason> = emptyList(),
)

/** What the daily job did. */
@Serializable
public data class DueDone(
    /** How many reminders went out. */
    public val reminded: Long,
    /** Of how many partners recertification is required from now on. */
    public val required: Long,
    /** The batch to go on with; none after the last. */
    public val next: DuePart? = null,
)

/** What the daily job did in one of all banks. */
@Serializable
public data class DueInBank(
    /** The bank. */
    public val bank: BankId,
    /** What it did. */
    public val done: DueDone? = null,
    /** What failed. What was due in batches before that went out. */
    public val error: WireError? = null,
)

/**
 * A batch of the daily job: of what, and which rows come before it. The answer to each names the next
 * (`DueDone::next`).
 */
@Serializable(with = DuePartAsJson::class)
public sealed interface DuePart {
    /** Deadline reminders. */
    @Serializable
    public data class DeadlineReminders(
        /** The last partner of the batch before. */
        public val after: PartnerId? = null,
    ) : DuePart

    /** Recertification: reminders before it, and requiring it. */
    @Serializable
    public data class Recertification(
        /** When the last partner of the batch before was approved, and which it is. */
        public val after: JsonElement? = null,
    ) : DuePart

    /** Reminders of tomorrow's distributions. */
    @Serializable
    public data class Distributions(
        /** The last distribution of the batch before. */
        public val after: DistributionId? = null,
    ) : DuePart
}

internal object DuePartAsJson : OneOf<DuePart>("DuePart", {
    keyed("deadline_reminders", DuePart.DeadlineReminders::class, DuePart.DeadlineReminders.serializer())
    keyed("recertification", DuePart.Recertification::class, DuePart.Recertification.serializer())
    keyed("distributions", DuePart.Distributions::class, DuePart.Distributions.serializer())
})

/** When a partner's recertification is due. */
@Serializable
public data class DuePartner(
    /** The partner. */
    public val partner: PartnerId,
    /** When it was last approved. */
    @SerialName("approved_at") public val approvedAt: @Serializable(with = Moment::class) Instant,
    /** The day it is due. */
    public val due: @Serializable(with = Day::class) LocalDate,
    /** The day from which it is required. */
    @SerialName("required_on") public val requiredOn: @Serializable(with = Day::class) LocalDate,
)

/** One partner's answer in a bulk command. */
@Serializable
public data class Each(
    /** The partner. */
    public val partner: PartnerId,
    /** Why it was refused; empty if it was not. */
    public val reasons: List<Reason> = emptyList(),
)

/** Something that has happened: what, who, when, by which command. */
@Serializable
public data class Event(
    /** When. */
    public val at: @Serializable(with = Moment::class) Instant,
    /** Who, in which role. */
    public val by: Actor,
    /** The command that caused it. */
    public val command: CommandId,
    /** What. */
    public val what: What,
)

/** A partner's own exception for one item. It wins over the group, never over inactive or hidden. */
@Serializable
public data class ItemException(
    /** Whether the item is allowed or denied. */
    public val rule: ExceptionRule,
    /** The last day it holds, inclusive, in the bank's time zone; without one it holds for good. */
    @SerialName("last_day") public val lastDay: @Serializable(with = Day::class) LocalDate? = null,
)

/** A yes, or a no with everything that is known about it. */
@Serializable
public data class Explanation(
    /** The answer. */
    public val answer: Answer,
    /** Every reason for a no, with its sentences. */
    public val reasons: List<SaidReason>,
    /**
     * A smallest list of steps after which the answer is yes, in order. Empty for a yes, for what is already reached, and
     * where no steps lead to a yes.
     */
    public val steps: List<Step>,
    /** The state the command asks for is reached already. */
    public val already: Boolean,
    /** No steps lead to a yes. */
    public val never: Boolean,
    /** What to do instead, where something else does what was meant. */
    public val instead: Action? = null,
)

/** What is to be written. */
@Serializable
public data class Export(
    /** Who asks. */
    public val actor: Actor,
    /** Which columns, in this order; without anything, all. Those of an import file can be imported elsewhere. */
    public val columns: List<ExportColumn> = wire.decodeFromString("[\"name\",\"email\",\"status\",\"status_before\",\"group\",\"quota\",\"send_emails\",\"default_storage_location\",\"notes\",\"info_for_partner\",\"external_id\",\"proxy\",\"added_at\",\"submitted_at\",\"approved_at\",\"id\"]"),
    /** Which partners; without anything, all but the deactivated. */
    public val filter: PartnerFilter = wire.decodeFromString("{}"),
)

/** What was written. */
@Serializable
public data class Exported(
    /** How many partners. */
    public val partners: Long,
    /**
     * Whether anything happened in the bank while it was written. Each partner is as it was at some moment of the
     * writing, and none that was there all along is missing or stands twice unless it was renamed.
     */
    @SerialName("changed_meanwhile") public val changedMeanwhile: Boolean,
)

/** Everything a host needs to draw the form. */
@Serializable
public data class Form(
    /** The language it is in. */
    public val language: Language,
    /** The sections that are on, in order. */
    public val sections: List<FormSection>,
)

/** One of the values of a choice. */
@Serializable
public data class FormChoice(
    /** Its key. */
    public val key: String,
    /** What people see. */
    public val label: String,
)

/** A field of the form. */
@Serializable
public data class FormField(
    /** Its key. */
    public val key: String,
    /**
     * What it takes: `yes_no`, `year`, `number`, `percent`, `line`, `text`, `choice`, `email`, `emails`, `document`,
     * `documents` or `areas`.
     */
    public val type: String,
    /** What people see beside it. */
    public val label: String,
    /** Whether it is one of the bank's own. */
    public val own: Boolean,
    /** For a choice, what there is to choose from. */
    public val choices: List<FormChoice> = emptyList(),
    /** What is wanted there. */
    public val help: String? = null,
    /** The least number. */
    public val least: Long? = null,
    /** The largest number. For a year there is none: it is the present one. */
    public val most: Long? = null,
    /** The most characters. */
    @SerialName("most_characters") public val mostCharacters: Long? = null,
    /** The most entries of a list. */
    @SerialName("most_entries") public val mostEntries: Long? = null,
)

/** A section of the form. */
@Serializable
public data class FormSection(
    /** Its key. */
    public val key: Section,
    /** Its heading. */
    public val label: String,
    /** Whether the bank may switch it off. */
    public val optional: Boolean,
    /** Its fields, in order: the library's, then the bank's own. */
    public val fields: List<FormField>,
)

/** A group of partners that may request the same categories of items. */
@Serializable
public data class Group(
    /** Its id. */
    public val id: GroupId,
    /** How often it has been written. */
    public val version: Long,
    /** Its name, unique in the bank. */
    public val name: String,
    /** The categories its members may request. None means nothing. */
    public val categories: List<CategoryId>,
    /** The most of an item a member may ask for in one request; each unit counts apart. */
    public val caps: Map<String, Long>,
    /** When its members are reminded of the deadline. It wins over the bank's schedule as a whole. */
    public val reminders: Schedule? = null,
    /** When that was last changed: days before are not caught up. */
    @SerialName("reminders_since") public val remindersSince: @Serializable(with = Moment::class) Instant? = null,
)

/** A change to a group: absent is unchanged. */
@Serializable
public data class GroupPatch(
    /** All its categories. */
    public val categories: Change<List<CategoryId>> = Change.Keep,
    /** A new name. */
    public val name: Change<String> = Change.Keep,
    /** See `Group::reminders`: replaced as a whole; cleared, the bank's schedule holds. */
    public val reminders: Change<Schedule?> = Change.Keep,
)

/** A role with how a person stands to it, as it stands on the wire. */
@Serializable
public data class HeldRole(
    /** The role. */
    public val role: Role,
    /** Since when it holds the role; none as long as it is only invited. */
    @SerialName("accepted_at") public val acceptedAt: @Serializable(with = Moment::class) Instant? = null,
    /** The one invitation that can still be accepted: a newer one takes its place. */
    public val invitation: Invitation? = null,
    /** When it last signed in in this role. */
    @SerialName("last_used_at") public val lastUsedAt: @Serializable(with = Moment::class) Instant? = null,
)

/** An import that was done, now or before under the same key. */
@Serializable
public data class ImportDone(
    /** The receipt. */
    public val receipt: Receipt,
    /** What was noticed in the file: warnings and notes. */
    public val report: Report,
)

/** A whole file of partners inside a message. Hosts import from streams instead; this is for tests and small lists. */
@Serializable
public data class ImportText(
    /** The file, as text. */
    public val content: String,
    /** The idempotency key. */
    public val key: String? = null,
    /** Only say what would happen. */
    public val preview: Boolean = false,
    /** Also give back the rejected rows as CSV (preview only). */
    public val rejected: Boolean = false,
)

/** An invitation to a role. */
@Serializable
public data class Invitation(
    /** Its id. */
    public val id: InvitationId,
    /** When it was made. */
    public val at: @Serializable(with = Moment::class) Instant,
    /** From when on it can no longer be accepted. */
    @SerialName("expires_at") public val expiresAt: @Serializable(with = Moment::class) Instant,
)

/** What a token stands for: one invitation of one person to one role. */
@Serializable
public data class InvitationRef(
    /** Who is invited. */
    public val person: PersonId,
    /** To what. */
    public val role: Role,
    /** By which invitation. */
    public val invitation: InvitationId,
)

/** Something a bank hands out. */
@Serializable
public data class Item(
    /** Its id. */
    public val id: ItemId,
    /** How often it has been written. */
    public val version: Long,
    /** Its name, unique in the bank. */
    public val name: String,
    /** Whether it is in use at all. */
    public val active: Boolean,
    /** Whether partners can see it. */
    public val visible: Boolean,
    /** Pieces for one person, 1 to 1,000,000. */
    @SerialName("quantity_per_person") public val quantityPerPerson: Long,
    /** Units it can be requested in beside plain pieces: `pack`, `case`. */
    public val units: List<String>,
    /** The category it is in. */
    public val category: CategoryId? = null,
)

/** What is known of an item. */
@Serializable
public data class ItemDetails(
    /** Its name, unique in the bank. */
    public val name: String,
    /** Whether it is in use at all. */
    public val active: Boolean,
    /** Whether partners can see it. */
    public val visible: Boolean,
    /** Pieces for one person, 1 to 1,000,000. */
    @SerialName("quantity_per_person") public val quantityPerPerson: Long,
    /** Units it can be requested in beside plain pieces: `pack`, `case`. */
    public val units: List<String>,
    /** The category it is in. */
    public val category: CategoryId? = null,
)

/** An item that a partner may request now and could not request then. */
@Serializable
public data class ItemLost(
    /** The partner. */
    public val partner: PartnerId,
    /** The item. */
    public val item: ItemId,
    /** Why. */
    public val reasons: List<Reason>,
)

/** A change to an item: absent is unchanged, null is cleared. */
@Serializable
public data class ItemPatch(
    /** Whether it is in use. */
    public val active: Change<Boolean> = Change.Keep,
    /** Another category, or none. */
    public val category: Change<CategoryId?> = Change.Keep,
    /** A new name. */
    public val name: Change<String> = Change.Keep,
    /** Pieces for one person. */
    @SerialName("quantity_per_person") public val quantityPerPerson: Change<Long> = Change.Keep,
    /** All its units. */
    public val units: Change<List<String>> = Change.Keep,
    /** Whether partners see it. */
    public val visible: Change<Boolean> = Change.Keep,
)

/** Whether a partner may request an item. */
@Serializable
public data class ItemPermission(
    /** The item. */
    public val item: ItemId,
    /** Its name. */
    public val name: String,
    /** The answer. */
    public val permitted: Boolean,
    /** How the answer came about. */
    public val permission: Permission,
    /** Every reason for a no. */
    public val reasons: List<Reason>,
)

/** A command kept until the bank can be reached. */
@Serializable
public data class Kept(
    /** Its id, drawn when it was recorded. See `Order::id`. */
    public val id: CommandId,
    /** What is asked. */
    public val command: Command,
    /**
     * What it was decided on. Where that has moved, the command is not carried out. Empty: carry it out whatever
     * happened, if the rules of then allow it.
     */
    public val seen: List<SeenRow> = emptyList(),
)

/** A person in an event, with what is written down of it if the bank does not know it yet. */
@Serializable
public data class KnownAs(
    /** Its id. */
    public val id: PersonId,
    /** Its address. */
    public val email: String,
    /** Its language; kept if none is known yet. */
    public val language: Language? = null,
    /** Its name; kept if none is known yet. */
    public val name: String? = null,
)

/** A line of an open request that the partner may no longer request. */
@Serializable
public data class LineNoLongerPermitted(
    /** The request. */
    public val request: RequestId,
    /** The item. */
    public val item: ItemId,
    /** Why. */
    public val reasons: List<Reason>,
)

/** One message. */
@Serializable
public data class WireMessage(
    /** Who speaks. */
    public val actor: Actor,
    /** The time. */
    public val at: @Serializable(with = Moment::class) Instant? = null,
    /** Do this. */
    public val command: Command? = null,
    /** The command's id. See `Order::id`. */
    public val id: CommandId? = null,
    /** Import this. */
    public val import: ImportText? = null,
    /** The language of sentences in the answer; English if absent. */
    public val language: Language? = null,
    /** Deliver messages (the bank's scheduler). */
    public val outbox: Delivering? = null,
    /** Say what this would do. */
    public val preview: Command? = null,
    /** Answer this. */
    public val question: Question? = null,
    /** Do the daily job: of one bank as its scheduler, of all banks as the host. */
    @SerialName("run_due") public val runDue: RunDue? = null,
    /** Take in commands that were recorded without the bank, in the order they were recorded. See `System::sync`. */
    public val sync: List<Kept>? = null,
    /** The version of the format; 1 if absent. */
    public val v: Long? = null,
)

/** A message in the outbox. */
@Serializable
public data class Message(
    /** Its id, the same whenever the same command is decided. */
    public val id: MessageId,
    /** What it is. */
    public val kind: MessageKind,
    /** Who gets it, each once. */
    public val recipients: List<Recipient>,
    /** The language, as a BCP 47 tag. */
    public val language: String,
    /** One line. */
    public val subject: String,
    /** The text, plain. */
    public val text: String,
    /** The same as HTML, every value escaped. */
    public val html: String,
    /** The values in it, for a host that writes its own text. */
    public val data: JsonObject,
    /** When it was caused. */
    public val at: @Serializable(with = Moment::class) Instant,
    /** How far its delivery has come. */
    public val delivery: Delivery = wire.decodeFromString("{\"attempts\":0,\"state\":\"waiting\"}"),
    /**
     * The invitation it carries: the token is made when the message is handed out, and put in place of `{link}` in its
     * texts.
     */
    public val invitation: InvitationRef? = null,
    /** The partner it is about; none if it is about the bank's own people. */
    public val partner: PartnerId? = null,
)

/** Whether a reminder went out, or will, and why not. */
@Serializable
public data class MessageExplanation(
    /** Yes if it went out or is to go out on that day. */
    public val answer: Answer,
    /** What went out on that day, and what was due then and went out on another. */
    public val sent: List<Reminder>,
    /** What is still to go out on that day, as things stand. */
    public val due: List<Occurrence>,
    /** Every reason for a no, as things stand now. How they stood on a day that is over is told by the history. */
    public val reasons: List<SaidReason>,
    /** The day of the next one after that day and after today, as things stand. */
    public val next: @Serializable(with = Day::class) LocalDate? = null,
)

/** A row that is no longer what a command was decided on. */
@Serializable
public data class MovedRow(
    /** The row. */
    public val row: RowId,
    /**
     * The version that was seen; that of the first command that was not carried out, where one before it in the batch
     * was decided on the same row.
     */
    public val seen: Long,
    /** What happened to it since, oldest first, at most `MAX_PAGE`: for partners, their requests and their distributions. */
    public val since: List<Recorded>,
    /** Its version now; none if it is not there, or not for the asker to see. */
    public val now: Long? = null,
)

/** What may stand in braces in a bank's own text. */
@Serializable
public data class NamedPlaceholder(
    /** Its name, as it stands between the braces. */
    public val name: String,
    /** When it has a value. */
    public val given: Given,
)

/** A new bank. */
@Serializable
public data class NewBank(
    /** Its name, 1 to 200 characters. */
    public val name: String,
    /** The address that gets what partners submit. */
    public val email: String,
    /** The address of its first admin. Without one the host says who may act. */
    public val admin: String? = null,
    /** The id it shall have; without one it gets one. */
    public val id: BankId? = null,
)

/** A new distribution. */
@Serializable
public data class NewDistribution(
    /** Who receives it. */
    public val partner: PartnerId,
    /** What is handed out, at least one line. */
    public val lines: List<NewDistributionLine>,
    /** The day, in the bank's time zone. */
    public val date: @Serializable(with = Day::class) LocalDate,
    /** How the goods reach the partner. */
    public val method: Method,
    /** Words, at most 10,000 characters. */
    public val comment: String? = null,
    /** The id it shall have; without one it gets one. */
    public val id: DistributionId? = null,
    /** The request it fulfils. */
    public val request: RequestId? = null,
)

/** One line of a distribution as it is given. */
@Serializable
public data class NewDistributionLine(
    /** The item. */
    public val item: ItemId,
    /** Pieces: a whole number from 1 to 1,000,000,000. */
    public val quantity: Long,
)

/** A new item. Only the name is needed. */
@Serializable
public data class NewItem(
    /** Its name. */
    public val name: String,
    /** Whether it is in use; yes unless said otherwise. */
    public val active: Boolean? = null,
    /** Its category. */
    public val category: CategoryId? = null,
    /** The id it shall have; without one it gets one. */
    public val id: ItemId? = null,
    /** Whether it is a kit, which only sets the default of `quantity_per_person`. */
    public val kit: Boolean = false,
    /** Pieces for one person; 50 unless said otherwise, 1 for a kit. */
    @SerialName("quantity_per_person") public val quantityPerPerson: Long? = null,
    /** Units it can be requested in beside pieces. */
    public val units: List<String> = emptyList(),
    /** Whether partners see it; yes unless said otherwise. */
    public val visible: Boolean? = null,
)

/** A new partner. Only name and email are needed; see `PartnerDetails`. */
@Serializable
public data class NewPartner(
    /** Its name, 1 to 200 characters, unique in the bank by its normalised key. */
    public val name: String,
    /** Its contact address, unique in the bank. */
    public val email: String,
    /** Where the bank hands out to it: an id of the host's, not read by us. */
    @SerialName("default_storage_location") public val defaultStorageLocation: String? = null,
    /** The host's own key, unique in the bank. */
    @SerialName("external_id") public val externalId: String? = null,
    /** The group it is in. */
    public val group: GroupId? = null,
    /** The id it shall have; without one it gets one. */
    public val id: PartnerId? = null,
    /** What the bank wants the partner to know, at most 10,000 characters. */
    @SerialName("info_for_partner") public val infoForPartner: String? = null,
    /** The language it is written to in; without one, the bank's. */
    public val language: Language? = null,
    /** Notes only the bank sees, at most 10,000 characters. */
    public val notes: String? = null,
    /** Whether it stands for the bank's own direct distribution. */
    public val proxy: Boolean = false,
    /** Pieces it may ask for in one request. */
    public val quota: Long? = null,
    /** Whether it gets deadline reminders and distribution emails. */
    @SerialName("send_emails") public val sendEmails: Boolean = false,
)

/** A person to be let in. */
@Serializable
public data class NewPerson(
    /** Its address. */
    public val email: String,
    /** The language to write to it in; kept if the bank knows none yet. */
    public val language: Language? = null,
    /** Its name, at most 200 characters; kept if the bank knows none yet. */
    public val name: String? = null,
)

/** A new request. */
@Serializable
public data class NewRequest(
    /** The partner it is for. */
    public val partner: PartnerId,
    /** How it counts. */
    public val kind: RequestKind,
    /** What is asked for, at least one line. */
    public val lines: List<NewRequestLine>,
    /** Words, at most 10,000 characters. */
    public val comment: String? = null,
    /** The id it shall have; without one it gets one. */
    public val id: RequestId? = null,
)

/** One line of a request as it is asked for. */
@Serializable
public data class NewRequestLine(
    /** The item. */
    public val item: ItemId,
    /** Pieces, units or people: a whole number from 1 to 1,000,000. */
    public val quantity: Long,
    /** The unit; none for plain pieces and for people. */
    public val unit: String? = null,
)

/** A day of reminders that is to come. */
@Serializable
public data class NextReminder(
    /** The day. */
    public val day: @Serializable(with = Day::class) LocalDate,
    /** The deadline it is about. */
    public val deadline: @Serializable(with = Day::class) LocalDate,
    /** When that day begins in the bank's time zone: the earliest moment the daily job sends it. */
    public val from: @Serializable(with = Moment::class) Instant,
)

/** One thing to be reminded of, once. */
@Serializable(with = OccurrenceAsJson::class)
public sealed interface Occurrence {
    /** The deadline for requests comes near. */
    @Serializable
    public data class Deadline(
        /** The day of the reminder, which tells it from others. */
        public val day: @Serializable(with = Day::class) LocalDate,
        /** The deadline it is about. */
        public val deadline: @Serializable(with = Day::class) LocalDate,
    ) : Occurrence

    /** Recertification comes due. */
    @Serializable
    public data class Recertification(
        /** The day it is due. */
        public val due: @Serializable(with = Day::class) LocalDate,
        /** Which of the reminders before it: so many days before. */
        @SerialName("days_before") public val daysBefore: Long,
        /** From when on it is required. */
        @SerialName("required_on") public val requiredOn: @Serializable(with = Day::class) LocalDate,
    ) : Occurrence

    /** A distribution is tomorrow. */
    @Serializable
    public data class Tomorrow(
        /** The distribution. */
        public val distribution: DistributionId,
        /** Its day. */
        public val date: @Serializable(with = Day::class) LocalDate,
    ) : Occurrence
}

internal object OccurrenceAsJson : OneOf<Occurrence>("Occurrence", {
    keyed("deadline", Occurrence.Deadline::class, Occurrence.Deadline.serializer())
    keyed("recertification", Occurrence.Recertification::class, Occurrence.Recertification.serializer())
    keyed("tomorrow", Occurrence.Tomorrow::class, Occurrence.Tomorrow.serializer())
})

/** Which day of a month. */
@Serializable(with = OnAsJson::class)
public sealed interface On {
    /** This day of the month, 1 to 28. */
    @Serializable
    @JvmInline
    public value class Day(public val value: Long) : On

    /** The last day of the month. */
    @Serializable
    public data object LastDay : On

    /** The nth such weekday of the month. */
    @Serializable
    public data class Weekday(
        /** Which one, 1 to 4. */
        public val nth: Long,
        /** The weekday. */
        public val weekday: org.partnerkit.Weekday,
    ) : On

    /** The last such weekday of the month. */
    @Serializable
    @JvmInline
    public value class LastWeekday(public val value: org.partnerkit.Weekday) : On
}

internal object OnAsJson : OneOf<On>("On", {
    keyed("day", On.Day::class, On.Day.serializer())
    word("last_day", On.LastDay::class, On.LastDay.serializer())
    keyed("weekday", On.Weekday::class, On.Weekday.serializer())
    keyed("last_weekday", On.LastWeekday::class, On.LastWeekday.serializer())
})

/** Requests that are not done with. */
@Serializable
public data class OpenRequests(
    /** Nobody has claimed these. */
    public val pending: Long,
    /** Somebody has claimed these. */
    public val started: Long,
    /** When the oldest of them was filed. */
    public val oldest: @Serializable(with = Moment::class) Instant? = null,
)

/** How an attempt went. */
@Serializable
public data class Outcome(
    /** The message. */
    public val message: MessageId,
    /** The number of the attempt: `Delivery::attempts` of the message as it was handed out. */
    public val attempt: Long,
    /** What came of it. */
    public val result: Attempt,
)

/** A field of a bank's own. */
@Serializable
public data class OwnField(
    /** Its key: `own_`, then small letters, digits and `_`. */
    public val key: String,
    /** What it takes. It stays the same for good. */
    public val type: OwnType,
    /** What people see beside it, in at least one language. */
    public val label: Map<String, String>,
    /** What is wanted there. */
    public val help: Map<String, String> = emptyMap(),
    /** It is no longer asked for. */
    public val retired: Boolean = false,
    /** The section it stands in. */
    public val section: Section = wire.decodeFromString("\"bank_questions\""),
)

/** A bank's own text for one kind of message in one language. */
@Serializable
public data class OwnText(
    /** One line, at most 200 characters. Only placeholders that always have a value, and no link. */
    public val subject: String,
    /** Plain words, at most 10,000 characters. */
    public val text: String,
)

/** A partner of one bank. */
@Serializable
public data class Partner(
    /** Its id. */
    public val id: PartnerId,
    /** How often it has been written. */
    public val version: Long,
    /** Its name, 1 to 200 characters, unique in the bank by its normalised key. */
    public val name: String,
    /** Its contact address, unique in the bank. */
    public val email: String,
    /** Its status. */
    public val status: Status,
    /** When it was added. */
    @SerialName("added_at") public val addedAt: @Serializable(with = Moment::class) Instant,
    /** What it says about itself. */
    public val profile: JsonObject,
    /** Its own exceptions from what its group may request. */
    public val exceptions: Map<String, ItemException>,
    /** When it was last approved. */
    @SerialName("approved_at") public val approvedAt: @Serializable(with = Moment::class) Instant? = null,
    /** Where the bank hands out to it: an id of the host's, not read by us. */
    @SerialName("default_storage_location") public val defaultStorageLocation: String? = null,
    /**
     * Since when it has got emails without a break: its flag on, and not deactivated. None if it gets none. Reminders of
     * days before are not caught up.
     */
    @SerialName("emails_since") public val emailsSince: @Serializable(with = Moment::class) Instant? = null,
    /** The host's own key, unique in the bank. */
    @SerialName("external_id") public val externalId: String? = null,
    /** The group it is in. */
    public val group: GroupId? = null,
    /** Since when it has been in the group it is in, or in none; none if it was added to it. */
    @SerialName("group_since") public val groupSince: @Serializable(with = Moment::class) Instant? = null,
    /** The line of the import file it came from, if it was imported. */
    @SerialName("import_line") public val importLine: Long? = null,
    /** What the bank wants the partner to know, at most 10,000 characters. */
    @SerialName("info_for_partner") public val infoForPartner: String? = null,
    /** The address that was last invited; none before the first invitation. */
    @SerialName("invited_email") public val invitedEmail: String? = null,
    /** The language it is written to in; without one, the bank's. */
    public val language: Language? = null,
    /** Notes only the bank sees, at most 10,000 characters. */
    public val notes: String? = null,
    /** While deactivated, the status before. */
    public val prior: Status? = null,
    /** Whether it stands for the bank's own direct distribution. */
    public val proxy: Boolean = false,
    /** Pieces it may ask for in one request. */
    public val quota: Long? = null,
    /** When it was last reactivated. */
    @SerialName("reactivated_at") public val reactivatedAt: @Serializable(with = Moment::class) Instant? = null,
    /** Whether it gets deadline reminders and distribution emails. */
    @SerialName("send_emails") public val sendEmails: Boolean = false,
    /** When it last submitted for approval. */
    @SerialName("submitted_at") public val submittedAt: @Serializable(with = Moment::class) Instant? = null,
)

/** What the bank says about a partner; also what is needed to add one. */
@Serializable
public data class PartnerDetails(
    /** Its name, 1 to 200 characters, unique in the bank by its normalised key. */
    public val name: String,
    /** Its contact address, unique in the bank. */
    public val email: String,
    /** Where the bank hands out to it: an id of the host's, not read by us. */
    @SerialName("default_storage_location") public val defaultStorageLocation: String? = null,
    /** The host's own key, unique in the bank. */
    @SerialName("external_id") public val externalId: String? = null,
    /** The group it is in. */
    public val group: GroupId? = null,
    /** What the bank wants the partner to know, at most 10,000 characters. */
    @SerialName("info_for_partner") public val infoForPartner: String? = null,
    /** The language it is written to in; without one, the bank's. */
    public val language: Language? = null,
    /** Notes only the bank sees, at most 10,000 characters. */
    public val notes: String? = null,
    /** Whether it stands for the bank's own direct distribution. */
    public val proxy: Boolean = false,
    /** Pieces it may ask for in one request. */
    public val quota: Long? = null,
    /** Whether it gets deadline reminders and distribution emails. */
    @SerialName("send_emails") public val sendEmails: Boolean = false,
)

/** Which partners to list. Empty means all that stand in the default list (everybody but the deactivated). */
@Serializable
public data class PartnerFilter(
    /** Only this group. */
    public val group: GroupId? = null,
    /** Only these statuses; empty leaves out the deactivated. */
    public val statuses: List<Status> = emptyList(),
    /**
     * Only partners whose name key has `name_key` of this in it, or whose email key
     * `email_key` of it.
     */
    public val text: String? = null,
)

/** A change to a partner by the bank: absent is unchanged, null is cleared. */
@Serializable
public data class PartnerPatch(
    /** Where the bank hands out to it: an id of the host's, not read by us. */
    @SerialName("default_storage_location") public val defaultStorageLocation: Change<String?> = Change.Keep,
    /** A new contact address. */
    public val email: Change<String> = Change.Keep,
    /** The host's own key, unique in the bank. */
    @SerialName("external_id") public val externalId: Change<String?> = Change.Keep,
    /** Another group, or none. */
    public val group: Change<GroupId?> = Change.Keep,
    /** What the bank wants the partner to know, at most 10,000 characters. */
    @SerialName("info_for_partner") public val infoForPartner: Change<String?> = Change.Keep,
    /** The language it is written to in; without one, the bank's. */
    public val language: Change<Language?> = Change.Keep,
    /** A new name. */
    public val name: Change<String> = Change.Keep,
    /** Notes only the bank sees, at most 10,000 characters. */
    public val notes: Change<String?> = Change.Keep,
    /** Whether it stands for the bank's own direct distribution. */
    public val proxy: Change<Boolean> = Change.Keep,
    /** Another quota, or none. */
    public val quota: Change<Long?> = Change.Keep,
    /** Whether it gets emails. */
    @SerialName("send_emails") public val sendEmails: Change<Boolean> = Change.Keep,
)

/** Whether a partner may request an item, and by which rule. */
@Serializable
public data class Permission(
    /** Whether the item is in use. */
    public val active: Boolean,
    /** Whether partners can see the item. */
    public val visible: Boolean,
    /** The rule that was asked. */
    public val rule: Rule,
    /** What that rule says. */
    public val allowed: Boolean,
    /** The most that may be asked for in one request, each unit apart. */
    public val cap: Long? = null,
)

/** A person as one bank knows it. */
@Serializable
public data class Person(
    /** Its id: `person_id` of its address. */
    public val id: PersonId,
    /** How often the row has been written. */
    public val version: Long,
    /** Its address, as the bank first wrote it. */
    public val email: String,
    /** What it may act as in this bank, and what it is invited to. */
    public val roles: List<HeldRole>,
    /** The language it wants to be written to in. */
    public val language: Language? = null,
    /** Its name. */
    public val name: String? = null,
)

/** What a command would do. */
@Serializable
public data class Preview(
    /** The answer it would get. */
    public val done: Done,
    /** What would happen. */
    public val events: List<Event>,
    /** What people would be told. */
    public val messages: List<Message>,
    /** The rows it would write. */
    public val writes: List<Write>,
)

/**
 * One problem of a file.
 *
 * There may be many at once, so a problem is kept small: parameters that are told by its place and its value, and the
 * sentence, are made when asked for. On the wire all of them stand.
 */
@Serializable
public data class Problem(
    /** The physical line where the record starts, counted from 1, the header and line ends within quotes included. */
    public val line: Long,
    /** How bad it is. */
    public val level: Level,
    /** What it is. */
    public val code: Code,
    /** One plain sentence, in the language asked for. */
    public val sentence: String,
    /** The column, from 1. */
    public val column: Long? = null,
    /** The field of the partner. */
    public val field: String? = null,
    /** For a duplicate, the line that has it first. */
    @SerialName("first_line") public val firstLine: Long? = null,
    /** The parameters of the code. */
    public val params: JsonObject = JsonObject(emptyMap()),
    /** The number of the record, from 1, blank lines and the header left out. */
    public val record: Long? = null,
    /** What stands in the cell, cut to 200 characters. */
    public val value: String? = null,
)

/** What can be asked. Pages hold at most `MAX_PAGE` rows. */
@Serializable(with = QuestionAsJson::class)
public sealed interface Question {
    /** The bank and its settings. */
    @Serializable
    public data object Bank : Question

    /** The receipt of the import, if there was one (bank). */
    @Serializable
    public data object Receipt : Question

    /** One partner. */
    @Serializable
    public data class Partner(
        /** The partner. */
        public val partner: PartnerId,
    ) : Question

    /** The form of the profile in one language: the sections the bank asks for, their fields, limits and words. */
    @Serializable
    public data class ProfileSchema(
        /** The language; English if not said. */
        public val language: Language = wire.decodeFromString("\"en\""),
    ) : Question

    /** How much of a partner's profile is filled in. */
    @Serializable
    public data class ProfileCompleteness(
        /** The partner. */
        public val partner: PartnerId,
    ) : Question

    /** A page of partners, and the counts per status (bank). */
    @Serializable
    public data class Partners(
        /** How many. */
        public val limit: Long,
        /** The cursor of the page before. It stays good whatever becomes of the partners. */
        public val after: String? = null,
        /** Which ones. */
        public val filter: PartnerFilter = wire.decodeFromString("{}"),
        /** In which order; by name if not said. */
        public val sort: PartnerSort = wire.decodeFromString("\"name\""),
    ) : Question

    /** A partner as it was at a past moment (bank). */
    @Serializable
    public data class PartnerAsOf(
        /** The partner. */
        public val partner: PartnerId,
        /** The moment. */
        public val at: @Serializable(with = Moment::class) Instant,
    ) : Question

    /** What is to be done next (bank). */
    @Serializable
    public data object Dashboard : Question

    /** All categories (bank). */
    @Serializable
    public data object Categories : Question

    /** All items (bank). */
    @Serializable
    public data object Items : Question

    /** All groups (bank). */
    @Serializable
    public data object Groups : Question

    /** For each item, whether the partner may request it and by which rule. */
    @Serializable
    public data class Permitted(
        /** The partner. */
        public val partner: PartnerId,
    ) : Question

    /** Which actions the asker may take on the partner now. */
    @Serializable
    public data class AllowedActions(
        /** The partner. */
        public val partner: PartnerId,
    ) : Question

    /**
     * What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
     * bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
     * gets neither notes nor items that partners do not see.
     */
    @Serializable
    public data class TakeAlong(
        /** The partner. */
        public val partner: PartnerId,
    ) : Question

    /** Why a partner has a capability or not, and what would change that. */
    @Serializable
    public data class ExplainCapability(
        /** The partner. */
        public val partner: PartnerId,
        /** The capability. */
        public val capability: Capability,
    ) : Question

    /** Why a command would be refused, and what would change that. */
    @Serializable
    public data class ExplainCommand(
        /** The command. */
        public val command: Command,
    ) : Question

    /** The bank's own people: admins and staff, those who are only invited too (bank). */
    @Serializable
    public data object People : Question

    /** The users of a partner, those who are only invited too. */
    @Serializable
    public data class Users(
        /** The partner. */
        public val partner: PartnerId,
    ) : Question

    /** All roles a person holds, in any bank, the one used last first (host). */
    @Serializable
    public data class RolesOf(
        /** The person. */
        public val person: PersonId,
    ) : Question

    /** The bank's own texts of messages, and what may stand in braces in each kind (bank). */
    @Serializable
    public data object MessageTexts : Question

    /** What a message would say (bank). */
    @Serializable
    public data class PreviewMessageText(
        /** The kind. */
        public val kind: MessageKind,
        /** The language. */
        public val language: Language = wire.decodeFromString("\"en\""),
        /**
         * About this partner, with its name and status; else about a made-up one. The request, distribution and days in it
         * are made up always.
         */
        public val partner: PartnerId? = null,
        /** The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours. */
        public val text: OwnText? = null,
    ) : Question

    /**
     * What a command would mean for what partners may request: who would lose which item, which open requests would
     * no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
     */
    @Serializable
    public data class WhatIf(
        /** The command. */
        public val command: Command,
    ) : Question

    /** One request. */
    @Serializable
    public data class Request(
        /** The request. */
        public val request: RequestId,
    ) : Question

    /** A page of requests, newest first. */
    @Serializable
    public data class Requests(
        /** How many. */
        public val limit: Long,
        /** The last request of the page before. */
        public val after: RequestId? = null,
        /** Only this partner's. */
        public val partner: PartnerId? = null,
        /** Only these states. */
        public val states: List<RequestState> = emptyList(),
    ) : Question

    /** One distribution. */
    @Serializable
    public data class Distribution(
        /** The distribution. */
        public val distribution: DistributionId,
    ) : Question

    /** A page of distributions, newest first. */
    @Serializable
    public data class Distributions(
        /** How many. */
        public val limit: Long,
        /** The last distribution of the page before. */
        public val after: DistributionId? = null,
        /** Only this partner's. */
        public val partner: PartnerId? = null,
    ) : Question

    /** The next days of reminders (bank). */
    @Serializable
    public data class NextReminders(
        /** How many, at most 100. */
        public val limit: Long,
        /** The first day; today unless said otherwise. */
        public val from: @Serializable(with = Day::class) LocalDate? = null,
        /** Of this group. */
        public val group: GroupId? = null,
        /** Of this schedule, be it set or only tried out; else of the group's or the bank's own. */
        public val schedule: Schedule? = null,
    ) : Question

    /** A page of partners whose recertification is due on a day or before, the first approved first (bank). */
    @Serializable
    public data class DuePartners(
        /** The day, past or to come. */
        public val on: @Serializable(with = Day::class) LocalDate,
        /** How many. */
        public val limit: Long,
        /** The last partner of the page before. */
        public val after: PartnerId? = null,
    ) : Question

    /** Whether and why, or why not, a partner gets or got a reminder on a day (bank). */
    @Serializable
    public data class ExplainMessage(
        /** The partner. */
        public val partner: PartnerId,
        /** Which reminder. */
        public val kind: ReminderKind,
        /** The day, in the bank's time zone. */
        public val on: @Serializable(with = Day::class) LocalDate,
    ) : Question

    /** Events, oldest first (bank). */
    @Serializable
    public data class History(
        /** How many. */
        public val limit: Long,
        /** Only those after this place. */
        public val after: Long = 0,
        /** Only this partner's. */
        public val partner: PartnerId? = null,
    ) : Question

    /** Messages of the outbox, oldest first (bank). */
    @Serializable
    public data class Messages(
        /** How many. */
        public val limit: Long,
        /** Only those about this partner. */
        public val partner: PartnerId? = null,
        /** Skip this many. */
        public val skip: Long = 0,
    ) : Question
}

internal object QuestionAsJson : OneOf<Question>("Question", {
    word("bank", Question.Bank::class, Question.Bank.serializer())
    word("receipt", Question.Receipt::class, Question.Receipt.serializer())
    keyed("partner", Question.Partner::class, Question.Partner.serializer())
    keyed("profile_schema", Question.ProfileSchema::class, Question.ProfileSchema.serializer())
    keyed("profile_completeness", Question.ProfileCompleteness::class, Question.ProfileCompleteness.serializer())
    keyed("partners", Question.Partners::class, Question.Partners.serializer())
    keyed("partner_as_of", Question.PartnerAsOf::class, Question.PartnerAsOf.serializer())
    word("dashboard", Question.Dashboard::class, Question.Dashboard.serializer())
    word("categories", Question.Categories::class, Question.Categories.serializer())
    word("items", Question.Items::class, Question.Items.serializer())
    word("groups", Question.Groups::class, Question.Groups.serializer())
    keyed("permitted", Question.Permitted::class, Question.Permitted.serializer())
    keyed("allowed_actions", Question.AllowedActions::class, Question.AllowedActions.serializer())
    keyed("take_along", Question.TakeAlong::class, Question.TakeAlong.serializer())
    keyed("explain_capability", Question.ExplainCapability::class, Question.ExplainCapability.serializer())
    keyed("explain_command", Question.ExplainCommand::class, Question.ExplainCommand.serializer())
    word("people", Question.People::class, Question.People.serializer())
    keyed("users", Question.Users::class, Question.Users.serializer())
    keyed("roles_of", Question.RolesOf::class, Question.RolesOf.serializer())
    word("message_texts", Question.MessageTexts::class, Question.MessageTexts.serializer())
    keyed("preview_message_text", Question.PreviewMessageText::class, Question.PreviewMessageText.serializer())
    keyed("what_if", Question.WhatIf::class, Question.WhatIf.serializer())
    keyed("request", Question.Request::class, Question.Request.serializer())
    keyed("requests", Question.Requests::class, Question.Requests.serializer())
    keyed("distribution", Question.Distribution::class, Question.Distribution.serializer())
    keyed("distributions", Question.Distributions::class, Question.Distributions.serializer())
    keyed("next_reminders", Question.NextReminders::class, Question.NextReminders.serializer())
    keyed("due_partners", Question.DuePartners::class, Question.DuePartners.serializer())
    keyed("explain_message", Question.ExplainMessage::class, Question.ExplainMessage.serializer())
    keyed("history", Question.History::class, Question.History.serializer())
    keyed("messages", Question.Messages::class, Question.Messages.serializer())
})

/** One reason for a refusal, or one warning: a code, its parameters and, where it is about a part of the input, the place. */
@Serializable
public data class Reason(
    /** The stable code. Never renamed, never reused. */
    public val code: Code,
    /** The field of the input it is about, in wire spelling: `name`, `email`, `quantity` … */
    public val field: String? = null,
    /** The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given. */
    public val line: Long? = null,
    /** The parameters the code documents in the catalogue. */
    public val params: JsonObject = JsonObject(emptyMap()),
    /** The section of the profile it is about. */
    public val section: String? = null,
)

/** Proof of the one import: when, who, how many, and of what content. */
@Serializable
public data class Receipt(
    /** The command that imported. */
    public val command: CommandId,
    /** When. */
    public val at: @Serializable(with = Moment::class) Instant,
    /** Who, in which role. */
    public val by: Actor,
    /** How many partners were added. */
    public val partners: Long,
    /** How many bytes the file had. */
    public val bytes: Long,
    /** SHA-256 of the file's bytes, in hexadecimal. */
    public val digest: String,
    /** The idempotency key given with it. */
    public val key: String? = null,
)

/** After how long partners must recertify. */
@Serializable
public data class Recertification(
    /** Calendar months from the last approval to the due day, 1 to 120. */
    @SerialName("every_months") public val everyMonths: Long,
    /** How many days after the due day recertification is required, 0 to 365; 30 unless said otherwise. */
    @SerialName("grace_days") public val graceDays: Long = 30,
    /** How many days before the due day partners are reminded, each 0 to 365; 30, 15, 5 and 1 unless said otherwise. */
    @SerialName("remind_days_before") public val remindDaysBefore: List<Long> = wire.decodeFromString("[1,5,15,30]"),
)

/** Who gets a message. */
@Serializable(with = RecipientAsJson::class)
public sealed interface Recipient {
    /** Whoever reads this address. */
    @Serializable
    @JvmInline
    public value class Email(public val value: String) : Recipient

    /** This person, at the address the host knows. */
    @Serializable
    @JvmInline
    public value class Person(public val value: PersonId) : Recipient
}

internal object RecipientAsJson : OneOf<Recipient>("Recipient", {
    keyed("email", Recipient.Email::class, Recipient.Email.serializer())
    keyed("person", Recipient.Person::class, Recipient.Person.serializer())
})

/** A column of the file that was recognised. */
@Serializable
public data class Recognised(
    /** Its place in the file, from 1. */
    public val column: Long,
    /** The header as it stands in the file, trimmed. */
    public val header: String,
    /** What it was taken for. */
    public val field: Column,
)

/** An event with its place in the bank's history. */
@Serializable
public data class Recorded(
    /** Its place, counted from 1 in each bank, without gaps. */
    public val seq: Long,
    /** The event. */
    public val event: Event,
)

/** A reminder that went out. */
@Serializable
public data class Reminder(
    /** Made from the partner and the occurrence. */
    public val id: ReminderId,
    /** How often the row has been written; once. */
    public val version: Long,
    /** Who was reminded. */
    public val partner: PartnerId,
    /** Of what. */
    public val of: Occurrence,
    /** When. */
    @SerialName("sent_at") public val sentAt: @Serializable(with = Moment::class) Instant,
)

/** The answer to a question. */
@Serializable(with = ReplyAsJson::class)
public sealed interface Reply {
    /** The bank and its settings. */
    @Serializable
    @JvmInline
    public value class Bank(public val value: BankRow) : Reply

    /** The receipt of the import, if there was one (bank). */
    @Serializable
    @JvmInline
    public value class Receipt(public val value: org.partnerkit.Receipt?) : Reply

    /** One partner. */
    @Serializable
    @JvmInline
    public value class Partner(public val value: org.partnerkit.Partner) : Reply

    /** The form of the profile in one language: the sections the bank asks for, their fields, limits and words. */
    @Serializable
    @JvmInline
    public value class ProfileSchema(public val value: Form) : Reply

    /** How much of a partner's profile is filled in. */
    @Serializable
    @JvmInline
    public value class ProfileCompleteness(public val value: Completeness) : Reply

    /** A page of partners, and the counts per status (bank). */
    @Serializable
    public data class Partners(
        /** The page. */
        public val partners: List<org.partnerkit.Partner>,
        /** How many partners there are in each status, whatever the filter. */
        public val counts: Map<String, Long>,
        /** The cursor of the next page; none if this is the last one. */
        public val next: String? = null,
    ) : Reply

    /** A partner as it was at a past moment (bank). */
    @Serializable
    @JvmInline
    public value class PartnerAsOf(public val value: org.partnerkit.Partner) : Reply

    /** What is to be done next (bank). */
    @Serializable
    @JvmInline
    public value class Dashboard(public val value: org.partnerkit.Dashboard) : Reply

    /** All categories (bank). */
    @Serializable
    @JvmInline
    public value class Categories(public val value: List<Category>) : Reply

    /** All items (bank). */
    @Serializable
    @JvmInline
    public value class Items(public val value: List<Item>) : Reply

    /** All groups (bank). */
    @Serializable
    @JvmInline
    public value class Groups(public val value: List<Group>) : Reply

    /** For each item, whether the partner may request it and by which rule. */
    @Serializable
    @JvmInline
    public value class Permitted(public val value: List<ItemPermission>) : Reply

    /** Which actions the asker may take on the partner now. */
    @Serializable
    @JvmInline
    public value class AllowedActions(public val value: List<Action>) : Reply

    /**
     * What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
     * bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
     * gets neither notes nor items that partners do not see.
     */
    @Serializable
    @JvmInline
    public value class TakeAlong(public val value: String) : Reply

    /** See `Question::ExplainCapability` and `Question::ExplainCommand`. */
    @Serializable
    @JvmInline
    public value class Explanation(public val value: org.partnerkit.Explanation) : Reply

    /** See `Question::People` and `Question::Users`. */
    @Serializable
    @JvmInline
    public value class People(public val value: List<Person>) : Reply

    /** All roles a person holds, in any bank, the one used last first (host). */
    @Serializable
    @JvmInline
    public value class RolesOf(public val value: List<RoleOf>) : Reply

    /** The bank's own texts of messages, and what may stand in braces in each kind (bank). */
    @Serializable
    @JvmInline
    public value class MessageTexts(public val value: List<TextsOfKind>) : Reply

    /** What a message would say (bank). */
    @Serializable
    @JvmInline
    public value class MessageText(public val value: Said) : Reply

    /**
     * What a command would mean for what partners may request: who would lose which item, which open requests would
     * no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
     */
    @Serializable
    @JvmInline
    public value class WhatIf(public val value: org.partnerkit.WhatIf) : Reply

    /** One request. */
    @Serializable
    @JvmInline
    public value class Request(public val value: org.partnerkit.Request) : Reply

    /** A page of requests, newest first. */
    @Serializable
    @JvmInline
    public value class Requests(public val value: List<org.partnerkit.Request>) : Reply

    /** One distribution. */
    @Serializable
    @JvmInline
    public value class Distribution(public val value: org.partnerkit.Distribution) : Reply

    /** A page of distributions, newest first. */
    @Serializable
    @JvmInline
    public value class Distributions(public val value: List<org.partnerkit.Distribution>) : Reply

    /** The next days of reminders (bank). */
    @Serializable
    @JvmInline
    public value class NextReminders(public val value: List<NextReminder>) : Reply

    /** A page of partners whose recertification is due on a day or before, the first approved first (bank). */
    @Serializable
    @JvmInline
    public value class DuePartners(public val value: List<DuePartner>) : Reply

    /** Whether and why, or why not, a partner gets or got a reminder on a day (bank). */
    @Serializable
    @JvmInline
    public value class MessageExplanation(public val value: org.partnerkit.MessageExplanation) : Reply

    /** Events, oldest first (bank). */
    @Serializable
    @JvmInline
    public value class History(public val value: List<Recorded>) : Reply

    /** Messages of the outbox, oldest first (bank). */
    @Serializable
    @JvmInline
    public value class Messages(public val value: List<Message>) : Reply
}

internal object ReplyAsJson : OneOf<Reply>("Reply", {
    keyed("bank", Reply.Bank::class, Reply.Bank.serializer())
    keyed("receipt", Reply.Receipt::class, Reply.Receipt.serializer())
    keyed("partner", Reply.Partner::class, Reply.Partner.serializer())
    keyed("profile_schema", Reply.ProfileSchema::class, Reply.ProfileSchema.serializer())
    keyed("profile_completeness", Reply.ProfileCompleteness::class, Reply.ProfileCompleteness.serializer())
    keyed("partners", Reply.Partners::class, Reply.Partners.serializer())
    keyed("partner_as_of", Reply.PartnerAsOf::class, Reply.PartnerAsOf.serializer())
    keyed("dashboard", Reply.Dashboard::class, Reply.Dashboard.serializer())
    keyed("categories", Reply.Categories::class, Reply.Categories.serializer())
    keyed("items", Reply.Items::class, Reply.Items.serializer())
    keyed("groups", Reply.Groups::class, Reply.Groups.serializer())
    keyed("permitted", Reply.Permitted::class, Reply.Permitted.serializer())
    keyed("allowed_actions", Reply.AllowedActions::class, Reply.AllowedActions.serializer())
    keyed("take_along", Reply.TakeAlong::class, Reply.TakeAlong.serializer())
    keyed("explanation", Reply.Explanation::class, Reply.Explanation.serializer())
    keyed("people", Reply.People::class, Reply.People.serializer())
    keyed("roles_of", Reply.RolesOf::class, Reply.RolesOf.serializer())
    keyed("message_texts", Reply.MessageTexts::class, Reply.MessageTexts.serializer())
    keyed("message_text", Reply.MessageText::class, Reply.MessageText.serializer())
    keyed("what_if", Reply.WhatIf::class, Reply.WhatIf.serializer())
    keyed("request", Reply.Request::class, Reply.Request.serializer())
    keyed("requests", Reply.Requests::class, Reply.Requests.serializer())
    keyed("distribution", Reply.Distribution::class, Reply.Distribution.serializer())
    keyed("distributions", Reply.Distributions::class, Reply.Distributions.serializer())
    keyed("next_reminders", Reply.NextReminders::class, Reply.NextReminders.serializer())
    keyed("due_partners", Reply.DuePartners::class, Reply.DuePartners.serializer())
    keyed("message_explanation", Reply.MessageExplanation::class, Reply.MessageExplanation.serializer())
    keyed("history", Reply.History::class, Reply.History.serializer())
    keyed("messages", Reply.Messages::class, Reply.Messages.serializer())
})

/** What was found in a file. */
@Serializable
public data class Report(
    /** The columns that were recognised, in the order of the file. */
    public val columns: List<Recognised>,
    /** Partners in the file, good and bad: records that are neither the header nor blank. */
    public val rows: Long,
    /** How many of them have an error. */
    @SerialName("rows_with_errors") public val rowsWithErrors: Long,
    /** The problems, by line and column. */
    public val problems: List<Problem>,
    /** Whether there were more problems than are held here; all of them are counted. */
    public val truncated: Boolean,
    /** How many problems there are of each code. */
    public val counts: Map<String, Long>,
    /** Bytes read. */
    public val bytes: Long,
    /** What stands between its cells; `None` when nothing was read. */
    public val delimiter: Delimiter? = null,
    /** The SHA-256 of the whole file in hexadecimal; `None` when it was not read to its end. */
    public val digest: String? = null,
    /** How the file is encoded; `None` when it is no text. */
    public val encoding: Encoding? = null,
)

/** A request. */
@Serializable
public data class Request(
    /** Its id. */
    public val id: RequestId,
    /** How often it has been written. */
    public val version: Long,
    /** The partner it is for. */
    public val partner: PartnerId,
    /** How it counts. */
    public val kind: RequestKind,
    /** Where it stands. */
    public val state: RequestState,
    /** What is asked for; each item once. */
    public val lines: List<RequestLine>,
    /** Who filed it. */
    @SerialName("filed_by") public val filedBy: PersonId,
    /** When it was filed. */
    @SerialName("filed_at") public val filedAt: @Serializable(with = Moment::class) Instant,
    /** Why it was cancelled. */
    @SerialName("cancel_reason") public val cancelReason: String? = null,
    /** Who of the bank has claimed it. */
    @SerialName("claimed_by") public val claimedBy: PersonId? = null,
    /** What the partner adds in words. */
    public val comment: String? = null,
    /** The distribution recorded from it. */
    public val distribution: DistributionId? = null,
)

/** An open request that would not be taken if it were filed anew. It stays as it is all the same. */
@Serializable
public data class RequestInvalid(
    /** The partner it is for. */
    public val partner: PartnerId,
    /** The request. */
    public val request: RequestId,
    /** Why, with the line where it is about one. Reasons it would be refused for already are not among them. */
    public val reasons: List<Reason>,
)

/** One line of a request as it is kept. */
@Serializable
public data class RequestLine(
    /** The item. */
    public val item: ItemId,
    /** The item's name when the request was made. */
    @SerialName("item_name") public val itemName: String,
    /** Pieces, units or people. */
    public val quantity: Long,
    /** For people: pieces for each when the request was made. */
    @SerialName("per_person") public val perPerson: Long? = null,
    /** The unit, or none for plain pieces and for people. */
    public val unit: String? = null,
)

/** What a person may act as in one bank. */
@Serializable(with = RoleAsJson::class)
public sealed interface Role {
    /** An admin of the bank: everything staff may do, and the bank's settings and people. */
    @Serializable
    public data object BankAdmin : Role

    /** Bank staff. */
    @Serializable
    public data object BankStaff : Role

    /** A user of one partner. */
    @Serializable
    public data class PartnerUser(
        /** The partner. */
        public val partner: PartnerId,
    ) : Role
}

internal object RoleAsJson : OneOf<Role>("Role", {
    word("bank_admin", Role.BankAdmin::class, Role.BankAdmin.serializer())
    word("bank_staff", Role.BankStaff::class, Role.BankStaff.serializer())
    keyed("partner_user", Role.PartnerUser::class, Role.PartnerUser.serializer())
})

/** A role a person holds, as a sign-in screen shows it. */
@Serializable
public data class RoleOf(
    /** Who to be to act in it. */
    public val actor: Actor,
    /** The bank's name. */
    @SerialName("bank_name") public val bankName: String,
    /** When the person last signed in in it. */
    @SerialName("last_used_at") public val lastUsedAt: @Serializable(with = Moment::class) Instant? = null,
    /** The partner's name, for a role of a partner's. */
    @SerialName("partner_name") public val partnerName: String? = null,
)

/** A row with all that hangs on it. */
@Serializable(with = RowAsJson::class)
public sealed interface Row {
    /** The bank itself. */
    @Serializable
    @JvmInline
    public value class Bank(public val value: BankRow) : Row

    /** A category. */
    @Serializable
    @JvmInline
    public value class Category(public val value: org.partnerkit.Category) : Row

    /** An item with its units. */
    @Serializable
    @JvmInline
    public value class Item(public val value: org.partnerkit.Item) : Row

    /** A group with its categories and caps. */
    @Serializable
    @JvmInline
    public value class Group(public val value: org.partnerkit.Group) : Row

    /** A partner with its exceptions. */
    @Serializable
    @JvmInline
    public value class Partner(public val value: org.partnerkit.Partner) : Row

    /** A request with its lines. */
    @Serializable
    @JvmInline
    public value class Request(public val value: org.partnerkit.Request) : Row

    /** A distribution with its lines. */
    @Serializable
    @JvmInline
    public value class Distribution(public val value: org.partnerkit.Distribution) : Row

    /** A person with its roles. */
    @Serializable
    @JvmInline
    public value class Person(public val value: org.partnerkit.Person) : Row

    /** A reminder that went out. It outlives its partner, as what has happened does: it refers to nothing but the bank. */
    @Serializable
    @JvmInline
    public value class Reminder(public val value: org.partnerkit.Reminder) : Row
}

internal object RowAsJson : OneOf<Row>("Row", {
    keyed("bank", Row.Bank::class, Row.Bank.serializer())
    keyed("category", Row.Category::class, Row.Category.serializer())
    keyed("item", Row.Item::class, Row.Item.serializer())
    keyed("group", Row.Group::class, Row.Group.serializer())
    keyed("partner", Row.Partner::class, Row.Partner.serializer())
    keyed("request", Row.Request::class, Row.Request.serializer())
    keyed("distribution", Row.Distribution::class, Row.Distribution.serializer())
    keyed("person", Row.Person::class, Row.Person.serializer())
    keyed("reminder", Row.Reminder::class, Row.Reminder.serializer())
})

/** Names a row. On the wire: `{"partner": "0198…"}`. */
@Serializable(with = RowIdAsJson::class)
public sealed interface RowId {
    /** The bank itself. */
    @Serializable
    @JvmInline
    public value class Bank(public val value: BankId) : RowId

    /** A category. */
    @Serializable
    @JvmInline
    public value class Category(public val value: CategoryId) : RowId

    /** An item. */
    @Serializable
    @JvmInline
    public value class Item(public val value: ItemId) : RowId

    /** A group. */
    @Serializable
    @JvmInline
    public value class Group(public val value: GroupId) : RowId

    /** A partner. */
    @Serializable
    @JvmInline
    public value class Partner(public val value: PartnerId) : RowId

    /** A request. */
    @Serializable
    @JvmInline
    public value class Request(public val value: RequestId) : RowId

    /** A distribution. */
    @Serializable
    @JvmInline
    public value class Distribution(public val value: DistributionId) : RowId

    /** A person as the bank knows it. */
    @Serializable
    @JvmInline
    public value class Person(public val value: PersonId) : RowId

    /** A reminder that went out. */
    @Serializable
    @JvmInline
    public value class Reminder(public val value: ReminderId) : RowId
}

internal object RowIdAsJson : OneOf<RowId>("RowId", {
    keyed("bank", RowId.Bank::class, RowId.Bank.serializer())
    keyed("category", RowId.Category::class, RowId.Category.serializer())
    keyed("item", RowId.Item::class, RowId.Item.serializer())
    keyed("group", RowId.Group::class, RowId.Group.serializer())
    keyed("partner", RowId.Partner::class, RowId.Partner.serializer())
    keyed("request", RowId.Request::class, RowId.Request.serializer())
    keyed("distribution", RowId.Distribution::class, RowId.Distribution.serializer())
    keyed("person", RowId.Person::class, RowId.Person.serializer())
    keyed("reminder", RowId.Reminder::class, RowId.Reminder.serializer())
})

/** The daily job. It needs nothing but the time and who asks. */
@Serializable
public data object RunDue

/** What a message says. */
@Serializable
public data class Said(
    /** The language: English where the one asked for lacks some of our words. */
    public val language: Language,
    /** One line. */
    public val subject: String,
    /** The text, plain. */
    public val text: String,
    /** The same as HTML. */
    public val html: String,
)

/** A reason with its sentences. */
@Serializable
public data class SaidReason(
    /** The stable code. Never renamed, never reused. */
    public val code: Code,
    /** The sentence for people of the bank. */
    public val staff: String,
    /** The sentence for people of the partner. */
    public val partner: String,
    /** The field of the input it is about, in wire spelling: `name`, `email`, `quantity` … */
    public val field: String? = null,
    /** The line of a request or distribution, or the entry of a list, it is about, counted from 0 in the order given. */
    public val line: Long? = null,
    /** The parameters the code documents in the catalogue. */
    public val params: JsonObject = JsonObject(emptyMap()),
    /** The section of the profile it is about. */
    public val section: String? = null,
)

/** When partners are reminded, and of which deadline. Both are set together or not at all. */
@Serializable
public data class Schedule(
    /** The day of the reminder. */
    public val on: On,
    /** The day of the month that is the deadline, 1 to 28. Left out it is 0, which is refused. */
    @SerialName("deadline_day") public val deadlineDay: Long = 0,
    /** The months from one reminder to the next, 1 to 120; 1 unless said otherwise. */
    @SerialName("every_months") public val everyMonths: Long? = null,
    /**
     * A day of the month that months are counted from: there is no reminder before that month. Needed unless
     * `every_months` is 1.
     */
    public val from: @Serializable(with = Day::class) LocalDate? = null,
)

/** See `Completeness`. */
@Serializable
public data class SectionCompleteness(
    /** The section. */
    public val section: Section,
    /** Filled. */
    public val filled: Long,
    /** Asked for. */
    public val asked: Long,
)

/**
 * A row as whoever decided saw it. One that has since been changed by the same phone, by a command recorded before, has
 * the version after that.
 */
@Serializable
public data class SeenRow(
    /** The row: the bank, or a partner, request, distribution, item, category, group or person of it. */
    public val row: RowId,
    /** Its version. */
    public val version: Long,
)

/** Which partners a bulk command is for. */
@Serializable(with = SelectionAsJson::class)
public sealed interface Selection {
    /** These. */
    @Serializable
    @JvmInline
    public value class Ids(public val value: List<PartnerId>) : Selection

    /** All that match. */
    @Serializable
    @JvmInline
    public value class Matching(public val value: PartnerFilter) : Selection
}

internal object SelectionAsJson : OneOf<Selection>("Selection", {
    keyed("ids", Selection.Ids::class, Selection.Ids.serializer())
    keyed("matching", Selection.Matching::class, Selection.Matching.serializer())
})

/** One of the first steps, and whether it has been taken. */
@Serializable
public data class StartingStep(
    /** The step. */
    public val step: FirstStep,
    /** Whether what is there shows that it has been taken. */
    public val done: Boolean,
)

/** A step on the way to a yes. */
@Serializable
public data class Step(
    /** Who can take it. */
    public val who: Who,
    /** The command to give. The note of "ask for changes" is left for the person to write. */
    public val command: Command,
)

/** The answer to one recorded command. */
@Serializable
public data class Synced(
    /** The command. */
    public val id: CommandId,
    /** What became of it. */
    public val became: Became,
)

/** What was written or read. */
@Serializable
public data class TakenAlong(
    /** The bank. */
    public val bank: BankId,
    /** How many pieces there were. */
    public val pieces: Long,
    /** The digest at the end of the file, in hexadecimal. */
    public val sha256: String,
)

/** What a bank has of its own for one kind of message. */
@Serializable
public data class TextsOfKind(
    /** The kind. */
    public val kind: MessageKind,
    /** What may stand in braces. */
    public val placeholders: List<NamedPlaceholder>,
    /** The bank's own texts, by language. Where there is none, ours is said. */
    public val own: Map<String, OwnText>,
)

/** What has happened. */
@Serializable(with = WhatAsJson::class)
public sealed interface What {
    /** A bank was created. */
    @Serializable
    @JvmInline
    public value class BankCreated(public val value: BankRow) : What

    /** A bank was changed. */
    @Serializable
    @JvmInline
    public value class BankUpdated(public val value: BankPatch) : What

    /** A bank's own text of a kind of message was set or taken back. */
    @Serializable
    public data class MessageTextSet(
        /** The kind. */
        public val kind: MessageKind,
        /** The language. */
        public val language: Language,
        /** The text; none when taken back. */
        public val text: OwnText? = null,
    ) : What

    /** All partners were imported at once. One `partner_imported` a partner stands beside it. */
    @Serializable
    @JvmInline
    public value class PartnersImported(public val value: Receipt) : What

    /** A partner was added singly. */
    @Serializable
    public data class PartnerAdded(
        /** The partner. */
        public val partner: PartnerId,
        /** What was said about it. */
        public val details: PartnerDetails,
    ) : What

    /** A partner was added by the import. */
    @Serializable
    public data class PartnerImported(
        /** The partner. */
        public val partner: PartnerId,
        /** The line of the file it stands in. */
        public val line: Long,
        /** What was said about it. */
        public val details: PartnerDetails,
    ) : What

    /** What the bank says about a partner was changed. */
    @Serializable
    public data class PartnerUpdated(
        /** The partner. */
        public val partner: PartnerId,
        /** What was changed. */
        public val patch: PartnerPatch,
    ) : What

    /** What a partner says about itself was changed. */
    @Serializable
    public data class ProfileUpdated(
        /** The partner. */
        public val partner: PartnerId,
        /** What was changed. */
        public val patch: JsonObject,
    ) : What

    /** An action of the transition table was taken. */
    @Serializable
    public data class PartnerMoved(
        /** The partner. */
        public val partner: PartnerId,
        /** The action. */
        public val action: Action,
        /** The status before. */
        public val from: Status,
        /** The status after. */
        public val to: Status,
        /** The note or reason given. */
        public val note: String? = null,
    ) : What

    /** A partner was removed for ever. */
    @Serializable
    public data class PartnerRemoved(
        /** The partner. */
        public val partner: PartnerId,
    ) : What

    /** An item was allowed or denied to one partner. */
    @Serializable
    public data class ExceptionSet(
        /** The partner. */
        public val partner: PartnerId,
        /** The item. */
        public val item: ItemId,
        /** The exception. */
        public val exception: ItemException,
    ) : What

    /** An exception was taken back. */
    @Serializable
    public data class ExceptionRemoved(
        /** The partner. */
        public val partner: PartnerId,
        /** The item. */
        public val item: ItemId,
    ) : What

    /** A person was invited to a role. */
    @Serializable
    public data class PersonInvited(
        /** The person, and what is written down of it if it is new. */
        public val person: KnownAs,
        /** The role. */
        public val role: Role,
        /** The invitation. It takes the place of an older one to the same role. */
        public val invitation: Invitation,
    ) : What

    /** A person holds a role from now on without an invitation, or held it already and is told so. */
    @Serializable
    public data class RoleGranted(
        /** The person, and what is written down of it if it is new. */
        public val person: KnownAs,
        /** The role. */
        public val role: Role,
    ) : What

    /** A person accepted an invitation and holds the role from now on. */
    @Serializable
    public data class InvitationAccepted(
        /** The person. */
        public val person: PersonId,
        /** The role. */
        public val role: Role,
        /** The invitation. */
        public val invitation: InvitationId,
    ) : What

    /** An open invitation became void, because its address is no longer that of the partner's contact. */
    @Serializable
    public data class InvitationVoided(
        /** The person. */
        public val person: PersonId,
        /** The role. */
        public val role: Role,
    ) : What

    /** A person of the bank changed from one of its two roles to the other. */
    @Serializable
    public data class RoleChanged(
        /** The person. */
        public val person: PersonId,
        /** The new role. */
        public val role: Role,
    ) : What

    /** A role, or an open invitation to it, was taken from a person. */
    @Serializable
    public data class RoleRevoked(
        /** The person. */
        public val person: PersonId,
        /** The role. */
        public val role: Role,
    ) : What

    /** A person began to act in a role. */
    @Serializable
    public data class SignedIn(
        /** The person. */
        public val person: PersonId,
        /** The role. */
        public val role: Role,
    ) : What

    /** A category was added. */
    @Serializable
    public data class CategoryAdded(
        /** The category. */
        public val category: CategoryId,
        /** Its name. */
        public val name: String,
    ) : What

    /** A category was renamed. */
    @Serializable
    public data class CategoryRenamed(
        /** The category. */
        public val category: CategoryId,
        /** Its new name. */
        public val name: String,
    ) : What

    /** A category was deleted. */
    @Serializable
    public data class CategoryDeleted(
        /** The category. */
        public val category: CategoryId,
    ) : What

    /** An item was added. */
    @Serializable
    public data class ItemAdded(
        /** The item. */
        public val item: ItemId,
        /** What is known of it. */
        public val details: ItemDetails,
    ) : What

    /** An item was changed. */
    @Serializable
    public data class ItemUpdated(
        /** The item. */
        public val item: ItemId,
        /** What was changed. */
        public val patch: ItemPatch,
    ) : What

    /** A group was added. */
    @Serializable
    public data class GroupAdded(
        /** The group. */
        public val group: GroupId,
        /** Its name. */
        public val name: String,
        /** Its categories. */
        public val categories: List<CategoryId>,
    ) : What

    /** A group was changed. */
    @Serializable
    public data class GroupUpdated(
        /** The group. */
        public val group: GroupId,
        /** What was changed. */
        public val patch: GroupPatch,
    ) : What

    /** A group was deleted. */
    @Serializable
    public data class GroupDeleted(
        /** The group. */
        public val group: GroupId,
    ) : What

    /** A group's cap on an item was set or lifted. */
    @Serializable
    public data class GroupCapSet(
        /** The group. */
        public val group: GroupId,
        /** The item. */
        public val item: ItemId,
        /** The cap; none when lifted. */
        public val cap: Long? = null,
    ) : What

    /** A request was filed. */
    @Serializable
    @JvmInline
    public value class RequestSubmitted(public val value: Request) : What

    /** A request was claimed. */
    @Serializable
    public data class RequestStarted(
        /** The partner it is for. */
        public val partner: PartnerId,
        /** The request. */
        public val request: RequestId,
        /** Who claimed it. */
        @SerialName("claimed_by") public val claimedBy: PersonId,
    ) : What

    /** A claimed request was given back. */
    @Serializable
    public data class RequestReleased(
        /** The partner it is for. */
        public val partner: PartnerId,
        /** The request. */
        public val request: RequestId,
    ) : What

    /** A request was fulfilled by a distribution. */
    @Serializable
    public data class RequestFulfilled(
        /** The partner it is for. */
        public val partner: PartnerId,
        /** The request. */
        public val request: RequestId,
        /** The distribution. */
        public val distribution: DistributionId,
        /** Who holds the claim: the claimant, or who fulfilled it straight from pending. */
        @SerialName("claimed_by") public val claimedBy: PersonId,
    ) : What

    /** A fulfilled request is started again, its distribution having been taken back. */
    @Serializable
    public data class RequestReopened(
        /** The partner it is for. */
        public val partner: PartnerId,
        /** The request. */
        public val request: RequestId,
    ) : What

    /** A request was cancelled. */
    @Serializable
    public data class RequestCancelled(
        /** The partner it is for. */
        public val partner: PartnerId,
        /** The request. */
        public val request: RequestId,
        /** Why. */
        public val reason: String? = null,
    ) : What

    /** A distribution was recorded. */
    @Serializable
    @JvmInline
    public value class DistributionRecorded(public val value: Distribution) : What

    /** A scheduled distribution was changed. */
    @Serializable
    public data class DistributionUpdated(
        /** The partner it is for. */
        public val partner: PartnerId,
        /** The distribution. */
        public val distribution: DistributionId,
        /** What was changed, but for the lines. */
        public val patch: DistributionPatch,
        /** All its lines, if they were changed. */
        public val lines: List<DistributionLine>? = null,
    ) : What

    /** A distribution was handed out. */
    @Serializable
    public data class DistributionCompleted(
        /** The partner it is for. */
        public val partner: PartnerId,
        /** The distribution. */
        public val distribution: DistributionId,
    ) : What

    /** A distribution was undone. */
    @Serializable
    public data class DistributionTakenBack(
        /** The partner it is for. */
        public val partner: PartnerId,
        /** The distribution. */
        public val distribution: DistributionId,
    ) : What

    /** A partner was reminded by the daily job. */
    @Serializable
    @JvmInline
    public value class ReminderSent(public val value: Reminder) : What
}

internal object WhatAsJson : OneOf<What>("What", {
    keyed("bank_created", What.BankCreated::class, What.BankCreated.serializer())
    keyed("bank_updated", What.BankUpdated::class, What.BankUpdated.serializer())
    keyed("message_text_set", What.MessageTextSet::class, What.MessageTextSet.serializer())
    keyed("partners_imported", What.PartnersImported::class, What.PartnersImported.serializer())
    keyed("partner_added", What.PartnerAdded::class, What.PartnerAdded.serializer())
    keyed("partner_imported", What.PartnerImported::class, What.PartnerImported.serializer())
    keyed("partner_updated", What.PartnerUpdated::class, What.PartnerUpdated.serializer())
    keyed("profile_updated", What.ProfileUpdated::class, What.ProfileUpdated.serializer())
    keyed("partner_moved", What.PartnerMoved::class, What.PartnerMoved.serializer())
    keyed("partner_removed", What.PartnerRemoved::class, What.PartnerRemoved.serializer())
    keyed("exception_set", What.ExceptionSet::class, What.ExceptionSet.serializer())
    keyed("exception_removed", What.ExceptionRemoved::class, What.ExceptionRemoved.serializer())
    keyed("person_invited", What.PersonInvited::class, What.PersonInvited.serializer())
    keyed("role_granted", What.RoleGranted::class, What.RoleGranted.serializer())
    keyed("invitation_accepted", What.InvitationAccepted::class, What.InvitationAccepted.serializer())
    keyed("invitation_voided", What.InvitationVoided::class, What.InvitationVoided.serializer())
    keyed("role_changed", What.RoleChanged::class, What.RoleChanged.serializer())
    keyed("role_revoked", What.RoleRevoked::class, What.RoleRevoked.serializer())
    keyed("signed_in", What.SignedIn::class, What.SignedIn.serializer())
    keyed("category_added", What.CategoryAdded::class, What.CategoryAdded.serializer())
    keyed("category_renamed", What.CategoryRenamed::class, What.CategoryRenamed.serializer())
    keyed("category_deleted", What.CategoryDeleted::class, What.CategoryDeleted.serializer())
    keyed("item_added", What.ItemAdded::class, What.ItemAdded.serializer())
    keyed("item_updated", What.ItemUpdated::class, What.ItemUpdated.serializer())
    keyed("group_added", What.GroupAdded::class, What.GroupAdded.serializer())
    keyed("group_updated", What.GroupUpdated::class, What.GroupUpdated.serializer())
    keyed("group_deleted", What.GroupDeleted::class, What.GroupDeleted.serializer())
    keyed("group_cap_set", What.GroupCapSet::class, What.GroupCapSet.serializer())
    keyed("request_submitted", What.RequestSubmitted::class, What.RequestSubmitted.serializer())
    keyed("request_started", What.RequestStarted::class, What.RequestStarted.serializer())
    keyed("request_released", What.RequestReleased::class, What.RequestReleased.serializer())
    keyed("request_fulfilled", What.RequestFulfilled::class, What.RequestFulfilled.serializer())
    keyed("request_reopened", What.RequestReopened::class, What.RequestReopened.serializer())
    keyed("request_cancelled", What.RequestCancelled::class, What.RequestCancelled.serializer())
    keyed("distribution_recorded", What.DistributionRecorded::class, What.DistributionRecorded.serializer())
    keyed("distribution_updated", What.DistributionUpdated::class, What.DistributionUpdated.serializer())
    keyed("distribution_completed", What.DistributionCompleted::class, What.DistributionCompleted.serializer())
    keyed("distribution_taken_back", What.DistributionTakenBack::class, What.DistributionTakenBack.serializer())
    keyed("reminder_sent", What.ReminderSent::class, What.ReminderSent.serializer())
})

/** What a command would mean for what partners may request. */
@Serializable
public data class WhatIf(
    /** The answer it would get. */
    public val done: Done,
    /** What people would be told. */
    public val messages: List<Message>,
    /** How many items would be lost, counted for each partner. */
    @SerialName("items_lost") public val itemsLost: Long,
    /** How many open requests would no longer be taken. */
    @SerialName("requests_invalid") public val requestsInvalid: Long,
    /** Who would lose which item: the first `MAX_PAGE`. */
    public val lost: List<ItemLost>,
    /** The open requests that would no longer be taken: the first `MAX_PAGE`. */
    public val invalid: List<RequestInvalid>,
)

/** An error as it stands on the wire. */
@Serializable
public data class WireError(
    /** The code of the first reason. */
    public val code: Code,
    /** Its category. */
    public val category: ErrorCategory,
    /** All sentences, for whoever asked. */
    public val message: String,
    /** The parameters of the first reason. */
    public val params: JsonObject,
    /** Every reason, with its sentences. */
    public val reasons: List<SaidReason>,
    /** Whether the same message may succeed when simply sent again. */
    public val retryable: Boolean,
)

/** One write. */
@Serializable(with = WriteAsJson::class)
public sealed interface Write {
    /** Insert the row, or replace it and all that hangs on it. */
    @Serializable
    @JvmInline
    public value class Put(public val value: Row) : Write

    /** Delete the row and all that hangs on it. Refused (`Committed::Stale`) while another row refers to it. */
    @Serializable
    @JvmInline
    public value class Remove(public val value: RowId) : Write
}

internal object WriteAsJson : OneOf<Write>("Write", {
    keyed("put", Write.Put::class, Write.Put.serializer())
    keyed("remove", Write.Remove::class, Write.Remove.serializer())
})
