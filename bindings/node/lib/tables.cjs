// Made from the rules by `tests/renew`. Do not edit.
'use strict';

exports.VERSION = "0.1.0";

exports.COMMANDS = [
  {
    "body": true,
    "host": true,
    "method": "createBank",
    "name": "create_bank"
  },
  {
    "body": true,
    "host": true,
    "method": "addAdmin",
    "name": "add_admin"
  },
  {
    "body": true,
    "host": false,
    "method": "updateBank",
    "name": "update_bank"
  },
  {
    "body": true,
    "host": false,
    "method": "setMessageText",
    "name": "set_message_text"
  },
  {
    "body": true,
    "host": false,
    "method": "addPartner",
    "name": "add_partner"
  },
  {
    "body": true,
    "host": false,
    "method": "updatePartner",
    "name": "update_partner"
  },
  {
    "body": true,
    "host": false,
    "method": "updateProfile",
    "name": "update_profile"
  },
  {
    "body": true,
    "host": false,
    "method": "invite",
    "name": "invite"
  },
  {
    "body": true,
    "host": false,
    "method": "renewInvitation",
    "name": "renew_invitation"
  },
  {
    "body": true,
    "host": false,
    "method": "inviteAndApprove",
    "name": "invite_and_approve"
  },
  {
    "body": true,
    "host": false,
    "method": "submitForApproval",
    "name": "submit_for_approval"
  },
  {
    "body": true,
    "host": false,
    "method": "askForChanges",
    "name": "ask_for_changes"
  },
  {
    "body": true,
    "host": false,
    "method": "approve",
    "name": "approve"
  },
  {
    "body": true,
    "host": false,
    "method": "requireRecertification",
    "name": "require_recertification"
  },
  {
    "body": true,
    "host": false,
    "method": "deactivate",
    "name": "deactivate"
  },
  {
    "body": true,
    "host": false,
    "method": "reactivate",
    "name": "reactivate"
  },
  {
    "body": true,
    "host": false,
    "method": "remove",
    "name": "remove"
  },
  {
    "body": true,
    "host": false,
    "method": "bulk",
    "name": "bulk"
  },
  {
    "body": true,
    "host": false,
    "method": "invitePerson",
    "name": "invite_person"
  },
  {
    "body": true,
    "host": true,
    "method": "acceptInvitation",
    "name": "accept_invitation"
  },
  {
    "body": true,
    "host": false,
    "method": "changeRole",
    "name": "change_role"
  },
  {
    "body": true,
    "host": false,
    "method": "revokeRole",
    "name": "revoke_role"
  },
  {
    "body": false,
    "host": false,
    "method": "signIn",
    "name": "sign_in"
  },
  {
    "body": true,
    "host": false,
    "method": "setUpProxy",
    "name": "set_up_proxy"
  },
  {
    "body": true,
    "host": false,
    "method": "addCategory",
    "name": "add_category"
  },
  {
    "body": true,
    "host": false,
    "method": "renameCategory",
    "name": "rename_category"
  },
  {
    "body": true,
    "host": false,
    "method": "deleteCategory",
    "name": "delete_category"
  },
  {
    "body": true,
    "host": false,
    "method": "addItem",
    "name": "add_item"
  },
  {
    "body": true,
    "host": false,
    "method": "updateItem",
    "name": "update_item"
  },
  {
    "body": true,
    "host": false,
    "method": "addGroup",
    "name": "add_group"
  },
  {
    "body": true,
    "host": false,
    "method": "updateGroup",
    "name": "update_group"
  },
  {
    "body": true,
    "host": false,
    "method": "deleteGroup",
    "name": "delete_group"
  },
  {
    "body": true,
    "host": false,
    "method": "setGroupCap",
    "name": "set_group_cap"
  },
  {
    "body": true,
    "host": false,
    "method": "setException",
    "name": "set_exception"
  },
  {
    "body": true,
    "host": false,
    "method": "removeException",
    "name": "remove_exception"
  },
  {
    "body": true,
    "host": false,
    "method": "submitRequest",
    "name": "submit_request"
  },
  {
    "body": true,
    "host": false,
    "method": "startRequest",
    "name": "start_request"
  },
  {
    "body": true,
    "host": false,
    "method": "releaseRequest",
    "name": "release_request"
  },
  {
    "body": true,
    "host": false,
    "method": "cancelRequest",
    "name": "cancel_request"
  },
  {
    "body": true,
    "host": false,
    "method": "recordDistribution",
    "name": "record_distribution"
  },
  {
    "body": true,
    "host": false,
    "method": "updateDistribution",
    "name": "update_distribution"
  },
  {
    "body": true,
    "host": false,
    "method": "completeDistribution",
    "name": "complete_distribution"
  },
  {
    "body": true,
    "host": false,
    "method": "takeBackDistribution",
    "name": "take_back_distribution"
  },
  {
    "body": true,
    "host": false,
    "method": "sendDue",
    "name": "send_due"
  }
];

