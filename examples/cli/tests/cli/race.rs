//! Many processes on one file.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::kit::{Folder, Said, data};

#[test]
fn of_32_processes_importing_at_once_exactly_one_wins() {
    let folder = Folder::with_bank();
    let list = data("partners.csv");
    let start = || {
        let mut command = folder.command(&["import", &list, "--json"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = (0..32).map(|_| start()).collect();
    let said: Vec<Said> =
        children.into_iter().map(|child| child.wait_with_output().unwrap().into()).collect();

    let (won, lost): (Vec<&Said>, Vec<&Said>) = said.iter().partition(|said| said.code == 0);
    assert_eq!((won.len(), lost.len()), (1, 31));
    let receipt: Value = won[0].json()["ok"]["receipt"].clone();
    for said in lost {
        assert_eq!((said.code, said.error_code().as_str()), (1, "already_imported"), "{}", said.out);
        assert_eq!(said.json()["error"]["params"]["receipt"], receipt);
    }
    assert_eq!(folder.partners(), 372);
    let events = folder.run(&["history", "--limit", "1000", "--json"]).exits(0).json();
    // The bank, each partner, and the import itself.
    assert_eq!(events["ok"]["history"].as_array().unwrap().len(), 374);
}

#[test]
fn an_import_that_is_killed_leaves_nothing() {
    let folder = Folder::with_bank();
    let list = std::fs::read(data("partners.csv")).unwrap();
    let mut command = folder.command(&["import", "-"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // All but the end, and the end never comes: it is killed while it waits in the middle of its import.
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(&list[..list.len() - 100]).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(child.try_wait().unwrap().is_none());
    child.kill().unwrap();
    child.wait().unwrap();
    drop(stdin);
    assert_eq!(folder.partners(), 0);
    folder.run_with(&["import", "-"], &list).exits(0);
    assert_eq!(folder.partners(), 372);
}

#[test]
fn of_8_processes_doing_the_daily_job_at_once_each_reminder_goes_out_once() {
    const PARTNERS: usize = 700;
    let folder = Folder::with_bank();
    let rows: String = (0..PARTNERS).map(|n| format!("Partner {n},p{n}@example.org,yes\n")).collect();
    let list = folder.write("list.csv", format!("name,email,send_emails\n{rows}"));
    folder
        .run(&["bank", "set", "--remind-on", "10", "--deadline", "20", "--at", "2026-03-01T09:00:00Z"])
        .exits(0);
    folder.run(&["import", &list, "--at", "2026-03-02T09:00:00Z"]).exits(0);
    let start = |second: usize| {
        // Clocks of machines differ: these are no repeats of one call.
        let at = format!("2026-03-10T09:00:{second:02}Z");
        let mut command = folder.command(&["run-due", "--json", "--at", &at]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = (0..8).map(start).collect();
    let said = children.into_iter().map(|child| Said::from(child.wait_with_output().unwrap()).exits(0));
    let sent = said.map(|said| said.json()["ok"][0]["done"]["reminded"].as_u64().unwrap()).sum::<u64>();
    assert_eq!(sent, 700);
    let messages = folder.run(&["messages", "--limit", "1000", "--json"]).exits(0).json();
    let messages = messages["ok"]["messages"].as_array().unwrap().clone();
    let told: std::collections::BTreeSet<&str> =
        messages.iter().map(|message| message["partner"].as_str().unwrap()).collect();
    assert_eq!((messages.len(), told.len()), (PARTNERS, PARTNERS));
}
