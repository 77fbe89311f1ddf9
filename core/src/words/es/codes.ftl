# Por qué la respuesta es no. El texto es para el personal del banco; `.partner` es para la agencia, donde es distinto.
# Sin revisar todavía por hablantes nativos.

## Who and what.

not_found = { $what ->
    [partner] No existe esa agencia asociada.
    [bank] No existe ese banco.
    [group] No existe ese grupo.
    [category] No existe esa categoría.
    [item] No existe ese artículo.
    [request] No existe esa solicitud.
    [distribution] No existe esa distribución.
    [exception] No existe esa excepción.
    [message] No existe ese mensaje.
    [person] No existe esa persona.
    [invitation] No existe esa invitación.
   *[other] No se encontró lo que se busca.
 }
not_permitted = Para esto se necesita el rol { $needs }.
    .partner = Solo el banco puede hacer esto.

## Statuses and transitions: each names the state of things that is in the way.

not_invited_yet = `{ $partner }` todavía no ha sido invitada: invítela primero.
    .partner = Su agencia todavía no ha sido invitada.
already_invited = `{ $partner }` ya ha sido invitada.
    .partner = Su agencia ya ha sido invitada.
already_submitted = `{ $partner }` ya envió su perfil y espera la revisión.
    .partner = Usted ya envió su perfil; el banco lo está revisando.
already_approved = `{ $partner }` ya está aprobada.
    .partner = Su agencia ya está aprobada.
not_submitted_yet = `{ $partner }` todavía no ha enviado su perfil para aprobación.
    .partner = Usted todavía no ha enviado su perfil para aprobación.
not_approved_yet = `{ $partner }` no está aprobada.
    .partner = Su agencia todavía no está aprobada.
recertification_required = `{ $partner }` debe recertificarse.
    .partner = Su agencia debe recertificarse antes de poder hacer esto.
partner_deactivated = `{ $partner }` está desactivada.
    .partner = Su agencia está desactivada. Por favor, consulte con el banco.
not_deactivated = `{ $partner }` no está desactivada.
    .partner = Su agencia no está desactivada.
partner_has_history = `{ $partner }` tiene solicitudes o distribuciones y no se puede eliminar; desactívela en su lugar.
    .partner = Una agencia con solicitudes o distribuciones no se puede eliminar.
emails_off = Los correos electrónicos están desactivados para `{ $partner }`.
    .partner = Los correos electrónicos están desactivados para su agencia.
no_schedule = El banco no ha programado recordatorios de la fecha límite.

## Partners.

name_missing = Falta el nombre.
name_too_long = El nombre tiene { $length } caracteres; se permiten { $most } como máximo.
name_taken = { $what ->
    [partner] El nombre `{ $name }` ya lo usa otra agencia asociada.
    [group] El nombre `{ $name }` ya lo usa otro grupo.
    [category] El nombre `{ $name }` ya lo usa otra categoría.
    [item] El nombre `{ $name }` ya lo usa otro artículo.
   *[other] El nombre `{ $name }` ya está en uso.
 }
    .partner = El nombre `{ $name }` ya está en uso.
email_missing = Falta el correo electrónico.
email_invalid = `{ $value }` no es una dirección de correo electrónico.
email_several = `{ $value }` contiene más de una dirección de correo electrónico; indique solo una.
email_taken = El correo electrónico `{ $email }` ya pertenece a `{ $partner }`.
    .partner = El correo electrónico `{ $email }` ya está en uso.
external_id_taken = El identificador externo `{ $external_id }` ya pertenece a `{ $partner }`.
    .partner = El identificador externo `{ $external_id }` ya está en uso.
id_taken = { $what ->
    [partner] El identificador de la nueva agencia asociada ya está en uso.
    [bank] El identificador del nuevo banco ya está en uso.
    [group] El identificador del nuevo grupo ya está en uso.
    [category] El identificador de la nueva categoría ya está en uso.
    [item] El identificador del nuevo artículo ya está en uso.
    [request] El identificador de la nueva solicitud ya está en uso.
    [distribution] El identificador de la nueva distribución ya está en uso.
   *[other] El identificador indicado ya está en uso.
 }
