//! Plays every scenario in memory and writes down what was said: for modules in other languages, which say the same and
//! compare every answer. One line of JSON each: `{"scenario": …}`, `{"open": n}` for a new empty store, and
//! `{"say": text, "answer": …}`. The last line tells how many scenarios there were.

use std::cell::{Cell, RefCell};
use std::io::{BufWriter, Write};
use std::rc::Rc;

use conformance::stores::serving;
use conformance::{Serve, folder, load, run};
use partnerkit::store::memory::MemoryStore;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = Rc::new(RefCell::new(BufWriter::new(std::io::stdout().lock())));
    let (setups, files) = load(&folder())?;
    let (opened, heard) = (Cell::new(0_u64), Rc::clone(&out));
    let open = move || -> Serve {
        let inner = serving(MemoryStore::new());
        opened.set(opened.get() + 1);
        let (store, out) = (opened.get(), Rc::clone(&heard));
        write_line(&out, &json!({ "open": store }));
        Box::new(move |text| {
            let answer = inner(text);
            write_line(&out, &json!({ "store": store, "say": text, "answer": answer }));
            answer
        })
    };
    let mut count = 0;
    for file in &files {
        for scenario in &file.scenarios {
            write_line(&out, &json!({ "scenario": format!("{}: {}", file.name, scenario.name) }));
            run(&open, &setups, file, scenario, &mut |_, _| {}).map_err(|failure| failure.to_string())?;
            count += 1;
        }
    }
    write_line(&out, &json!({ "scenarios": count }));
    out.borrow_mut().flush()?;
    Ok(())
}

/// A line that cannot be written ends the program: a transcript cut short has no last line, and its reader fails.
fn write_line(out: &RefCell<impl Write>, line: &Value) {
    if writeln!(out.borrow_mut(), "{line}").is_err() {
        std::process::exit(1);
    }
}
