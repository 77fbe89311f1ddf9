# Lo que se comunica a las personas. Sin revisar todavía por hablantes nativos.

## Dates, numbers and lists.

weekday = { $weekday ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
 }
month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
 }
date = { $weekday }, { $day } de { $month } de { $year }
thousands = ,
list_and = { $others } y { $last }
changed_date = la fecha
changed_method = la forma en que recibe los artículos
changed_lines = los artículos
pieces = { $count ->
    [one] { $number } pieza
   *[other] { $number } piezas
 }
individuals = { $count ->
    [one] para { $number } persona
   *[other] para { $number } personas
 }
children = { $count ->
    [one] para { $number } niño
   *[other] para { $number } niños
 }
line = { $item }: { $amount }
line_with_pieces = { $item }: { $amount } ({ $pieces })
line_in_units = { $item }: { $number } × { $unit }

## Said in many messages.

hello_partner = Estimado equipo de { $partner }:
hello_bank = Estimado equipo de { $bank }:
questions = Si tiene alguna pregunta, escriba a { $bank_email }.
signature = { $bank }
comment_lead = Con el comentario:

## Invitation.

invitation_subject = { $bank } invita a { $partner }
invitation_intro = { $bank } le invita a participar como agencia asociada. En un solo lugar puede mantener su perfil al día, solicitar lo que necesita y ver lo que va a recibir.
invitation_approved = { $partner } está aprobada: en cuanto inicie sesión, podrá hacer solicitudes.
invitation_submit = Cuando haya iniciado sesión, complete su perfil y envíelo. En cuanto { $bank } lo apruebe, podrá hacer solicitudes.
invitation_in_review = { $bank } está revisando lo que usted envió. En cuanto se apruebe, podrá hacer solicitudes.

## Approval.

approval_requested_subject = { $partner } ha enviado su perfil para aprobación
approval_requested_waits = El perfil de { $partner } fue enviado y espera su revisión.
approval_requested_what_next = Puede aprobarlo, o pedir cambios con una nota que le diga a { $partner } qué falta.
approval_requested_contact = El contacto de { $partner } es { $partner_email }.
approved_subject = { $bank } ha aprobado a { $partner }
approved_news = Buenas noticias: { $bank } ha aprobado a { $partner }. Desde ahora puede hacer solicitudes.
changes_asked_subject = { $bank } le pide cambios en su perfil
changes_asked_thanks = Gracias por enviar su perfil. Antes de que { $bank } pueda aprobarlo, hay algo que cambiar.
changes_asked_lead = { $bank } escribe:
changes_asked_submit = Cuando haya hecho los cambios, envíelo de nuevo.
recertification_required_subject = { $bank } le pide a { $partner } que se recertifique
recertification_required_time = Es hora de recertificarse. Compruebe que su perfil siga siendo correcto y envíelo de nuevo.
recertification_required_until = Hasta que { $bank } lo apruebe de nuevo, no podrá hacer solicitudes nuevas. Lo que ya solicitó queda como está.

## Requests.

request_received_subject = { $bank } ha recibido una solicitud de { $partner }
request_received_thanks = ¡Gracias! { $bank } ha recibido esta solicitud de { $partner }:
request_received_see = Puede ver en qué punto está siempre que inicie sesión.
request_cancelled_subject = Se canceló una solicitud de { $partner }
request_cancelled_what = Se canceló esta solicitud de { $partner }, hecha el { $requested_on }:
request_cancelled_lead = El motivo indicado:

## Distributions.

distribution_scheduled_subject = Su distribución de { $bank } del { $date }
distribution_scheduled_what = { $bank } ha programado una distribución para { $partner }.
distribution_changed_subject = Cambios: su distribución de { $bank } del { $date }
distribution_changed_what = { $bank } ha modificado una distribución para { $partner }. Novedades: { $changed }.
distribution_changed_now = Así queda ahora.
distribution_taken_back_subject = Retirada: su distribución de { $bank } del { $date }
distribution_taken_back_what = { $bank } ha retirado la distribución para { $partner } del { $date }. Ya no cuenta.
distribution_taken_back_lines = Estos artículos formaban parte de ella:
distribution_taken_back_open = La solicitud de la que procedía, hecha el { $requested_on }, está abierta de nuevo.
distribution_when = Cuándo: { $date }
distribution_how = Cómo: { $method }
distribution_for = Por su solicitud del: { $requested_on }
distribution_lines = Los artículos:
distribution_tomorrow_subject = Mañana: su distribución de { $bank }
distribution_tomorrow_what = Le recordamos la distribución de { $bank } para { $partner } que es mañana.

## Reminders.

deadline_reminder_subject = { $bank }: la fecha límite para las solicitudes es el { $deadline }
deadline_reminder_when = Le recordamos que la fecha límite para las solicitudes a { $bank } es el { $deadline }.
deadline_reminder_done = Si ya envió la suya, no tiene que hacer nada.
recertification_due_subject = La recertificación de { $partner } vence el { $due }
recertification_due_subject_past = La recertificación de { $partner } venció el { $due }
recertification_due_until = La aprobación de { $partner } es válida hasta el { $due }.
recertification_due_until_past = La aprobación de { $partner } fue válida hasta el { $due }.
recertification_due_required = A partir del { $required_on } será necesaria la recertificación: no podrá hacer solicitudes nuevas hasta que haya enviado su perfil y { $bank } lo haya aprobado de nuevo.
recertification_due_check = Será rápido si para entonces su perfil es correcto. Revíselo y cambie lo que haya cambiado.

## People. The link is put in when the message is handed out; it is not kept.

hello = Hola:
invitation_link = Para aceptar, siga este enlace en un plazo de { $days } días e inicie sesión con esta dirección: { "{link}" }
role_added_subject = Puede actuar en nombre de { $partner } ante { $bank }
role_added_what = Desde ahora puede actuar en nombre de { $partner } ante { $bank }, con el acceso que ya tiene.
bank_invitation_subject = { $bank } le invita
bank_invitation_what = { $bank } le invita a colaborar en la gestión de sus agencias asociadas, solicitudes y distribuciones.
bank_role_added_subject = Puede actuar en nombre de { $bank }
bank_role_added_what = Desde ahora puede actuar en nombre de { $bank }, con el acceso que ya tiene.

## What stands in a sample of a message.

sample_partner = Despensa de Ejemplo
sample_item = Pañales talla 3
sample_words = Un ejemplo de lo que alguien escribe.

## In a file of rejected rows.

row_not_held = El archivo tiene más problemas de los que caben en el informe; esta fila es una de las que quedaron fuera.
