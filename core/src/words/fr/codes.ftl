# Pourquoi la réponse est non. Pas encore relu par des francophones ; ce qui manque est dit en anglais.

## Who and what.

not_permitted = Il faut pour cela le rôle { $needs }.
    .partner = Seule la banque peut faire cela.

## Statuses and transitions: each names the state of things that is in the way.

not_invited_yet = `{ $partner }` n’a pas encore été invité : invitez-le d’abord.
    .partner = Votre organisme n’a pas encore été invité.
already_invited = `{ $partner }` a déjà été invité.
    .partner = Votre organisme a déjà été invité.
already_submitted = `{ $partner }` a déjà soumis son profil et attend l’examen.
    .partner = Vous avez déjà soumis votre profil ; la banque l’examine.
already_approved = `{ $partner }` est déjà approuvé.
    .partner = Votre organisme est déjà approuvé.
not_submitted_yet = `{ $partner }` n’a pas encore soumis son profil.
    .partner = Vous n’avez pas encore soumis votre profil.
not_approved_yet = `{ $partner }` n’est pas approuvé.
    .partner = Votre organisme n’est pas encore approuvé.
recertification_required = `{ $partner }` doit renouveler sa certification.
    .partner = Votre organisme doit d’abord renouveler sa certification.
partner_deactivated = `{ $partner }` est désactivé.
    .partner = Votre organisme est désactivé. Veuillez vous adresser à la banque.
not_deactivated = `{ $partner }` n’est pas désactivé.
    .partner = Votre organisme n’est pas désactivé.