quota_invalid = `{ $value }` no es una cuota: debe ser un número entero a partir de 0.
text_missing = Falta el campo «{ $field }».
placeholder_unknown = `{ $placeholder }` no es un marcador válido aquí. Los válidos son: { $known }.
placeholder_missing = El texto debe contener el marcador `{ $placeholder }`: sin él, el mensaje no sirve.
text_too_long = El campo «{ $field }» tiene { $length } caracteres; se permiten { $most } como máximo.
control_character = El campo «{ $field }» contiene un carácter de control.
not_yes_or_no = `{ $value }` no es ni sí ni no.
number_out_of_range = El valor de «{ $field }» es { $value }; debe estar entre { $least } y { $most }.
time_zone_unknown = `{ $value }` no es una zona horaria de la base de datos de la IANA.
nothing_to_change = El cambio no indica nada que cambiar.
note_missing = Hace falta una nota que diga qué debe cambiarse.
reason_missing = Hace falta un motivo.
looks_alike = `{ $value }` se parece a `{ $other }`.
invisible_character = El campo «{ $field }» contiene un carácter invisible.
formula_like = Una hoja de cálculo ejecutaría `{ $value }` como fórmula; se guarda como texto.
contact_changed = Es posible que la persona con la dirección anterior de `{ $partner }` todavía tenga acceso.
    .partner = Es posible que la persona con la dirección anterior todavía tenga acceso.
too_many_partners = El comando nombra { $count } agencias asociadas; se admiten { $most } a la vez como máximo.
    .partner = Son demasiadas agencias a la vez.

## Import.

already_imported = Este banco ya importó sus agencias asociadas; solo se puede hacer una vez.
    .partner = El banco ya importó sus agencias asociadas.
import_key_reused = La clave de idempotencia pertenece a una importación con otro contenido.
import_refused = El archivo tiene problemas; no se importó nada.
import_empty = El archivo está vacío.
import_no_rows = El archivo tiene un encabezado y ninguna agencia.
import_cancelled = La importación se canceló; no se importó nada.
import_unreadable = El archivo no se pudo leer hasta el final; no se importó nada.
encoding_unknown = El archivo no es texto en UTF-8, UTF-16 ni Windows-1252.
header_missing = El archivo no tiene la columna `{ $header }`.
header_empty = El encabezado de esta columna está vacío.
header_unknown = `{ $header }` no es una columna que se pueda importar.
header_duplicate = La columna `{ $header }` aparece dos veces en el archivo, la primera en la columna { $first_column }.
    .partner = La columna `{ $header }` aparece dos veces en el archivo.
header_status = No se puede importar un estado: toda agencia empieza sin invitar.
name_duplicate = `{ $value }` es el mismo nombre que en la línea { $first_line }.
email_duplicate = `{ $value }` es el mismo correo electrónico que en la línea { $first_line }.
external_id_duplicate = `{ $value }` es el mismo identificador externo que en la línea { $first_line }.
group_unknown = El banco no tiene ningún grupo llamado `{ $value }`.
cell_without_header = `{ $value }` está en una columna sin encabezado.
row_too_long = La fila tiene { $cells } celdas; el encabezado tiene { $columns }.
row_too_large = La fila ocupa más de { $most } bytes; el resto del archivo no se leyó.
    .partner = La fila ocupa más de { $most } bytes.
quote_unclosed = Unas comillas abiertas en esta fila no se cierran nunca.
output_failed = Las filas rechazadas no se pudieron escribir.
other_file = Este no es el archivo al que se refiere el informe.

## Groups, categories, items.

group_has_members = `{ $group }` tiene { $members } miembros; indique adónde van.
    .partner = El grupo tiene miembros.
category_in_use = La categoría `{ $category }` se usa en { $items } artículos y { $groups } grupos.
    .partner = La categoría está en uso.
group_is_destination = Los miembros no se pueden pasar al mismo grupo que se elimina.
unit_invalid = `{ $unit }` no es una unidad: indique un nombre corto que no sea pieza.

## What a partner may request.

item_inactive = `{ $item }` no está activo.
    .partner = `{ $item }` no está disponible.
item_hidden = `{ $item }` no es visible para las agencias.
    .partner = `{ $item }` no está disponible.
item_not_in_group = El grupo `{ $group }` no puede solicitar `{ $category }`, la categoría de `{ $item }`.
    .partner = Su grupo no puede solicitar `{ $item }`.
item_without_category = `{ $item }` no tiene categoría, así que el grupo `{ $group }` no puede solicitarlo.
    .partner = Su grupo no puede solicitar `{ $item }`.
