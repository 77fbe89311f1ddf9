//! What happens by date.

use crate::kit::Folder;

#[test]
fn a_year_of_a_partner_goes_by_date() {
    let folder = Folder::with_bank();
    let at = |time: &'static str, args: &[&'static str]| {
        let args: Vec<&str> = args.iter().copied().chain(["--at", time]).collect();
        folder.run(&args).exits(0)
    };
    let start = "2026-03-02T12:00:00Z";
    at(start, &["bank", "set", "--remind-on", "2-tuesday", "--deadline", "20", "--recertify-every", "12"]);
    at(start, &["add", "Ballard", "--email", "b@example.org", "--send-emails", "yes"]);
    at(start, &["invite-and-approve", "Ballard"]);

    let next = at(start, &["reminders", "preview", "--limit", "2"]).out;
    assert!(
        next.contains("2026-03-10") && next.contains("2026-03-20") && next.contains("2026-04-14"),
        "{next}"
    );
    let tried =
        at(start, &["reminders", "preview", "--remind-on", "last", "--deadline", "5", "--limit", "1"]).out;
    assert!(tried.contains("2026-03-31") && tried.contains("2026-04-05"), "{tried}");

    let why = at(start, &["reminders", "explain", "Ballard", "deadline-reminder", "2026-03-10"]).out;
    assert!(why.contains("Yes.") && why.contains("The next one is on 2026-04-14."), "{why}");
    let early = at("2026-03-09T12:00:00Z", &["run-due"]).out;
    assert!(early.contains("Harbor Bank: 0 reminders sent, 0 recertifications required."), "{early}");
    let would = at("2026-03-10T12:00:00Z", &["run-due", "--preview"]).out;
    assert!(would.contains("b@example.org"), "{would}");
    let sent = at("2026-03-10T12:00:00Z", &["run-due"]).out;
    assert!(sent.contains("1 reminder sent"), "{sent}");
    let again = at("2026-03-11T12:00:00Z", &["run-due", "--json"]).json();
    assert_eq!(again["ok"][0]["done"]["reminded"], 0);
    let history = at("2026-03-11T12:00:00Z", &["history", "Ballard"]).out;
    assert!(history.contains("reminded of the deadline 2026-03-20"), "{history}");

    let due = at(start, &["recertification", "due", "--on", "2027-03-02"]).out;
    assert!(due.contains("Ballard") && due.contains("2027-04-01"), "{due}");
    let required = at("2027-04-01T12:00:00Z", &["run-due"]).out;
    assert!(required.contains("1 recertification required."), "{required}");
}

#[test]
fn a_schedule_without_a_deadline_and_a_wrong_day_are_told() {
    let folder = Folder::with_bank();
    folder.run(&["bank", "set", "--remind-on", "10"]).exits(2);
    folder.run(&["bank", "set", "--remind-on", "5th", "--deadline", "20"]).exits(2);
    let same = folder.run(&["bank", "set", "--remind-on", "20", "--deadline", "20", "--json"]).exits(1);
    assert_eq!(same.error_code(), "reminder_on_deadline");
    let nothing = folder.run(&["bank", "set", "--json"]).exits(1);
    assert_eq!(nothing.error_code(), "nothing_to_change");
}
