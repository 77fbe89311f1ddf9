//! How often the questions of the lifecycle and of permission ask for memory: not once, or this fails.

use std::hint::black_box;

use partnerkit::capability::{Capability, capable};
use partnerkit::partner::Exception;
use partnerkit::permission::permitted;
use partnerkit::status::Standing;
use partnerkit::transition::{Action, decide};

#[path = "../sample.rs"]
#[expect(dead_code, reason = "only a few of the rows are needed here")]
mod sample;

fn main() -> std::process::ExitCode {
    let lifecycle = allocation_counter::measure(|| {
        for action in Action::ALL {
            black_box(decide(black_box(Standing::START), action));
        }
        for capability in Capability::ALL {
            black_box(capable(black_box(Standing::START), capability));
        }
    });
    let (bank, mut partner, mut group) = (sample::bank(), sample::partner(1), sample::group(1));
    let (one, other) = (sample::item(1, 5), sample::item(2, 5));
    group.categories.extend(one.details.category);
    partner
        .exceptions
        .insert(other.id, Exception { rule: partnerkit::partner::ExceptionRule::Deny, last_day: None });
    let permission = allocation_counter::measure(|| {
        for item in [&one, &other] {
            black_box(permitted(&bank, &partner, Some(&group), item, sample::at().date_naive()));
            black_box(permitted(&bank, &partner, None, item, sample::at().date_naive()));
        }
    });
    let counts = [("lifecycle", lifecycle.count_total), ("`permitted`", permission.count_total)];
    for (what, count) in counts {
        let met = if count == 0 { "yes" } else { "**no**" };
        println!("| {what}: heap allocations | {count} | | | | 0 | {met} |");
    }
    std::process::ExitCode::from(u8::from(counts.iter().any(|(_, count)| *count > 0)))
}
