//! The table that is printed, a row as soon as it is known.

/// What is hoped for.
#[derive(Clone, Copy)]
pub enum Goal {
    /// At most this many times the other.
    AtMost(f64),
    /// At least this many times faster than the other.
    Faster(f64),
    /// Less than this, in the unit of the row.
    Under(f64),
    /// Shown for comparison only.
    None,
}

pub fn head() {
    println!("| what | ours | beside | | ratio | goal | met |");
    println!("|---|--:|---|--:|--:|---|---|");
}

/// One row: `ours` beside `other` (its name and its figure), both in `unit`.
pub fn row(what: &str, unit: &str, ours: f64, other: Option<(&str, f64)>, goal: Goal) {
    let (name, figure) = other.map_or(("", String::new()), |(name, figure)| (name, show(figure, unit)));
    let slower = other.map_or(f64::NAN, |(_, figure)| ours / figure);
    let (ratio, wanted, met) = match goal {
        Goal::AtMost(most) => (format!("{slower:.2}"), format!("≤ {most}"), Some(slower <= most)),
        Goal::Faster(least) => (
            format!("{:.1}× faster", 1.0 / slower),
            format!("≥ {least}× faster"),
            Some(1.0 / slower >= least),
        ),
        Goal::Under(most) => (String::new(), format!("< {}", show(most, unit)), Some(ours < most)),
        Goal::None if other.is_none() => (String::new(), String::new(), None),
        Goal::None => (format!("{slower:.2}"), String::new(), None),
    };
    let met = met.map_or("", |met| if met { "yes" } else { "**no**" });
    println!("| {what} | {} | {name} | {figure} | {ratio} | {wanted} | {met} |", show(ours, unit));
}

fn show(figure: f64, unit: &str) -> String {
    if figure == 0.0 || figure >= 100.0 {
        format!("{figure:.0} {unit}")
    } else {
        format!("{figure:.1} {unit}")
    }
}
