//! What the messages say.

use super::*;
use crate::language::Language;
use crate::people::Person;

/// What is read, without the marks of the plain text or of the HTML.
fn words(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                plain.push(' ');
            }
            _ if in_tag => {}
            _ => plain.push(c),
        }
    }
    let unescaped = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(plain, |text, (escaped, c)| text.replace(escaped, c));
    unescaped.split_whitespace().filter(|word| !matches!(*word, "-" | ">")).map(str::to_owned).collect()
}

#[test]
fn both_texts_say_the_same_and_leave_no_placeholder() {
    for (kind, what) in one_of_each() {
        let message = one(&facts(), what);
        assert_eq!(words(&message.text), words(&message.html), "{kind}");
        for text in [&message.subject, &message.text, &message.html] {
            // The link is filled in when the message is handed out.
            let text =
                if kind == MessageKind::Invitation { text.replace("{link}", "") } else { text.clone() };
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{kind}: {text}");
        }
    }
}

#[test]
fn every_kind_is_written_in_every_language_with_the_same_data() {
    for (kind, what) in one_of_each() {
        let english = one(&facts(), what.clone());
        for language in [Language::Spanish, Language::French] {
            let mut facts = facts();
            facts.bank.as_mut().unwrap().settings.language = language;
            let message = one(&facts, what.clone());
            assert_eq!((message.language.as_str(), &message.data), (language.tag(), &english.data), "{kind}");
            assert_eq!(words(&message.text), words(&message.html), "{kind}");
            assert_ne!(message.text, english.text, "{kind}");
            for text in [&message.subject, &message.text, &message.html] {
                let text = text.replace("{link}", "");
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{kind}: {text}");
            }
        }
    }
}

#[test]
fn every_message_names_bank_and_partner_in_text_and_data() {
    for (kind, what) in one_of_each() {
        let message = one(&facts(), what);
        assert_eq!(message.data["bank"], "Seattle Essentials", "{kind}");
        assert_eq!(message.data["bank_email"], "office@bank.example", "{kind}");
        assert_eq!(message.data["partner"], "Ballard Pantry", "{kind}");
        assert_eq!(message.data["status"], "approved", "{kind}");
        assert!(message.text.contains("Seattle Essentials"), "{}", message.text);
        assert!(message.text.contains("Ballard Pantry"), "{}", message.text);
    }
}

#[test]
fn no_message_holds_the_notes_of_the_bank() {
    for (kind, what) in one_of_each() {
        let message = serde_json::to_string(&one(&facts(), what)).unwrap();
        assert!(!message.contains("TOP-SECRET"), "{kind}");
    }
}

#[test]
fn hostile_names_are_escaped_and_keep_the_subject_one_line() {
    Language::ALL.into_iter().for_each(hostile_names_in);
}

fn hostile_names_in(language: Language) {
    let hostile = "<img src=x onerror=\"alert('1')\">\r\nBcc: victim@example.org {bank}";
    let mut facts = with_partner(|partner| hostile.clone_into(&mut partner.details.name));
    let bank = facts.bank.as_mut().unwrap();
    bank.settings.language = language;
    hostile.clone_into(&mut bank.name);
    "\"<b>\"@bank.example".clone_into(&mut bank.email);
    let request = facts.requests.get_mut(&REQUEST).unwrap();
    hostile.clone_into(&mut request.lines[0].item_name);
    request.lines[0].unit = Some(hostile.to_owned());
    request.comment = Some(hostile.to_owned());
    request.cancel_reason = Some(hostile.to_owned());
    let distribution = facts.distributions.get_mut(&DISTRIBUTION).unwrap();
    hostile.clone_into(&mut distribution.lines[0].item_name);
    distribution.comment = Some(hostile.to_owned());

    let div = format!("div lang=\"{language}\"");
    let ours = [div.as_str(), "p", "ul", "li", "blockquote", "br"];
    let all = one_of_each().map(|(_, what)| what);
    for message in sent(&facts, all.into_iter().chain([moved(Action::AskForChanges, Some(hostile))])) {
        assert!(!message.subject.contains(char::is_control), "{:?}", message.subject);
        for tag in message.html.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0) {
            assert!(ours.contains(&tag.trim_start_matches('/')) || tag == "/div", "{tag}");
        }
        assert_eq!(message.language, language.tag());
        let between_tags = message.html.replace(&format!("lang=\"{language}\""), "");
        assert!(!between_tags.contains(['"', '\'']), "{between_tags}");
        assert!(!message.text.contains("\nBcc"), "{}", message.text);
    }
}

