//! Where banks are kept: a file, or a server's database. The one place that names a store.

use std::fmt::{Display, Formatter};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use partnerkit::error::{Code, Error};
use partnerkit::store::Store;

use crate::args::Globals;
use crate::failure::Failure;

/// The file, where nothing is named.
const DEFAULT_FILE: &str = "partnerkit.db";

/// Where banks are kept.
pub enum Place {
    /// A file.
    File(PathBuf),
    /// A database of PostgreSQL, by its URL.
    Server(String),
}

impl Place {
    /// What was named, or the file there is by default.
    pub fn of(globals: &Globals) -> Result<Self, Failure> {
        let Some(named) = &globals.db else { return Ok(Self::File(DEFAULT_FILE.into())) };
        let Some(text) = named.to_str() else { return Ok(Self::File(named.clone())) };
        match text.split_once("://") {
            None => Ok(Self::File(named.clone())),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Server(text.to_owned())),
            Some((scheme, _)) => Err(Failure::from(Error::from(Code::StoreUnavailable))
                .with_hint(format!("Banks can be kept in a file or in postgres://…, not in {scheme}://…"))),
        }
    }

    /// Refuses a file that is not there.
    pub fn must_be_there(&self) -> Result<(), Failure> {
        match self {
            Self::File(path)
                if std::fs::metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound) =>
            {
                let hint = format!(
                    "There is no file `{self}`. To make one: partnerkit --db FILE bank create NAME --email ADDRESS"
                );
                Err(Failure::from(Error::from(Code::StoreUnavailable)).with_hint(hint))
            }
            _ => Ok(()),
        }
    }

    /// Opens the store, and makes it if it is not there.
    pub fn open(&self) -> Result<Arc<dyn Store>, Error> {
        Ok(match self {
            Self::File(path) => Arc::new(partnerkit_sqlite::open(path)?),
            Self::Server(url) => Arc::new(partnerkit_postgres::connect(url)?),
        })
    }
}

/// As people may read it: without the password, which stands before the server's name or among the settings after it.
impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Server(url) => {
                let server = url.split_once("://").map_or(url.as_str(), |(_, server)| server);
                let server = server.split('?').next().unwrap_or_default();
                let server = server.rsplit_once('@').map_or(server, |(_, server)| server);
                write!(f, "postgres://{server}")
            }
        }
    }
}
