# Palabras de las listas cerradas de las reglas. Sin revisar todavía por hablantes nativos.

## Statuses of a partner.

status_uninvited = sin invitar
status_invited = invitada
status_awaiting_review = en revisión
status_approved = aprobada
status_recertification_required = debe recertificarse
status_deactivated = desactivada

## What a partner can do.

capability_receive_distributions = recibir distribuciones
capability_sign_in = iniciar sesión
capability_view_own = ver su propio perfil, sus solicitudes y sus distribuciones
capability_edit_profile = modificar su perfil
capability_submit_for_approval = enviar para aprobación
capability_make_requests = hacer solicitudes
capability_deadline_reminders = recibir recordatorios de la fecha límite
capability_distribution_emails = recibir correos sobre distribuciones
capability_listed_for_approval = aparecer en la lista de aprobaciones
capability_listed_by_default = aparecer en la lista habitual

## Commands that move a partner.

action_invite = invitar
action_renew_invitation = renovar la invitación
action_invite_and_approve = invitar y aprobar
action_submit_for_approval = enviar para aprobación
action_ask_for_changes = pedir cambios
action_approve = aprobar
action_require_recertification = exigir la recertificación
action_deactivate = desactivar
action_reactivate = reactivar
action_remove = eliminar

## Kinds of requests.

request_kind_quantity = por cantidad
request_kind_individuals = por número de personas
request_kind_children = por niños

## States of requests.

request_state_pending = pendiente
request_state_started = en preparación
request_state_fulfilled = atendida
request_state_cancelled = cancelada

## States of distributions.

distribution_state_scheduled = programada
distribution_state_complete = completada
distribution_state_taken_back = retirada

## How goods reach the partner.

method_pick_up = recogida en el banco
method_delivery = entrega a domicilio
method_shipped = envío por paquetería

## States of delivery of messages.

delivery_waiting = en espera
delivery_claimed = en curso de entrega
delivery_failed = fallido, se repetirá
delivery_sent = enviado
delivery_given_up = descartado

## Kinds of messages.

message_invitation = invitación
message_role_added = rol añadido
message_approval_requested = aprobación solicitada
message_approved = aprobación
message_changes_asked = cambios pedidos
message_recertification_required = recertificación necesaria
message_request_received = solicitud recibida
message_request_cancelled = solicitud cancelada
message_distribution_scheduled = distribución programada
message_distribution_changed = distribución modificada
message_distribution_taken_back = distribución retirada
message_deadline_reminder = recordatorio de la fecha límite
message_recertification_due = recertificación próxima
message_distribution_tomorrow = distribución mañana

## Who may do something.

role_host = sistema
role_scheduler = planificador
role_bank_staff = personal del banco
role_bank_admin = administrador del banco
role_partner_user = usuario de la agencia

## Fields people fill in, as sentences name them.

field_name = nombre
field_email = correo electrónico
field_notes = notas
field_info_for_partner = información para la agencia
field_external_id = identificador externo
field_default_storage_location = almacén habitual
field_quota = cuota
field_comment = comentario
field_reason = motivo
field_note = nota
field_unit = unidad
field_cap = tope
field_quantity_per_person = cantidad por persona
field_lease = plazo de entrega en segundos
field_subject = asunto
field_text = texto
field_every_months = cada cuántos meses
