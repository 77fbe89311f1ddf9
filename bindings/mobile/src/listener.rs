//! Progress of an import, reported to the host.

use std::ops::ControlFlow;
use std::sync::Arc;

use partnerkit::import::Progress;

/// Receives the progress of an import, every 64 KiB.
#[uniffi::export(with_foreign)]
pub trait ImportListener: Send + Sync {
    /// Partners and bytes read so far, and the bytes of the whole file if that is known. False cancels the import, which then
    /// leaves nothing behind.
    fn on_progress(&self, rows: u64, bytes: u64, total: Option<u64>) -> bool;
}

/// Passes the progress on to the listener, and the listener's answer back.
pub(crate) fn told(listener: Option<&Arc<dyn ImportListener>>, progress: Progress) -> ControlFlow<()> {
    match listener {
        Some(listener) if !listener.on_progress(progress.rows, progress.bytes, progress.total) => {
            ControlFlow::Break(())
        }
        _ => ControlFlow::Continue(()),
    }
}
