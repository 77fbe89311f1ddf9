// Written by `tests/renew` from the schema of the wire format. Do not edit.
@file:OptIn(kotlinx.serialization.ExperimentalSerializationApi::class)

package org.partnerkit

import java.time.Instant
import java.time.LocalDate
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonClassDiscriminator
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** The tables of the rules. A row is asked by [at]: a status, and while deactivated the status before. */
internal object Tables {
    internal fun at(standing: Standing): Int = when (standing.status) {
        Status.DEACTIVATED -> Status.entries.size + (standing.prior?.ordinal ?: Status.entries.size)
        else -> standing.status.ordinal
    }

    internal val capable: Array<Array<Answer>> = arrayOf(
        // receive_distributions
        arrayOf(Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO),
        // sign_in
        arrayOf(Answer.NO, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.READ_ONLY, Answer.NO, Answer.READ_ONLY, Answer.READ_ONLY, Answer.READ_ONLY, Answer.READ_ONLY, Answer.READ_ONLY, Answer.READ_ONLY),
        // view_own
        arrayOf(Answer.NO, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES),
        // edit_profile
        arrayOf(Answer.NO, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO),
        // submit_for_approval
        arrayOf(Answer.NO, Answer.YES, Answer.NO, Answer.NO, Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO),
        // make_requests
        arrayOf(Answer.NO, Answer.NO, Answer.NO, Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO),
        // deadline_reminders
        arrayOf(Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO),
        // distribution_emails
        arrayOf(Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO),
        // listed_for_approval
        arrayOf(Answer.NO, Answer.NO, Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO),
        // listed_by_default
        arrayOf(Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO),
    )

