// What Swift adds to the C call it makes, as ratios in one run: each pair is measured in turns, and the best turn of each counts.

import Foundation
import PartnerKit
import partnerkit_mobileFFI

let bank = BankId("00000000-0000-4000-8000-000000000001")
let pantry = PartnerId("00000000-0000-4000-8000-000000000002")
let staff = Actor.bankStaff(bank: bank, person: PersonId("00000000-0000-4000-8000-000000000003"))

/// A text handed to C and back, with no Swift around it. The call consumes the handle, so each gets one of its own.
func raw(_ handle: UInt64, _ message: [UInt8]) -> Int {
    message.withUnsafeBufferPointer { bytes in
        var status = RustCallStatus()
        let given = ffi_partnerkit_mobile_rustbuffer_from_bytes(ForeignBytes(len: Int32(bytes.count), data: bytes.baseAddress), &status)
        let answer = uniffi_partnerkit_mobile_fn_method_nativesystem_serve(handle, given, &status)
        defer { ffi_partnerkit_mobile_rustbuffer_free(answer, &status) }
        return Int(answer.len)
    }
}

func best(_ rounds: Int, _ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<rounds { try await work() }
    let took = clock.now - start
    return (Double(took.components.seconds) * 1e9 + Double(took.components.attoseconds) / 1e9) / Double(rounds)
}

let native = NativeSystem.memory()
let system = Partnerkit(native: native)
try await system.execute(.createBank(NewBank(name: "Pawnee", email: "office@bank.example", id: bank)), as: .host)
try await system.execute(.addPartner(NewPartner(name: "Pantry", email: "pantry@example.org", id: pantry)), as: staff)
let preview = """
    {"actor": {"role": "bank_staff", "bank": "\(bank.rawValue)", "person": "00000000-0000-4000-8000-000000000003"}, "preview": {"invite": {"partner": "\(pantry.rawValue)"}}}
    """
let bytes = Array(preview.utf8)
let awaiting = Case(pantry, name: "Pantry", standing: Standing(.awaitingReview))
var (inC, inSwift, typed, alone) = (Double.infinity, Double.infinity, Double.infinity, Double.infinity)
for _ in 0..<7 {
    inC = min(inC, await best(2_000) { precondition(raw(native.uniffiCloneHandle(), bytes) > 0) })
    inSwift = min(inSwift, await best(2_000) { precondition(!native.serve(message: preview).isEmpty) })
    alone = min(alone, try await best(500) { _ = try decide(.approve, on: awaiting, by: staff) })
    typed = min(typed, try await best(500) { _ = try await system.preview(.invite(partner: pantry), as: staff) })
}
print(String(format: "a decision: C %.1f µs; Swift, text in and out, %.1f µs (%.2f times); with types and async %.1f µs (%.2f times)",
             inC / 1e3, inSwift / 1e3, inSwift / inC, typed / 1e3, typed / inC))
print(String(format: "decide, on values alone, with types: %.1f µs", alone / 1e3))
