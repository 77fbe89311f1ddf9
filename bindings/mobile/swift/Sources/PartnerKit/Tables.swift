// Written by `tests/renew` from the schema of the wire format. Do not edit.

/// The tables of the rules. A row is asked by the place of a standing: a status, and while deactivated the status before.
enum Tables {
    static let capable: [[Answer]] = [
        // receive_distributions
        [.yes, .yes, .yes, .yes, .yes, .no, .no, .no, .no, .no, .no, .no, .no],
        // sign_in
        [.no, .yes, .yes, .yes, .yes, .readOnly, .no, .readOnly, .readOnly, .readOnly, .readOnly, .readOnly, .readOnly],
        // view_own
        [.no, .yes, .yes, .yes, .yes, .yes, .no, .yes, .yes, .yes, .yes, .yes, .yes],
        // edit_profile
        [.no, .yes, .yes, .yes, .yes, .no, .no, .no, .no, .no, .no, .no, .no],
        // submit_for_approval
        [.no, .yes, .no, .no, .yes, .no, .no, .no, .no, .no, .no, .no, .no],
        // make_requests
        [.no, .no, .no, .yes, .no, .no, .no, .no, .no, .no, .no, .no, .no],
        // deadline_reminders
        [.yes, .yes, .yes, .yes, .yes, .no, .no, .no, .no, .no, .no, .no, .no],
        // distribution_emails
        [.yes, .yes, .yes, .yes, .yes, .no, .no, .no, .no, .no, .no, .no, .no],
        // listed_for_approval
        [.no, .no, .yes, .no, .no, .no, .no, .no, .no, .no, .no, .no, .no],
        // listed_by_default
        [.yes, .yes, .yes, .yes, .yes, .no, .no, .no, .no, .no, .no, .no, .no],
    ]