#[test]
fn an_invitation_names_the_bank_and_says_what_comes_next() {
    let text = |status, approved: bool| {
        let facts = with_partner(|partner| {
            partner.status = status;
            partner.approved_at = approved.then(at);
        });
        let message = one(&facts, invited());
        assert_eq!(message.subject, "Seattle Essentials invites Ballard Pantry");
        assert!(message.text.contains("{link}"));
        message.text
    };
    let approved = "Ballard Pantry is approved";
    assert!(text(Status::Approved, true).contains(approved));
    for (status, before) in [(Status::Invited, false), (Status::RecertificationRequired, true)] {
        let text = text(status, before);
        assert!(text.contains("fill in your profile and submit it") && !text.contains(approved), "{text}");
    }
    let waiting = text(Status::AwaitingReview, false);
    assert!(waiting.contains("for review") && !waiting.contains(approved), "{waiting}");
}

#[test]
fn a_submission_tells_the_bank_how_to_reach_the_partner() {
    let message = one(&facts(), moved(Action::SubmitForApproval, None));
    assert_eq!(message.subject, "Ballard Pantry has submitted for approval");
    assert_eq!(message.data["partner_email"], "ballard@partner.example");
    assert!(message.text.contains("ballard@partner.example"));
}

#[test]
fn the_note_stands_in_the_message_that_asks_for_changes() {
    let note = "Please add:\n\n- a phone number\n- <hours>";
    let message = one(&facts(), moved(Action::AskForChanges, Some(note)));
    assert_eq!(message.data["note"], note);
    assert!(message.text.contains("> Please add:\n>\n> - a phone number\n> - <hours>"), "{}", message.text);
    assert!(message.html.contains("Please add:<br><br>- a phone number<br>- &lt;hours&gt;"));
}

#[test]
fn a_received_request_in_full() {
    let message = one(&facts(), submitted());
    assert_eq!(message.subject, "Seattle Essentials has received a request from Ballard Pantry");
    assert_eq!(
        message.text,
        "Hello Ballard Pantry,\n\n\
         Thank you! Seattle Essentials has received this request for Ballard Pantry:\n\n\
         - Diapers: 1,200 × pack\n\n\
         With the comment:\n\n\
         > Please before\n> Friday\n\n\
         You can see where it stands whenever you sign in.\n\n\
         If you have a question, please write to office@bank.example.\n\n\
         Seattle Essentials"
    );
    assert_eq!(
        serde_json::to_value(&message.data).unwrap(),
        json!({
            "bank": "Seattle Essentials",
            "bank_email": "office@bank.example",
            "partner": "Ballard Pantry",
            "status": "approved",
            "request": REQUEST.to_string(),
            "request_kind": "quantity",
            "requested_on": "2026-11-20",
            "comment": "Please before\nFriday",
            "lines": [{
                "item": ITEM.to_string(),
                "item_name": "Diapers",
                "quantity": 1_200,
                "unit": "pack",
                "pieces": null,
            }],
        })
    );
}

#[test]
fn a_cancelled_request_says_why_and_counts_days_as_the_bank_does() {
    let mut facts = facts();
    assert!(!one(&facts, cancelled()).text.contains("reason"));
    facts.bank.as_mut().unwrap().settings.time_zone = "America/Los_Angeles".parse().unwrap();
    facts.requests.get_mut(&REQUEST).unwrap().cancel_reason = Some("Out of stock".to_owned());
    let message = one(&facts, cancelled());
    assert!(message.text.contains("made on Thursday, November 19, 2026"), "{}", message.text);
    assert!(message.text.contains("The reason given:\n\n> Out of stock"), "{}", message.text);
    assert_eq!(message.data["reason"], "Out of stock");
}