item_denied = Una excepción le niega `{ $item }` a `{ $partner }`.
    .partner = `{ $item }` no está disponible para su agencia.
ungrouped_may_request_nothing = `{ $partner }` no está en ningún grupo, y las agencias sin grupo no pueden solicitar nada.
    .partner = Su agencia no está en ningún grupo que pueda solicitar `{ $item }`.
over_cap = El grupo `{ $group }` puede solicitar como máximo { $cap } de `{ $item }` a la vez; se pidieron { $quantity }.
    .partner = Puede solicitar como máximo { $cap } de `{ $item }` a la vez; usted pidió { $quantity }.

## Requests.

kind_not_enabled = Las solicitudes { $kind } están desactivadas.
no_kind_left = Al menos un tipo de solicitud debe quedar activado; así no le queda ninguno a { $partners }.
    .partner = Al menos un tipo de solicitud debe quedar activado.
no_lines = Hace falta al menos un artículo.
quantity_invalid = La cantidad { $quantity } no es un número entero entre 1 y { $most }.
unit_unknown = `{ $item }` no se puede solicitar por `{ $unit }`.
unit_with_people = Una solicitud para personas no lleva unidad; se indicó `{ $unit }`.
two_units = `{ $item }` se solicita en dos unidades; use una sola.
over_quota = La solicitud es de { $total } piezas; la cuota es de { $quota }.
    .partner = Su solicitud es de { $total } piezas; su cuota es de { $quota }.
request_started = La solicitud ya está en preparación.
    .partner = El banco ya está preparando la solicitud.
request_not_started = La solicitud todavía no está en preparación.
    .partner = El banco todavía no ha empezado a preparar la solicitud.
request_fulfilled = La solicitud ya fue atendida.
request_cancelled = La solicitud fue cancelada.
claimed_by_another = Otra persona se encarga de la solicitud; esa persona o un administrador puede liberarla.
    .partner = Otra persona se encarga de la solicitud.

## Distributions.

partner_mismatch = La solicitud pertenece a otra agencia.
distribution_complete = La distribución ya se completó.
distribution_taken_back = La distribución fue retirada.

## Commands and wire.

command_id_reused = El identificador del comando ya se usó para otro comando.
wire_invalid = El mensaje no es válido: { $detail }.
version_unknown = No se conoce la versión { $version } del formato; esta biblioteca habla la { $known }.
    .partner = El mensaje tiene una versión desconocida.
bank_ambiguous = Hay { $banks } bancos; indique cuál.

## Stores.

too_many_conflicts = Otras personas cambiaron lo mismo una y otra vez; no se hizo nada. Inténtelo de nuevo.
store_busy = El almacén de datos está ocupado; no se hizo nada. Inténtelo de nuevo.
    .partner = El sistema está ocupado; no se hizo nada. Inténtelo de nuevo.
store_unavailable = No se puede acceder al almacén de datos; no se hizo nada.
    .partner = No se puede acceder al sistema; no se hizo nada.
store_full = El disco está lleno; no se hizo nada.
    .partner = Al sistema no le queda espacio; no se hizo nada.
store_read_only = El almacén de datos es de solo lectura; no se hizo nada.
    .partner = El sistema es de solo lectura; no se hizo nada.
store_newer = El almacén de datos tiene la versión de esquema { $found }; esta biblioteca conoce la { $known }. Use una biblioteca más reciente.
    .partner = El sistema debe actualizarse.
store_unrecognised = Esto no es un almacén de datos de partnerkit.
    .partner = No se puede acceder al sistema.
store_corrupt = El almacén de datos está dañado.
    .partner = No se puede acceder al sistema.
store_failed = El almacén de datos falló; no se hizo nada.
    .partner = El sistema falló; no se hizo nada.
bug = Esto no debería ocurrir; por favor, infórmelo: { $detail }.
    .partner = Algo salió mal. Por favor, avise al banco.

## The take-along file.

take_along_unrecognised = Este no es un archivo de traslado de partnerkit.
take_along_newer = El archivo tiene la versión { $found }; esta biblioteca conoce la { $known }. Use una biblioteca más reciente.
    .partner = El archivo tiene la versión { $found }; esta biblioteca conoce la { $known }.
take_along_truncated = El archivo termina antes de tiempo; no se cargó nada.
take_along_altered = El archivo fue modificado o dañado después de escribirse; no se cargó nada.
take_along_invalid = La línea { $line } del archivo no es válida: { $detail }. No se cargó nada.
    .partner = La línea { $line } del archivo no es válida; no se cargó nada.