exports.QUESTIONS = [
  {
    "body": false,
    "host": false,
    "method": "bank",
    "name": "bank"
  },
  {
    "body": false,
    "host": false,
    "method": "receipt",
    "name": "receipt"
  },
  {
    "body": true,
    "host": false,
    "method": "partner",
    "name": "partner"
  },
  {
    "body": true,
    "host": false,
    "method": "profileSchema",
    "name": "profile_schema"
  },
  {
    "body": true,
    "host": false,
    "method": "profileCompleteness",
    "name": "profile_completeness"
  },
  {
    "body": true,
    "host": false,
    "method": "partners",
    "name": "partners"
  },
  {
    "body": true,
    "host": false,
    "method": "partnerAsOf",
    "name": "partner_as_of"
  },
  {
    "body": false,
    "host": false,
    "method": "dashboard",
    "name": "dashboard"
  },
  {
    "body": false,
    "host": false,
    "method": "categories",
    "name": "categories"
  },
  {
    "body": false,
    "host": false,
    "method": "items",
    "name": "items"
  },
  {
    "body": false,
    "host": false,
    "method": "groups",
    "name": "groups"
  },
  {
    "body": true,
    "host": false,
    "method": "permitted",
    "name": "permitted"
  },
  {
    "body": true,
    "host": false,
    "method": "allowedActions",
    "name": "allowed_actions"
  },
  {
    "body": true,
    "host": false,
    "method": "takeAlong",
    "name": "take_along"
  },
  {
    "body": true,
    "host": false,
    "method": "explainCapability",
    "name": "explain_capability"
  },
  {
    "body": true,
    "host": false,
    "method": "explainCommand",
    "name": "explain_command"
  },
  {
    "body": false,
    "host": false,
    "method": "people",
    "name": "people"
  },
  {
    "body": true,
    "host": false,
    "method": "users",
    "name": "users"
  },
  {
    "body": true,
    "host": true,
    "method": "rolesOf",
    "name": "roles_of"
  },
  {
    "body": false,
    "host": false,
    "method": "messageTexts",
    "name": "message_texts"
  },
  {
    "body": true,
    "host": false,
    "method": "previewMessageText",
    "name": "preview_message_text"
  },
  {
    "body": true,
    "host": false,
    "method": "whatIf",
    "name": "what_if"
  },
  {
    "body": true,
    "host": false,
    "method": "request",
    "name": "request"
  },
  {
    "body": true,
    "host": false,
    "method": "requests",
    "name": "requests"
  },
  {
    "body": true,
    "host": false,
    "method": "distribution",
    "name": "distribution"
  },
  {
    "body": true,
    "host": false,
    "method": "distributions",
    "name": "distributions"
  },
  {
    "body": true,
    "host": false,
    "method": "nextReminders",
    "name": "next_reminders"
  },
  {
    "body": true,
    "host": false,
    "method": "duePartners",
    "name": "due_partners"
  },
  {
    "body": true,
    "host": false,
    "method": "explainMessage",
    "name": "explain_message"
  },
  {
    "body": true,
    "host": false,
    "method": "history",
    "name": "history"
  },
  {
    "body": true,
    "host": false,
    "method": "messages",
    "name": "messages"
  }
];

exports.STATUSES = [
  "uninvited",
  "invited",
  "awaiting_review",
  "approved",
  "recertification_required",
  "deactivated"
];

exports.ACTIONS = [
  "invite",
  "renew_invitation",
  "invite_and_approve",
  "submit_for_approval",
  "ask_for_changes",
  "approve",
  "require_recertification",
  "deactivate",
  "reactivate",
  "remove"
];

