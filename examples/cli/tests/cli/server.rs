//! Banks in PostgreSQL instead of a file: on the server that `tests/postgres` has started.

use partnerkit_postgres::{Options, Session};

use crate::kit::{Folder, Said, data, program};

/// A database of the test's own, as `--db` names it.
fn database(name: &str) -> String {
    let url = std::env::var("PARTNERKIT_POSTGRES_URL").unwrap_or_else(|_| {
        panic!("no PostgreSQL server was named: run the tests as `tests/postgres cargo test`")
    });
    let name = format!("cli_{}_{name}", std::process::id());
    Options::new().session(&url).unwrap().query(&format!("create database {name}"), &[]).unwrap();
    // The server asks for no password, so any is right.
    let url = url.replace("postgres://partnerkit@", "postgres://partnerkit:open-sesame@");
    url.replace("/postgres?", &format!("/{name}?"))
}

fn run(db: &str, args: &[&str]) -> Said {
    let said: Said = program().args(["--db", db]).args(args).output().unwrap().into();
    assert!(
        !said.out.contains("open-sesame") && !said.err.contains("open-sesame"),
        "{}{}",
        said.out,
        said.err
    );
    said
}

/// What was said but when: two programs run one after the other, maybe not in the same second.
fn untimed(said: &str) -> Vec<&str> {
    said.lines().filter(|line| !line.contains("imported at:")).collect()
}

#[test]
fn a_bank_is_kept_on_a_server_as_in_a_file() {
    let (db, folder) = (database("bank"), Folder::with_bank());
    let made = run(&db, &["bank", "create", "Harbor Bank", "--email", "intake@harbor.example.org"]).exits(0);
    assert!(made.out.contains("postgres://127.0.0.1:"), "{}", made.out);
    let both = |args: &[&str]| {
        let (server, file) = (run(&db, args), folder.run(args));
        assert_eq!((server.code, untimed(&server.err)), (file.code, untimed(&file.err)), "{args:?}");
        (server, file)
    };
    both(&["import", &data("partners.csv")]).0.exits(0);
    both(&["import", &data("partners.csv")]).0.exits(1);
    let (server, _) = both(&["invite", "Ballard Food Bank"]);
    assert!(server.exits(0).out.contains("is invited"));
    both(&["approve", "Nobody"]).0.exits(1);
    let (server, file) = both(&["partners", "--status", "invited"]);
    assert!(server.out.contains("Ballard Food Bank"));
    assert_eq!(server.exits(0).out, file.out);
}

#[test]
fn a_bank_moves_from_a_server_to_a_file() {
    let (db, folder) = (database("moves"), Folder::new());
    run(&db, &["bank", "create", "Harbor Bank", "--email", "intake@harbor.example.org"]).exits(0);
    run(&db, &["add", "Pantry", "--email", "p@example.org"]).exits(0);
    let along = folder.path("bank.ndjson");
    run(&db, &["bank", "take-out", along.to_str().unwrap()]).exits(0);
    folder.run(&["bank", "take-in", along.to_str().unwrap()]).exits(0);
    let args = ["partner", "Pantry", "--json"];
    assert_eq!(folder.run(&args).exits(0).json(), run(&db, &args).exits(0).json());
}

#[test]
fn what_is_no_server_is_told_without_the_password() {
    let nobody = "postgres://somebody:open-sesame@127.0.0.1:1/nothing";
    assert_eq!(run(nobody, &["partners", "--json"]).exits(1).error_code(), "store_unavailable");
    run("postgres://somebody:open-sesame@127.0.0.1:port/x", &["partners"]).exits(1);
    assert!(run("mysql://host/bank", &["partners"]).exits(1).err.contains("postgres://"));
    assert!(run(nobody, &["demo"]).exits(1).err.contains("a file of its own"));
}