#[test]
fn a_scheduled_distribution_in_full() {
    let facts = with_distribution(|distribution| distribution.comment = Some("Side door".to_owned()));
    let message = one(&facts, recorded());
    assert_eq!(message.subject, "Your distribution from Seattle Essentials on Thursday, November 26, 2026");
    assert_eq!(
        message.text,
        "Hello Ballard Pantry,\n\n\
         Seattle Essentials has scheduled a distribution for Ballard Pantry.\n\n\
         - When: Thursday, November 26, 2026\n\
         - How: pick-up\n\
         - For your request of: Friday, November 20, 2026\n\n\
         The items:\n\n\
         - Diapers: 600 pieces\n\n\
         With the comment:\n\n\
         > Side door\n\n\
         If you have a question, please write to office@bank.example.\n\n\
         Seattle Essentials"
    );
    assert_eq!((&message.data["date"], &message.data["method"]), (&json!("2026-11-26"), &json!("pick_up")));
    assert_eq!(message.data["lines"][0]["pieces"], 600);
    let direct = with_distribution(|distribution| distribution.request = None);
    assert!(!one(&direct, recorded()).text.contains("request"));
}

#[test]
fn a_changed_distribution_says_what_is_new_and_how_it_stands() {
    let patch = DistributionPatch { method: Some(Method::PickUp), ..DistributionPatch::default() };
    let lines = facts().distributions[&DISTRIBUTION].lines.clone();
    let text = one(&facts(), changed(patch, Some(lines))).text;
    assert!(text.contains("New: how the goods reach you and the items."), "{text}");
    assert!(text.contains("- How: pick-up") && text.contains("- Diapers: 600 pieces"), "{text}");
}

#[test]
fn a_distribution_taken_back_says_that_its_request_is_open_again() {
    let mut facts = facts();
    let open = "The request it came from, made on Friday, November 20, 2026, is open again.";
    for state in RequestState::ALL {
        facts.requests.get_mut(&REQUEST).unwrap().state = state;
        let text = one(&facts, taken_back()).text;
        assert_eq!(text.contains(open), state.is_open(), "{text}");
    }
    let direct = with_distribution(|distribution| distribution.request = None);
    assert!(!one(&direct, taken_back()).text.contains("request"));
}

#[test]
fn the_placeholders_of_a_kind_are_the_values_of_its_letters() {
    let facts = facts();
    let (bank, partner) = (facts.bank.as_ref().unwrap(), &facts.partners[&PARTNER]);
    for kind in MessageKind::ALL {
        let between = super::super::text::Between { bank, partner, language: Language::English };
        let mut given = super::super::sample::letter(between, kind, at()).data();
        if kind == MessageKind::Invitation {
            given.insert("link".to_owned(), "put in when it is handed out".into());
        }
        let known: Vec<&str> = kind.placeholders().iter().map(|each| each.name).collect();
        let known_sorted: std::collections::BTreeSet<&str> = known.iter().copied().collect();
        assert_eq!(known.len(), known_sorted.len(), "{kind}");
        assert_eq!(
            given.keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>(),
            known_sorted,
            "{kind}"
        );
    }
}

#[test]
fn what_is_always_given_is_given_in_the_barest_message_too() {
    let mut bare = facts();
    let request = bare.requests.get_mut(&REQUEST).unwrap();
    (request.comment, request.cancel_reason) = (None, None);
    bare.distributions.get_mut(&DISTRIBUTION).unwrap().request = None;
    for (kind, what) in one_of_each() {
        let data = one(&bare, what).data;
        for each in kind.placeholders().iter().filter(|each| each.name != "link") {
            assert_eq!(data.contains_key(each.name), each.given != Given::Sometimes, "{kind}: {}", each.name);
        }
    }
}

/// The facts with a text of the bank's own.
fn with_own(kind: MessageKind, language: Language, subject: &str, text: &str) -> Facts {
    let mut facts = facts();
    let own = OwnText { subject: subject.to_owned(), text: text.to_owned() };
    facts.bank.as_mut().unwrap().settings.set_message_text(kind, language, Some(own));
    facts
}