exports.TRANSITIONS = [
  {
    "action": "invite",
    "bulk": true,
    "by": "bank",
    "cells": {
      "approved": {
        "instead": "renew_invitation",
        "refused": "already_approved"
      },
      "awaiting_review": {
        "instead": "renew_invitation",
        "refused": "already_submitted"
      },
      "deactivated": {
        "instead": "reactivate",
        "refused": "partner_deactivated"
      },
      "invited": {
        "to": "invited"
      },
      "recertification_required": {
        "instead": "renew_invitation",
        "refused": "already_invited"
      },
      "uninvited": {
        "to": "invited"
      }
    }
  },
  {
    "action": "renew_invitation",
    "bulk": false,
    "by": "bank",
    "cells": {
      "approved": {
        "to": "approved"
      },
      "awaiting_review": {
        "to": "awaiting_review"
      },
      "deactivated": {
        "instead": "reactivate",
        "refused": "partner_deactivated"
      },
      "invited": {
        "to": "invited"
      },
      "recertification_required": {
        "to": "recertification_required"
      },
      "uninvited": {
        "instead": "invite",
        "refused": "not_invited_yet"
      }
    }
  },
  {
    "action": "invite_and_approve",
    "bulk": true,
    "by": "bank",
    "cells": {
      "approved": {
        "refused": "already_approved"
      },
      "awaiting_review": {
        "instead": "approve",
        "refused": "already_submitted"
      },
      "deactivated": {
        "instead": "reactivate",
        "refused": "partner_deactivated"
      },
      "invited": {
        "instead": "approve",
        "refused": "already_invited"
      },
      "recertification_required": {
        "instead": "submit_for_approval",
        "refused": "already_invited"
      },
      "uninvited": {
        "to": "approved"
      }
    }
  },
  {
    "action": "submit_for_approval",
    "bulk": false,
    "by": "partner_or_bank",
    "cells": {
      "approved": {
        "refused": "already_approved"
      },
      "awaiting_review": {
        "refused": "already_submitted"
      },
      "deactivated": {
        "instead": "reactivate",
        "refused": "partner_deactivated"
      },
      "invited": {
        "to": "awaiting_review"
      },
      "recertification_required": {
        "to": "awaiting_review"
      },
      "uninvited": {
        "instead": "invite",
        "refused": "not_invited_yet"
      }
    }
  },
  {
    "action": "ask_for_changes",
    "bulk": false,
    "by": "bank",
    "cells": {
      "approved": {
        "instead": "require_recertification",
        "refused": "already_approved"
      },
      "awaiting_review": {
        "to": "invited",
        "to_if_approved_before": "recertification_required"
      },
      "deactivated": {
        "instead": "reactivate",
        "refused": "partner_deactivated"
      },
      "invited": {
        "refused": "not_submitted_yet"
      },
      "recertification_required": {
        "refused": "not_submitted_yet"
      },
      "uninvited": {
        "instead": "invite",
        "refused": "not_invited_yet"
      }
    }
  },
  {
    "action": "approve",
    "bulk": true,
    "by": "bank",
    "cells": {
      "approved": {
        "refused": "already_approved"
      },
      "awaiting_review": {
        "to": "approved"
      },
      "deactivated": {
        "instead": "reactivate",
        "refused": "partner_deactivated"
      },
      "invited": {
        "to": "approved"
      },
      "recertification_required": {
        "refused": "not_submitted_yet"
      },
      "uninvited": {
        "instead": "invite",
        "refused": "not_invited_yet"
      }
    }
  },
  {
    "action": "require_recertification",
    "bulk": true,
    "by": "bank_or_scheduler",
    "cells": {
      "approved": {
        "to": "recertification_required"
      },
      "awaiting_review": {
        "refused": "not_approved_yet"
      },
      "deactivated": {
        "instead": "reactivate",
        "refused": "partner_deactivated"
      },
      "invited": {
        "refused": "not_approved_yet"
      },
      "recertification_required": {
        "refused": "recertification_required"
      },
      "uninvited": {
        "instead": "invite",
        "refused": "not_invited_yet"
      }
    }
  },
  {
    "action": "deactivate",
    "bulk": true,
    "by": "bank",
    "cells": {
      "approved": {
        "to": "deactivated"
      },
      "awaiting_review": {
        "to": "deactivated"
      },
      "deactivated": {
        "refused": "partner_deactivated"
      },
      "invited": {
        "to": "deactivated"
      },
      "recertification_required": {
        "to": "deactivated"
      },
      "uninvited": {
        "to": "deactivated"
      }
    }
  },
  {
    "action": "reactivate",
    "bulk": true,
    "by": "bank",
    "cells": {
      "approved": {
        "refused": "not_deactivated"
      },
      "awaiting_review": {
        "refused": "not_deactivated"
      },
      "deactivated": {
        "to": "prior"
      },
      "invited": {
        "refused": "not_deactivated"
      },
      "recertification_required": {
        "refused": "not_deactivated"
      },
      "uninvited": {
        "refused": "not_deactivated"
      }
    }
  },
  {
    "action": "remove",
    "bulk": false,
    "by": "bank",
    "cells": {
      "approved": {
        "instead": "deactivate",
        "refused": "already_approved"
      },
      "awaiting_review": {
        "instead": "deactivate",
        "refused": "already_submitted"
      },
      "deactivated": {
        "instead": "reactivate",
        "refused": "partner_deactivated"
      },
      "invited": {
        "instead": "deactivate",
        "refused": "already_invited"
      },
      "recertification_required": {
        "instead": "deactivate",
        "refused": "already_invited"
      },
      "uninvited": {
        "to": "gone"
      }
    }
  }
];

