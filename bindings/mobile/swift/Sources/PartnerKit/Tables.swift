// Written by `UPDATE=1 cargo test -p conformance --test swift` from the schema of the wire format. Do not edit.

extension Status {
    /// What a partner in this status can do, by the table of capabilities.
    public func answer(_ capability: Capability) -> Answer {
        switch (capability, self) {
        case (.receiveDistributions, .deactivated): .no
        case (.receiveDistributions, .approved), (.receiveDistributions, .awaitingReview), (.receiveDistributions, .invited), (.receiveDistributions, .recertificationRequired), (.receiveDistributions, .uninvited): .yes
        case (.signIn, .uninvited): .no
        case (.signIn, .deactivated): .readOnly
        case (.signIn, .approved), (.signIn, .awaitingReview), (.signIn, .invited), (.signIn, .recertificationRequired): .yes
        case (.viewOwn, .uninvited): .no
        case (.viewOwn, .approved), (.viewOwn, .awaitingReview), (.viewOwn, .deactivated), (.viewOwn, .invited), (.viewOwn, .recertificationRequired): .yes
        case (.editProfile, .deactivated), (.editProfile, .uninvited): .no
        case (.editProfile, .approved), (.editProfile, .awaitingReview), (.editProfile, .invited), (.editProfile, .recertificationRequired): .yes
        case (.submitForApproval, .approved), (.submitForApproval, .awaitingReview), (.submitForApproval, .deactivated), (.submitForApproval, .uninvited): .no
        case (.submitForApproval, .invited), (.submitForApproval, .recertificationRequired): .yes
        case (.makeRequests, .awaitingReview), (.makeRequests, .deactivated), (.makeRequests, .invited), (.makeRequests, .recertificationRequired), (.makeRequests, .uninvited): .no
        case (.makeRequests, .approved): .yes
        case (.deadlineReminders, .deactivated): .no
        case (.deadlineReminders, .approved), (.deadlineReminders, .awaitingReview), (.deadlineReminders, .invited), (.deadlineReminders, .recertificationRequired), (.deadlineReminders, .uninvited): .yes
        case (.distributionEmails, .deactivated): .no
        case (.distributionEmails, .approved), (.distributionEmails, .awaitingReview), (.distributionEmails, .invited), (.distributionEmails, .recertificationRequired), (.distributionEmails, .uninvited): .yes
        case (.listedForApproval, .approved), (.listedForApproval, .deactivated), (.listedForApproval, .invited), (.listedForApproval, .recertificationRequired), (.listedForApproval, .uninvited): .no
        case (.listedForApproval, .awaitingReview): .yes
        case (.listedByDefault, .deactivated): .no
        case (.listedByDefault, .approved), (.listedByDefault, .awaitingReview), (.listedByDefault, .invited), (.listedByDefault, .recertificationRequired), (.listedByDefault, .uninvited): .yes
        }
    }

    /// Whether the table of transitions has a way for this action from this status. What the partner's past and the
    /// asker's role make of it, `allowedActions` says.
    public func hasMove(_ action: Action) -> Bool {
        switch (action, self) {
        case (.invite, .invited), (.invite, .uninvited): true
        case (.renewInvitation, .approved), (.renewInvitation, .awaitingReview), (.renewInvitation, .invited), (.renewInvitation, .recertificationRequired): true
        case (.inviteAndApprove, .uninvited): true
        case (.submitForApproval, .invited), (.submitForApproval, .recertificationRequired): true
        case (.askForChanges, .awaitingReview): true
        case (.approve, .awaitingReview), (.approve, .invited): true
        case (.requireRecertification, .approved): true
        case (.deactivate, .approved), (.deactivate, .awaitingReview), (.deactivate, .invited), (.deactivate, .recertificationRequired), (.deactivate, .uninvited): true
        case (.reactivate, .deactivated): true
        case (.remove, .uninvited): true
        default: false
        }
    }
}
