//! The import of a whole bank beside a bare `COPY` of the same rows into the same tables, whose indexes refuse what is
//! there twice.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;

use bytes::Bytes;
use futures_util::{SinkExt, TryStreamExt};
use partnerkit::import::ImportOrder;
use partnerkit::system::System;
use partnerkit_postgres::Options;
use tokio::runtime::Builder;
use tokio_postgres::{Client, NoTls};

use super::{bank, create, fresh, number, session, settle, staff, url};
use crate::Outcome;
use crate::import::{measured, spawn, write_file};
use crate::sample::{at, id};
use crate::table::{Goal, row};

const OURS: &str = "bench_import";
const BARE: &str = "bench_copy";
/// What an import writes, and the order of the file it comes from.
const TABLES: [(&str, &str); 2] = [("partners", "import_line"), ("events", "seq")];

pub fn bench(rows: usize, rounds: usize) -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("partners.csv");
    write_file(&file, rows)?;
    let (mut ours, mut bare, mut peak) = (f64::INFINITY, f64::INFINITY, 0.0_f64);
    for round in 0..rounds {
        create(&fresh(OURS)?, 0)?;
        settle()?;
        let run = spawn(&["postgres".as_ref(), "import".as_ref(), file.as_ref()])?;
        (ours, peak) = (ours.min(run.seconds), peak.max((run.peak - run.start) / 1024.0));
        if round == 0 {
            take_out(folder.path())?;
        }
        create(&fresh(BARE)?, 0)?;
        settle()?;
        bare = bare.min(spawn(&["postgres".as_ref(), "copy".as_ref(), folder.path().as_ref()])?.seconds);
        same_rows(rows)?;
    }
    let each = |seconds: f64| seconds * 1e6 / rows as f64;
    let floor = Some(("COPY of the rows as they will stand", each(bare)));
    row(&format!("import of {rows} rows into PostgreSQL, a row"), "µs", each(ours), floor, Goal::AtMost(1.5));
    row("its memory above the start", "MiB", peak, None, Goal::Under(64.0));
    Ok(())
}

/// In this process: the import of a file, or the copy of what was taken out into a folder.
pub fn child(which: &str, from: &str) -> Outcome {
    if which == "copy" {
        return measured(|| copy(Path::new(from)));
    }
    let system = System::new(Options::new().schema(OURS).connections(2).connect(&url()?)?);
    measured(|| {
        let order = ImportOrder { id: id(10, 0), at: at(), actor: staff(bank(0)), key: None };
        system.import(&order, File::open(from)?, None, &mut |_| ControlFlow::Continue(()))?;
        Ok(())
    })
}

/// On one connection of the driver.
fn on_client<T>(work: impl AsyncFnOnce(&mut Client) -> Outcome<T>) -> Outcome<T> {
    Builder::new_current_thread().enable_all().build()?.block_on(async {
        let (mut client, connection) = tokio_postgres::connect(&url()?, NoTls).await?;
        tokio::spawn(connection);
        work(&mut client).await
    })
}

/// Writes down the rows of the import as the server takes them fastest, in the order of the file.
fn take_out(folder: &Path) -> Outcome {
    on_client(async |client| {
        for (table, order) in TABLES {
            let condition = if table == "events" { "where what ? 'partner_imported'" } else { "" };
            let sql = format!(
                "copy (select * from {OURS}.{table} {condition} order by {order}) to stdout (format binary)"
            );
            let mut stream = std::pin::pin!(client.copy_out(&sql).await?);
            let mut file = BufWriter::new(File::create(folder.join(table))?);
            while let Some(bytes) = stream.try_next().await? {
                file.write_all(&bytes)?;
            }
            file.flush()?;
        }
        Ok(())
    })
}

/// The floor.
fn copy(folder: &Path) -> Outcome {
    on_client(async |client| {
        let transaction = client.transaction().await?;
        for (table, _) in TABLES {
            let mut sink = std::pin::pin!(
                transaction.copy_in(&format!("copy {BARE}.{table} from stdin (format binary)")).await?
            );
            let mut file = File::open(folder.join(table))?;
            let mut page = vec![0; 64 * 1024];
            loop {
                let read = file.read(&mut page)?;
                if read == 0 {
                    break;
                }
                sink.send(Bytes::copy_from_slice(page.get(..read).unwrap_or_default())).await?;
            }
            sink.finish().await?;
        }
        Ok(transaction.commit().await?)
    })
}

/// Neither has done less than the other.
fn same_rows(rows: usize) -> Outcome {
    let mut session = session()?;
    for schema in [OURS, BARE] {
        let found = number(&mut session, &format!("select count(*) from {schema}.partners"))?;
        if usize::try_from(found)? != rows {
            return Err(format!("{found} partners in {schema}").into());
        }
    }
    Ok(())
}