exports.CAPABILITIES = [
  {
    "answers": {
      "approved": "yes",
      "awaiting_review": "yes",
      "deactivated": "no",
      "invited": "yes",
      "recertification_required": "yes",
      "uninvited": "yes"
    },
    "capability": "receive_distributions"
  },
  {
    "answers": {
      "approved": "yes",
      "awaiting_review": "yes",
      "deactivated": "read_only",
      "invited": "yes",
      "recertification_required": "yes",
      "uninvited": "no"
    },
    "capability": "sign_in"
  },
  {
    "answers": {
      "approved": "yes",
      "awaiting_review": "yes",
      "deactivated": "yes",
      "invited": "yes",
      "recertification_required": "yes",
      "uninvited": "no"
    },
    "capability": "view_own"
  },
  {
    "answers": {
      "approved": "yes",
      "awaiting_review": "yes",
      "deactivated": "no",
      "invited": "yes",
      "recertification_required": "yes",
      "uninvited": "no"
    },
    "capability": "edit_profile"
  },
  {
    "answers": {
      "approved": "no",
      "awaiting_review": "no",
      "deactivated": "no",
      "invited": "yes",
      "recertification_required": "yes",
      "uninvited": "no"
    },
    "capability": "submit_for_approval"
  },
  {
    "answers": {
      "approved": "yes",
      "awaiting_review": "no",
      "deactivated": "no",
      "invited": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "capability": "make_requests"
  },
  {
    "answers": {
      "approved": "yes",
      "awaiting_review": "yes",
      "deactivated": "no",
      "invited": "yes",
      "recertification_required": "yes",
      "uninvited": "yes"
    },
    "capability": "deadline_reminders"
  },
  {
    "answers": {
      "approved": "yes",
      "awaiting_review": "yes",
      "deactivated": "no",
      "invited": "yes",
      "recertification_required": "yes",
      "uninvited": "yes"
    },
    "capability": "distribution_emails"
  },
  {
    "answers": {
      "approved": "no",
      "awaiting_review": "yes",
      "deactivated": "no",
      "invited": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "capability": "listed_for_approval"
  },
  {
    "answers": {
      "approved": "yes",
      "awaiting_review": "yes",
      "deactivated": "no",
      "invited": "yes",
      "recertification_required": "yes",
      "uninvited": "yes"
    },
    "capability": "listed_by_default"
  }
];

exports.CODES = {
  "already_approved": {
    "category": "rejected",
    "retryable": false
  },
  "already_imported": {
    "category": "conflict",
    "retryable": false
  },
  "already_invited": {
    "category": "rejected",
    "retryable": false
  },
  "already_submitted": {
    "category": "rejected",
    "retryable": false
  },
  "bank_ambiguous": {
    "category": "invalid_input",
    "retryable": false
  },
  "bank_exists": {
    "category": "conflict",
    "retryable": false
  },
  "bug": {
    "category": "bug",
    "retryable": false
  },
  "category_in_use": {
    "category": "rejected",
    "retryable": false
  },
  "cell_without_header": {
    "category": "invalid_input",
    "retryable": false
  },
  "choice_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "claimed_by_another": {
    "category": "rejected",
    "retryable": false
  },
  "command_id_reused": {
    "category": "conflict",
    "retryable": false
  },
  "contact_changed": {
    "category": "rejected",
    "retryable": false
  },
  "control_character": {
    "category": "invalid_input",
    "retryable": false
  },
  "county_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "county_twice": {
    "category": "rejected",
    "retryable": false
  },
  "cursor_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "daily_job_missed": {
    "category": "rejected",
    "retryable": false
  },
  "deadline_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "distribution_complete": {
    "category": "rejected",
    "retryable": false
  },
  "distribution_reminders_off": {
    "category": "rejected",
    "retryable": false
  },
  "distribution_taken_back": {
    "category": "rejected",
    "retryable": false
  },
  "document_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "email_duplicate": {
    "category": "invalid_input",
    "retryable": false
  },
  "email_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "email_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "email_several": {
    "category": "invalid_input",
    "retryable": false
  },
  "email_taken": {
    "category": "conflict",
    "retryable": false
  },
  "email_twice": {
    "category": "invalid_input",
    "retryable": false
  },
  "emails_off": {
    "category": "rejected",
    "retryable": false
  },
  "encoding_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "export_failed": {
    "category": "store",
    "retryable": false
  },
  "external_id_duplicate": {
    "category": "invalid_input",
    "retryable": false
  },
  "external_id_taken": {
    "category": "conflict",
    "retryable": false
  },
  "first_month_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "formula_like": {
    "category": "rejected",
    "retryable": false
  },
  "group_has_members": {
    "category": "rejected",
    "retryable": false
  },
  "group_is_destination": {
    "category": "invalid_input",
    "retryable": false
  },
  "group_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "header_duplicate": {
    "category": "invalid_input",
    "retryable": false
  },
  "header_empty": {
    "category": "invalid_input",
    "retryable": false
  },
  "header_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "header_status": {
    "category": "invalid_input",
    "retryable": false
  },
  "header_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "id_taken": {
    "category": "conflict",
    "retryable": false
  },
  "import_cancelled": {
    "category": "rejected",
    "retryable": false
  },
  "import_empty": {
    "category": "invalid_input",
    "retryable": false
  },
  "import_key_reused": {
    "category": "conflict",
    "retryable": false
  },
  "import_no_rows": {
    "category": "invalid_input",
    "retryable": false
  },
  "import_refused": {
    "category": "invalid_input",
    "retryable": false
  },
  "import_unreadable": {
    "category": "store",
    "retryable": false
  },
  "invisible_character": {
    "category": "rejected",
    "retryable": false
  },
  "invitation_expired": {
    "category": "rejected",
    "retryable": false
  },
  "invitation_invalid": {
    "category": "rejected",
    "retryable": false
  },
  "invitation_used": {
    "category": "rejected",
    "retryable": false
  },
  "item_denied": {
    "category": "rejected",
    "retryable": false
  },
  "item_hidden": {
    "category": "rejected",
    "retryable": false
  },
  "item_inactive": {
    "category": "rejected",
    "retryable": false
  },
  "item_not_in_group": {
    "category": "rejected",
    "retryable": false
  },
  "item_without_category": {
    "category": "rejected",
    "retryable": false
  },
  "kind_not_enabled": {
    "category": "rejected",
    "retryable": false
  },
  "label_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "last_admin": {
    "category": "rejected",
    "retryable": false
  },
  "last_user": {
    "category": "rejected",
    "retryable": false
  },
  "looks_alike": {
    "category": "rejected",
    "retryable": false
  },
  "media_missing": {
    "category": "rejected",
    "retryable": false
  },
  "name_duplicate": {
    "category": "invalid_input",
    "retryable": false
  },
  "name_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "name_taken": {
    "category": "conflict",
    "retryable": false
  },
  "name_too_long": {
    "category": "invalid_input",
    "retryable": false
  },
  "no_columns": {
    "category": "invalid_input",
    "retryable": false
  },
  "no_interval": {
    "category": "rejected",
    "retryable": false
  },
  "no_kind_left": {
    "category": "rejected",
    "retryable": false
  },
  "no_lines": {
    "category": "invalid_input",
    "retryable": false
  },
  "no_people": {
    "category": "invalid_input",
    "retryable": false
  },
  "no_reminder_that_day": {
    "category": "rejected",
    "retryable": false
  },
  "no_schedule": {
    "category": "rejected",
    "retryable": false
  },
  "not_approved_yet": {
    "category": "rejected",
    "retryable": false
  },
  "not_deactivated": {
    "category": "rejected",
    "retryable": false
  },
  "not_eligible_then": {
    "category": "rejected",
    "retryable": false
  },
  "not_found": {
    "category": "not_found",
    "retryable": false
  },
  "not_invited_yet": {
    "category": "rejected",
    "retryable": false
  },
  "not_permitted": {
    "category": "rejected",
    "retryable": false
  },
  "not_submitted_yet": {
    "category": "rejected",
    "retryable": false
  },
  "not_yes_or_no": {
    "category": "invalid_input",
    "retryable": false
  },
  "note_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "nothing_to_change": {
    "category": "invalid_input",
    "retryable": false
  },
  "number_out_of_range": {
    "category": "invalid_input",
    "retryable": false
  },
  "other_file": {
    "category": "invalid_input",
    "retryable": false
  },
  "output_failed": {
    "category": "store",
    "retryable": false
  },
  "over_cap": {
    "category": "rejected",
    "retryable": false
  },
  "over_quota": {
    "category": "rejected",
    "retryable": false
  },
  "partner_deactivated": {
    "category": "rejected",
    "retryable": false
  },
  "partner_has_history": {
    "category": "rejected",
    "retryable": false
  },
  "partner_mismatch": {
    "category": "invalid_input",
    "retryable": false
  },
  "percent_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "placeholder_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "placeholder_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "profile_field_key": {
    "category": "invalid_input",
    "retryable": false
  },
  "profile_field_retired": {
    "category": "rejected",
    "retryable": false
  },
  "profile_field_twice": {
    "category": "invalid_input",
    "retryable": false
  },
  "profile_field_type": {
    "category": "rejected",
    "retryable": false
  },
  "profile_field_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "profile_section_off": {
    "category": "rejected",
    "retryable": false
  },
  "quantity_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "quota_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "quote_unclosed": {
    "category": "invalid_input",
    "retryable": false
  },
  "reason_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "recertification_required": {
    "category": "rejected",
    "retryable": false
  },
  "reminder_on_deadline": {
    "category": "invalid_input",
    "retryable": false
  },
  "request_cancelled": {
    "category": "rejected",
    "retryable": false
  },
  "request_fulfilled": {
    "category": "rejected",
    "retryable": false
  },
  "request_not_started": {
    "category": "rejected",
    "retryable": false
  },
  "request_started": {
    "category": "rejected",
    "retryable": false
  },
  "role_held": {
    "category": "rejected",
    "retryable": false
  },
  "role_not_held": {
    "category": "rejected",
    "retryable": false
  },
  "row_too_large": {
    "category": "invalid_input",
    "retryable": false
  },
  "row_too_long": {
    "category": "invalid_input",
    "retryable": false
  },
  "shares_total": {
    "category": "rejected",
    "retryable": false
  },
  "store_busy": {
    "category": "store",
    "retryable": true
  },
  "store_corrupt": {
    "category": "store",
    "retryable": false
  },
  "store_failed": {
    "category": "store",
    "retryable": false
  },
  "store_full": {
    "category": "store",
    "retryable": false
  },
  "store_newer": {
    "category": "store",
    "retryable": false
  },
  "store_read_only": {
    "category": "store",
    "retryable": false
  },
  "store_unavailable": {
    "category": "store",
    "retryable": true
  },
  "store_unrecognised": {
    "category": "store",
    "retryable": false
  },
  "take_along_altered": {
    "category": "invalid_input",
    "retryable": false
  },
  "take_along_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "take_along_newer": {
    "category": "invalid_input",
    "retryable": false
  },
  "take_along_truncated": {
    "category": "invalid_input",
    "retryable": false
  },
  "take_along_unreadable": {
    "category": "store",
    "retryable": false
  },
  "take_along_unrecognised": {
    "category": "invalid_input",
    "retryable": false
  },
  "take_along_unwritable": {
    "category": "store",
    "retryable": false
  },
  "text_missing": {
    "category": "invalid_input",
    "retryable": false
  },
  "text_too_long": {
    "category": "invalid_input",
    "retryable": false
  },
  "time_zone_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "too_many_conflicts": {
    "category": "conflict",
    "retryable": true
  },
  "too_many_entries": {
    "category": "invalid_input",
    "retryable": false
  },
  "too_many_partners": {
    "category": "invalid_input",
    "retryable": false
  },
  "two_units": {
    "category": "invalid_input",
    "retryable": false
  },
  "ungrouped_may_request_nothing": {
    "category": "rejected",
    "retryable": false
  },
  "unit_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "unit_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "unit_with_people": {
    "category": "invalid_input",
    "retryable": false
  },
  "version_unknown": {
    "category": "invalid_input",
    "retryable": false
  },
  "wire_invalid": {
    "category": "invalid_input",
    "retryable": false
  },
  "wrong_type": {
    "category": "invalid_input",
    "retryable": false
  }
};

