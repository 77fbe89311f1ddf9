//! Generated files that are checked in: compares each with what it must be, or writes it.
//!
//! This crate depends on no other crate of the workspace. The core does not compile without its tables, so whatever
//! writes them must compile without the core.
//!
//! `tests/renew` writes all generated files of the repository.

pub mod looks;
pub mod texts;

use std::path::{Path, PathBuf};

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// Its place, from the top folder of the repository.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

impl Generated {
    /// A file with this text.
    #[must_use]
    pub fn new(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), text }
    }
}

/// The top folder of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Compares each file with its text. With the environment variable `UPDATE` set, writes those that differ.
///
/// # Errors
/// Names each stale file with its first line that differs, and the command that renews all of them. A file that cannot be
/// written is named with its cause.
pub fn compare(files: &[Generated]) -> Result<(), String> {
    let update = std::env::var_os("UPDATE").is_some();
    let stale: Vec<String> = files.iter().filter_map(|file| stale(file, update)).collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("generated files are stale, renew them with tests/renew:\n{}", stale.join("\n")))
}

/// Why a file is not as it must be. `None` if it is, or was written.
fn stale(file: &Generated, update: bool) -> Option<String> {
    let path = repository().join(&file.path);
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept == file.text {
        return None;
    }
    if update {
        return std::fs::write(&path, &file.text).err().map(|error| format!("  {}: {error}", file.path));
    }
    let same = kept.lines().zip(file.text.lines()).take_while(|(kept, made)| kept == made).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(the file ends)").to_owned();
    let (kept, made) = (line(&kept), line(&file.text));
    Some(format!("  {}, line {}: {kept:?} must be {made:?}", file.path, same + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_of_the_core_are_current() {
        let texts = texts::table().unwrap_or_else(|problems| panic!("{problems}"));
        let files = [
            Generated::new("core/src/words/checked.rs", texts),
            Generated::new("core/src/text/confusables.rs", looks::table()),
        ];
        compare(&files).unwrap_or_else(|stale| panic!("{stale}"));
    }

    #[test]
    fn a_stale_file_is_named_with_its_line() {
        let file = Generated::new("core/generate/Cargo.toml", "[package]\nname = \"other\"\n".to_owned());
        let stale = stale(&file, false).unwrap();
        assert!(stale.contains("core/generate/Cargo.toml, line 2"), "{stale}");
        assert!(stale.contains("partnerkit-generate") && stale.contains("other"), "{stale}");
    }
}
