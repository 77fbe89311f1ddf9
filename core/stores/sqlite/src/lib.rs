//! partnerkit-sqlite
