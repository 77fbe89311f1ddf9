//! Starting other processes of this program, and ending them.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

/// What begins a line of a child that is meant for its parent; the test harness prints others.
pub const MARK: &str = "> ";

/// The signal of `kill -9`.
const KILL: i32 = 9;

/// What a child is told, as variables of the environment.
#[derive(Clone, Debug)]
pub struct Task {
    variables: BTreeMap<&'static str, String>,
}

impl Task {
    pub fn new(what: &str, file: &Path) -> Self {
        let file = file.to_str().unwrap().to_owned();
        Self { variables: [("PARTNERKIT_CHILD", what.to_owned()), ("PARTNERKIT_FILE", file)].into() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.variables.insert(name, value.to_string());
        self
    }

    fn file(&self) -> &str {
        &self.variables["PARTNERKIT_FILE"]
    }

    /// A process that does it.
    pub fn command(&self) -> Command {
        self.within(std::env::current_exe().unwrap().to_str().unwrap(), &[])
    }

    /// A process that does it as another copy of this program, or within another one that takes it as arguments.
    pub fn within(&self, program: &str, before: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(before).args(["--exact", "crash::run_as_child", "--ignored", "--quiet"]);
        command.args(["--nocapture", "--test-threads=1"]);
        command.envs(&self.variables).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Does it under `strace`, which looks only at calls that touch the file or what SQLite puts beside it.
    pub fn strace(&self, options: &[&str]) -> Ended {
        let this = std::env::current_exe().unwrap();
        let beside = ["", "-wal", "-shm", "-journal"].map(|suffix| format!("{}{suffix}", self.file()));
        let mut before = vec!["-f", "-qq"];
        before.extend(beside.iter().flat_map(|path| ["-P", path]));
        before.extend(options);
        before.push(this.to_str().unwrap());
        match self.within("strace", &before).output() {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                panic!("`strace` is needed for these tests and is not installed: apt-get install strace")
            }
            output => Ended::of(output.unwrap()),
        }
    }

    /// Does it, and spoils the n-th call of one of `calls` as `how` says.
    pub fn spoil(&self, calls: &str, how: &str, when: &str) -> Ended {
        let inject = format!("inject={calls}:{how}:when={when}");
        self.strace(&["-o", "/dev/null", "-e", &format!("trace={calls}"), "-e", &inject])
    }

    /// Does it where no file may have more than so many blocks of 512 bytes.
    pub fn limit(&self, blocks: u64) -> Ended {
        // Without the trap the first write beyond would end the process instead of failing.
        let script = r#"trap "" XFSZ; ulimit -f "$0"; exec "$@""#;
        let this = std::env::current_exe().unwrap();
        let before = ["-c", script, &blocks.to_string(), this.to_str().unwrap()];
        Ended::of(self.within("sh", &before).output().unwrap())
    }

    /// How many calls of each of `calls` it makes when nothing is spoilt.
    pub fn count(&self, calls: &[&'static str]) -> Vec<(&'static str, usize)> {
        let log = format!("{}-strace", self.file());
        let ended = self.strace(&["-o", &log, "-e", &format!("trace={}", calls.join(","))]);
        assert!(ended.status.success(), "{ended:?}");
        let lines = std::fs::read_to_string(&log).unwrap();
        std::fs::remove_file(log).unwrap();
        // With `-f` each line begins with the number of the thread.
        let made = |line: &str| line.split_whitespace().nth(1)?.split('(').next().map(str::to_owned);
        let made: Vec<String> = lines.lines().filter_map(made).collect();
        let count =
            |names: &str| made.iter().filter(|call| names.split(',').any(|name| name == *call)).count();
        calls.iter().map(|names| (*names, count(&names.replace('?', "")))).collect()
    }

    /// Starts it, to be talked with.
    pub fn start(&self) -> Started {
        Started::new(self.command())
    }
}

/// A child that has ended.
#[derive(Debug)]
pub struct Ended {
    pub status: ExitStatus,
    /// What it said, word by word.
    pub said: Vec<Vec<String>>,
    /// What it complained about.
    pub complaint: String,
}

impl Ended {
    fn of(output: std::process::Output) -> Self {
        let text = String::from_utf8(output.stdout).unwrap();
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect();
        let said = text.lines().filter_map(|line| line.strip_prefix(MARK)).map(words).collect();
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        Self { status: output.status, said, complaint }
    }

    /// Whether it was killed. Anything else but a good end is none that was asked for.
    pub fn was_killed(&self) -> bool {
        let killed = self.status.signal() == Some(KILL);
        assert!(killed || self.status.success(), "{self:?}\n{}", self.complaint);
        killed
    }

    /// How many steps it was told are done.
    pub fn steps_done(&self) -> usize {
        self.lines("done").count()
    }

    /// What it said after this word.
    pub fn lines<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a [String]> {
        self.said.iter().filter(move |words| words[0] == word).map(|words| &words[1..])
    }
}

/// A child that runs and can be talked with. It ends with its parent's interest in it.
#[derive(Debug)]
pub struct Started {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Started {
    pub fn new(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines }
    }

    /// Waits for the next line it says.
    #[track_caller]
    pub fn hear(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "the other process ended without a word");
            if let Some(said) = line.strip_prefix(MARK) {
                return said.trim().to_owned();
            }
        }
    }

    /// Lets it go on.
    pub fn nod(&mut self) {
        self.child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    }

    /// Kills it if it still runs, and gives what it had said.
    pub fn kill(mut self) -> Ended {
        self.child.kill().unwrap();
        self.end()
    }

    /// Waits for its end.
    pub fn end(mut self) -> Ended {
        drop(self.child.stdin.take());
        let mut stdout = Vec::new();
        std::io::Read::read_to_end(&mut self.lines, &mut stdout).unwrap();
        let status = self.child.wait().unwrap();
        Ended::of(std::process::Output { status, stdout, stderr: Vec::new() })
    }
}