take_along_unreadable = El archivo no se pudo leer hasta el final; no se cargó nada.
take_along_unwritable = El archivo no se pudo escribir hasta el final.
bank_exists = El almacén de datos ya contiene este banco; no se cargó nada.

## Reminders and recertification by date.

deadline_missing = Un recordatorio necesita el día de la fecha límite a la que se refiere.
first_month_missing = Para un recordatorio cada { $every_months } meses, indique desde qué mes se cuentan.
reminder_on_deadline = El recordatorio y su fecha límite caen los dos en el día { $day }; deben ser distintos.
no_reminder_that_day = No corresponde ningún recordatorio así el { $day }.
not_eligible_then = El recordatorio del { $day } no era para `{ $partner }`: sus correos, su grupo y la programación son como son solo desde el { $since }.
    .partner = El recordatorio del { $day } no era para su agencia.
daily_job_missed = Tal como están las cosas, correspondía un recordatorio el { $day }, pero no salió ninguno.
no_interval = El banco no ha fijado ningún intervalo para la recertificación de las agencias.
distribution_reminders_off = El banco no recuerda las distribuciones a las agencias el día anterior.

## The profile.

profile_field_unknown = El perfil no tiene ningún campo `{ $field }`.
profile_field_retired = El campo `{ $field }` ya no está en uso.
    .partner = El banco ya no pregunta por `{ $field }`.
profile_section_off = `{ $field }` pertenece a la sección `{ $section }`, que está desactivada.
    .partner = El banco no pregunta por `{ $field }`.
wrong_type = El valor indicado para `{ $field }` no es del tipo { $type }.
choice_unknown = `{ $value }` no es una de las opciones de `{ $field }`.
percent_invalid = `{ $value }` no es un porcentaje de 0 a 100 con un decimal como máximo.
email_twice = `{ $value }` se indica dos veces.
too_many_entries = `{ $field }` tiene { $count } entradas; se permiten { $most } como máximo.
document_invalid = Una parte del documento ({ $part }) no es válida.
county_missing = Falta el condado.
media_missing = Hace falta un sitio web o un enlace a una red social, o la casilla que dice que no hay ninguno.
    .partner = Indique un sitio web o un enlace a una red social, o marque la casilla que dice que no tiene ninguno.
county_twice = `{ $county }` aparece dos veces entre los condados atendidos.
    .partner = `{ $county }` aparece dos veces entre los condados que usted atiende.
shares_total = Los porcentajes de los condados suman { $total }; deben sumar 100 o quedar en blanco.
    .partner = Los porcentajes de sus condados suman { $total }; deben sumar 100 o quedar en blanco.
profile_field_key = `{ $key }` no es una clave para un campo propio del banco: indique `own_` y luego letras minúsculas, cifras y `_`, 60 como máximo.
    .partner = `{ $key }` no es una clave para un campo propio del banco.
profile_field_twice = El campo `{ $key }` se indica dos veces.
profile_field_type = El campo `{ $key }` es del tipo { $type } y así se queda; retírelo y añada otro.
    .partner = El campo `{ $key }` sigue siendo del tipo { $type }.
label_missing = El campo `{ $key }` necesita una etiqueta al menos en un idioma.
    .partner = El campo `{ $key }` necesita una etiqueta.

## People.

role_not_held = La persona que actúa no tiene el rol { $needs }.
    .partner = Usted no tiene este rol.
role_held = `{ $email }` ya tiene este rol, u otro del banco.
    .partner = `{ $email }` ya pertenece a su agencia.
last_admin = Un banco conserva al menos un administrador.
last_user = A `{ $partner }` no le queda ningún usuario.
    .partner = A su agencia no le queda ningún usuario.
no_people = Hace falta al menos una persona del banco.
    .partner = Hace falta al menos una persona.
invitation_invalid = La invitación no es válida, o es para otra dirección.
invitation_expired = La invitación ha vencido. Se puede enviar otra.
    .partner = Su invitación ha vencido. Por favor, pida otra.
invitation_used = La invitación ya fue aceptada.
    .partner = Usted ya aceptó esta invitación.

## Listas y exportaciones.

no_columns = Hace falta al menos una columna.
export_failed = La exportación no se pudo escribir hasta el final.
cursor_invalid = Este no es un lugar de la lista desde el que se pueda continuar.
