//! Writes the bindings: see `bindings/mobile/generate`.

fn main() {
    uniffi::uniffi_bindgen_main();
}