#[test]
fn a_bank_s_own_text_is_said_in_its_language_and_ours_in_the_others() {
    let mut facts =
        with_own(MessageKind::Approved, Language::Spanish, "{partner}: sí", "Hola, {partner} ({status}).");
    assert_eq!(
        one(&facts, moved(Action::Approve, None)).subject,
        "Seattle Essentials has approved Ballard Pantry"
    );
    facts.partners.get_mut(&PARTNER).unwrap().details.language = Some(Language::Spanish);
    let message = one(&facts, moved(Action::Approve, None));
    assert_eq!((message.language.as_str(), message.subject.as_str()), ("es", "Ballard Pantry: sí"));
    assert_eq!(message.text, "Hola, Ballard Pantry (aprobada).");
    assert_eq!(message.html, "<div lang=\"es\">\n<p>Hola, Ballard Pantry (aprobada).</p>\n</div>");
    assert!(message.data.contains_key("bank_email"), "the data is as ever");
}

#[test]
fn a_paragraph_about_what_there_is_none_of_is_left_out() {
    let text = "{partner} asks:\n\n{lines}\n\nIt says:\n{comment}\n\n{comment}";
    let mut facts = with_own(MessageKind::RequestReceived, Language::English, "New", text);
    let said = one(&facts, submitted()).text;
    assert_eq!(
        said,
        "Ballard Pantry asks:\n\n- Diapers: 1,200 × pack\n\nIt says:\nPlease before Friday\n\n> Please before\n> Friday"
    );
    facts.requests.get_mut(&REQUEST).unwrap().comment = None;
    assert_eq!(one(&facts, submitted()).text, "Ballard Pantry asks:\n\n- Diapers: 1,200 × pack");
}

#[test]
fn the_bank_s_own_people_are_invited_in_our_words() {
    let facts = with_own(MessageKind::Invitation, Language::English, "Ours", "{link} {partner}");
    assert_eq!(one(&facts, invited()).text, "{link} Ballard Pantry");
    let What::PersonInvited { person, invitation, .. } = invited() else { unreachable!() };
    let colleague = one(&facts, What::PersonInvited { person, role: Role::BankStaff, invitation });
    assert_eq!(colleague.subject, "Seattle Essentials invites you");
}

#[test]
fn a_recertification_is_due_until_its_day_is_over() {
    let subject = |due: &str| {
        let of =
            Occurrence::Recertification { due: day(due), days_before: 30, required_on: day("2027-01-23") };
        one(&facts(), reminded(of)).subject
    };
    for due in ["2026-11-25", "2026-11-24"] {
        assert!(subject(due).contains(" is due on "), "{}", subject(due));
    }
    assert!(subject("2026-11-23").contains(" was due on "), "{}", subject("2026-11-23"));
}

#[test]
fn a_message_for_a_log_says_which_it_is_and_not_what_it_says_or_to_whom() {
    let message = one(&facts(), invited());
    let shown = format!("{message:?}");
    assert!(shown.starts_with("Message { id: ") && shown.contains("kind: Invitation, "), "{shown}");
    assert!(!shown.contains("Ballard") && !shown.contains("ballard@partner.example"), "{shown}");
}

#[test]
fn a_made_up_partner_can_be_reached() {
    let facts = facts();
    let bank = facts.bank.as_ref().unwrap();
    let said =
        super::super::sample::said(bank, None, MessageKind::ApprovalRequested, None, Language::English, at());
    assert!(said.text.contains("partner@example.org"), "{}", said.text);
}

#[test]
fn whoever_reads_at_the_contact_address_is_written_to_in_its_own_language() {
    let mut facts = facts();
    let mut language = |language| {
        let id = person_id("ballard@partner.example");
        let (email, roles) = ("Ballard@Partner.example".to_owned(), Default::default());
        facts.people.insert(id, Person { id, version: 1, email, name: None, language, roles });
        one(&facts, moved(Action::Approve, None)).language
    };
    assert_eq!(language(Some(Language::Spanish)), "es");
    assert_eq!(language(None), "en");
}
