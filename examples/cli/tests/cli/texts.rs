//! `texts`: seen, tried, set and taken back.

use crate::kit::Folder;

#[test]
fn a_bank_says_a_message_in_its_own_words() {
    let folder = Folder::new();
    folder.run(&["bank", "create", "B", "--email", "b@example.org"]).exits(0);
    folder.run(&["add", "Pantry", "--email", "p@example.org"]).exits(0);
    let list = folder.run(&["texts", "list"]).exits(0).out;
    assert!(list.contains("changes_asked") && list.contains("{note}"), "{list}");
    let own = ["--subject", "Hi {partner}", "--text", "It is done.\n\n{bank_email}"];
    let preview = ["texts", "preview", "approved", "--partner", "Pantry"];
    let tried = folder.run(&[&preview[..], &own].concat()).exits(0).out;
    assert!(tried.contains("Hi Pantry") && tried.contains("b@example.org"), "{tried}");
    assert!(folder.run(&preview).exits(0).out.contains("B has approved Pantry"));
    folder.run(&[&["texts", "set", "approved"], &own[..]].concat()).exits(0);
    assert!(folder.run(&preview).exits(0).out.contains("It is done."));
    assert!(folder.run(&["texts", "list"]).exits(0).out.contains("Hi {partner}"));
    assert!(folder.run(&["history"]).exits(0).out.contains("approved"));
    folder.run(&["invite", "Pantry"]).exits(0);
    folder.run(&["approve", "Pantry"]).exits(0);
    assert!(folder.run(&["messages"]).exits(0).out.contains("Hi Pantry"));
    folder.run(&["texts", "remove", "approved"]).exits(0);
    assert!(folder.run(&preview).exits(0).out.contains("B has approved Pantry"));
}

#[test]
fn a_placeholder_nobody_knows_is_named_in_the_language_asked() {
    let folder = Folder::new();
    folder.run(&["bank", "create", "B", "--email", "b@example.org"]).exits(0);
    let set = ["texts", "set", "changes-asked", "--in", "es", "--subject", "X", "--text", "{nota}"];
    let said = folder.run(&set).exits(1).err;
    assert!(said.contains("`nota` is no placeholder here") && said.contains("`note`"), "{said}");
    let said = folder.run(&[&set[..], &["--language", "es"]].concat()).exits(1).err;
    assert!(said.contains("`nota` no es un marcador"), "{said}");
}