exports.IS_YES = {
  "no": false,
  "read_only": true,
  "yes": true
};

exports.CAPABLE = {
  "deadline_reminders": {
    "approved": {
      "none": "yes"
    },
    "awaiting_review": {
      "none": "yes"
    },
    "deactivated": {
      "approved": "no",
      "awaiting_review": "no",
      "invited": "no",
      "none": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "invited": {
      "none": "yes"
    },
    "recertification_required": {
      "none": "yes"
    },
    "uninvited": {
      "none": "yes"
    }
  },
  "distribution_emails": {
    "approved": {
      "none": "yes"
    },
    "awaiting_review": {
      "none": "yes"
    },
    "deactivated": {
      "approved": "no",
      "awaiting_review": "no",
      "invited": "no",
      "none": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "invited": {
      "none": "yes"
    },
    "recertification_required": {
      "none": "yes"
    },
    "uninvited": {
      "none": "yes"
    }
  },
  "edit_profile": {
    "approved": {
      "none": "yes"
    },
    "awaiting_review": {
      "none": "yes"
    },
    "deactivated": {
      "approved": "no",
      "awaiting_review": "no",
      "invited": "no",
      "none": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "invited": {
      "none": "yes"
    },
    "recertification_required": {
      "none": "yes"
    },
    "uninvited": {
      "none": "no"
    }
  },
  "listed_by_default": {
    "approved": {
      "none": "yes"
    },
    "awaiting_review": {
      "none": "yes"
    },
    "deactivated": {
      "approved": "no",
      "awaiting_review": "no",
      "invited": "no",
      "none": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "invited": {
      "none": "yes"
    },
    "recertification_required": {
      "none": "yes"
    },
    "uninvited": {
      "none": "yes"
    }
  },
  "listed_for_approval": {
    "approved": {
      "none": "no"
    },
    "awaiting_review": {
      "none": "yes"
    },
    "deactivated": {
      "approved": "no",
      "awaiting_review": "no",
      "invited": "no",
      "none": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "invited": {
      "none": "no"
    },
    "recertification_required": {
      "none": "no"
    },
    "uninvited": {
      "none": "no"
    }
  },
  "make_requests": {
    "approved": {
      "none": "yes"
    },
    "awaiting_review": {
      "none": "no"
    },
    "deactivated": {
      "approved": "no",
      "awaiting_review": "no",
      "invited": "no",
      "none": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "invited": {
      "none": "no"
    },
    "recertification_required": {
      "none": "no"
    },
    "uninvited": {
      "none": "no"
    }
  },
  "receive_distributions": {
    "approved": {
      "none": "yes"
    },
    "awaiting_review": {
      "none": "yes"
    },
    "deactivated": {
      "approved": "no",
      "awaiting_review": "no",
      "invited": "no",
      "none": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "invited": {
      "none": "yes"
    },
    "recertification_required": {
      "none": "yes"
    },
    "uninvited": {
      "none": "yes"
    }
  },
  "sign_in": {
    "approved": {
      "none": "yes"
    },
    "awaiting_review": {
      "none": "yes"
    },
    "deactivated": {
      "approved": "read_only",
      "awaiting_review": "read_only",
      "invited": "read_only",
      "none": "read_only",
      "recertification_required": "read_only",
      "uninvited": "no"
    },
    "invited": {
      "none": "yes"
    },
    "recertification_required": {
      "none": "yes"
    },
    "uninvited": {
      "none": "no"
    }
  },
  "submit_for_approval": {
    "approved": {
      "none": "no"
    },
    "awaiting_review": {
      "none": "no"
    },
    "deactivated": {
      "approved": "no",
      "awaiting_review": "no",
      "invited": "no",
      "none": "no",
      "recertification_required": "no",
      "uninvited": "no"
    },
    "invited": {
      "none": "yes"
    },
    "recertification_required": {
      "none": "yes"
    },
    "uninvited": {
      "none": "no"
    }
  },
  "view_own": {
    "approved": {
      "none": "yes"
    },
    "awaiting_review": {
      "none": "yes"
    },
    "deactivated": {
      "approved": "yes",
      "awaiting_review": "yes",
      "invited": "yes",
      "none": "yes",
      "recertification_required": "yes",
      "uninvited": "no"
    },
    "invited": {
      "none": "yes"
    },
    "recertification_required": {
      "none": "yes"
    },
    "uninvited": {
      "none": "no"
    }
  }
};

// What a move comes to, each once.
const outcome = [
  {
    "moved": {
      "approved_before": false,
      "prior": null,
      "status": "invited"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": null,
      "status": "invited"
    }
  },
  {
    "instead": "renew_invitation",
    "refused": "already_submitted"
  },
  {
    "instead": "renew_invitation",
    "refused": "already_approved"
  },
  {
    "instead": "renew_invitation",
    "refused": "already_invited"
  },
  {
    "instead": "reactivate",
    "refused": "partner_deactivated"
  },
  {
    "instead": "invite",
    "refused": "not_invited_yet"
  },
  {
    "moved": {
      "approved_before": false,
      "prior": null,
      "status": "awaiting_review"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": null,
      "status": "awaiting_review"
    }
  },
  {
    "moved": {
      "approved_before": false,
      "prior": null,
      "status": "approved"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": null,
      "status": "approved"
    }
  },
  {
    "moved": {
      "approved_before": false,
      "prior": null,
      "status": "recertification_required"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": null,
      "status": "recertification_required"
    }
  },
  {
    "instead": "approve",
    "refused": "already_invited"
  },
  {
    "instead": "approve",
    "refused": "already_submitted"
  },
  {
    "instead": null,
    "refused": "already_approved"
  },
  {
    "instead": "submit_for_approval",
    "refused": "already_invited"
  },
  {
    "instead": null,
    "refused": "already_submitted"
  },
  {
    "instead": null,
    "refused": "not_submitted_yet"
  },
  {
    "instead": "require_recertification",
    "refused": "already_approved"
  },
  {
    "instead": null,
    "refused": "not_approved_yet"
  },
  {
    "instead": null,
    "refused": "recertification_required"
  },
  {
    "moved": {
      "approved_before": false,
      "prior": "uninvited",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": "uninvited",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": false,
      "prior": "invited",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": "invited",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": false,
      "prior": "awaiting_review",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": "awaiting_review",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": false,
      "prior": "approved",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": "approved",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": false,
      "prior": "recertification_required",
      "status": "deactivated"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": "recertification_required",
      "status": "deactivated"
    }
  },
  {
    "instead": null,
    "refused": "partner_deactivated"
  },
  {
    "instead": null,
    "refused": "not_deactivated"
  },
  {
    "moved": {
      "approved_before": false,
      "prior": null,
      "status": "uninvited"
    }
  },
  {
    "moved": {
      "approved_before": true,
      "prior": null,
      "status": "uninvited"
    }
  },
  {
    "gone": true
  },
  {
    "instead": "deactivate",
    "refused": "already_invited"
  },
  {
    "instead": "deactivate",
    "refused": "already_submitted"
  },
  {
    "instead": "deactivate",
    "refused": "already_approved"
  }
].map(Object.freeze);

// By action, status, status before a deactivation, and whether the partner was approved before.
exports.MOVES = {
  "approve": {
    "approved": {
      "none": [
        15,
        15
      ]
    },
    "awaiting_review": {
      "none": [
        10,
        10
      ]
    },
    "deactivated": {
      "approved": [
        5,
        5
      ],
      "awaiting_review": [
        5,
        5
      ],
      "invited": [
        5,
        5
      ],
      "none": [
        5,
        5
      ],
      "recertification_required": [
        5,
        5
      ],
      "uninvited": [
        5,
        5
      ]
    },
    "invited": {
      "none": [
        10,
        10
      ]
    },
    "recertification_required": {
      "none": [
        18,
        18
      ]
    },
    "uninvited": {
      "none": [
        6,
        6
      ]
    }
  },
  "ask_for_changes": {
    "approved": {
      "none": [
        19,
        19
      ]
    },
    "awaiting_review": {
      "none": [
        0,
        12
      ]
    },
    "deactivated": {
      "approved": [
        5,
        5
      ],
      "awaiting_review": [
        5,
        5
      ],
      "invited": [
        5,
        5
      ],
      "none": [
        5,
        5
      ],
      "recertification_required": [
        5,
        5
      ],
      "uninvited": [
        5,
        5
      ]
    },
    "invited": {
      "none": [
        18,
        18
      ]
    },
    "recertification_required": {
      "none": [
        18,
        18
      ]
    },
    "uninvited": {
      "none": [
        6,
        6
      ]
    }
  },
  "deactivate": {
    "approved": {
      "none": [
        28,
        29
      ]
    },
    "awaiting_review": {
      "none": [
        26,
        27
      ]
    },
    "deactivated": {
      "approved": [
        32,
        32
      ],
      "awaiting_review": [
        32,
        32
      ],
      "invited": [
        32,
        32
      ],
      "none": [
        32,
        32
      ],
      "recertification_required": [
        32,
        32
      ],
      "uninvited": [
        32,
        32
      ]
    },
    "invited": {
      "none": [
        24,
        25
      ]
    },
    "recertification_required": {
      "none": [
        30,
        31
      ]
    },
    "uninvited": {
      "none": [
        22,
        23
      ]
    }
  },
  "invite": {
    "approved": {
      "none": [
        3,
        3
      ]
    },
    "awaiting_review": {
      "none": [
        2,
        2
      ]
    },
    "deactivated": {
      "approved": [
        5,
        5
      ],
      "awaiting_review": [
        5,
        5
      ],
      "invited": [
        5,
        5
      ],
      "none": [
        5,
        5
      ],
      "recertification_required": [
        5,
        5
      ],
      "uninvited": [
        5,
        5
      ]
    },
    "invited": {
      "none": [
        0,
        1
      ]
    },
    "recertification_required": {
      "none": [
        4,
        4
      ]
    },
    "uninvited": {
      "none": [
        0,
        1
      ]
    }
  },
  "invite_and_approve": {
    "approved": {
      "none": [
        15,
        15
      ]
    },
    "awaiting_review": {
      "none": [
        14,
        14
      ]
    },
    "deactivated": {
      "approved": [
        5,
        5
      ],
      "awaiting_review": [
        5,
        5
      ],
      "invited": [
        5,
        5
      ],
      "none": [
        5,
        5
      ],
      "recertification_required": [
        5,
        5
      ],
      "uninvited": [
        5,
        5
      ]
    },
    "invited": {
      "none": [
        13,
        13
      ]
    },
    "recertification_required": {
      "none": [
        16,
        16
      ]
    },
    "uninvited": {
      "none": [
        10,
        10
      ]
    }
  },
  "reactivate": {
    "approved": {
      "none": [
        33,
        33
      ]
    },
    "awaiting_review": {
      "none": [
        33,
        33
      ]
    },
    "deactivated": {
      "approved": [
        10,
        10
      ],
      "awaiting_review": [
        7,
        8
      ],
      "invited": [
        0,
        1
      ],
      "none": [
        34,
        35
      ],
      "recertification_required": [
        11,
        12
      ],
      "uninvited": [
        34,
        35
      ]
    },
    "invited": {
      "none": [
        33,
        33
      ]
    },
    "recertification_required": {
      "none": [
        33,
        33
      ]
    },
    "uninvited": {
      "none": [
        33,
        33
      ]
    }
  },
  "remove": {
    "approved": {
      "none": [
        39,
        39
      ]
    },
    "awaiting_review": {
      "none": [
        38,
        38
      ]
    },
    "deactivated": {
      "approved": [
        5,
        5
      ],
      "awaiting_review": [
        5,
        5
      ],
      "invited": [
        5,
        5
      ],
      "none": [
        5,
        5
      ],
      "recertification_required": [
        5,
        5
      ],
      "uninvited": [
        5,
        5
      ]
    },
    "invited": {
      "none": [
        37,
        37
      ]
    },
    "recertification_required": {
      "none": [
        37,
        37
      ]
    },
    "uninvited": {
      "none": [
        36,
        36
      ]
    }
  },
  "renew_invitation": {
    "approved": {
      "none": [
        9,
        10
      ]
    },
    "awaiting_review": {
      "none": [
        7,
        8
      ]
    },
    "deactivated": {
      "approved": [
        5,
        5
      ],
      "awaiting_review": [
        5,
        5
      ],
      "invited": [
        5,
        5
      ],
      "none": [
        5,
        5
      ],
      "recertification_required": [
        5,
        5
      ],
      "uninvited": [
        5,
        5
      ]
    },
    "invited": {
      "none": [
        0,
        1
      ]
    },
    "recertification_required": {
      "none": [
        11,
        12
      ]
    },
    "uninvited": {
      "none": [
        6,
        6
      ]
    }
  },
  "require_recertification": {
    "approved": {
      "none": [
        11,
        12
      ]
    },
    "awaiting_review": {
      "none": [
        20,
        20
      ]
    },
    "deactivated": {
      "approved": [
        5,
        5
      ],
      "awaiting_review": [
        5,
        5
      ],
      "invited": [
        5,
        5
      ],
      "none": [
        5,
        5
      ],
      "recertification_required": [
        5,
        5
      ],
      "uninvited": [
        5,
        5
      ]
    },
    "invited": {
      "none": [
        20,
        20
      ]
    },
    "recertification_required": {
      "none": [
        21,
        21
      ]
    },
    "uninvited": {
      "none": [
        6,
        6
      ]
    }
  },
  "submit_for_approval": {
    "approved": {
      "none": [
        15,
        15
      ]
    },
    "awaiting_review": {
      "none": [
        17,
        17
      ]
    },
    "deactivated": {
      "approved": [
        5,
        5
      ],
      "awaiting_review": [
        5,
        5
      ],
      "invited": [
        5,
        5
      ],
      "none": [
        5,
        5
      ],
      "recertification_required": [
        5,
        5
      ],
      "uninvited": [
        5,
        5
      ]
    },
    "invited": {
      "none": [
        7,
        8
      ]
    },
    "recertification_required": {
      "none": [
        7,
        8
      ]
    },
    "uninvited": {
      "none": [
        6,
        6
      ]
    }
  }
};
for (const statuses of Object.values(exports.MOVES)) {
  for (const priors of Object.values(statuses)) {
    for (const [prior, [never, before]] of Object.entries(priors)) priors[prior] = [outcome[never], outcome[before]];
  }
}
