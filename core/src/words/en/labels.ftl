# Words for the closed lists of the rules: each text is named by its list and its wire spelling.

## Statuses of a partner.

status_uninvited = uninvited
status_invited = invited
status_awaiting_review = awaiting review
status_approved = approved
status_recertification_required = recertification required
status_deactivated = deactivated

## What a partner can do.

capability_receive_distributions = receive distributions
capability_sign_in = sign in
capability_view_own = view its own profile, requests and distributions
capability_edit_profile = edit its profile
capability_submit_for_approval = submit for approval
capability_make_requests = make requests
capability_deadline_reminders = get deadline reminders
capability_distribution_emails = get emails about distributions
capability_listed_for_approval = be listed for approval
capability_listed_by_default = be listed by default

## Commands that move a partner.

action_invite = invite
action_renew_invitation = renew the invitation
action_invite_and_approve = invite and approve
action_submit_for_approval = submit for approval
action_ask_for_changes = ask for changes
action_approve = approve
action_require_recertification = require recertification
action_deactivate = deactivate
action_reactivate = reactivate
action_remove = remove

## Kinds of requests.

request_kind_quantity = by quantity
request_kind_individuals = by number of individuals
request_kind_children = by children

## States of requests.

request_state_pending = pending
request_state_started = started
request_state_fulfilled = fulfilled
request_state_cancelled = cancelled

## States of distributions.

distribution_state_scheduled = scheduled
distribution_state_complete = complete
distribution_state_taken_back = taken back

## How goods reach the partner.

method_pick_up = pick-up
method_delivery = delivery
method_shipped = shipping

## States of delivery of messages.

delivery_waiting = waiting
delivery_claimed = being delivered
delivery_failed = failed, to be repeated
delivery_sent = sent
delivery_given_up = given up

## Kinds of messages.

message_invitation = invitation
message_role_added = role added
message_approval_requested = approval requested
message_approved = approved
message_changes_asked = changes asked for
message_recertification_required = recertification required
message_request_received = request received
message_request_cancelled = request cancelled
message_distribution_scheduled = distribution scheduled
message_distribution_changed = distribution changed
message_distribution_taken_back = distribution taken back
message_deadline_reminder = deadline reminder
message_recertification_due = recertification coming due
message_distribution_tomorrow = distribution tomorrow

## Who may do something.

role_host = host
role_scheduler = scheduler
role_bank_staff = bank staff
role_bank_admin = bank admin
role_partner_user = partner user

## Fields people fill in, as sentences name them.

field_name = name
field_email = email address
field_notes = notes
field_info_for_partner = information for the partner
field_external_id = external id
field_default_storage_location = default storage location
field_quota = quota
field_comment = comment
field_reason = reason
field_note = note
field_unit = unit
field_cap = cap
field_quantity_per_person = quantity per person
field_lease = lease
field_subject = subject
field_text = text
field_every_months = every how many months
