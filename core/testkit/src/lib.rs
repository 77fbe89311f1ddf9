//! partnerkit-testkit
