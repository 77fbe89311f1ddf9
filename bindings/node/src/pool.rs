//! Work that blocks, away from the event loop.

use napi::bindgen_prelude::{Object, ToNapiValue};
use napi::{Env, JsDeferred, Result};

/// Makes a value on the JavaScript thread.
pub(crate) type Maker<T> = Box<dyn FnOnce(Env) -> Result<T> + Send>;

/// A promise to keep from any thread.
pub(crate) type Deferred<T> = JsDeferred<T, Maker<T>>;

/// A promise of what `work` gives; it runs on a thread of the pool.
///
/// # Errors
/// When Node cannot make a promise.
pub(crate) fn promise<T, W>(env: &Env, work: W) -> Result<Object<'_>>
where
    T: ToNapiValue + Send + 'static,
    W: FnOnce() -> T + Send + 'static,
{
    let (deferred, promise): (Deferred<T>, Object<'_>) = env.create_deferred()?;
    // Dropping the task would cancel it; nobody waits for it but the promise.
    blocking::unblock(move || {
        let value = work();
        deferred.resolve(Box::new(move |_| Ok(value)));
    })
    .detach();
    Ok(promise)
}
