//! What the library costs, beside floors and other crates: prints one table of ratios.
//!
//! Absolute times differ from machine to machine and from minute to minute. So what is compared runs in turns within
//! one program, and the best of several turns is taken of each. `tests/bench` runs it.

mod command;
mod due;
mod import;
mod lifecycle;
mod lists;
#[cfg(feature = "others")]
mod other_machines;
#[cfg(feature = "others")]
mod other_policies;
mod permission;
mod postgres;
mod race;
mod sample;
mod table;
mod take_along;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const USAGE: &str =
    "usage: bench [lifecycle] [decide] [permission] [command] [import] [explain] [lists] [take-along] [due] [million]
             [postgres] [postgres-growth] [postgres-million]
Without a word: everything but `take-along`, `due` and `million`, which take minutes, and PostgreSQL, which takes a server.";

/// What is measured only where it is asked for.
const ASKED_FOR: [&str; 6] =
    ["take-along", "due", "million", "postgres", "postgres-growth", "postgres-million"];

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, rest @ ..] = arguments.as_slice()
        && first == "child"
    {
        return match rest {
            [which, file] => import::child(which, file),
            [server, which, from] if server == "postgres" => postgres::child(which, from),
            [which, store, from] if which.starts_with("due") => due::child(which, store, from),
            [which, store, file] => take_along::child(which, store, file),
            _ => Err("a child of which benchmark?".into()),
        };
    }
    let known = ["lifecycle", "decide", "permission", "command", "import", "explain", "lists"];
    if arguments.iter().any(|word| !known.iter().chain(&ASKED_FOR).any(|known| known == word)) {
        return Err(USAGE.into());
    }
    let wanted = |word: &str| {
        arguments.iter().any(|one| one == word) || arguments.is_empty() && !ASKED_FOR.contains(&word)
    };
    table::head();
    if wanted("lifecycle") {
        lifecycle::moves();
        lifecycle::answers();
    }
    if wanted("decide") {
        lifecycle::decisions()?;
    }
    if wanted("explain") {
        lifecycle::explanation()?;
    }
    if wanted("permission") {
        permission::bench()?;
    }
    if wanted("command") {
        command::bench()?;
    }
    if wanted("import") {
        import::bench(100_000, 5)?;
    }
    if wanted("lists") {
        lists::bench()?;
    }
    if wanted("take-along") {
        take_along::bench()?;
    }
    if wanted("due") {
        due::bench()?;
    }
    if wanted("million") {
        import::bench(1_000_000, 2)?;
    }
    if wanted("postgres") {
        postgres::commands()?;
        postgres::import(100_000, 3)?;
    }
    if wanted("postgres-growth") {
        postgres::growth()?;
    }
    if wanted("postgres-million") {
        postgres::import(1_000_000, 1)?;
    }
    Ok(())
}