    static let movesOfTheNew: [[Move]] = [
        // invite
        [
            .to(Standing(.invited)),
            .to(Standing(.invited)),
            .refused(.alreadySubmitted, instead: .renewInvitation),
            .refused(.alreadyApproved, instead: .renewInvitation),
            .refused(.alreadyInvited, instead: .renewInvitation),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // renew_invitation
        [
            .refused(.notInvitedYet, instead: .invite),
            .to(Standing(.invited)),
            .to(Standing(.awaitingReview)),
            .to(Standing(.approved)),
            .to(Standing(.recertificationRequired)),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // invite_and_approve
        [
            .to(Standing(.approved, approvedBefore: true)),
            .refused(.alreadyInvited, instead: .approve),
            .refused(.alreadySubmitted, instead: .approve),
            .refused(.alreadyApproved, instead: nil),
            .refused(.alreadyInvited, instead: .submitForApproval),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // submit_for_approval
        [
            .refused(.notInvitedYet, instead: .invite),
            .to(Standing(.awaitingReview)),
            .refused(.alreadySubmitted, instead: nil),
            .refused(.alreadyApproved, instead: nil),
            .to(Standing(.awaitingReview)),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // ask_for_changes
        [
            .refused(.notInvitedYet, instead: .invite),
            .refused(.notSubmittedYet, instead: nil),
            .to(Standing(.invited)),
            .refused(.alreadyApproved, instead: .requireRecertification),
            .refused(.notSubmittedYet, instead: nil),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // approve
        [
            .refused(.notInvitedYet, instead: .invite),
            .to(Standing(.approved, approvedBefore: true)),
            .to(Standing(.approved, approvedBefore: true)),
            .refused(.alreadyApproved, instead: nil),
            .refused(.notSubmittedYet, instead: nil),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // require_recertification
        [
            .refused(.notInvitedYet, instead: .invite),
            .refused(.notApprovedYet, instead: nil),
            .refused(.notApprovedYet, instead: nil),
            .to(Standing(.recertificationRequired)),
            .refused(.recertificationRequired, instead: nil),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // deactivate
        [
            .to(Standing(.deactivated, prior: .uninvited)),
            .to(Standing(.deactivated, prior: .invited)),
            .to(Standing(.deactivated, prior: .awaitingReview)),
            .to(Standing(.deactivated, prior: .approved)),
            .to(Standing(.deactivated, prior: .recertificationRequired)),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
        ],
        // reactivate
        [
            .refused(.notDeactivated, instead: nil),
            .refused(.notDeactivated, instead: nil),
            .refused(.notDeactivated, instead: nil),
            .refused(.notDeactivated, instead: nil),
            .refused(.notDeactivated, instead: nil),
            .to(Standing(.uninvited)),
            .to(Standing(.uninvited)),
            .to(Standing(.invited)),
            .to(Standing(.awaitingReview)),
            .to(Standing(.approved, approvedBefore: true)),
            .to(Standing(.recertificationRequired)),
            .to(Standing(.deactivated)),
            .to(Standing(.uninvited)),
        ],
        // remove
        [
            .gone,
            .refused(.alreadyInvited, instead: .deactivate),
            .refused(.alreadySubmitted, instead: .deactivate),
            .refused(.alreadyApproved, instead: .deactivate),
            .refused(.alreadyInvited, instead: .deactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
    ]

    static let movesOfTheApproved: [[Move]] = [
        // invite
        [
            .to(Standing(.invited, approvedBefore: true)),
            .to(Standing(.invited, approvedBefore: true)),
            .refused(.alreadySubmitted, instead: .renewInvitation),
            .refused(.alreadyApproved, instead: .renewInvitation),
            .refused(.alreadyInvited, instead: .renewInvitation),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // renew_invitation
        [
            .refused(.notInvitedYet, instead: .invite),
            .to(Standing(.invited, approvedBefore: true)),
            .to(Standing(.awaitingReview, approvedBefore: true)),
            .to(Standing(.approved, approvedBefore: true)),
            .to(Standing(.recertificationRequired, approvedBefore: true)),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // invite_and_approve
        [
            .to(Standing(.approved, approvedBefore: true)),
            .refused(.alreadyInvited, instead: .approve),
            .refused(.alreadySubmitted, instead: .approve),
            .refused(.alreadyApproved, instead: nil),
            .refused(.alreadyInvited, instead: .submitForApproval),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // submit_for_approval
        [
            .refused(.notInvitedYet, instead: .invite),
            .to(Standing(.awaitingReview, approvedBefore: true)),
            .refused(.alreadySubmitted, instead: nil),
            .refused(.alreadyApproved, instead: nil),
            .to(Standing(.awaitingReview, approvedBefore: true)),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // ask_for_changes
        [
            .refused(.notInvitedYet, instead: .invite),
            .refused(.notSubmittedYet, instead: nil),
            .to(Standing(.recertificationRequired, approvedBefore: true)),
            .refused(.alreadyApproved, instead: .requireRecertification),
            .refused(.notSubmittedYet, instead: nil),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // approve
        [
            .refused(.notInvitedYet, instead: .invite),
            .to(Standing(.approved, approvedBefore: true)),
            .to(Standing(.approved, approvedBefore: true)),
            .refused(.alreadyApproved, instead: nil),
            .refused(.notSubmittedYet, instead: nil),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // require_recertification
        [
            .refused(.notInvitedYet, instead: .invite),
            .refused(.notApprovedYet, instead: nil),
            .refused(.notApprovedYet, instead: nil),
            .to(Standing(.recertificationRequired, approvedBefore: true)),
            .refused(.recertificationRequired, instead: nil),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
        // deactivate
        [
            .to(Standing(.deactivated, prior: .uninvited, approvedBefore: true)),
            .to(Standing(.deactivated, prior: .invited, approvedBefore: true)),
            .to(Standing(.deactivated, prior: .awaitingReview, approvedBefore: true)),
            .to(Standing(.deactivated, prior: .approved, approvedBefore: true)),
            .to(Standing(.deactivated, prior: .recertificationRequired, approvedBefore: true)),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
            .refused(.partnerDeactivated, instead: nil),
        ],
        // reactivate
        [
            .refused(.notDeactivated, instead: nil),
            .refused(.notDeactivated, instead: nil),
            .refused(.notDeactivated, instead: nil),
            .refused(.notDeactivated, instead: nil),
            .refused(.notDeactivated, instead: nil),
            .to(Standing(.uninvited, approvedBefore: true)),
            .to(Standing(.uninvited, approvedBefore: true)),
            .to(Standing(.invited, approvedBefore: true)),
            .to(Standing(.awaitingReview, approvedBefore: true)),
            .to(Standing(.approved, approvedBefore: true)),
            .to(Standing(.recertificationRequired, approvedBefore: true)),
            .to(Standing(.deactivated, approvedBefore: true)),
            .to(Standing(.uninvited, approvedBefore: true)),
        ],
        // remove
        [
            .gone,
            .refused(.alreadyInvited, instead: .deactivate),
            .refused(.alreadySubmitted, instead: .deactivate),
            .refused(.alreadyApproved, instead: .deactivate),
            .refused(.alreadyInvited, instead: .deactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
            .refused(.partnerDeactivated, instead: .reactivate),
        ],
    ]
}

extension Status {
    var place: Int {
        switch self {
        case .uninvited: 0
        case .invited: 1
        case .awaitingReview: 2
        case .approved: 3
        case .recertificationRequired: 4
        case .deactivated: 5
        }
    }
}

extension Capability {
    var place: Int {
        switch self {
        case .receiveDistributions: 0
        case .signIn: 1
        case .viewOwn: 2
        case .editProfile: 3
        case .submitForApproval: 4
        case .makeRequests: 5
        case .deadlineReminders: 6
        case .distributionEmails: 7
        case .listedForApproval: 8
        case .listedByDefault: 9
        }
    }
}

extension Action {
    var place: Int {
        switch self {
        case .invite: 0
        case .renewInvitation: 1
        case .inviteAndApprove: 2
        case .submitForApproval: 3
        case .askForChanges: 4
        case .approve: 5
        case .requireRecertification: 6
        case .deactivate: 7
        case .reactivate: 8
        case .remove: 9
        }
    }
}
