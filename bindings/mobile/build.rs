//! What the linker is told about the library that phones carry along: places that depend on where it is loaded are written down
//! in a short form, which is a twentieth of the library.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let for_phones = env::var_os("CARGO_FEATURE_KIT").is_none();
    let packed = match env::var("CARGO_CFG_TARGET_OS").as_deref() {
        // Android reads this form since 6 (API 23).
        Ok("android") => Some("-Wl,--pack-dyn-relocs=android"),
        // Here it stands in for a phone's. glibc reads this form since 2.36, so what is for servers does not use it.
        Ok("linux") if for_phones => Some("-Wl,-z,pack-relative-relocs"),
        _ => None,
    };
    if let Some(packed) = packed {
        println!("cargo::rustc-link-arg-cdylib={packed}");
    }
}
