//! The token of an invitation: a secret that is handed out and never kept.
//!
//! 256 random bits, drawn by the host, and the bank they are for, so that accepting is a command within one bank. A store
//! keeps their SHA-256 alone. A token is made when its message is handed out for delivery; each time the message is handed
//! out again another is made, so that a mail sent twice has two links that both work. All of them are void as soon as the
//! invitation is accepted, replaced, past its time or revoked.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::id::BankId;

/// Random bits of a host, for one token. Never shown by `Debug`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret(pub [u8; 32]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A token as text: 64 characters that need no escaping in a link. Never shown by `Debug`.
///
/// Whatever was sent is a token here; whether it is one is decided where it is used, so that a wrong one is refused like an
/// unknown one.
///
/// ```
/// use partnerkit::id::BankId;
/// use partnerkit::token::{Secret, Token};
///
/// let bank = BankId(uuid::Uuid::from_u128(7));
/// let token = Token::new(bank, Secret([1; 32])); // random bits, in earnest
/// assert_eq!(token.as_str().len(), 64);
/// assert_eq!(token.bank(), Some(bank));
/// assert_eq!(format!("{token:?}"), "Token(…)");
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Token(String);

impl Token {
    /// The token of `secret` for an invitation of `bank`.
    #[must_use]
    pub fn new(bank: BankId, secret: Secret) -> Self {
        let bytes: Vec<u8> = bank.0.into_bytes().into_iter().chain(secret.0).collect();
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The text to hand out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The bank whose invitation it is; none if it is no token at all.
    #[must_use]
    pub fn bank(&self) -> Option<BankId> {
        self.parts().map(|(bank, _)| bank)
    }

    /// What a store keeps of it; none if it is no token at all.
    #[must_use]
    pub fn digest(&self) -> Option<TokenDigest> {
        self.parts().map(|(_, secret)| TokenDigest::of(secret))
    }

    fn parts(&self) -> Option<(BankId, Secret)> {
        let bytes = URL_SAFE_NO_PAD.decode(&self.0).ok()?;
        let (bank, secret) = bytes.split_first_chunk::<16>()?;
        Some((BankId(Uuid::from_bytes(*bank)), Secret(secret.try_into().ok()?)))
    }
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The SHA-256 of a token's random bits: what a store keeps, and finds it by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenDigest(pub [u8; 32]);

impl TokenDigest {
    /// The digest of `secret`.
    #[must_use]
    pub fn of(secret: Secret) -> Self {
        Self(Sha256::digest(secret.0).into())
    }
}

impl Serialize for TokenDigest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::text::hex::serialize(&self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for TokenDigest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = crate::text::hex::deserialize(deserializer)?;
        bytes.try_into().map(Self).map_err(|_| serde::de::Error::custom("a SHA-256 has 32 bytes"))
    }
}

impl fmt::Debug for TokenDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenDigest(")?;
        self.0.iter().take(4).try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str("…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_token_has_neither_bank_nor_digest() {
        let token = Token::new(BankId(Uuid::from_u128(1)), Secret([7; 32]));
        assert_eq!(token.digest(), Some(TokenDigest::of(Secret([7; 32]))));
        let (short, long) = (&token.as_str()[1..], format!("{}AAAA", token.as_str()));
        for text in ["", "x", "ö", "====", short, &long] {
            let wrong = Token::from(text.to_owned());
            assert_eq!((wrong.bank(), wrong.digest()), (None, None), "{text}");
        }
    }

    #[test]
    fn a_digest_is_sixty_four_digits_on_the_wire() {
        let digest = TokenDigest([0x0a; 32]);
        let digits = serde_json::Value::from("0a".repeat(32));
        assert_eq!(serde_json::to_value(digest).unwrap(), digits);
        assert_eq!(serde_json::from_value::<TokenDigest>(digits).unwrap(), digest);
        for wrong in ["0a".repeat(31), "0a".repeat(33), "0x".repeat(32), "0".repeat(63)] {
            assert!(serde_json::from_value::<TokenDigest>(wrong.as_str().into()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn neither_a_secret_nor_a_token_is_shown_and_of_a_digest_only_enough_to_tell_it() {
        let secret = Secret([7; 32]);
        let token = Token::new(BankId(Uuid::from_u128(1)), secret);
        assert_eq!(format!("{secret:?} {token:?}"), "Secret(…) Token(…)");
        assert_eq!(format!("{:?}", TokenDigest([0x0a; 32])), "TokenDigest(0a0a0a0a…)");
    }
}
