//! TLS against a real server, whose certificates `openssl` makes.

use std::path::Path;

use crate::own::{Own, run};
use partnerkit::error::{Code, Error};
use partnerkit::store::Store;
use partnerkit_postgres::{Options, Session, Value};

/// An authority and, vouched for by it, a server that is called 127.0.0.1 and nothing else.
fn certificates(folder: &Path) {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let [authority, authority_key, asked, key, given, names] =
        ["authority.pem", "authority.key", "server.csr", "server.key", "server.crt", "names"].map(path);
    let new = ["req", "-newkey", "rsa:2048", "-nodes", "-days", "2"];
    let of_authority = ["-x509", "-subj", "/CN=authority", "-keyout", &authority_key, "-out", &authority];
    run("openssl", &[&new[..], &of_authority].concat());
    run("openssl", &[&new[..4], &["-subj", "/CN=server", "-keyout", &key, "-out", &asked]].concat());
    std::fs::write(&names, "subjectAltName = IP:127.0.0.1").unwrap();
    let sign = ["x509", "-req", "-days", "2", "-in", &asked, "-CA", &authority, "-CAkey", &authority_key];
    run("openssl", &[&sign[..], &["-CAcreateserial", "-extfile", &names, "-out", &given]].concat());
    run("chmod", &["600", &key]);
}

fn options(authority: Option<&[u8]>) -> Options {
    authority.map_or(Options::new(), |pem| Options::new().root_certificates(pem))
}

/// Why a connection is refused; without the patience of a store, which tries again.
fn refused(url: &str, authority: Option<&[u8]>) -> Error {
    options(authority).session(url).err().unwrap()
}

#[test]
fn a_server_is_believed_only_with_a_certificate_of_its_name_from_who_is_trusted() {
    let server = Own::start("ssl = on", "hostssl all all 127.0.0.1/32 trust", certificates);
    let good = std::fs::read(server.data().join("authority.pem")).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    certificates(elsewhere.path());
    let other = std::fs::read(elsewhere.path().join("authority.pem")).unwrap();

    for mode in ["sslmode=require", "sslmode=prefer", ""] {
        let url = server.url("127.0.0.1", mode);
        assert!(options(Some(&good)).connect(&url).unwrap().banks().unwrap().is_empty(), "{mode}");
        let mut session = options(Some(&good)).session(&url).unwrap();
        let sql = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
        assert_eq!(session.query(sql, &[]).unwrap(), [[Value::Bool(true)]], "{mode}");
    }
    let cases = [
        ("another authority", "127.0.0.1", "sslmode=require", Some(&other)),
        ("no fallback to none", "127.0.0.1", "sslmode=prefer", Some(&other)),
        ("the machine's authorities", "127.0.0.1", "sslmode=require", None),
        ("another name", "localhost", "sslmode=require", Some(&good)),
        ("no TLS where the server wants it", "127.0.0.1", "sslmode=disable", Some(&good)),
    ];
    for (what, host, mode, authority) in cases {
        let error = refused(&server.url(host, mode), authority.map(|pem| &pem[..]));
        assert_eq!((error.code(), error.is_retryable()), (Code::StoreUnavailable, true), "{what}: {error:?}");
    }
    let no_certificate =
        refused(&server.url("127.0.0.1", "sslmode=require"), Some(b"-----BEGIN CERTIFICATE-----\n!"));
    assert_eq!(no_certificate.code(), Code::StoreUnavailable);
}

#[test]
fn where_tls_is_required_a_server_without_is_refused() {
    let server = Own::start("", "host all all 127.0.0.1/32 trust", |_| ());
    assert_eq!(refused(&server.url("127.0.0.1", "sslmode=require"), None).code(), Code::StoreUnavailable);
    assert!(
        options(None)
            .connect(&server.url("127.0.0.1", "sslmode=prefer"))
            .unwrap()
            .banks()
            .unwrap()
            .is_empty()
    );
}
