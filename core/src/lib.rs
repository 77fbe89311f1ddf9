#![doc = "partnerkit"]
pub mod catalogue;
pub mod error;
pub mod id;
pub mod import;
pub mod text;
