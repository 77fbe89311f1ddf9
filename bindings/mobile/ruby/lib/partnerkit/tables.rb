# frozen_string_literal: true

# Made from the rules by `tests/renew`. Do not edit.

module Partnerkit
  # What the rules say, as data: keys are symbols, words strings, and everything is frozen.
  module Tables
    # The version of the library.
    VERSION = "0.1.0"

    # All statuses, in their order.
    STATUSES = ["uninvited", "invited", "awaiting_review", "approved", "recertification_required", "deactivated"].freeze

    # All actions, in the order of the transition table.
    ACTIONS = ["invite", "renew_invitation", "invite_and_approve", "submit_for_approval", "ask_for_changes", "approve", "require_recertification", "deactivate", "reactivate", "remove"].freeze

    # All capabilities.
    CAPABILITIES = ["receive_distributions", "sign_in", "view_own", "edit_profile", "submit_for_approval", "make_requests", "deadline_reminders", "distribution_emails", "listed_for_approval", "listed_by_default"].freeze

    # The transition table.
    TRANSITIONS = [
      {
        action: "invite",
        bulk: true,
        by: "bank",
        cells: {
          approved: {
            instead: "renew_invitation",
            refused: "already_approved",
          }.freeze,
          awaiting_review: {
            instead: "renew_invitation",
            refused: "already_submitted",
          }.freeze,
          deactivated: {
            instead: "reactivate",
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            to: "invited",
          }.freeze,
          recertification_required: {
            instead: "renew_invitation",
            refused: "already_invited",
          }.freeze,
          uninvited: {
            to: "invited",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "renew_invitation",
        bulk: false,
        by: "bank",
        cells: {
          approved: {
            to: "approved",
          }.freeze,
          awaiting_review: {
            to: "awaiting_review",
          }.freeze,
          deactivated: {
            instead: "reactivate",
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            to: "invited",
          }.freeze,
          recertification_required: {
            to: "recertification_required",
          }.freeze,
          uninvited: {
            instead: "invite",
            refused: "not_invited_yet",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "invite_and_approve",
        bulk: true,
        by: "bank",
        cells: {
          approved: {
            refused: "already_approved",
          }.freeze,
          awaiting_review: {
            instead: "approve",
            refused: "already_submitted",
          }.freeze,
          deactivated: {
            instead: "reactivate",
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            instead: "approve",
            refused: "already_invited",
          }.freeze,
          recertification_required: {
            instead: "submit_for_approval",
            refused: "already_invited",
          }.freeze,
          uninvited: {
            to: "approved",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "submit_for_approval",
        bulk: false,
        by: "partner_or_bank",
        cells: {
          approved: {
            refused: "already_approved",
          }.freeze,
          awaiting_review: {
            refused: "already_submitted",
          }.freeze,
          deactivated: {
            instead: "reactivate",
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            to: "awaiting_review",
          }.freeze,
          recertification_required: {
            to: "awaiting_review",
          }.freeze,
          uninvited: {
            instead: "invite",
            refused: "not_invited_yet",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "ask_for_changes",
        bulk: false,
        by: "bank",
        cells: {
          approved: {
            instead: "require_recertification",
            refused: "already_approved",
          }.freeze,
          awaiting_review: {
            to: "invited",
            to_if_approved_before: "recertification_required",
          }.freeze,
          deactivated: {
            instead: "reactivate",
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            refused: "not_submitted_yet",
          }.freeze,
          recertification_required: {
            refused: "not_submitted_yet",
          }.freeze,
          uninvited: {
            instead: "invite",
            refused: "not_invited_yet",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "approve",
        bulk: true,
        by: "bank",
        cells: {
          approved: {
            refused: "already_approved",
          }.freeze,
          awaiting_review: {
            to: "approved",
          }.freeze,
          deactivated: {
            instead: "reactivate",
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            to: "approved",
          }.freeze,
          recertification_required: {
            refused: "not_submitted_yet",
          }.freeze,
          uninvited: {
            instead: "invite",
            refused: "not_invited_yet",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "require_recertification",
        bulk: true,
        by: "bank_or_scheduler",
        cells: {
          approved: {
            to: "recertification_required",
          }.freeze,
          awaiting_review: {
            refused: "not_approved_yet",
          }.freeze,
          deactivated: {
            instead: "reactivate",
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            refused: "not_approved_yet",
          }.freeze,
          recertification_required: {
            refused: "recertification_required",
          }.freeze,
          uninvited: {
            instead: "invite",
            refused: "not_invited_yet",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "deactivate",
        bulk: true,
        by: "bank",
        cells: {
          approved: {
            to: "deactivated",
          }.freeze,
          awaiting_review: {
            to: "deactivated",
          }.freeze,
          deactivated: {
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            to: "deactivated",
          }.freeze,
          recertification_required: {
            to: "deactivated",
          }.freeze,
          uninvited: {
            to: "deactivated",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "reactivate",
        bulk: true,
        by: "bank",
        cells: {
          approved: {
            refused: "not_deactivated",
          }.freeze,
          awaiting_review: {
            refused: "not_deactivated",
          }.freeze,
          deactivated: {
            to: "prior",
          }.freeze,
          invited: {
            refused: "not_deactivated",
          }.freeze,
          recertification_required: {
            refused: "not_deactivated",
          }.freeze,
          uninvited: {
            refused: "not_deactivated",
          }.freeze,
        }.freeze,
      }.freeze,
      {
        action: "remove",
        bulk: false,
        by: "bank",
        cells: {
          approved: {
            instead: "deactivate",
            refused: "already_approved",
          }.freeze,
          awaiting_review: {
            instead: "deactivate",
            refused: "already_submitted",
          }.freeze,
          deactivated: {
            instead: "reactivate",
            refused: "partner_deactivated",
          }.freeze,
          invited: {
            instead: "deactivate",
            refused: "already_invited",
          }.freeze,
          recertification_required: {
            instead: "deactivate",
            refused: "already_invited",
          }.freeze,
          uninvited: {
            to: "gone",
          }.freeze,
        }.freeze,
      }.freeze,
    ].freeze

    # The category of each code, and whether the same may succeed when sent again.
    CODES = {
      already_approved: {
        category: "rejected",
        retryable: false,
      }.freeze,
      already_imported: {
        category: "conflict",
        retryable: false,
      }.freeze,
      already_invited: {
        category: "rejected",
        retryable: false,
      }.freeze,
      already_submitted: {
        category: "rejected",
        retryable: false,
      }.freeze,
      bank_ambiguous: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      bank_exists: {
        category: "conflict",
        retryable: false,
      }.freeze,
      bug: {
        category: "bug",
        retryable: false,
      }.freeze,
      category_in_use: {
        category: "rejected",
        retryable: false,
      }.freeze,
      cell_without_header: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      choice_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      claimed_by_another: {
        category: "rejected",
        retryable: false,
      }.freeze,
      command_id_reused: {
        category: "conflict",
        retryable: false,
      }.freeze,
      contact_changed: {
        category: "rejected",
        retryable: false,
      }.freeze,
      control_character: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      county_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      county_twice: {
        category: "rejected",
        retryable: false,
      }.freeze,
      cursor_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      daily_job_missed: {
        category: "rejected",
        retryable: false,
      }.freeze,
      deadline_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      distribution_complete: {
        category: "rejected",
        retryable: false,
      }.freeze,
      distribution_reminders_off: {
        category: "rejected",
        retryable: false,
      }.freeze,
      distribution_taken_back: {
        category: "rejected",
        retryable: false,
      }.freeze,
      document_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      email_duplicate: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      email_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      email_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      email_several: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      email_taken: {
        category: "conflict",
        retryable: false,
      }.freeze,
      email_twice: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      emails_off: {
        category: "rejected",
        retryable: false,
      }.freeze,
      encoding_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      export_failed: {
        category: "store",
        retryable: false,
      }.freeze,
      external_id_duplicate: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      external_id_taken: {
        category: "conflict",
        retryable: false,
      }.freeze,
      first_month_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      formula_like: {
        category: "rejected",
        retryable: false,
      }.freeze,
      group_has_members: {
        category: "rejected",
        retryable: false,
      }.freeze,
      group_is_destination: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      group_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      header_duplicate: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      header_empty: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      header_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      header_status: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      header_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      id_taken: {
        category: "conflict",
        retryable: false,
      }.freeze,
      import_cancelled: {
        category: "rejected",
        retryable: false,
      }.freeze,
      import_empty: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      import_key_reused: {
        category: "conflict",
        retryable: false,
      }.freeze,
      import_no_rows: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      import_refused: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      import_unreadable: {
        category: "store",
        retryable: false,
      }.freeze,
      invisible_character: {
        category: "rejected",
        retryable: false,
      }.freeze,
      invitation_expired: {
        category: "rejected",
        retryable: false,
      }.freeze,
      invitation_invalid: {
        category: "rejected",
        retryable: false,
      }.freeze,
      invitation_used: {
        category: "rejected",
        retryable: false,
      }.freeze,
      item_denied: {
        category: "rejected",
        retryable: false,
      }.freeze,
      item_hidden: {
        category: "rejected",
        retryable: false,
      }.freeze,
      item_inactive: {
        category: "rejected",
        retryable: false,
      }.freeze,
      item_not_in_group: {
        category: "rejected",
        retryable: false,
      }.freeze,
      item_without_category: {
        category: "rejected",
        retryable: false,
      }.freeze,
      kind_not_enabled: {
        category: "rejected",
        retryable: false,
      }.freeze,
      label_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      last_admin: {
        category: "rejected",
        retryable: false,
      }.freeze,
      last_user: {
        category: "rejected",
        retryable: false,
      }.freeze,
      looks_alike: {
        category: "rejected",
        retryable: false,
      }.freeze,
      media_missing: {
        category: "rejected",
        retryable: false,
      }.freeze,
      name_duplicate: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      name_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      name_taken: {
        category: "conflict",
        retryable: false,
      }.freeze,
      name_too_long: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      no_columns: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      no_interval: {
        category: "rejected",
        retryable: false,
      }.freeze,
      no_kind_left: {
        category: "rejected",
        retryable: false,
      }.freeze,
      no_lines: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      no_people: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      no_reminder_that_day: {
        category: "rejected",
        retryable: false,
      }.freeze,
      no_schedule: {
        category: "rejected",
        retryable: false,
      }.freeze,
      not_approved_yet: {
        category: "rejected",
        retryable: false,
      }.freeze,
      not_deactivated: {
        category: "rejected",
        retryable: false,
      }.freeze,
      not_eligible_then: {
        category: "rejected",
        retryable: false,
      }.freeze,
      not_found: {
        category: "not_found",
        retryable: false,
      }.freeze,
      not_invited_yet: {
        category: "rejected",
        retryable: false,
      }.freeze,
      not_permitted: {
        category: "rejected",
        retryable: false,
      }.freeze,
      not_submitted_yet: {
        category: "rejected",
        retryable: false,
      }.freeze,
      not_yes_or_no: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      note_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      nothing_to_change: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      number_out_of_range: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      other_file: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      output_failed: {
        category: "store",
        retryable: false,
      }.freeze,
      over_cap: {
        category: "rejected",
        retryable: false,
      }.freeze,
      over_quota: {
        category: "rejected",
        retryable: false,
      }.freeze,
      partner_deactivated: {
        category: "rejected",
        retryable: false,
      }.freeze,
      partner_has_history: {
        category: "rejected",
        retryable: false,
      }.freeze,
      partner_mismatch: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      percent_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      placeholder_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      placeholder_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      profile_field_key: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      profile_field_retired: {
        category: "rejected",
        retryable: false,
      }.freeze,
      profile_field_twice: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      profile_field_type: {
        category: "rejected",
        retryable: false,
      }.freeze,
      profile_field_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      profile_section_off: {
        category: "rejected",
        retryable: false,
      }.freeze,
      quantity_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      quota_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      quote_unclosed: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      reason_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      recertification_required: {
        category: "rejected",
        retryable: false,
      }.freeze,
      reminder_on_deadline: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      request_cancelled: {
        category: "rejected",
        retryable: false,
      }.freeze,
      request_fulfilled: {
        category: "rejected",
        retryable: false,
      }.freeze,
      request_not_started: {
        category: "rejected",
        retryable: false,
      }.freeze,
      request_started: {
        category: "rejected",
        retryable: false,
      }.freeze,
      role_held: {
        category: "rejected",
        retryable: false,
      }.freeze,
      role_not_held: {
        category: "rejected",
        retryable: false,
      }.freeze,
      row_too_large: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      row_too_long: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      shares_total: {
        category: "rejected",
        retryable: false,
      }.freeze,
      store_busy: {
        category: "store",
        retryable: true,
      }.freeze,
      store_corrupt: {
        category: "store",
        retryable: false,
      }.freeze,
      store_failed: {
        category: "store",
        retryable: false,
      }.freeze,
      store_full: {
        category: "store",
        retryable: false,
      }.freeze,
      store_newer: {
        category: "store",
        retryable: false,
      }.freeze,
      store_read_only: {
        category: "store",
        retryable: false,
      }.freeze,
      store_unavailable: {
        category: "store",
        retryable: true,
      }.freeze,
      store_unrecognised: {
        category: "store",
        retryable: false,
      }.freeze,
      take_along_altered: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      take_along_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      take_along_newer: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      take_along_truncated: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      take_along_unreadable: {
        category: "store",
        retryable: false,
      }.freeze,
      take_along_unrecognised: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      take_along_unwritable: {
        category: "store",
        retryable: false,
      }.freeze,
      text_missing: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      text_too_long: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      time_zone_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      too_many_conflicts: {
        category: "conflict",
        retryable: true,
      }.freeze,
      too_many_entries: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      too_many_partners: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      two_units: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      ungrouped_may_request_nothing: {
        category: "rejected",
        retryable: false,
      }.freeze,
      unit_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      unit_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      unit_with_people: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      version_unknown: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      wire_invalid: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
      wrong_type: {
        category: "invalid_input",
        retryable: false,
      }.freeze,
    }.freeze

    # By language, list and word: what people read.
    LABELS = {
      en: {
        action: {
          approve: "approve",
          ask_for_changes: "ask for changes",
          deactivate: "deactivate",
          invite: "invite",
          invite_and_approve: "invite and approve",
          reactivate: "reactivate",
          remove: "remove",
          renew_invitation: "renew the invitation",
          require_recertification: "require recertification",
          submit_for_approval: "submit for approval",
        }.freeze,
        capability: {
          deadline_reminders: "get deadline reminders",
          distribution_emails: "get emails about distributions",
          edit_profile: "edit its profile",
          listed_by_default: "be listed by default",
          listed_for_approval: "be listed for approval",
          make_requests: "make requests",
          receive_distributions: "receive distributions",
          sign_in: "sign in",
          submit_for_approval: "submit for approval",
          view_own: "view its own profile, requests and distributions",
        }.freeze,
        delivery: {
          claimed: "being delivered",
          failed: "failed, to be repeated",
          given_up: "given up",
          sent: "sent",
          waiting: "waiting",
        }.freeze,
        distribution_state: {
          complete: "complete",
          scheduled: "scheduled",
          taken_back: "taken back",
        }.freeze,
        message: {
          approval_requested: "approval requested",
          approved: "approved",
          changes_asked: "changes asked for",
          deadline_reminder: "deadline reminder",
          distribution_changed: "distribution changed",
          distribution_scheduled: "distribution scheduled",
          distribution_taken_back: "distribution taken back",
          distribution_tomorrow: "distribution tomorrow",
          invitation: "invitation",
          recertification_due: "recertification coming due",
          recertification_required: "recertification required",
          request_cancelled: "request cancelled",
          request_received: "request received",
          role_added: "role added",
        }.freeze,
        method: {
          delivery: "delivery",
          pick_up: "pick-up",
          shipped: "shipping",
        }.freeze,
        request_kind: {
          children: "by children",
          individuals: "by number of individuals",
          quantity: "by quantity",
        }.freeze,
        request_state: {
          cancelled: "cancelled",
          fulfilled: "fulfilled",
          pending: "pending",
          started: "started",
        }.freeze,
        status: {
          approved: "approved",
          awaiting_review: "awaiting review",
          deactivated: "deactivated",
          invited: "invited",
          recertification_required: "recertification required",
          uninvited: "uninvited",
        }.freeze,
      }.freeze,
      es: {
        action: {
          approve: "aprobar",
          ask_for_changes: "pedir cambios",
          deactivate: "desactivar",
          invite: "invitar",
          invite_and_approve: "invitar y aprobar",
          reactivate: "reactivar",
          remove: "eliminar",
          renew_invitation: "renovar la invitación",
          require_recertification: "exigir la recertificación",
          submit_for_approval: "enviar para aprobación",
        }.freeze,
        capability: {
          deadline_reminders: "recibir recordatorios de la fecha límite",
          distribution_emails: "recibir correos sobre distribuciones",
          edit_profile: "modificar su perfil",
          listed_by_default: "aparecer en la lista habitual",
          listed_for_approval: "aparecer en la lista de aprobaciones",
          make_requests: "hacer solicitudes",
          receive_distributions: "recibir distribuciones",
          sign_in: "iniciar sesión",
          submit_for_approval: "enviar para aprobación",
          view_own: "ver su propio perfil, sus solicitudes y sus distribuciones",
        }.freeze,
        delivery: {
          claimed: "en curso de entrega",
          failed: "fallido, se repetirá",
          given_up: "descartado",
          sent: "enviado",
          waiting: "en espera",
        }.freeze,
        distribution_state: {
          complete: "completada",
          scheduled: "programada",
          taken_back: "retirada",
        }.freeze,
        message: {
          approval_requested: "aprobación solicitada",
          approved: "aprobación",
          changes_asked: "cambios pedidos",
          deadline_reminder: "recordatorio de la fecha límite",
          distribution_changed: "distribución modificada",
          distribution_scheduled: "distribución programada",
          distribution_taken_back: "distribución retirada",
          distribution_tomorrow: "distribución mañana",
          invitation: "invitación",
          recertification_due: "recertificación próxima",
          recertification_required: "recertificación necesaria",
          request_cancelled: "solicitud cancelada",
          request_received: "solicitud recibida",
          role_added: "rol añadido",
        }.freeze,
        method: {
          delivery: "entrega a domicilio",
          pick_up: "recogida en el banco",
          shipped: "envío por paquetería",
        }.freeze,
        request_kind: {
          children: "por niños",
          individuals: "por número de personas",
          quantity: "por cantidad",
        }.freeze,
        request_state: {
          cancelled: "cancelada",
          fulfilled: "atendida",
          pending: "pendiente",
          started: "en preparación",
        }.freeze,
        status: {
          approved: "aprobada",
          awaiting_review: "en revisión",
          deactivated: "desactivada",
          invited: "invitada",
          recertification_required: "debe recertificarse",
          uninvited: "sin invitar",
        }.freeze,
      }.freeze,
      fr: {
        action: {
          approve: "approuver",
          ask_for_changes: "demander des modifications",
          deactivate: "désactiver",
          invite: "inviter",
          invite_and_approve: "inviter et approuver",
          reactivate: "réactiver",
          remove: "supprimer",
          renew_invitation: "renouveler l’invitation",
          require_recertification: "exiger la recertification",
          submit_for_approval: "soumettre pour approbation",
        }.freeze,
        capability: {
          deadline_reminders: "recevoir les rappels d’échéance",
          distribution_emails: "recevoir les courriels sur les distributions",
          edit_profile: "modifier son profil",
          listed_by_default: "figurer dans la liste habituelle",
          listed_for_approval: "figurer dans la liste des approbations",
          make_requests: "faire des demandes",
          receive_distributions: "recevoir des distributions",
          sign_in: "se connecter",
          submit_for_approval: "soumettre pour approbation",
          view_own: "consulter son profil, ses demandes et ses distributions",
        }.freeze,
        delivery: {
          claimed: "en cours d’envoi",
          failed: "échoué, à répéter",
          given_up: "abandonné",
          sent: "envoyé",
          waiting: "en attente",
        }.freeze,
        distribution_state: {
          complete: "terminée",
          scheduled: "prévue",
          taken_back: "retirée",
        }.freeze,
        message: {
          approval_requested: "approbation demandée",
          approved: "approbation",
          changes_asked: "modifications demandées",
          deadline_reminder: "rappel d’échéance",
          distribution_changed: "distribution modifiée",
          distribution_scheduled: "distribution prévue",
          distribution_taken_back: "distribution retirée",
          distribution_tomorrow: "distribution demain",
          invitation: "invitation",
          recertification_due: "recertification à venir",
          recertification_required: "recertification requise",
          request_cancelled: "demande annulée",
          request_received: "demande reçue",
          role_added: "rôle ajouté",
        }.freeze,
        method: {
          delivery: "livraison",
          pick_up: "retrait sur place",
          shipped: "expédition",
        }.freeze,
        request_kind: {
          children: "par enfants",
          individuals: "par nombre de personnes",
          quantity: "par quantité",
        }.freeze,
        request_state: {
          cancelled: "annulée",
          fulfilled: "satisfaite",
          pending: "en attente",
          started: "en préparation",
        }.freeze,
        status: {
          approved: "approuvé",
          awaiting_review: "en attente d’examen",
          deactivated: "désactivé",
          invited: "invité",
          recertification_required: "recertification requise",
          uninvited: "non invité",
        }.freeze,
      }.freeze,
    }.freeze

    # Whether an answer about a capability is a yes.
    IS_YES = {
      no: false,
      read_only: true,
      yes: true,
    }.freeze

    # By capability, status, and status before a deactivation.
    CAPABLE = {
      deadline_reminders: {
        approved: {
          none: "yes",
        }.freeze,
        awaiting_review: {
          none: "yes",
        }.freeze,
        deactivated: {
          approved: "no",
          awaiting_review: "no",
          invited: "no",
          none: "no",
          recertification_required: "no",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "yes",
        }.freeze,
        recertification_required: {
          none: "yes",
        }.freeze,
        uninvited: {
          none: "yes",
        }.freeze,
      }.freeze,
      distribution_emails: {
        approved: {
          none: "yes",
        }.freeze,
        awaiting_review: {
          none: "yes",
        }.freeze,
        deactivated: {
          approved: "no",
          awaiting_review: "no",
          invited: "no",
          none: "no",
          recertification_required: "no",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "yes",
        }.freeze,
        recertification_required: {
          none: "yes",
        }.freeze,
        uninvited: {
          none: "yes",
        }.freeze,
      }.freeze,
      edit_profile: {
        approved: {
          none: "yes",
        }.freeze,
        awaiting_review: {
          none: "yes",
        }.freeze,
        deactivated: {
          approved: "no",
          awaiting_review: "no",
          invited: "no",
          none: "no",
          recertification_required: "no",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "yes",
        }.freeze,
        recertification_required: {
          none: "yes",
        }.freeze,
        uninvited: {
          none: "no",
        }.freeze,
      }.freeze,
      listed_by_default: {
        approved: {
          none: "yes",
        }.freeze,
        awaiting_review: {
          none: "yes",
        }.freeze,
        deactivated: {
          approved: "no",
          awaiting_review: "no",
          invited: "no",
          none: "no",
          recertification_required: "no",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "yes",
        }.freeze,
        recertification_required: {
          none: "yes",
        }.freeze,
        uninvited: {
          none: "yes",
        }.freeze,
      }.freeze,
      listed_for_approval: {
        approved: {
          none: "no",
        }.freeze,
        awaiting_review: {
          none: "yes",
        }.freeze,
        deactivated: {
          approved: "no",
          awaiting_review: "no",
          invited: "no",
          none: "no",
          recertification_required: "no",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "no",
        }.freeze,
        recertification_required: {
          none: "no",
        }.freeze,
        uninvited: {
          none: "no",
        }.freeze,
      }.freeze,
      make_requests: {
        approved: {
          none: "yes",
        }.freeze,
        awaiting_review: {
          none: "no",
        }.freeze,
        deactivated: {
          approved: "no",
          awaiting_review: "no",
          invited: "no",
          none: "no",
          recertification_required: "no",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "no",
        }.freeze,
        recertification_required: {
          none: "no",
        }.freeze,
        uninvited: {
          none: "no",
        }.freeze,
      }.freeze,
      receive_distributions: {
        approved: {
          none: "yes",
        }.freeze,
        awaiting_review: {
          none: "yes",
        }.freeze,
        deactivated: {
          approved: "no",
          awaiting_review: "no",
          invited: "no",
          none: "no",
          recertification_required: "no",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "yes",
        }.freeze,
        recertification_required: {
          none: "yes",
        }.freeze,
        uninvited: {
          none: "yes",
        }.freeze,
      }.freeze,
      sign_in: {
        approved: {
          none: "yes",
        }.freeze,
        awaiting_review: {
          none: "yes",
        }.freeze,
        deactivated: {
          approved: "read_only",
          awaiting_review: "read_only",
          invited: "read_only",
          none: "read_only",
          recertification_required: "read_only",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "yes",
        }.freeze,
        recertification_required: {
          none: "yes",
        }.freeze,
        uninvited: {
          none: "no",
        }.freeze,
      }.freeze,
      submit_for_approval: {
        approved: {
          none: "no",
        }.freeze,
        awaiting_review: {
          none: "no",
        }.freeze,
        deactivated: {
          approved: "no",
          awaiting_review: "no",
          invited: "no",
          none: "no",
          recertification_required: "no",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "yes",
        }.freeze,
        recertification_required: {
          none: "yes",
        }.freeze,
        uninvited: {
          none: "no",
        }.freeze,
      }.freeze,
      view_own: {
        approved: {
          none: "yes",
        }.freeze,
        awaiting_review: {
          none: "yes",
        }.freeze,
        deactivated: {
          approved: "yes",
          awaiting_review: "yes",
          invited: "yes",
          none: "yes",
          recertification_required: "yes",
          uninvited: "no",
        }.freeze,
        invited: {
          none: "yes",
        }.freeze,
        recertification_required: {
          none: "yes",
        }.freeze,
        uninvited: {
          none: "no",
        }.freeze,
      }.freeze,
    }.freeze

    # What a move comes to, each once.
    OUTCOMES = [
      {
        moved: {
          approved_before: false,
          prior: nil,
          status: "invited",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: nil,
          status: "invited",
        }.freeze,
      }.freeze,
      {
        instead: "renew_invitation",
        refused: "already_submitted",
      }.freeze,
      {
        instead: "renew_invitation",
        refused: "already_approved",
      }.freeze,
      {
        instead: "renew_invitation",
        refused: "already_invited",
      }.freeze,
      {
        instead: "reactivate",
        refused: "partner_deactivated",
      }.freeze,
      {
        instead: "invite",
        refused: "not_invited_yet",
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: nil,
          status: "approved",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: nil,
          status: "approved",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        instead: "approve",
        refused: "already_invited",
      }.freeze,
      {
        instead: "approve",
        refused: "already_submitted",
      }.freeze,
      {
        instead: nil,
        refused: "already_approved",
      }.freeze,
      {
        instead: "submit_for_approval",
        refused: "already_invited",
      }.freeze,
      {
        instead: nil,
        refused: "already_submitted",
      }.freeze,
      {
        instead: nil,
        refused: "not_submitted_yet",
      }.freeze,
      {
        instead: "require_recertification",
        refused: "already_approved",
      }.freeze,
      {
        instead: nil,
        refused: "not_approved_yet",
      }.freeze,
      {
        instead: nil,
        refused: "recertification_required",
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: "uninvited",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: "uninvited",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: "invited",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: "invited",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: "awaiting_review",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: "awaiting_review",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: "approved",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: "approved",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: "recertification_required",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: "recertification_required",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        instead: nil,
        refused: "partner_deactivated",
      }.freeze,
      {
        instead: nil,
        refused: "not_deactivated",
      }.freeze,
      {
        moved: {
          approved_before: false,
          prior: nil,
          status: "uninvited",
        }.freeze,
      }.freeze,
      {
        moved: {
          approved_before: true,
          prior: nil,
          status: "uninvited",
        }.freeze,
      }.freeze,
      {
        gone: true,
      }.freeze,
      {
        instead: "deactivate",
        refused: "already_invited",
      }.freeze,
      {
        instead: "deactivate",
        refused: "already_submitted",
      }.freeze,
      {
        instead: "deactivate",
        refused: "already_approved",
      }.freeze,
    ].freeze

    # By action, status, status before a deactivation, and never or once approved: which of the outcomes.
    MOVES = {
      approve: {
        approved: {
          none: [15, 15].freeze,
        }.freeze,
        awaiting_review: {
          none: [10, 10].freeze,
        }.freeze,
        deactivated: {
          approved: [5, 5].freeze,
          awaiting_review: [5, 5].freeze,
          invited: [5, 5].freeze,
          none: [5, 5].freeze,
          recertification_required: [5, 5].freeze,
          uninvited: [5, 5].freeze,
        }.freeze,
        invited: {
          none: [10, 10].freeze,
        }.freeze,
        recertification_required: {
          none: [18, 18].freeze,
        }.freeze,
        uninvited: {
          none: [6, 6].freeze,
        }.freeze,
      }.freeze,
      ask_for_changes: {
        approved: {
          none: [19, 19].freeze,
        }.freeze,
        awaiting_review: {
          none: [0, 12].freeze,
        }.freeze,
        deactivated: {
          approved: [5, 5].freeze,
          awaiting_review: [5, 5].freeze,
          invited: [5, 5].freeze,
          none: [5, 5].freeze,
          recertification_required: [5, 5].freeze,
          uninvited: [5, 5].freeze,
        }.freeze,
        invited: {
          none: [18, 18].freeze,
        }.freeze,
        recertification_required: {
          none: [18, 18].freeze,
        }.freeze,
        uninvited: {
          none: [6, 6].freeze,
        }.freeze,
      }.freeze,
      deactivate: {
        approved: {
          none: [28, 29].freeze,
        }.freeze,
        awaiting_review: {
          none: [26, 27].freeze,
        }.freeze,
        deactivated: {
          approved: [32, 32].freeze,
          awaiting_review: [32, 32].freeze,
          invited: [32, 32].freeze,
          none: [32, 32].freeze,
          recertification_required: [32, 32].freeze,
          uninvited: [32, 32].freeze,
        }.freeze,
        invited: {
          none: [24, 25].freeze,
        }.freeze,
        recertification_required: {
          none: [30, 31].freeze,
        }.freeze,
        uninvited: {
          none: [22, 23].freeze,
        }.freeze,
      }.freeze,
      invite: {
        approved: {
          none: [3, 3].freeze,
        }.freeze,
        awaiting_review: {
          none: [2, 2].freeze,
        }.freeze,
        deactivated: {
          approved: [5, 5].freeze,
          awaiting_review: [5, 5].freeze,
          invited: [5, 5].freeze,
          none: [5, 5].freeze,
          recertification_required: [5, 5].freeze,
          uninvited: [5, 5].freeze,
        }.freeze,
        invited: {
          none: [0, 1].freeze,
        }.freeze,
        recertification_required: {
          none: [4, 4].freeze,
        }.freeze,
        uninvited: {
          none: [0, 1].freeze,
        }.freeze,
      }.freeze,
      invite_and_approve: {
        approved: {
          none: [15, 15].freeze,
        }.freeze,
        awaiting_review: {
          none: [14, 14].freeze,
        }.freeze,
        deactivated: {
          approved: [5, 5].freeze,
          awaiting_review: [5, 5].freeze,
          invited: [5, 5].freeze,
          none: [5, 5].freeze,
          recertification_required: [5, 5].freeze,
          uninvited: [5, 5].freeze,
        }.freeze,
        invited: {
          none: [13, 13].freeze,
        }.freeze,
        recertification_required: {
          none: [16, 16].freeze,
        }.freeze,
        uninvited: {
          none: [10, 10].freeze,
        }.freeze,
      }.freeze,
      reactivate: {
        approved: {
          none: [33, 33].freeze,
        }.freeze,
        awaiting_review: {
          none: [33, 33].freeze,
        }.freeze,
        deactivated: {
          approved: [10, 10].freeze,
          awaiting_review: [7, 8].freeze,
          invited: [0, 1].freeze,
          none: [34, 35].freeze,
          recertification_required: [11, 12].freeze,
          uninvited: [34, 35].freeze,
        }.freeze,
        invited: {
          none: [33, 33].freeze,
        }.freeze,
        recertification_required: {
          none: [33, 33].freeze,
        }.freeze,
        uninvited: {
          none: [33, 33].freeze,
        }.freeze,
      }.freeze,
      remove: {
        approved: {
          none: [39, 39].freeze,
        }.freeze,
        awaiting_review: {
          none: [38, 38].freeze,
        }.freeze,
        deactivated: {
          approved: [5, 5].freeze,
          awaiting_review: [5, 5].freeze,
          invited: [5, 5].freeze,
          none: [5, 5].freeze,
          recertification_required: [5, 5].freeze,
          uninvited: [5, 5].freeze,
        }.freeze,
        invited: {
          none: [37, 37].freeze,
        }.freeze,
        recertification_required: {
          none: [37, 37].freeze,
        }.freeze,
        uninvited: {
          none: [36, 36].freeze,
        }.freeze,
      }.freeze,
      renew_invitation: {
        approved: {
          none: [9, 10].freeze,
        }.freeze,
        awaiting_review: {
          none: [7, 8].freeze,
        }.freeze,
        deactivated: {
          approved: [5, 5].freeze,
          awaiting_review: [5, 5].freeze,
          invited: [5, 5].freeze,
          none: [5, 5].freeze,
          recertification_required: [5, 5].freeze,
          uninvited: [5, 5].freeze,
        }.freeze,
        invited: {
          none: [0, 1].freeze,
        }.freeze,
        recertification_required: {
          none: [11, 12].freeze,
        }.freeze,
        uninvited: {
          none: [6, 6].freeze,
        }.freeze,
      }.freeze,
      require_recertification: {
        approved: {
          none: [11, 12].freeze,
        }.freeze,
        awaiting_review: {
          none: [20, 20].freeze,
        }.freeze,
        deactivated: {
          approved: [5, 5].freeze,
          awaiting_review: [5, 5].freeze,
          invited: [5, 5].freeze,
          none: [5, 5].freeze,
          recertification_required: [5, 5].freeze,
          uninvited: [5, 5].freeze,
        }.freeze,
        invited: {
          none: [20, 20].freeze,
        }.freeze,
        recertification_required: {
          none: [21, 21].freeze,
        }.freeze,
        uninvited: {
          none: [6, 6].freeze,
        }.freeze,
      }.freeze,
      submit_for_approval: {
        approved: {
          none: [15, 15].freeze,
        }.freeze,
        awaiting_review: {
          none: [17, 17].freeze,
        }.freeze,
        deactivated: {
          approved: [5, 5].freeze,
          awaiting_review: [5, 5].freeze,
          invited: [5, 5].freeze,
          none: [5, 5].freeze,
          recertification_required: [5, 5].freeze,
          uninvited: [5, 5].freeze,
        }.freeze,
        invited: {
          none: [7, 8].freeze,
        }.freeze,
        recertification_required: {
          none: [7, 8].freeze,
        }.freeze,
        uninvited: {
          none: [6, 6].freeze,
        }.freeze,
      }.freeze,
    }.freeze

    # By action: the roles that may take it, a partner's user only on that partner.
    MAY_ACT = {
      approve: {
        bank_admin: true,
        bank_staff: true,
      }.freeze,
      ask_for_changes: {
        bank_admin: true,
        bank_staff: true,
      }.freeze,
      deactivate: {
        bank_admin: true,
        bank_staff: true,
      }.freeze,
      invite: {
        bank_admin: true,
        bank_staff: true,
      }.freeze,
      invite_and_approve: {
        bank_admin: true,
        bank_staff: true,
      }.freeze,
      reactivate: {
        bank_admin: true,
        bank_staff: true,
      }.freeze,
      remove: {
        bank_admin: true,
        bank_staff: true,
      }.freeze,
      renew_invitation: {
        bank_admin: true,
        bank_staff: true,
      }.freeze,
      require_recertification: {
        bank_admin: true,
        bank_staff: true,
        scheduler: true,
      }.freeze,
      submit_for_approval: {
        bank_admin: true,
        bank_staff: true,
        partner_user: true,
      }.freeze,
    }.freeze

    # What an action that is not refused comes to, each once.
    DECIDED = [
      {
        message: "invitation",
        standing: {
          approved_before: false,
          prior: nil,
          status: "invited",
        }.freeze,
      }.freeze,
      {
        message: "invitation",
        standing: {
          approved_before: true,
          prior: nil,
          status: "invited",
        }.freeze,
      }.freeze,
      {
        message: "role_added",
        standing: {
          approved_before: false,
          prior: nil,
          status: "invited",
        }.freeze,
      }.freeze,
      {
        message: "role_added",
        standing: {
          approved_before: true,
          prior: nil,
          status: "invited",
        }.freeze,
      }.freeze,
      {
        message: "invitation",
        standing: {
          approved_before: false,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        message: "invitation",
        standing: {
          approved_before: true,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        message: "role_added",
        standing: {
          approved_before: false,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        message: "role_added",
        standing: {
          approved_before: true,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        message: "invitation",
        standing: {
          approved_before: false,
          prior: nil,
          status: "approved",
        }.freeze,
      }.freeze,
      {
        message: "invitation",
        standing: {
          approved_before: true,
          prior: nil,
          status: "approved",
        }.freeze,
      }.freeze,
      {
        message: "role_added",
        standing: {
          approved_before: false,
          prior: nil,
          status: "approved",
        }.freeze,
      }.freeze,
      {
        message: "role_added",
        standing: {
          approved_before: true,
          prior: nil,
          status: "approved",
        }.freeze,
      }.freeze,
      {
        message: "invitation",
        standing: {
          approved_before: false,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        message: "invitation",
        standing: {
          approved_before: true,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        message: "role_added",
        standing: {
          approved_before: false,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        message: "role_added",
        standing: {
          approved_before: true,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        message: "approval_requested",
        standing: {
          approved_before: false,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        message: "approval_requested",
        standing: {
          approved_before: true,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        message: "approved",
        standing: {
          approved_before: true,
          prior: nil,
          status: "approved",
        }.freeze,
      }.freeze,
      {
        message: "recertification_required",
        standing: {
          approved_before: false,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        message: "recertification_required",
        standing: {
          approved_before: true,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: "uninvited",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: "uninvited",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: "invited",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: "invited",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: "awaiting_review",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: "awaiting_review",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: "approved",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: "approved",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: "recertification_required",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: "recertification_required",
          status: "deactivated",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: nil,
          status: "uninvited",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: nil,
          status: "uninvited",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: nil,
          status: "invited",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: nil,
          status: "invited",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: nil,
          status: "awaiting_review",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: nil,
          status: "approved",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: false,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: {
          approved_before: true,
          prior: nil,
          status: "recertification_required",
        }.freeze,
      }.freeze,
      {
        message: nil,
        standing: nil,
      }.freeze,
    ].freeze

    # By action, status and status before a deactivation: which of those, if it is not refused and nothing was said with it. The place is 1 if it was ever approved, 2 more with a new contact, 4 with a login, 8 with a history.
    DECISIONS = {
      approve: {
        approved: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        awaiting_review: {
          none: [18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18].freeze,
        }.freeze,
        recertification_required: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        uninvited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
      }.freeze,
      ask_for_changes: {
        approved: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        awaiting_review: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        recertification_required: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        uninvited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
      }.freeze,
      deactivate: {
        approved: {
          none: [27, 28, 27, 28, 27, 28, 27, 28, 27, 28, 27, 28, 27, 28, 27, 28].freeze,
        }.freeze,
        awaiting_review: {
          none: [25, 26, 25, 26, 25, 26, 25, 26, 25, 26, 25, 26, 25, 26, 25, 26].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [23, 24, 23, 24, 23, 24, 23, 24, 23, 24, 23, 24, 23, 24, 23, 24].freeze,
        }.freeze,
        recertification_required: {
          none: [29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30].freeze,
        }.freeze,
        uninvited: {
          none: [21, 22, 21, 22, 21, 22, 21, 22, 21, 22, 21, 22, 21, 22, 21, 22].freeze,
        }.freeze,
      }.freeze,
      invite: {
        approved: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        awaiting_review: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 0, 1, 2, 3, 2, 3].freeze,
        }.freeze,
        recertification_required: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        uninvited: {
          none: [0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 0, 1, 2, 3, 2, 3].freeze,
        }.freeze,
      }.freeze,
      invite_and_approve: {
        approved: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        awaiting_review: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        recertification_required: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        uninvited: {
          none: [9, 9, 9, 9, 11, 11, 11, 11, 9, 9, 9, 9, 11, 11, 11, 11].freeze,
        }.freeze,
      }.freeze,
      reactivate: {
        approved: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        awaiting_review: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        deactivated: {
          approved: [37, 37, 9, 9, 37, 37, 11, 11, 37, 37, 9, 9, 37, 37, 11, 11].freeze,
          awaiting_review: [35, 36, 4, 5, 35, 36, 6, 7, 35, 36, 4, 5, 35, 36, 6, 7].freeze,
          invited: [33, 34, 0, 1, 33, 34, 2, 3, 33, 34, 0, 1, 33, 34, 2, 3].freeze,
          none: [31, 32, 31, 32, 31, 32, 31, 32, 31, 32, 31, 32, 31, 32, 31, 32].freeze,
          recertification_required: [38, 39, 12, 13, 38, 39, 14, 15, 38, 39, 12, 13, 38, 39, 14, 15].freeze,
          uninvited: [31, 32, 31, 32, 31, 32, 31, 32, 31, 32, 31, 32, 31, 32, 31, 32].freeze,
        }.freeze,
        invited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        recertification_required: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        uninvited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
      }.freeze,
      remove: {
        approved: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        awaiting_review: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        recertification_required: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        uninvited: {
          none: [40, 40, 40, 40, 40, 40, 40, 40, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
      }.freeze,
      renew_invitation: {
        approved: {
          none: [8, 9, 8, 9, 10, 11, 10, 11, 8, 9, 8, 9, 10, 11, 10, 11].freeze,
        }.freeze,
        awaiting_review: {
          none: [4, 5, 4, 5, 6, 7, 6, 7, 4, 5, 4, 5, 6, 7, 6, 7].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 0, 1, 2, 3, 2, 3].freeze,
        }.freeze,
        recertification_required: {
          none: [12, 13, 12, 13, 14, 15, 14, 15, 12, 13, 12, 13, 14, 15, 14, 15].freeze,
        }.freeze,
        uninvited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
      }.freeze,
      require_recertification: {
        approved: {
          none: [19, 20, 19, 20, 19, 20, 19, 20, 19, 20, 19, 20, 19, 20, 19, 20].freeze,
        }.freeze,
        awaiting_review: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        recertification_required: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        uninvited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
      }.freeze,
      submit_for_approval: {
        approved: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        awaiting_review: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        deactivated: {
          approved: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          awaiting_review: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          invited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          recertification_required: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
          uninvited: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
        invited: {
          none: [16, 17, 16, 17, 16, 17, 16, 17, 16, 17, 16, 17, 16, 17, 16, 17].freeze,
        }.freeze,
        recertification_required: {
          none: [16, 17, 16, 17, 16, 17, 16, 17, 16, 17, 16, 17, 16, 17, 16, 17].freeze,
        }.freeze,
        uninvited: {
          none: [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil].freeze,
        }.freeze,
      }.freeze,
    }.freeze
  end
end
