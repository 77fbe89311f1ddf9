//! What a bank looks at all day, with 100,000 partners: a page of the list, and the dashboard. Beside the bare statements that
//! read the same rows, every column of them taken out and nothing made of it.

use std::hint::black_box;
use std::path::Path;

use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::command::{Command, Order, PartnerFilter};
use partnerkit::item::NewItem;
use partnerkit::language::Language;
use partnerkit::listing::PartnerSort;
use partnerkit::patch::Change;
use partnerkit::question::{Inquiry, Question, Reply};
use partnerkit::recertification::Recertification;
use partnerkit::system::System;
use rusqlite::{Connection, Params};

use crate::Outcome;
use crate::command::{connect, create_bank};
use crate::import::{import, write_file};
use crate::race::best;
use crate::sample::{BANK, at, id, staff};
use crate::table::{Goal, row};

const PARTNERS: usize = 100_000;
const ITEMS: usize = 100;
const PAGE: usize = 50;
const ROUNDS: usize = 20;

pub fn bench() -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bank.db");
    fill(&path, &folder.path().join("partners.csv"))?;
    let system = System::new(partnerkit_sqlite::open(&path)?);
    let bare = connect(&path)?;
    let ask = |question: Question| {
        system.ask(&Inquiry { at: at(), actor: staff(), language: Language::English, question })
    };
    let page = Question::Partners {
        filter: PartnerFilter::default(),
        sort: PartnerSort::Name,
        after: None,
        limit: PAGE,
    };
    // Wrong questions would be fast.
    if !matches!(ask(page.clone())?, Reply::Partners { partners, .. } if partners.len() == PAGE) {
        return Err("the page is not full".into());
    }
    if !matches!(ask(Question::Dashboard)?, Reply::Dashboard(shown)
        if shown.awaiting.len() == PAGE && shown.recertifications.len() == PAGE)
    {
        return Err("the dashboard is not full".into());
    }
    bare_page(&bare)?;
    bare_dashboard(&bare)?;
    let mut ours = || drop(black_box(ask(page.clone()).ok()));
    let mut theirs = || _ = black_box(bare_page(&bare).ok());
    let [page_ours, page_bare] = best(ROUNDS, 1_000, [&mut ours, &mut theirs]);
    let mut ours = || drop(black_box(ask(Question::Dashboard).ok()));
    let mut theirs = || _ = black_box(bare_dashboard(&bare).ok());
    let [board_ours, board_bare] = best(ROUNDS, 1_000, [&mut ours, &mut theirs]);
    let what = format!("a page of {PAGE} of {PARTNERS} partners, with the counts");
    row(&what, "µs", page_ours, Some(("bare statements", page_bare)), Goal::AtMost(1.5));
    let what = format!("the dashboard of {PARTNERS} partners");
    row(&what, "µs", board_ours, Some(("bare statements", board_bare)), Goal::AtMost(1.5));
    Ok(())
}

/// A bank with partners in every status that the dashboard looks at.
fn fill(path: &Path, csv: &Path) -> Outcome {
    write_file(csv, PARTNERS)?;
    let system = System::new(partnerkit_sqlite::open(path)?);
    create_bank(&system)?;
    import(&system, csv)?;
    let every_year = Recertification { every_months: 12, remind_days_before: [30].into(), grace_days: 30 };
    let patch = BankPatch { recertification: Change::Set(every_year), ..BankPatch::default() };
    let admin = Actor::BankAdmin { bank: BANK, person: id(1, 1) };
    let mut commands = vec![(admin, Command::UpdateBank(patch))];
    commands.extend((0..ITEMS).map(|n| {
        let item = NewItem { id: Some(id(5, n)), name: format!("Item {n}"), ..NewItem::default() };
        (staff(), Command::AddItem(item))
    }));
    for (n, (actor, command)) in commands.into_iter().enumerate() {
        system.execute(&Order { id: id(12, n), at: at(), actor, command })?;
    }
    // As commands this would take minutes. A third is approved, over some years; one in fifty awaits review.
    let (now, day) = (at().timestamp_micros(), 86_400_000_000_i64);
    let connection = connect(path)?;
    connection.execute(
        "UPDATE partners SET status = 'approved', approved_at = ?1 - (import_line % 700) * ?2 WHERE import_line % 3 = 0",
        [now, day],
    )?;
    connection.execute(
        "UPDATE partners SET status = 'awaiting_review', submitted_at = ?1 - import_line WHERE import_line % 50 = 1",
        [now],
    )?;
    Ok(())
}

const BANK_ROW: &str = "SELECT * FROM banks WHERE bank_id = ?1";
const COUNTS: &str = "SELECT status, count(*) FROM partners WHERE bank_id = ?1 GROUP BY status";

fn bare_page(bare: &Connection) -> Outcome {
    let view = bare.unchecked_transaction()?;
    let bank = [BANK.0];
    taken(&view, BANK_ROW, bank)?;
    let page = "SELECT * FROM partners WHERE bank_id = ?1 AND status <> 'deactivated' ORDER BY name_key, id LIMIT 51";
    taken(&view, page, bank)?;
    taken(&view, COUNTS, bank)
}

fn bare_dashboard(bare: &Connection) -> Outcome {
    let view = bare.unchecked_transaction()?;
    let bank = [BANK.0];
    for sql in [
        BANK_ROW,
        COUNTS,
        "SELECT * FROM partners INDEXED BY partners_by_status WHERE bank_id = ?1 AND status = 'awaiting_review' \
         ORDER BY submitted_at, name_key, id LIMIT 50",
        "SELECT state, count(*), min(filed_at) FROM requests WHERE bank_id = ?1 GROUP BY state",
        "SELECT * FROM items WHERE bank_id = ?1",
        "SELECT * FROM categories WHERE bank_id = ?1",
        "SELECT * FROM groups WHERE bank_id = ?1",
        "SELECT * FROM distributions WHERE bank_id = ?1 ORDER BY id DESC LIMIT 1",
    ] {
        taken(&view, sql, bank)?;
    }
    let due = "SELECT * FROM partners WHERE bank_id = ?1 AND status = 'approved' AND approved_at < ?2 \
               ORDER BY approved_at, id LIMIT 50";
    taken(&view, due, rusqlite::params![BANK.0, at().timestamp_micros() - 335 * 86_400_000_000])
}

/// Takes every column of every row.
fn taken(view: &Connection, sql: &str, values: impl Params) -> Outcome {
    let mut statement = view.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        for n in 0..columns {
            black_box(row.get_ref(n)?);
        }
    }
    Ok(())
}
