# Ce qui est dit aux gens. Pas encore relu par des francophones.

## Dates, numbers and lists.

weekday = { $weekday ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
 }
month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
 }
date = { $weekday } { $day } { $month } { $year }
thousands = { "\u202F" }
list_and = { $others } et { $last }
changed_date = la date
changed_method = la façon dont les articles vous parviennent
changed_lines = les articles
pieces = { $count ->
    [one] { $number } pièce
   *[other] { $number } pièces
 }
individuals = { $count ->
    [one] pour { $number } personne
   *[other] pour { $number } personnes
 }
children = { $count ->
    [one] pour { $number } enfant
   *[other] pour { $number } enfants
 }
line = { $item } : { $amount }
line_with_pieces = { $item } : { $amount } ({ $pieces })
line_in_units = { $item } : { $number } × { $unit }

## Said in many messages.

hello_partner = Bonjour { $partner },
hello_bank = Bonjour { $bank },
questions = Pour toute question, veuillez écrire à { $bank_email }.
signature = { $bank }
comment_lead = Avec le commentaire :

## Invitation.

invitation_subject = { $bank } invite { $partner }
invitation_intro = { $bank } vous invite à devenir partenaire. Vous pouvez, en un seul endroit, tenir votre profil à jour, demander ce dont vous avez besoin et voir ce qui vous est destiné.
invitation_approved = { $partner } est approuvé : dès que vous serez connecté, vous pourrez faire des demandes.
invitation_submit = Une fois connecté, veuillez remplir votre profil et le soumettre. Dès que { $bank } l’aura approuvé, vous pourrez faire des demandes.
invitation_in_review = { $bank } examine ce que vous avez soumis. Dès que ce sera approuvé, vous pourrez faire des demandes.

## Approval.

approval_requested_subject = { $partner } a soumis son profil pour approbation
approval_requested_waits = Le profil de { $partner } a été soumis et attend votre examen.
approval_requested_what_next = Vous pouvez l’approuver, ou demander des modifications avec une note qui dit à { $partner } ce qui manque.
approval_requested_contact = Le contact de { $partner } est { $partner_email }.
approved_subject = { $bank } a approuvé { $partner }
approved_news = Bonne nouvelle : { $bank } a approuvé { $partner }. Vous pouvez désormais faire des demandes.
changes_asked_subject = { $bank } demande des modifications de votre profil
changes_asked_thanks = Merci d’avoir soumis votre profil. Avant que { $bank } puisse l’approuver, quelque chose doit changer.
changes_asked_lead = { $bank } écrit :
changes_asked_submit = Quand vous aurez fait les modifications, veuillez le soumettre à nouveau.
recertification_required_subject = { $bank } demande à { $partner } de renouveler sa certification
recertification_required_time = Il est temps de renouveler votre certification. Veuillez vérifier que votre profil est toujours exact et le soumettre à nouveau.
recertification_required_until = Tant que { $bank } ne l’a pas approuvé à nouveau, vous ne pouvez pas faire de nouvelles demandes. Ce que vous avez déjà demandé reste inchangé.

## Requests.

request_received_subject = { $bank } a reçu une demande de { $partner }
request_received_thanks = Merci ! { $bank } a reçu cette demande de { $partner } :
request_received_see = Vous pouvez voir où elle en est à tout moment en vous connectant.
request_cancelled_subject = Une demande de { $partner } a été annulée
request_cancelled_what = Cette demande de { $partner }, faite le { $requested_on }, a été annulée :
request_cancelled_lead = La raison donnée :

## Distributions.

distribution_scheduled_subject = Votre distribution de { $bank }, { $date }
distribution_scheduled_what = { $bank } a prévu une distribution pour { $partner }.
distribution_changed_subject = Modifiée : votre distribution de { $bank }, { $date }
distribution_changed_what = { $bank } a modifié une distribution pour { $partner }. Nouveau : { $changed }.
distribution_changed_now = Voici ce qui est prévu maintenant.
distribution_taken_back_subject = Retirée : votre distribution de { $bank }, { $date }
distribution_taken_back_what = { $bank } a retiré la distribution du { $date } pour { $partner }. Elle ne compte plus.
distribution_taken_back_lines = Elle comprenait ces articles :
distribution_taken_back_open = La demande dont elle venait, faite le { $requested_on }, est de nouveau ouverte.
distribution_when = Quand : { $date }
distribution_how = Comment : { $method }
distribution_for = Pour votre demande du : { $requested_on }
distribution_lines = Les articles :
distribution_tomorrow_subject = Demain : votre distribution de { $bank }
distribution_tomorrow_what = Nous vous rappelons la distribution de { $bank } pour { $partner }, demain.

## Reminders.

deadline_reminder_subject = { $bank } : les demandes sont attendues au plus tard { $deadline }
deadline_reminder_when = Nous vous rappelons la date limite des demandes à { $bank } : { $deadline }.
deadline_reminder_done = Si vous avez déjà envoyé la vôtre, vous n’avez rien à faire.
recertification_due_subject = La recertification de { $partner } est à renouveler d’ici le { $due }
recertification_due_subject_past = La recertification de { $partner } était à renouveler avant le { $due }
recertification_due_until = L’approbation de { $partner } est valable jusqu’au { $due }.
recertification_due_until_past = L’approbation de { $partner } était valable jusqu’au { $due }.
recertification_due_required = À partir du { $required_on }, la recertification est exigée : vous ne pourrez pas faire de nouvelles demandes avant d’avoir soumis votre profil et reçu de nouveau l’approbation de { $bank }.
recertification_due_check = Cela va vite si votre profil est déjà exact. Veuillez le vérifier et modifier ce qui a changé.

## People. The link is put in when the message is handed out; it is not kept.

hello = Bonjour,
invitation_link = Pour accepter, veuillez suivre ce lien dans les { $days } jours et vous connecter avec cette adresse : { "{link}" }
role_added_subject = Vous pouvez agir pour { $partner } auprès de { $bank }
role_added_what = Vous pouvez désormais agir pour { $partner } auprès de { $bank }, avec le compte que vous avez déjà.
bank_invitation_subject = { $bank } vous invite
bank_invitation_what = { $bank } vous invite à travailler avec elle sur ses partenaires, ses demandes et ses distributions.
bank_role_added_subject = Vous pouvez agir pour { $bank }
bank_role_added_what = Vous pouvez désormais agir pour { $bank }, avec le compte que vous avez déjà.

## What stands in a sample of a message.

sample_partner = Épicerie Exemple
sample_item = Couches taille 3
sample_words = Un exemple de ce que quelqu’un écrit.
