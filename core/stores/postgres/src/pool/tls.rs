//! TLS: who is trusted.

use std::sync::Arc;

use partnerkit::error::Code;
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::errors::{Fault, because};

/// Trusts the authorities in `pem`, or those the machine trusts.
pub(crate) fn connector(pem: Option<&[u8]>) -> Result<MakeRustlsConnect, Fault> {
    let mut trusted = RootCertStore::empty();
    match pem {
        Some(pem) => {
            for certificate in CertificateDer::pem_slice_iter(pem) {
                let certificate = certificate.map_err(|error| because(Code::StoreUnavailable, error))?;
                trusted.add(certificate).map_err(|error| because(Code::StoreUnavailable, error))?;
            }
        }
        None => {
            // A machine with some unreadable certificates still has the others; one with none cannot verify anybody, and
            // then connecting says so.
            trusted.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| because(Code::StoreUnavailable, error))?;
    Ok(MakeRustlsConnect::new(builder.with_root_certificates(trusted).with_no_client_auth()))
}
