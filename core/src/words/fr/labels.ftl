# Les mots des listes fermées des règles. Pas encore relus par des francophones.

## Statuses of a partner.

status_uninvited = non invité
status_invited = invité
status_awaiting_review = en attente d’examen
status_approved = approuvé
status_recertification_required = recertification requise
status_deactivated = désactivé

## What a partner can do.

capability_receive_distributions = recevoir des distributions
capability_sign_in = se connecter
capability_view_own = consulter son profil, ses demandes et ses distributions
capability_edit_profile = modifier son profil
capability_submit_for_approval = soumettre pour approbation
capability_make_requests = faire des demandes
capability_deadline_reminders = recevoir les rappels d’échéance
capability_distribution_emails = recevoir les courriels sur les distributions
capability_listed_for_approval = figurer dans la liste des approbations
capability_listed_by_default = figurer dans la liste habituelle

## Commands that move a partner.

action_invite = inviter
action_renew_invitation = renouveler l’invitation
action_invite_and_approve = inviter et approuver
action_submit_for_approval = soumettre pour approbation
action_ask_for_changes = demander des modifications
action_approve = approuver
action_require_recertification = exiger la recertification
action_deactivate = désactiver
action_reactivate = réactiver
action_remove = supprimer

## Kinds of requests.

request_kind_quantity = par quantité
request_kind_individuals = par nombre de personnes
request_kind_children = par enfants

## States of requests.

request_state_pending = en attente
request_state_started = en préparation
request_state_fulfilled = satisfaite
request_state_cancelled = annulée

## States of distributions.

distribution_state_scheduled = prévue
distribution_state_complete = terminée
distribution_state_taken_back = retirée

## How goods reach the partner.

method_pick_up = retrait sur place
method_delivery = livraison
method_shipped = expédition

## States of delivery of messages.

delivery_waiting = en attente
delivery_claimed = en cours d’envoi
delivery_failed = échoué, à répéter
delivery_sent = envoyé
delivery_given_up = abandonné

## Kinds of messages.

message_invitation = invitation
message_role_added = rôle ajouté
message_approval_requested = approbation demandée
message_approved = approbation
message_changes_asked = modifications demandées
message_recertification_required = recertification requise
message_request_received = demande reçue
message_request_cancelled = demande annulée
message_distribution_scheduled = distribution prévue
message_distribution_changed = distribution modifiée
message_distribution_taken_back = distribution retirée
message_deadline_reminder = rappel d’échéance
message_recertification_due = recertification à venir
message_distribution_tomorrow = distribution demain

## Who may do something.

role_host = système
role_scheduler = planificateur
role_bank_staff = personnel de la banque
role_bank_admin = administrateur de la banque
role_partner_user = utilisateur du partenaire
