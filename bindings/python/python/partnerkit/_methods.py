# Written by `tests/renew` from the schema of the wire format.
"""A method for every command and every question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ._asking import BankAsks, SystemAsks
from .values import (
    Action,
    Actor,
    BankId,
    BankPatch,
    BankRow,
    Capability,
    Category,
    CategoryId,
    Command,
    CommandId,
    Completeness,
    Dashboard,
    Destination,
    Distribution,
    DistributionId,
    DistributionPatch,
    Done,
    DuePart,
    DuePartner,
    ExceptionRule,
    Explanation,
    Form,
    Group,
    GroupId,
    GroupPatch,
    Item,
    ItemId,
    ItemPatch,
    ItemPermission,
    Language,
    Message,
    MessageExplanation,
    MessageKind,
    Method,
    NewDistributionLine,
    NewPartner,
    NewPerson,
    NewRequestLine,
    NextReminder,
    OwnText,
    Partner,
    PartnerFilter,
    PartnerId,
    PartnerPatch,
    PartnerSort,
    Person,
    PersonId,
    Receipt,
    Recorded,
    ReminderKind,
    ReplyPartners,
    Request,
    RequestId,
    RequestKind,
    RequestState,
    Role,
    RoleOf,
    Said,
    Schedule,
    Selection,
    TextsOfKind,
    Token,
    WhatIf,
)

if TYPE_CHECKING:
    from ._system import Bank


class SystemMethods(SystemAsks):
    """What a host asks of the whole system."""

    __slots__ = ()

    def create_bank(
        self,
        name: str,
        email: str,
        *,
        admin: str | None = None,
        id: BankId | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Bank:
        """Create a bank (host).

        name: Its name, 1 to 200 characters.
        email: The address that gets what partners submit.
        admin: The address of its first admin. Without one the host says who may act.
        id: The id it shall have; without one it gets one."""
        return self._created(self._command("create_bank", {"name": name, "email": email, "admin": admin, "id": id}, now, command_id))

    def add_admin(
        self,
        bank: BankId,
        admin: NewPerson,
        *,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Give a bank an admin, at once and without an invitation (host).

        bank: The bank.
        admin: The admin."""
        return self._command("add_admin", {"bank": bank, "admin": admin}, now, command_id)

    def accept_invitation(
        self,
        token: Token,
        email: str,
        *,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Accept an invitation for a person the host has authenticated (host).

        token: The token that was sent.
        email: The address the host knows the person by."""
        return self._command("accept_invitation", {"token": token, "email": email}, now, command_id)

    def roles_of(
        self,
        person: PersonId,
        *,
        now: datetime | None = None,
    ) -> tuple[RoleOf, ...]:
        """All roles a person holds, in any bank, the one used last first (host).

        person: The person."""
        answer: tuple[RoleOf, ...] = self._question("roles_of", {"person": person}, "tuple[RoleOf, ...]", now)
        return answer


class BankMethods(BankAsks):
    """What is asked of one bank."""

    __slots__ = ()

    def update_bank(
        self,
        patch: BankPatch,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Change a bank's name, address or settings (admin).

        patch: What to change."""
        return self._command("update_bank", patch, by, now, command_id)

    def set_message_text(
        self,
        kind: MessageKind,
        language: Language,
        *,
        text: OwnText | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Say a kind of message in the bank's own words (admin).

        kind: The kind.
        language: The language the words are in.
        text: The words, with [placeholders](MessageKind::placeholders); null takes them back, and ours are said again."""
        return self._command("set_message_text", {"kind": kind, "language": language, "text": text}, by, now, command_id)

    def add_partner(
        self,
        name: str,
        email: str,
        *,
        default_storage_location: str | None = None,
        external_id: str | None = None,
        group: GroupId | None = None,
        id: PartnerId | None = None,
        info_for_partner: str | None = None,
        language: Language | None = None,
        notes: str | None = None,
        proxy: bool | None = None,
        quota: int | None = None,
        send_emails: bool | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Add a partner (bank).

        name: Its name, 1 to 200 characters, unique in the bank by its normalised key.
        email: Its contact address, unique in the bank.
        default_storage_location: Where the bank hands out to it: an id of the host's, not read by us.
        external_id: The host's own key, unique in the bank.
        group: The group it is in.
        id: The id it shall have; without one it gets one.
        info_for_partner: What the bank wants the partner to know, at most 10,000 characters.
        language: The language it is written to in; without one, the bank's.
        notes: Notes only the bank sees, at most 10,000 characters.
        proxy: Whether it stands for the bank's own direct distribution.
        quota: Pieces it may ask for in one request.
        send_emails: Whether it gets deadline reminders and distribution emails."""
        return self._command("add_partner", {"name": name, "email": email, "default_storage_location": default_storage_location, "external_id": external_id, "group": group, "id": id, "info_for_partner": info_for_partner, "language": language, "notes": notes, "proxy": proxy, "quota": quota, "send_emails": send_emails}, by, now, command_id)

    def update_partner(
        self,
        partner: PartnerId,
        patch: PartnerPatch,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Change what the bank says about a partner (bank).

        partner: The partner.
        patch: What to change."""
        return self._command("update_partner", {"partner": partner, "patch": patch}, by, now, command_id)

    def update_profile(
        self,
        partner: PartnerId,
        patch: Mapping[str, Any],
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Change what a partner says about itself (its users; bank).

        partner: The partner.
        patch: What to change."""
        return self._command("update_profile", {"partner": partner, "patch": patch}, by, now, command_id)

    def invite(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Ask the partner's contact to join.

        partner: The partner."""
        return self._command("invite", {"partner": partner}, by, now, command_id)

    def renew_invitation(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Send a new invitation; the status stays.

        partner: The partner."""
        return self._command("renew_invitation", {"partner": partner}, by, now, command_id)

    def invite_and_approve(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Invite and approve in one step.

        partner: The partner."""
        return self._command("invite_and_approve", {"partner": partner}, by, now, command_id)

    def submit_for_approval(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Hand in the profile for the bank's review.

        partner: The partner."""
        return self._command("submit_for_approval", {"partner": partner}, by, now, command_id)

    def ask_for_changes(
        self,
        partner: PartnerId,
        note: str,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Send a submission back with a note.

        partner: The partner.
        note: What to change; required, at most 10,000 characters."""
        return self._command("ask_for_changes", {"partner": partner, "note": note}, by, now, command_id)

    def approve(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Let the partner make requests.

        partner: The partner."""
        return self._command("approve", {"partner": partner}, by, now, command_id)

    def require_recertification(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Ask an approved partner to submit again.

        partner: The partner."""
        return self._command("require_recertification", {"partner": partner}, by, now, command_id)

    def deactivate(
        self,
        partner: PartnerId,
        *,
        reason: str | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Set the partner aside.

        partner: The partner.
        reason: Why."""
        return self._command("deactivate", {"partner": partner, "reason": reason}, by, now, command_id)

    def reactivate(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Put a deactivated partner back where it was.

        partner: The partner."""
        return self._command("reactivate", {"partner": partner}, by, now, command_id)

    def remove(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Remove for ever a partner that left no trace.

        partner: The partner."""
        return self._command("remove", {"partner": partner}, by, now, command_id)

    def bulk(
        self,
        action: Action,
        partners: Selection,
        *,
        reason: str | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """One action on many partners, each decided on its own, all in one transaction (bank).

        action: Which action; one of `Action::BULK`.
        partners: Which partners.
        reason: Why, where the action takes a reason."""
        return self._command("bulk", {"action": action, "partners": partners, "reason": reason}, by, now, command_id)

    def invite_person(
        self,
        person: NewPerson,
        role: Role,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once.

        person: The person.
        role: The role."""
        return self._command("invite_person", {"person": person, "role": role}, by, now, command_id)

    def change_role(
        self,
        person: PersonId,
        to: Role,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Make staff an admin, or an admin staff (admin).

        person: The person.
        to: The new role, one of the bank's two."""
        return self._command("change_role", {"person": person, "to": to}, by, now, command_id)

    def revoke_role(
        self,
        person: PersonId,
        role: Role,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Take a role, or an open invitation to it, from a person (admin).

        person: The person.
        role: The role."""
        return self._command("revoke_role", {"person": person, "role": role}, by, now, command_id)

    def sign_in(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Begin to act in the role the actor names; that is also how to switch."""
        return self._command("sign_in", None, by, now, command_id)

    def set_up_proxy(
        self,
        partner: NewPartner,
        people: Sequence[PersonId],
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
        (bank). Nobody is written to.

        partner: The partner. It is a proxy whatever its flag says.
        people: Its users: people of the bank. None where the host keeps the people."""
        return self._command("set_up_proxy", {"partner": partner, "people": people}, by, now, command_id)

    def add_category(
        self,
        name: str,
        *,
        id: CategoryId | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Add a category (bank).

        name: Its name.
        id: The id it shall have; without one it gets one."""
        return self._command("add_category", {"name": name, "id": id}, by, now, command_id)

    def rename_category(
        self,
        category: CategoryId,
        name: str,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Rename a category (bank).

        category: The category.
        name: Its new name."""
        return self._command("rename_category", {"category": category, "name": name}, by, now, command_id)

    def delete_category(
        self,
        category: CategoryId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Delete a category that is not in use (bank).

        category: The category."""
        return self._command("delete_category", {"category": category}, by, now, command_id)

    def add_item(
        self,
        name: str,
        *,
        active: bool | None = None,
        category: CategoryId | None = None,
        id: ItemId | None = None,
        kit: bool | None = None,
        quantity_per_person: int | None = None,
        units: Sequence[str] | None = None,
        visible: bool | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Add an item (bank).

        name: Its name.
        active: Whether it is in use; yes unless said otherwise.
        category: Its category.
        id: The id it shall have; without one it gets one.
        kit: Whether it is a kit, which only sets the default of `quantity_per_person`.
        quantity_per_person: Pieces for one person; 50 unless said otherwise, 1 for a kit.
        units: Units it can be requested in beside pieces.
        visible: Whether partners see it; yes unless said otherwise."""
        return self._command("add_item", {"name": name, "active": active, "category": category, "id": id, "kit": kit, "quantity_per_person": quantity_per_person, "units": units, "visible": visible}, by, now, command_id)

    def update_item(
        self,
        item: ItemId,
        patch: ItemPatch,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Change an item (bank).

        item: The item.
        patch: What to change."""
        return self._command("update_item", {"item": item, "patch": patch}, by, now, command_id)

    def add_group(
        self,
        name: str,
        *,
        categories: Sequence[CategoryId] | None = None,
        id: GroupId | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Add a group (bank).

        name: Its name.
        categories: The categories its members may request.
        id: The id it shall have; without one it gets one."""
        return self._command("add_group", {"name": name, "categories": categories, "id": id}, by, now, command_id)

    def update_group(
        self,
        group: GroupId,
        patch: GroupPatch,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Change a group (bank).

        group: The group.
        patch: What to change."""
        return self._command("update_group", {"group": group, "patch": patch}, by, now, command_id)

    def delete_group(
        self,
        group: GroupId,
        *,
        move_members: Destination | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Delete a group (bank). With members, it must say where they go.

        group: The group.
        move_members: Where its members go."""
        return self._command("delete_group", {"group": group, "move_members": move_members}, by, now, command_id)

    def set_group_cap(
        self,
        group: GroupId,
        item: ItemId,
        *,
        cap: int | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Cap an item for a group, or lift the cap (bank).

        group: The group.
        item: The item.
        cap: The most a member may ask for in one request, at least 1; null lifts it."""
        return self._command("set_group_cap", {"group": group, "item": item, "cap": cap}, by, now, command_id)

    def set_exception(
        self,
        partner: PartnerId,
        item: ItemId,
        rule: ExceptionRule,
        *,
        last_day: date | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Allow or deny an item to one partner (bank).

        partner: The partner.
        item: The item.
        rule: Allowed or denied.
        last_day: The last day it holds, inclusive, in the bank's time zone."""
        return self._command("set_exception", {"partner": partner, "item": item, "rule": rule, "last_day": last_day}, by, now, command_id)

    def remove_exception(
        self,
        partner: PartnerId,
        item: ItemId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Take an exception back (bank).

        partner: The partner.
        item: The item."""
        return self._command("remove_exception", {"partner": partner, "item": item}, by, now, command_id)

    def submit_request(
        self,
        partner: PartnerId,
        kind: RequestKind,
        lines: Sequence[NewRequestLine],
        *,
        comment: str | None = None,
        id: RequestId | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """File a request (the partner's users; bank on its behalf).

        partner: The partner it is for.
        kind: How it counts.
        lines: What is asked for, at least one line.
        comment: Words, at most 10,000 characters.
        id: The id it shall have; without one it gets one."""
        return self._command("submit_request", {"partner": partner, "kind": kind, "lines": lines, "comment": comment, "id": id}, by, now, command_id)

    def start_request(
        self,
        request: RequestId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Claim a pending request (bank).

        request: The request."""
        return self._command("start_request", {"request": request}, by, now, command_id)

    def release_request(
        self,
        request: RequestId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Give a claimed request back (the claimant; admin).

        request: The request."""
        return self._command("release_request", {"request": request}, by, now, command_id)

    def cancel_request(
        self,
        request: RequestId,
        *,
        reason: str | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Cancel a request (bank, with a reason; the partner, its own pending one).

        request: The request.
        reason: Why; required from the bank."""
        return self._command("cancel_request", {"request": request, "reason": reason}, by, now, command_id)

    def record_distribution(
        self,
        partner: PartnerId,
        lines: Sequence[NewDistributionLine],
        date: date,
        method: Method,
        *,
        comment: str | None = None,
        id: DistributionId | None = None,
        request: RequestId | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Record a distribution (bank).

        partner: Who receives it.
        lines: What is handed out, at least one line.
        date: The day, in the bank's time zone.
        method: How the goods reach the partner.
        comment: Words, at most 10,000 characters.
        id: The id it shall have; without one it gets one.
        request: The request it fulfils."""
        return self._command("record_distribution", {"partner": partner, "lines": lines, "date": date, "method": method, "comment": comment, "id": id, "request": request}, by, now, command_id)

    def update_distribution(
        self,
        distribution: DistributionId,
        patch: DistributionPatch,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Change a scheduled distribution (bank).

        distribution: The distribution.
        patch: What to change."""
        return self._command("update_distribution", {"distribution": distribution, "patch": patch}, by, now, command_id)

    def complete_distribution(
        self,
        distribution: DistributionId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Say that a distribution was handed out (bank).

        distribution: The distribution."""
        return self._command("complete_distribution", {"distribution": distribution}, by, now, command_id)

    def take_back_distribution(
        self,
        distribution: DistributionId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """Undo a distribution; its request is started again (bank).

        distribution: The distribution."""
        return self._command("take_back_distribution", {"distribution": distribution}, by, now, command_id)

    def send_due(
        self,
        part: DuePart,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
        command_id: CommandId | None = None,
    ) -> Done:
        """One batch of the daily job (scheduler). `System::run_due` gives them all, one after
        the other. A batch in which nothing is due is not recorded.

        part: Which batch."""
        return self._command("send_due", {"part": part}, by, now, command_id)

    def bank(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> BankRow:
        """The bank and its settings."""
        answer: BankRow = self._question("bank", None, "BankRow", by, now)
        return answer

    def receipt(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Receipt | None:
        """The receipt of the import, if there was one (bank)."""
        answer: Receipt | None = self._question("receipt", None, "Receipt | None", by, now)
        return answer

    def partner(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Partner:
        """One partner.

        partner: The partner."""
        answer: Partner = self._question("partner", {"partner": partner}, "Partner", by, now)
        return answer

    def profile_schema(
        self,
        *,
        language: Language | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Form:
        """The form of the profile in one language: the sections the bank asks for, their fields, limits and words.

        language: The language; English if not said."""
        answer: Form = self._question("profile_schema", {"language": language}, "Form", by, now)
        return answer

    def profile_completeness(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Completeness:
        """How much of a partner's profile is filled in.

        partner: The partner."""
        answer: Completeness = self._question("profile_completeness", {"partner": partner}, "Completeness", by, now)
        return answer

    def partners(
        self,
        limit: int,
        *,
        after: str | None = None,
        filter: PartnerFilter | None = None,
        sort: PartnerSort | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> ReplyPartners:
        """A page of partners, and the counts per status (bank).

        limit: How many.
        after: The cursor of the page before. It stays good whatever becomes of the partners.
        filter: Which ones.
        sort: In which order; by name if not said."""
        answer: ReplyPartners = self._question("partners", {"limit": limit, "after": after, "filter": filter, "sort": sort}, "ReplyPartners", by, now)
        return answer

    def partner_as_of(
        self,
        partner: PartnerId,
        at: datetime,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Partner:
        """A partner as it was at a past moment (bank).

        partner: The partner.
        at: The moment."""
        answer: Partner = self._question("partner_as_of", {"partner": partner, "at": at}, "Partner", by, now)
        return answer

    def dashboard(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Dashboard:
        """What is to be done next (bank)."""
        answer: Dashboard = self._question("dashboard", None, "Dashboard", by, now)
        return answer

    def categories(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Category, ...]:
        """All categories (bank)."""
        answer: tuple[Category, ...] = self._question("categories", None, "tuple[Category, ...]", by, now)
        return answer

    def items(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Item, ...]:
        """All items (bank)."""
        answer: tuple[Item, ...] = self._question("items", None, "tuple[Item, ...]", by, now)
        return answer

    def groups(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Group, ...]:
        """All groups (bank)."""
        answer: tuple[Group, ...] = self._question("groups", None, "tuple[Group, ...]", by, now)
        return answer

    def permitted(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[ItemPermission, ...]:
        """For each item, whether the partner may request it and by which rule.

        partner: The partner."""
        answer: tuple[ItemPermission, ...] = self._question("permitted", {"partner": partner}, "tuple[ItemPermission, ...]", by, now)
        return answer

    def allowed_actions(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Action, ...]:
        """Which actions the asker may take on the partner now.

        partner: The partner."""
        answer: tuple[Action, ...] = self._question("allowed_actions", {"partner": partner}, "tuple[Action, ...]", by, now)
        return answer

    def take_along(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> str:
        """What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
        bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
        gets neither notes nor items that partners do not see.

        partner: The partner."""
        answer: str = self._question("take_along", {"partner": partner}, "str", by, now)
        return answer

    def explain_capability(
        self,
        partner: PartnerId,
        capability: Capability,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Explanation:
        """Why a partner has a capability or not, and what would change that.

        partner: The partner.
        capability: The capability."""
        answer: Explanation = self._question("explain_capability", {"partner": partner, "capability": capability}, "Explanation", by, now)
        return answer

    def explain_command(
        self,
        command: Command,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Explanation:
        """Why a command would be refused, and what would change that.

        command: The command."""
        answer: Explanation = self._question("explain_command", {"command": command}, "Explanation", by, now)
        return answer

    def people(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Person, ...]:
        """The bank's own people: admins and staff, those who are only invited too (bank)."""
        answer: tuple[Person, ...] = self._question("people", None, "tuple[Person, ...]", by, now)
        return answer

    def users(
        self,
        partner: PartnerId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Person, ...]:
        """The users of a partner, those who are only invited too.

        partner: The partner."""
        answer: tuple[Person, ...] = self._question("users", {"partner": partner}, "tuple[Person, ...]", by, now)
        return answer

    def message_texts(
        self,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[TextsOfKind, ...]:
        """The bank's own texts of messages, and what may stand in braces in each kind (bank)."""
        answer: tuple[TextsOfKind, ...] = self._question("message_texts", None, "tuple[TextsOfKind, ...]", by, now)
        return answer

    def preview_message_text(
        self,
        kind: MessageKind,
        *,
        language: Language | None = None,
        partner: PartnerId | None = None,
        text: OwnText | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Said:
        """What a message would say (bank).

        kind: The kind.
        language: The language.
        partner: About this partner, with its name and status; else about a made-up one. The request, distribution and days in it are made up always.
        text: The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours."""
        answer: Said = self._question("preview_message_text", {"kind": kind, "language": language, "partner": partner, "text": text}, "Said", by, now)
        return answer

    def what_if(
        self,
        command: Command,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> WhatIf:
        """What a command would mean for what partners may request: who would lose which item, which open requests would
        no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.

        command: The command."""
        answer: WhatIf = self._question("what_if", {"command": command}, "WhatIf", by, now)
        return answer

    def request(
        self,
        request: RequestId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Request:
        """One request.

        request: The request."""
        answer: Request = self._question("request", {"request": request}, "Request", by, now)
        return answer

    def requests(
        self,
        limit: int,
        *,
        after: RequestId | None = None,
        partner: PartnerId | None = None,
        states: Sequence[RequestState] | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Request, ...]:
        """A page of requests, newest first.

        limit: How many.
        after: The last request of the page before.
        partner: Only this partner's.
        states: Only these states."""
        answer: tuple[Request, ...] = self._question("requests", {"limit": limit, "after": after, "partner": partner, "states": states}, "tuple[Request, ...]", by, now)
        return answer

    def distribution(
        self,
        distribution: DistributionId,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> Distribution:
        """One distribution.

        distribution: The distribution."""
        answer: Distribution = self._question("distribution", {"distribution": distribution}, "Distribution", by, now)
        return answer

    def distributions(
        self,
        limit: int,
        *,
        after: DistributionId | None = None,
        partner: PartnerId | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Distribution, ...]:
        """A page of distributions, newest first.

        limit: How many.
        after: The last distribution of the page before.
        partner: Only this partner's."""
        answer: tuple[Distribution, ...] = self._question("distributions", {"limit": limit, "after": after, "partner": partner}, "tuple[Distribution, ...]", by, now)
        return answer

    def next_reminders(
        self,
        limit: int,
        *,
        from_: date | None = None,
        group: GroupId | None = None,
        schedule: Schedule | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[NextReminder, ...]:
        """The next days of reminders (bank).

        limit: How many, at most 100.
        from_: The first day; today unless said otherwise.
        group: Of this group.
        schedule: Of this schedule, be it set or only tried out; else of the group's or the bank's own."""
        answer: tuple[NextReminder, ...] = self._question("next_reminders", {"limit": limit, "from": from_, "group": group, "schedule": schedule}, "tuple[NextReminder, ...]", by, now)
        return answer

    def due_partners(
        self,
        on: date,
        limit: int,
        *,
        after: PartnerId | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[DuePartner, ...]:
        """A page of partners whose recertification is due on a day or before, the first approved first (bank).

        on: The day, past or to come.
        limit: How many.
        after: The last partner of the page before."""
        answer: tuple[DuePartner, ...] = self._question("due_partners", {"on": on, "limit": limit, "after": after}, "tuple[DuePartner, ...]", by, now)
        return answer

    def explain_message(
        self,
        partner: PartnerId,
        kind: ReminderKind,
        on: date,
        *,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> MessageExplanation:
        """Whether and why, or why not, a partner gets or got a reminder on a day (bank).

        partner: The partner.
        kind: Which reminder.
        on: The day, in the bank's time zone."""
        answer: MessageExplanation = self._question("explain_message", {"partner": partner, "kind": kind, "on": on}, "MessageExplanation", by, now)
        return answer

    def history(
        self,
        limit: int,
        *,
        after: int | None = None,
        partner: PartnerId | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Recorded, ...]:
        """Events, oldest first (bank).

        limit: How many.
        after: Only those after this place.
        partner: Only this partner's."""
        answer: tuple[Recorded, ...] = self._question("history", {"limit": limit, "after": after, "partner": partner}, "tuple[Recorded, ...]", by, now)
        return answer

    def messages(
        self,
        limit: int,
        *,
        partner: PartnerId | None = None,
        skip: int | None = None,
        by: Actor | None = None,
        now: datetime | None = None,
    ) -> tuple[Message, ...]:
        """Messages of the outbox, oldest first (bank).

        limit: How many.
        partner: Only those about this partner.
        skip: Skip this many."""
        answer: tuple[Message, ...] = self._question("messages", {"limit": limit, "partner": partner, "skip": skip}, "tuple[Message, ...]", by, now)
        return answer
