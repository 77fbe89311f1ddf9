# frozen_string_literal: true

# Made from the rules by `tests/renew`. Do not edit.

module Partnerkit
  # A method for every command and question of a bank and its partners.
  module BankCalls
    # Change a bank's name, address or settings (admin).
    # @param copies_of_requests [Boolean] Whether the bank gets copies of "request received" and "request cancelled".
    # @param distribution_reminders [Boolean] Whether partners are reminded of a distribution the day before.
    # @param email [String] A new address.
    # @param language [Language] The language in which the bank is written to, and partners and people that have chosen none.
    # @param name [String] A new name.
    # @param one_step_invite_and_approve [Boolean] Whether a user interface offers "invite and approve" before "invite". Both are always legal.
    # @param over_quota [OverQuota] What happens to a request over the partner's quota.
    # @param profile_fields [Array<OwnField>] Fields of the bank's own to add or, where the key is there already, to change. The others stay.
    # @param profile_sections [Array<Section>] See `BankSettings::profile_sections`. Sections that are always on may be left out.
    # @param recertification [Recertification, nil] See `BankSettings::recertification`: replaced as a whole.
    # @param reminders [Schedule, nil] See `BankSettings::reminders`: replaced as a whole.
    # @param request_kinds [Array<RequestKind>] The kinds of request the bank takes. Never empty.
    # @param time_zone [String] See `BankSettings::time_zone`: a name of the IANA database. It is text so that an unknown name can be refused with a code of its own.
    # @param ungrouped_may_request [UngroupedMayRequest] What partners in no group may request.
    def update_bank(copies_of_requests: LEFT_OUT, distribution_reminders: LEFT_OUT, email: LEFT_OUT, language: LEFT_OUT, name: LEFT_OUT, one_step_invite_and_approve: LEFT_OUT, over_quota: LEFT_OUT, profile_fields: LEFT_OUT, profile_sections: LEFT_OUT, recertification: LEFT_OUT, reminders: LEFT_OUT, request_kinds: LEFT_OUT, time_zone: LEFT_OUT, ungrouped_may_request: LEFT_OUT)
      command(:update_bank, { copies_of_requests: copies_of_requests, distribution_reminders: distribution_reminders, email: email, language: language, name: name, one_step_invite_and_approve: one_step_invite_and_approve, over_quota: over_quota, profile_fields: profile_fields, profile_sections: profile_sections, recertification: recertification, reminders: reminders, request_kinds: request_kinds, time_zone: time_zone, ungrouped_may_request: ungrouped_may_request })
    end

    # Say a kind of message in the bank's own words (admin).
    # @param kind [MessageKind] The kind.
    # @param language [Language] The language the words are in.
    # @param text [OwnText, nil] The words, with [placeholders](MessageKind::placeholders); null takes them back, and ours are said again.
    def set_message_text(kind:, language:, text: LEFT_OUT)
      command(:set_message_text, { kind: kind, language: language, text: text })
    end

    # Add a partner (bank).
    # @param name [String] Its name, 1 to 200 characters, unique in the bank by its normalised key.
    # @param email [String] Its contact address, unique in the bank.
    # @param default_storage_location [String, nil] Where the bank hands out to it: an id of the host's, not read by us.
    # @param external_id [String, nil] The host's own key, unique in the bank.
    # @param group [GroupId, nil] The group it is in.
    # @param id [PartnerId, nil] The id it shall have; without one it gets one.
    # @param info_for_partner [String, nil] What the bank wants the partner to know, at most 10,000 characters.
    # @param language [Language, nil] The language it is written to in; without one, the bank's.
    # @param notes [String, nil] Notes only the bank sees, at most 10,000 characters.
    # @param proxy [Boolean] Whether it stands for the bank's own direct distribution.
    # @param quota [Integer, nil] Pieces it may ask for in one request.
    # @param send_emails [Boolean] Whether it gets deadline reminders and distribution emails.
    def add_partner(name:, email:, default_storage_location: LEFT_OUT, external_id: LEFT_OUT, group: LEFT_OUT, id: LEFT_OUT, info_for_partner: LEFT_OUT, language: LEFT_OUT, notes: LEFT_OUT, proxy: LEFT_OUT, quota: LEFT_OUT, send_emails: LEFT_OUT)
      command(:add_partner, { name: name, email: email, default_storage_location: default_storage_location, external_id: external_id, group: group, id: id, info_for_partner: info_for_partner, language: language, notes: notes, proxy: proxy, quota: quota, send_emails: send_emails })
    end

    # Change what the bank says about a partner (bank).
    # @param partner [PartnerId] The partner.
    # @param patch [PartnerPatch] What to change.
    def update_partner(partner:, patch:)
      command(:update_partner, { partner: partner, patch: patch })
    end

    # Change what a partner says about itself (its users; bank).
    # @param partner [PartnerId] The partner.
    # @param patch [ProfilePatch] What to change.
    def update_profile(partner:, patch:)
      command(:update_profile, { partner: partner, patch: patch })
    end

    # Ask the partner's contact to join.
    # @param partner [PartnerId] The partner.
    def invite(partner:)
      command(:invite, { partner: partner })
    end

    # Send a new invitation; the status stays.
    # @param partner [PartnerId] The partner.
    def renew_invitation(partner:)
      command(:renew_invitation, { partner: partner })
    end

    # Invite and approve in one step.
    # @param partner [PartnerId] The partner.
    def invite_and_approve(partner:)
      command(:invite_and_approve, { partner: partner })
    end

    # Hand in the profile for the bank's review.
    # @param partner [PartnerId] The partner.
    def submit_for_approval(partner:)
      command(:submit_for_approval, { partner: partner })
    end

    # Send a submission back with a note.
    # @param partner [PartnerId] The partner.
    # @param note [String] What to change; required, at most 10,000 characters.
    def ask_for_changes(partner:, note:)
      command(:ask_for_changes, { partner: partner, note: note })
    end

    # Let the partner make requests.
    # @param partner [PartnerId] The partner.
    def approve(partner:)
      command(:approve, { partner: partner })
    end

    # Ask an approved partner to submit again.
    # @param partner [PartnerId] The partner.
    def require_recertification(partner:)
      command(:require_recertification, { partner: partner })
    end

    # Set the partner aside.
    # @param partner [PartnerId] The partner.
    # @param reason [String, nil] Why.
    def deactivate(partner:, reason: LEFT_OUT)
      command(:deactivate, { partner: partner, reason: reason })
    end

    # Put a deactivated partner back where it was.
    # @param partner [PartnerId] The partner.
    def reactivate(partner:)
      command(:reactivate, { partner: partner })
    end

    # Remove for ever a partner that left no trace.
    # @param partner [PartnerId] The partner.
    def remove(partner:)
      command(:remove, { partner: partner })
    end

    # One action on many partners, each decided on its own, all in one transaction (bank).
    # @param action [Action] Which action; one of `Action::BULK`.
    # @param partners [Selection] Which partners.
    # @param reason [String, nil] Why, where the action takes a reason.
    def bulk(action:, partners:, reason: LEFT_OUT)
      command(:bulk, { action: action, partners: partners, reason: reason })
    end

    # Invite a person to a role (admin; a partner's users, to their own partner). Who has a login gets the role at once.
    # @param person [NewPerson] The person.
    # @param role [Role] The role.
    def invite_person(person:, role:)
      command(:invite_person, { person: person, role: role })
    end

    # Make staff an admin, or an admin staff (admin).
    # @param person [PersonId] The person.
    # @param to [Role] The new role, one of the bank's two.
    def change_role(person:, to:)
      command(:change_role, { person: person, to: to })
    end

    # Take a role, or an open invitation to it, from a person (admin).
    # @param person [PersonId] The person.
    # @param role [Role] The role.
    def revoke_role(person:, role:)
      command(:revoke_role, { person: person, role: role })
    end

    # Begin to act in the role the actor names; that is also how to switch.
    def sign_in = command(:sign_in)

    # Add a partner that stands for the bank's own direct distribution, approved at once and used by people of the bank
    # (bank). Nobody is written to.
    # @param partner [NewPartner] The partner. It is a proxy whatever its flag says.
    # @param people [Array<PersonId>] Its users: people of the bank. None where the host keeps the people.
    def set_up_proxy(partner:, people:)
      command(:set_up_proxy, { partner: partner, people: people })
    end

    # Add a category (bank).
    # @param name [String] Its name.
    # @param id [CategoryId, nil] The id it shall have; without one it gets one.
    def add_category(name:, id: LEFT_OUT)
      command(:add_category, { name: name, id: id })
    end

    # Rename a category (bank).
    # @param category [CategoryId] The category.
    # @param name [String] Its new name.
    def rename_category(category:, name:)
      command(:rename_category, { category: category, name: name })
    end

    # Delete a category that is not in use (bank).
    # @param category [CategoryId] The category.
    def delete_category(category:)
      command(:delete_category, { category: category })
    end

    # Add an item (bank).
    # @param name [String] Its name.
    # @param active [Boolean, nil] Whether it is in use; yes unless said otherwise.
    # @param category [CategoryId, nil] Its category.
    # @param id [ItemId, nil] The id it shall have; without one it gets one.
    # @param kit [Boolean] Whether it is a kit, which only sets the default of `quantity_per_person`.
    # @param quantity_per_person [Integer, nil] Pieces for one person; 50 unless said otherwise, 1 for a kit.
    # @param units [Array<String>] Units it can be requested in beside pieces.
    # @param visible [Boolean, nil] Whether partners see it; yes unless said otherwise.
    def add_item(name:, active: LEFT_OUT, category: LEFT_OUT, id: LEFT_OUT, kit: LEFT_OUT, quantity_per_person: LEFT_OUT, units: LEFT_OUT, visible: LEFT_OUT)
      command(:add_item, { name: name, active: active, category: category, id: id, kit: kit, quantity_per_person: quantity_per_person, units: units, visible: visible })
    end

    # Change an item (bank).
    # @param item [ItemId] The item.
    # @param patch [ItemPatch] What to change.
    def update_item(item:, patch:)
      command(:update_item, { item: item, patch: patch })
    end

    # Add a group (bank).
    # @param name [String] Its name.
    # @param categories [Array<CategoryId>] The categories its members may request.
    # @param id [GroupId, nil] The id it shall have; without one it gets one.
    def add_group(name:, categories: LEFT_OUT, id: LEFT_OUT)
      command(:add_group, { name: name, categories: categories, id: id })
    end

    # Change a group (bank).
    # @param group [GroupId] The group.
    # @param patch [GroupPatch] What to change.
    def update_group(group:, patch:)
      command(:update_group, { group: group, patch: patch })
    end

    # Delete a group (bank). With members, it must say where they go.
    # @param group [GroupId] The group.
    # @param move_members [Destination, nil] Where its members go.
    def delete_group(group:, move_members: LEFT_OUT)
      command(:delete_group, { group: group, move_members: move_members })
    end

    # Cap an item for a group, or lift the cap (bank).
    # @param group [GroupId] The group.
    # @param item [ItemId] The item.
    # @param cap [Integer, nil] The most a member may ask for in one request, at least 1; null lifts it.
    def set_group_cap(group:, item:, cap: LEFT_OUT)
      command(:set_group_cap, { group: group, item: item, cap: cap })
    end

    # Allow or deny an item to one partner (bank).
    # @param partner [PartnerId] The partner.
    # @param item [ItemId] The item.
    # @param rule [ExceptionRule] Allowed or denied.
    # @param last_day [Date, String, nil] The last day it holds, inclusive, in the bank's time zone.
    def set_exception(partner:, item:, rule:, last_day: LEFT_OUT)
      command(:set_exception, { partner: partner, item: item, rule: rule, last_day: last_day })
    end

    # Take an exception back (bank).
    # @param partner [PartnerId] The partner.
    # @param item [ItemId] The item.
    def remove_exception(partner:, item:)
      command(:remove_exception, { partner: partner, item: item })
    end

    # File a request (the partner's users; bank on its behalf).
    # @param partner [PartnerId] The partner it is for.
    # @param kind [RequestKind] How it counts.
    # @param lines [Array<NewRequestLine>] What is asked for, at least one line.
    # @param comment [String, nil] Words, at most 10,000 characters.
    # @param id [RequestId, nil] The id it shall have; without one it gets one.
    def submit_request(partner:, kind:, lines:, comment: LEFT_OUT, id: LEFT_OUT)
      command(:submit_request, { partner: partner, kind: kind, lines: lines, comment: comment, id: id })
    end

    # Claim a pending request (bank).
    # @param request [RequestId] The request.
    def start_request(request:)
      command(:start_request, { request: request })
    end

    # Give a claimed request back (the claimant; admin).
    # @param request [RequestId] The request.
    def release_request(request:)
      command(:release_request, { request: request })
    end

    # Cancel a request (bank, with a reason; the partner, its own pending one).
    # @param request [RequestId] The request.
    # @param reason [String, nil] Why; required from the bank.
    def cancel_request(request:, reason: LEFT_OUT)
      command(:cancel_request, { request: request, reason: reason })
    end

    # Record a distribution (bank).
    # @param partner [PartnerId] Who receives it.
    # @param lines [Array<NewDistributionLine>] What is handed out, at least one line.
    # @param date [Date, String] The day, in the bank's time zone.
    # @param method [Method] How the goods reach the partner.
    # @param comment [String, nil] Words, at most 10,000 characters.
    # @param id [DistributionId, nil] The id it shall have; without one it gets one.
    # @param request [RequestId, nil] The request it fulfils.
    def record_distribution(partner:, lines:, date:, method:, comment: LEFT_OUT, id: LEFT_OUT, request: LEFT_OUT)
      command(:record_distribution, { partner: partner, lines: lines, date: date, method: method, comment: comment, id: id, request: request })
    end

    # Change a scheduled distribution (bank).
    # @param distribution [DistributionId] The distribution.
    # @param patch [DistributionPatch] What to change.
    def update_distribution(distribution:, patch:)
      command(:update_distribution, { distribution: distribution, patch: patch })
    end

    # Say that a distribution was handed out (bank).
    # @param distribution [DistributionId] The distribution.
    def complete_distribution(distribution:)
      command(:complete_distribution, { distribution: distribution })
    end

    # Undo a distribution; its request is started again (bank).
    # @param distribution [DistributionId] The distribution.
    def take_back_distribution(distribution:)
      command(:take_back_distribution, { distribution: distribution })
    end

    # One batch of the daily job (scheduler). `System::run_due` gives them all, one after
    # the other. A batch in which nothing is due is not recorded.
    # @param part [DuePart] Which batch.
    def send_due(part:)
      command(:send_due, { part: part })
    end

    # The bank and its settings.
    def bank = question(:bank)

    # The receipt of the import, if there was one (bank).
    def receipt = question(:receipt)

    # One partner.
    # @param partner [PartnerId] The partner.
    def partner(partner:)
      question(:partner, { partner: partner })
    end

    # The form of the profile in one language: the sections the bank asks for, their fields, limits and words.
    # @param language [Language] The language; English if not said.
    def profile_schema(language: LEFT_OUT)
      question(:profile_schema, { language: language })
    end

    # How much of a partner's profile is filled in.
    # @param partner [PartnerId] The partner.
    def profile_completeness(partner:)
      question(:profile_completeness, { partner: partner })
    end

    # A page of partners, and the counts per status (bank).
    # @param limit [Integer] How many.
    # @param after [String, nil] The cursor of the page before. It stays good whatever becomes of the partners.
    # @param filter [PartnerFilter] Which ones.
    # @param sort [PartnerSort] In which order; by name if not said.
    def partners(limit:, after: LEFT_OUT, filter: LEFT_OUT, sort: LEFT_OUT)
      question(:partners, { limit: limit, after: after, filter: filter, sort: sort })
    end

    # A partner as it was at a past moment (bank).
    # @param partner [PartnerId] The partner.
    # @param at [Time, String] The moment.
    def partner_as_of(partner:, at:)
      question(:partner_as_of, { partner: partner, at: at })
    end

    # What is to be done next (bank).
    def dashboard = question(:dashboard)

    # All categories (bank).
    def categories = question(:categories)

    # All items (bank).
    def items = question(:items)

    # All groups (bank).
    def groups = question(:groups)

    # For each item, whether the partner may request it and by which rule.
    # @param partner [PartnerId] The partner.
    def permitted(partner:)
      question(:permitted, { partner: partner })
    end

    # Which actions the asker may take on the partner now.
    # @param partner [PartnerId] The partner.
    def allowed_actions(partner:)
      question(:allowed_actions, { partner: partner })
    end

    # What a phone needs to ask about a partner and prepare commands without the bank, as the text of a take-along file: the
    # bank, the partner and its group, its open requests, the items with their categories, and who asks. A partner's user
    # gets neither notes nor items that partners do not see.
    # @param partner [PartnerId] The partner.
    def take_along(partner:)
      question(:take_along, { partner: partner })
    end

    # Why a partner has a capability or not, and what would change that.
    # @param partner [PartnerId] The partner.
    # @param capability [Capability] The capability.
    def explain_capability(partner:, capability:)
      question(:explain_capability, { partner: partner, capability: capability })
    end

    # Why a command would be refused, and what would change that.
    # @param command [Command] The command.
    def explain_command(command:)
      question(:explain_command, { command: command })
    end

    # The bank's own people: admins and staff, those who are only invited too (bank).
    def people = question(:people)

    # The users of a partner, those who are only invited too.
    # @param partner [PartnerId] The partner.
    def users(partner:)
      question(:users, { partner: partner })
    end

    # The bank's own texts of messages, and what may stand in braces in each kind (bank).
    def message_texts = question(:message_texts)

    # What a message would say (bank).
    # @param kind [MessageKind] The kind.
    # @param language [Language] The language.
    # @param partner [PartnerId, nil] About this partner, with its name and status; else about a made-up one. The request, distribution and days in it are made up always.
    # @param text [OwnText, nil] The bank's own text, checked as if it were set; without one, the text that is said now, the bank's own or ours.
    def preview_message_text(kind:, language: LEFT_OUT, partner: LEFT_OUT, text: LEFT_OUT)
      question(:preview_message_text, { kind: kind, language: language, partner: partner, text: text })
    end

    # What a command would mean for what partners may request: who would lose which item, which open requests would
    # no longer be taken, and what people would be told (bank). For changes of settings, groups and items above all.
    # @param command [Command] The command.
    def what_if(command:)
      question(:what_if, { command: command })
    end

    # One request.
    # @param request [RequestId] The request.
    def request(request:)
      question(:request, { request: request })
    end

    # A page of requests, newest first.
    # @param limit [Integer] How many.
    # @param after [RequestId, nil] The last request of the page before.
    # @param partner [PartnerId, nil] Only this partner's.
    # @param states [Array<RequestState>] Only these states.
    def requests(limit:, after: LEFT_OUT, partner: LEFT_OUT, states: LEFT_OUT)
      question(:requests, { limit: limit, after: after, partner: partner, states: states })
    end

    # One distribution.
    # @param distribution [DistributionId] The distribution.
    def distribution(distribution:)
      question(:distribution, { distribution: distribution })
    end

    # A page of distributions, newest first.
    # @param limit [Integer] How many.
    # @param after [DistributionId, nil] The last distribution of the page before.
    # @param partner [PartnerId, nil] Only this partner's.
    def distributions(limit:, after: LEFT_OUT, partner: LEFT_OUT)
      question(:distributions, { limit: limit, after: after, partner: partner })
    end

    # The next days of reminders (bank).
    # @param limit [Integer] How many, at most 100.
    # @param from [Date, String, nil] The first day; today unless said otherwise.
    # @param group [GroupId, nil] Of this group.
    # @param schedule [Schedule, nil] Of this schedule, be it set or only tried out; else of the group's or the bank's own.
    def next_reminders(limit:, from: LEFT_OUT, group: LEFT_OUT, schedule: LEFT_OUT)
      question(:next_reminders, { limit: limit, from: from, group: group, schedule: schedule })
    end

    # A page of partners whose recertification is due on a day or before, the first approved first (bank).
    # @param on [Date, String] The day, past or to come.
    # @param limit [Integer] How many.
    # @param after [PartnerId, nil] The last partner of the page before.
    def due_partners(on:, limit:, after: LEFT_OUT)
      question(:due_partners, { on: on, limit: limit, after: after })
    end

    # Whether and why, or why not, a partner gets or got a reminder on a day (bank).
    # @param partner [PartnerId] The partner.
    # @param kind [ReminderKind] Which reminder.
    # @param on [Date, String] The day, in the bank's time zone.
    def explain_message(partner:, kind:, on:)
      question(:explain_message, { partner: partner, kind: kind, on: on })
    end

    # Events, oldest first (bank).
    # @param limit [Integer] How many.
    # @param after [Integer] Only those after this place.
    # @param partner [PartnerId, nil] Only this partner's.
    def history(limit:, after: LEFT_OUT, partner: LEFT_OUT)
      question(:history, { limit: limit, after: after, partner: partner })
    end

    # Messages of the outbox, oldest first (bank).
    # @param limit [Integer] How many.
    # @param partner [PartnerId, nil] Only those about this partner.
    # @param skip [Integer] Skip this many.
    def messages(limit:, partner: LEFT_OUT, skip: LEFT_OUT)
      question(:messages, { limit: limit, partner: partner, skip: skip })
    end
  end

  # A method for every command and question of the host itself.
  module HostCalls
    # Create a bank (host).
    # @param name [String] Its name, 1 to 200 characters.
    # @param email [String] The address that gets what partners submit.
    # @param admin [String, nil] The address of its first admin. Without one the host says who may act.
    # @param id [BankId, nil] The id it shall have; without one it gets one.
    def create_bank(name:, email:, admin: LEFT_OUT, id: LEFT_OUT)
      command(:create_bank, { name: name, email: email, admin: admin, id: id })
    end

    # Give a bank an admin, at once and without an invitation (host).
    # @param bank [BankId] The bank.
    # @param admin [NewPerson] The admin.
    def add_admin(bank:, admin:)
      command(:add_admin, { bank: bank, admin: admin })
    end

    # Accept an invitation for a person the host has authenticated (host).
    # @param token [Token] The token that was sent.
    # @param email [String] The address the host knows the person by.
    def accept_invitation(token:, email:)
      command(:accept_invitation, { token: token, email: email })
    end

    # All roles a person holds, in any bank, the one used last first (host).
    # @param person [PersonId] The person.
    def roles_of(person:)
      question(:roles_of, { person: person })
    end
  end
end
