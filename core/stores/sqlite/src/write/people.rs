//! People and the tokens of their invitations.

use partnerkit::id::BankId;
use partnerkit::people::{InvitationRef, Person};
use partnerkit::store::Committed;
use partnerkit::token::TokenDigest;
use rusqlite::{Transaction, params};

use super::rows::{clear, upsert};
use crate::connections::{Connections, End};
use crate::errors::Fault;
use crate::values::{At, Count, Json, Slug, place};

/// Inserts the person, or replaces it and its roles.
pub(super) fn put(transaction: &Transaction<'_>, bank: BankId, row: &Person) -> Result<(), Fault> {
    let columns = ["bank_id", "id", "version", "email", "name", "language"];
    let values = params![bank.0, row.id.0, Count(row.version), row.email, row.name, row.language.map(Slug)];
    upsert(transaction, "people", 2, &columns, values)?;
    clear(transaction, "person_roles", "person_id", bank, row.id.0)?;
    let sql = "INSERT INTO person_roles (bank_id, person_id, place, role, partner_id, accepted_at, invitation, \
               last_used_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    for (index, (role, holding)) in row.roles.iter().enumerate() {
        transaction.prepare_cached(sql)?.execute(params![
            bank.0,
            row.id.0,
            place(index)?,
            role.slug(),
            role.partner().map(|partner| partner.0),
            holding.accepted_at.map(At),
            holding.invitation.map(Json),
            holding.last_used_at.map(At),
        ])?;
    }
    Ok(())
}

/// Keeps the digest of a token. See [`partnerkit::store::Store::keep_token`].
pub(crate) fn keep_token(
    connections: &Connections,
    bank: BankId,
    token: TokenDigest,
    invitation: &InvitationRef,
) -> Result<Committed, Fault> {
    let outcome = connections.write(|transaction| {
        self::token(transaction, bank, token, invitation)?;
        Ok(End::Keep(Committed::Done))
    });
    match outcome {
        // The bank does not know the person.
        Err(fault) if fault.is_conflict() => Ok(Committed::Stale),
        other => other,
    }
}

/// Writes the digest of a token.
pub(super) fn token(
    transaction: &Transaction<'_>,
    bank: BankId,
    token: TokenDigest,
    invitation: &InvitationRef,
) -> Result<(), Fault> {
    let sql = "INSERT INTO invitation_tokens (bank_id, digest, person_id, invitation) VALUES (?, ?, ?, ?) \
               ON CONFLICT DO NOTHING";
    let values = params![bank.0, token.0, invitation.person.0, Json(invitation)];
    transaction.prepare_cached(sql)?.execute(values)?;
    Ok(())
}
