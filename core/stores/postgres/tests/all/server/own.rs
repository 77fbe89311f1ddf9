//! A server of a test's own, which it may configure, restart and fill.
#![allow(dead_code, reason = "not every test that includes this needs all of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A server in a folder of its own, gone when dropped.
#[derive(Debug)]
pub struct Own {
    folder: tempfile::TempDir,
    port: u16,
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}

/// Runs a program and wants it to succeed.
pub fn run(program: impl AsRef<Path>, args: &[&str]) {
    let output = Command::new(program.as_ref()).args(args).output().unwrap();
    assert!(output.status.success(), "{} {args:?}: {}", program.as_ref().display(), said(&output));
}

fn is_root() -> bool {
    said(&Command::new("id").arg("-u").output().unwrap()).trim() == "0"
}

/// Runs a program as the administrator, which mounting takes.
pub fn run_as_root(program: &str, args: &[&str]) {
    if is_root() { run(program, args) } else { run("sudo", &[&[program], args].concat()) }
}

impl Own {
    /// Makes and starts one: `settings` are lines of its `postgresql.conf`, `access` those of its `pg_hba.conf`. `prepare` puts
    /// into its data folder what it needs.
    pub fn start(settings: &str, access: &str, prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::Builder::new().prefix("partnerkit-own-").tempdir().unwrap();
        // Somebody else may take the port before the server does; then it does not start, and the test says so.
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let own = Self { folder, port };
        own.give(own.folder.path());
        own.server(
            "initdb",
            &[
                "-D",
                own.data().to_str().unwrap(),
                "-U",
                "partnerkit",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ],
        );
        let folder = own.folder.path().display();
        let all = format!(
            "port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{folder}'\nfsync = off\n{settings}\n"
        );
        std::fs::write(own.data().join("postgresql.auto.conf"), all).unwrap();
        std::fs::write(own.data().join("pg_hba.conf"), format!("local all all trust\n{access}\n")).unwrap();
        prepare(&own.data());
        own.give(&own.data());
        own.control(&["start"]);
        own
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What the server's URL ends with.
    pub fn url(&self, host: &str, rest: &str) -> String {
        format!("postgres://partnerkit@{host}:{}/postgres?{rest}", self.port)
    }

    /// Stops it in this way and starts it again.
    pub fn restart(&self, mode: &str) {
        self.control(&["restart", "-m", mode]);
    }

    /// Makes the folder the server's own: it refuses to be run by root, and to read what is another's.
    pub fn give(&self, folder: &Path) {
        if is_root() {
            run("chown", &["-R", "postgres", folder.to_str().unwrap()]);
        }
    }

    fn control(&self, args: &[&str]) {
        let (data, log) = (self.data(), self.folder.path().join("log"));
        let place = ["-s", "-w", "-D", data.to_str().unwrap(), "-l", log.to_str().unwrap()];
        self.server("pg_ctl", &[&place, args].concat());
    }

    fn server(&self, program: &str, args: &[&str]) {
        let program = PathBuf::from(std::env::var("PARTNERKIT_POSTGRES_BIN").unwrap()).join(program);
        if is_root() {
            run("runuser", &[&["-u", "postgres", "--", program.to_str().unwrap()], args].concat());
        } else {
            run(program, args);
        }
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let data = self.data();
        let args = ["-s", "-D", data.to_str().unwrap_or_default(), "-m", "immediate", "stop"];
        let bin = PathBuf::from(std::env::var("PARTNERKIT_POSTGRES_BIN").unwrap_or_default()).join("pg_ctl");
        let mut command = if is_root() { Command::new("runuser") } else { Command::new(&bin) };
        if is_root() {
            command.args(["-u", "postgres", "--"]).arg(&bin);
        }
        // One that is down already is what is wanted.
        drop(command.args(args).output());
    }
}