    internal val movesOfTheNew: Array<Array<Move>> = arrayOf(
        // invite
        arrayOf(
            Move.To(Standing(Status.INVITED, null, false)),
            Move.To(Standing(Status.INVITED, null, false)),
            Move.Refused(Code.ALREADY_SUBMITTED, Action.RENEW_INVITATION),
            Move.Refused(Code.ALREADY_APPROVED, Action.RENEW_INVITATION),
            Move.Refused(Code.ALREADY_INVITED, Action.RENEW_INVITATION),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // renew_invitation
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.To(Standing(Status.INVITED, null, false)),
            Move.To(Standing(Status.AWAITING_REVIEW, null, false)),
            Move.To(Standing(Status.APPROVED, null, false)),
            Move.To(Standing(Status.RECERTIFICATION_REQUIRED, null, false)),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // invite_and_approve
        arrayOf(
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.Refused(Code.ALREADY_INVITED, Action.APPROVE),
            Move.Refused(Code.ALREADY_SUBMITTED, Action.APPROVE),
            Move.Refused(Code.ALREADY_APPROVED, null),
            Move.Refused(Code.ALREADY_INVITED, Action.SUBMIT_FOR_APPROVAL),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // submit_for_approval
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.To(Standing(Status.AWAITING_REVIEW, null, false)),
            Move.Refused(Code.ALREADY_SUBMITTED, null),
            Move.Refused(Code.ALREADY_APPROVED, null),
            Move.To(Standing(Status.AWAITING_REVIEW, null, false)),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // ask_for_changes
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.Refused(Code.NOT_SUBMITTED_YET, null),
            Move.To(Standing(Status.INVITED, null, false)),
            Move.Refused(Code.ALREADY_APPROVED, Action.REQUIRE_RECERTIFICATION),
            Move.Refused(Code.NOT_SUBMITTED_YET, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // approve
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.Refused(Code.ALREADY_APPROVED, null),
            Move.Refused(Code.NOT_SUBMITTED_YET, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // require_recertification
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.Refused(Code.NOT_APPROVED_YET, null),
            Move.Refused(Code.NOT_APPROVED_YET, null),
            Move.To(Standing(Status.RECERTIFICATION_REQUIRED, null, false)),
            Move.Refused(Code.RECERTIFICATION_REQUIRED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // deactivate
        arrayOf(
            Move.To(Standing(Status.DEACTIVATED, Status.UNINVITED, false)),
            Move.To(Standing(Status.DEACTIVATED, Status.INVITED, false)),
            Move.To(Standing(Status.DEACTIVATED, Status.AWAITING_REVIEW, false)),
            Move.To(Standing(Status.DEACTIVATED, Status.APPROVED, false)),
            Move.To(Standing(Status.DEACTIVATED, Status.RECERTIFICATION_REQUIRED, false)),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
        ),
        // reactivate
        arrayOf(
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.To(Standing(Status.UNINVITED, null, false)),
            Move.To(Standing(Status.UNINVITED, null, false)),
            Move.To(Standing(Status.INVITED, null, false)),
            Move.To(Standing(Status.AWAITING_REVIEW, null, false)),
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.To(Standing(Status.RECERTIFICATION_REQUIRED, null, false)),
            Move.To(Standing(Status.DEACTIVATED, null, false)),
            Move.To(Standing(Status.UNINVITED, null, false)),
        ),
        // remove
        arrayOf(
            Move.Gone,
            Move.Refused(Code.ALREADY_INVITED, Action.DEACTIVATE),
            Move.Refused(Code.ALREADY_SUBMITTED, Action.DEACTIVATE),
            Move.Refused(Code.ALREADY_APPROVED, Action.DEACTIVATE),
            Move.Refused(Code.ALREADY_INVITED, Action.DEACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
    )

    internal val movesOfTheApproved: Array<Array<Move>> = arrayOf(
        // invite
        arrayOf(
            Move.To(Standing(Status.INVITED, null, true)),
            Move.To(Standing(Status.INVITED, null, true)),
            Move.Refused(Code.ALREADY_SUBMITTED, Action.RENEW_INVITATION),
            Move.Refused(Code.ALREADY_APPROVED, Action.RENEW_INVITATION),
            Move.Refused(Code.ALREADY_INVITED, Action.RENEW_INVITATION),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // renew_invitation
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.To(Standing(Status.INVITED, null, true)),
            Move.To(Standing(Status.AWAITING_REVIEW, null, true)),
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.To(Standing(Status.RECERTIFICATION_REQUIRED, null, true)),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // invite_and_approve
        arrayOf(
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.Refused(Code.ALREADY_INVITED, Action.APPROVE),
            Move.Refused(Code.ALREADY_SUBMITTED, Action.APPROVE),
            Move.Refused(Code.ALREADY_APPROVED, null),
            Move.Refused(Code.ALREADY_INVITED, Action.SUBMIT_FOR_APPROVAL),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // submit_for_approval
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.To(Standing(Status.AWAITING_REVIEW, null, true)),
            Move.Refused(Code.ALREADY_SUBMITTED, null),
            Move.Refused(Code.ALREADY_APPROVED, null),
            Move.To(Standing(Status.AWAITING_REVIEW, null, true)),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // ask_for_changes
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.Refused(Code.NOT_SUBMITTED_YET, null),
            Move.To(Standing(Status.RECERTIFICATION_REQUIRED, null, true)),
            Move.Refused(Code.ALREADY_APPROVED, Action.REQUIRE_RECERTIFICATION),
            Move.Refused(Code.NOT_SUBMITTED_YET, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // approve
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.Refused(Code.ALREADY_APPROVED, null),
            Move.Refused(Code.NOT_SUBMITTED_YET, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // require_recertification
        arrayOf(
            Move.Refused(Code.NOT_INVITED_YET, Action.INVITE),
            Move.Refused(Code.NOT_APPROVED_YET, null),
            Move.Refused(Code.NOT_APPROVED_YET, null),
            Move.To(Standing(Status.RECERTIFICATION_REQUIRED, null, true)),
            Move.Refused(Code.RECERTIFICATION_REQUIRED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
        // deactivate
        arrayOf(
            Move.To(Standing(Status.DEACTIVATED, Status.UNINVITED, true)),
            Move.To(Standing(Status.DEACTIVATED, Status.INVITED, true)),
            Move.To(Standing(Status.DEACTIVATED, Status.AWAITING_REVIEW, true)),
            Move.To(Standing(Status.DEACTIVATED, Status.APPROVED, true)),
            Move.To(Standing(Status.DEACTIVATED, Status.RECERTIFICATION_REQUIRED, true)),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
            Move.Refused(Code.PARTNER_DEACTIVATED, null),
        ),
        // reactivate
        arrayOf(
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.Refused(Code.NOT_DEACTIVATED, null),
            Move.To(Standing(Status.UNINVITED, null, true)),
            Move.To(Standing(Status.UNINVITED, null, true)),
            Move.To(Standing(Status.INVITED, null, true)),
            Move.To(Standing(Status.AWAITING_REVIEW, null, true)),
            Move.To(Standing(Status.APPROVED, null, true)),
            Move.To(Standing(Status.RECERTIFICATION_REQUIRED, null, true)),
            Move.To(Standing(Status.DEACTIVATED, null, true)),
            Move.To(Standing(Status.UNINVITED, null, true)),
        ),
        // remove
        arrayOf(
            Move.Gone,
            Move.Refused(Code.ALREADY_INVITED, Action.DEACTIVATE),
            Move.Refused(Code.ALREADY_SUBMITTED, Action.DEACTIVATE),
            Move.Refused(Code.ALREADY_APPROVED, Action.DEACTIVATE),
            Move.Refused(Code.ALREADY_INVITED, Action.DEACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
            Move.Refused(Code.PARTNER_DEACTIVATED, Action.REACTIVATE),
        ),
    )
}
