// What Swift adds to the C call it makes, as ratios in one run: what is compared is measured in turns, short
// enough to be left alone, and the best turn of each counts.

import Foundation
import PartnerKit
import partnerkit_mobileFFI

let bank = BankId("00000000-0000-4000-8000-000000000001")
let pantry = PartnerId("00000000-0000-4000-8000-000000000002")
let staff = Actor.bankStaff(bank: bank, person: PersonId("00000000-0000-4000-8000-000000000003"))

/// A text handed to C, which answers with one, and no Swift around it.
func raw(_ message: [UInt8], _ call: (RustBuffer, inout RustCallStatus) -> RustBuffer) -> Int {
    message.withUnsafeBufferPointer { bytes in
        var status = RustCallStatus()
        let given = ffi_partnerkit_mobile_rustbuffer_from_bytes(ForeignBytes(len: Int32(bytes.count), data: bytes.baseAddress), &status)
        let answer = call(given, &status)
        defer { ffi_partnerkit_mobile_rustbuffer_free(answer, &status) }
        return Int(answer.len)
    }
}

/// The call consumes the handle, so each gets one of its own.
func served(_ native: NativeSystem, _ message: [UInt8]) -> Int {
    raw(message) { uniffi_partnerkit_mobile_fn_method_nativesystem_serve(native.uniffiCloneHandle(), $0, &$1) }
}

func best(_ rounds: Int, _ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<rounds { try await work() }
    return microseconds(clock.now - start, rounds)
}

func microseconds(_ took: Duration, _ rounds: Int) -> Double {
    (Double(took.components.seconds) * 1e6 + Double(took.components.attoseconds) / 1e12) / Double(rounds)
}

/// Everything that is asked is asked from the main actor.
@MainActor func onMain(_ rounds: Int, _ system: Partnerkit) async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<rounds { _ = try await system.preview(.invite(partner: pantry), as: staff) }
    return microseconds(clock.now - start, rounds)
}

let preview = """
    {"actor": {"role": "bank_staff", "bank": "\(bank.rawValue)", "person": "00000000-0000-4000-8000-000000000003"}, "preview": {"invite": {"partner": "\(pantry.rawValue)"}}}
    """
let deciding = """
    {"case": {"partner": "\(pantry.rawValue)", "name": "Pantry", "standing": {"status": "awaiting_review", "approved_before": false}, "new_contact": false, "has_login": false, "has_history": false}, "action": "approve", "by": {"role": "bank_staff", "bank": "\(bank.rawValue)", "person": "00000000-0000-4000-8000-000000000003"}}
    """

/// A preview over a store: on its handle by C and as text, and with types from a task and from the main actor.
func previews(_ what: String, _ native: NativeSystem, _ system: Partnerkit) async throws {
    for each in [Partnerkit(native: native), system] {
        try await each.execute(.createBank(NewBank(name: "Pawnee", email: "office@bank.example", id: bank)), as: .host)
        try await each.execute(.addPartner(NewPartner(name: "Pantry", email: "pantry@example.org", id: pantry)), as: staff)
    }
    let bytes = Array(preview.utf8)
    var (inC, inSwift, typed, main) = (Double.infinity, Double.infinity, Double.infinity, Double.infinity)
    for _ in 0..<400 {
        inC = min(inC, await best(20) { precondition(served(native, bytes) > 0) })
        inSwift = min(inSwift, await best(20) { precondition(!native.serve(message: preview).isEmpty) })
        typed = min(typed, try await best(20) { _ = try await system.preview(.invite(partner: pantry), as: staff) })
        main = min(main, try await onMain(20, system))
    }
    print(String(format: "a preview over %@: C %.1f µs; text in and out %.1f (%.2f times); types and async %.1f (%.2f times), asked from the main actor %.1f (%.2f times)",
                 what, inC, inSwift, inSwift / inC, typed, typed / inC, main, main / inC))
}

/// A decision on values, without a store.
func decisions() async throws {
    let (bytes, awaiting) = (Array(deciding.utf8), Case(pantry, name: "Pantry", standing: Standing(.awaitingReview)))
    var (inC, typed) = (Double.infinity, Double.infinity)
    for _ in 0..<400 {
        inC = min(inC, await best(20) { precondition(raw(bytes) { uniffi_partnerkit_mobile_fn_func_decide($0, &$1) } > 0) })
        typed = min(typed, try await best(20) { _ = try decide(.approve, on: awaiting, by: staff) })
    }
    print(String(format: "decide on values: C %.1f µs; with types %.1f (%.2f times)", inC, typed, typed / inC))
}

let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
func file(_ name: String) -> String { folder.appendingPathComponent(name).path }
try await previews("memory", .memory(), .memory())
try await previews("a file", try .open(path: file("c.db"), readOnly: false), try await .open(file("swift.db")))
try await decisions()
