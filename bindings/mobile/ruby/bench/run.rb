# frozen_string_literal: true

# What asking costs, beside the gem state_machines, in turns in one run: bindings/mobile/ruby/bench/run

$LOAD_PATH.unshift File.expand_path("../lib", __dir__)

require "partnerkit"
require "securerandom"
require "state_machines"

ROUNDS = 7

# The median time of each in microseconds a call; all run in turns, so that a busy machine is busy for all.
def measure(contestants)
  seen = contestants.transform_values { [] }
  (ROUNDS + 1).times do |round|
    contestants.each do |name, (times, run)|
      began = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      run.call(times)
      took = (Process.clock_gettime(Process::CLOCK_MONOTONIC) - began) / times * 1e6
      seen[name] << took if round.positive?
    end
  end
  seen.transform_values { |all| all.sort[all.size / 2] }
end

# The transition table as state_machines has it, for an object in memory.
class Theirs
  state_machine :status, initial: :approved do
    Partnerkit::Tables::TRANSITIONS.each do |row|
      event row[:action].to_sym do
        row[:cells].each do |from, cell|
          to = cell[:to]&.to_sym
          transition from => to if to && Partnerkit::Tables::STATUSES.include?(to.to_s)
        end
      end
    end
  end
end

CYCLE = %i[require_recertification submit_for_approval approve].freeze

theirs = Theirs.new
partner = { id: SecureRandom.uuid, name: "Pantry", status: "approved", approved_before: true }.freeze
awaiting = { **partner, status: "awaiting_review" }.freeze
staff = { role: "bank_admin", bank: SecureRandom.uuid, person: Partnerkit.person_id("ann@example.org") }.freeze
bank = Partnerkit.memory.create_bank(name: "Pawnee Diaper Bank", email: "office@bank.example")
id = bank.add_partner(name: "Pantry", email: "pantry@pantry.example")[:created][:partner]
bank.invite_and_approve(partner: id)

medians = measure(
  "state_machines: can_approve?" => [20_000, ->(n) { n.times { theirs.can_approve? } }],
  "Partnerkit.can?" => [100_000, ->(n) { n.times { Partnerkit.can?(partner, :make_requests) } }],
  "state_machines: a move" => [3_000, ->(n) { n.times { |i| theirs.public_send(CYCLE[i % 3]) or raise "no move" } }],
  "Partnerkit.move" => [99_000, lambda { |n|
    standing = partner
    n.times { |i| standing = Partnerkit.move(standing, CYCLE[i % 3]).fetch(:moved) }
  }],
  "Partnerkit.decide" => [51_000, lambda { |n|
    row = partner.dup
    n.times { |i| row.merge!(Partnerkit.decide(row, CYCLE[i % 3], by: staff).fetch(:standing)) }
  }],
  "Partnerkit.decide, with words" => [2_000, ->(n) { n.times { Partnerkit.decide(awaiting, :ask_for_changes, by: staff, words: "More, please") } }],
  "a question of the library, in memory" => [2_000, ->(n) { n.times { bank.explain(id, :make_requests) } }],
  "a whole decision, previewed in memory" => [2_000, ->(n) { n.times { bank.preview(:deactivate, partner: id) } }]
)

def row(medians, what, ours, theirs, goal)
  ratio = medians[theirs] / medians[ours]
  format("| %-40s | %9.2f µs | %9.2f µs | %7.2f | %s |", what, medians[ours], medians[theirs], ratio, goal && (ratio >= goal ? "≥ #{goal}: yes" : "≥ #{goal}: NO"))
end

puts "| what                                     | partnerkit   | state_machines | ratio | goal |", "|---|---|---|---|---|"
puts row(medians, "may it do that (`can?`)", "Partnerkit.can?", "state_machines: can_approve?", nil)
puts row(medians, "a move, decided (`move`)", "Partnerkit.move", "state_machines: a move", 5)
puts row(medians, "a whole decision (`decide`)", "Partnerkit.decide", "state_machines: a move", 5)
puts row(medians, "one with words, through the library", "Partnerkit.decide, with words", "state_machines: a move", nil)
puts row(medians, "explain, through the library", "a question of the library, in memory", "state_machines: a move", nil)
puts row(medians, "preview, loaded, decided and told", "a whole decision, previewed in memory", "state_machines: a move", nil)
