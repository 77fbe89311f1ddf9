//! The tokens of people's invitations.

use partnerkit::id::BankId;
use partnerkit::people::InvitationRef;
use partnerkit::store::Committed;
use partnerkit::token::TokenDigest;

use crate::errors::Fault;
use crate::session::Statement;
use crate::transaction::Base;
use crate::values::json;

/// Keeps the digest of a token. See [`partnerkit::store::Store::keep_token`].
pub(crate) fn keep_token(
    base: &Base<'_>,
    bank: BankId,
    digest: TokenDigest,
    invitation: &InvitationRef,
) -> Result<Committed, Fault> {
    let outcome = base.write(bank, |tx| tx.keep([token(bank, digest, invitation)?]));
    match outcome {
        // The bank does not know the person.
        Err(fault) if fault.is_conflict() => Ok(Committed::Stale),
        other => other.map(|()| Committed::Done),
    }
}

/// Writes the digest of a token.
pub(super) fn token(
    bank: BankId,
    digest: TokenDigest,
    invitation: &InvitationRef,
) -> Result<Statement, Fault> {
    let sql = "insert into partnerkit.invitation_tokens (bank_id, digest, person_id, invitation) \
               values ($1, $2, $3, $4) on conflict do nothing";
    let digest = digest.0.as_slice().into();
    Ok(Statement::new(sql, [bank.0.into(), digest, invitation.person.0.into(), json(invitation)?]))
}
