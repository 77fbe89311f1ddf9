# frozen_string_literal: true

require_relative "helper"

class TestApi < Minitest::Test
  def setup
    @system = Partnerkit.memory
    @bank = bank_in(@system)
  end

  def teardown = @system.close

  def test_a_partner_goes_through_its_life
    partner = @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")[:created][:partner]
    refute @bank.explain(partner, :make_requests)[:allowed]
    @bank.invite_and_approve(partner: partner)
    assert @bank.explain(@bank.partner(partner: partner), "make_requests")[:allowed]
    assert_equal "approved", @bank.partner(partner: partner)[:status]
    assert_equal 1, @bank.partners(limit: 10)[:partners].size
  end

  def test_answers_are_frozen_and_fit_patterns
    case @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")
    in { created: { partner: String => id } => created }
      assert created.frozen? && id.frozen?
    end
  end

  def test_each_no_is_raised_with_everything_that_is_known
    partner = @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")[:created][:partner]
    no = assert_raises(Partnerkit::Rejected) { @bank.approve(partner: partner) }
    assert_equal "not_invited_yet", no.code
    assert_equal "rejected", no.category
    refute no.retryable?
    assert_equal [no.code], no.reasons.map { |reason| reason[:code] }
    assert_equal no.message, no.sentence
    refute_equal no.message, no.sentence(language: :es)
    assert_equal no.sentence(language: :es), assert_raises(Partnerkit::Rejected) { @bank.with(language: :es).approve(partner: partner) }.message
    assert_nil no.cause
  end

  def test_every_category_has_a_class
    categories = Partnerkit::Tables::CODES.each_value.map { |code| code[:category] }.uniq
    assert_equal categories.sort, Partnerkit.module_eval("BY_CATEGORY", __FILE__, __LINE__).keys.sort
  end

  def test_what_is_no_message_is_refused_in_ruby
    [Float::NAN, Object.new, "\xff"].each do |wrong|
      no = assert_raises(Partnerkit::InvalidInput) { @bank.add_partner(name: wrong, email: "a@b.example") }
      assert_equal "wire_invalid", no.code
    end
    assert_raises(ArgumentError) { @bank.approve }
    assert_raises(ArgumentError) { @bank.approve(partner: "x", colour: "red") }
    assert_equal "wire_invalid", assert_raises(Partnerkit::InvalidInput) { @bank.approve(partner: "nobody") }.code
  end

  def test_what_was_recorded_offline_is_taken_in_once_or_told_what_moved
    partner = @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")[:created][:partner]
    seen = [{ row: { partner: partner }, version: @bank.partner(partner: partner)[:version] }]
    desk, phone = ["closed", "moved away"].map do |reason|
      { id: SecureRandom.uuid, command: { deactivate: { partner: partner, reason: reason } }, seen: seen }
    end
    accepted = @bank.sync([desk]).first[:became][:accepted]
    repeated, conflict = @bank.sync([desk, phone]).map { |synced| synced[:became] }
    assert_equal accepted[:done], repeated[:repeated][:done]
    assert_equal accepted[:events], conflict[:conflict][:moved].first[:since].map { |since| since[:event] }
  end

  def test_a_phone_decides_away_from_the_bank_and_hands_over_later
    partner = @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")[:created][:partner]
    @bank.invite_and_approve(partner: partner)
    item = @bank.add_item(name: "Diapers")[:created][:item]
    bank = @bank.as(role: :partner_user, partner: partner, person: Partnerkit.person_id("pantry@pantry.example"))
    Dir.mktmpdir do |folder|
      file = File.join(folder, "pantry")
      File.write(file, bank.take_along(partner: partner))
      Partnerkit.open(File.join(folder, "phone.db")) do |phone|
        phone.read_in(file)
        away = phone.as(**bank.actor)
        assert_equal bank.permitted(partner: partner), away.permitted(partner: partner)
        request = { id: SecureRandom.uuid, partner: partner, kind: "quantity", lines: [{ item: item, quantity: 40 }] }
        kept = { id: SecureRandom.uuid, command: { submit_request: request } }
        away.with(id: kept[:id]).submit_request(**request)
        assert bank.sync([kept]).first[:became].key?(:accepted)
        assert_equal [request[:id]], [bank, away].flat_map { |view| view.requests(limit: 9).map { |row| row[:id] } }.uniq
      end
    end
  end

  def test_another_bank_reads_not_found
    other = @system.create_bank(name: "Eagleton", email: "office@eagleton.example")
    partner = @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")[:created][:partner]
    assert_equal "not_found", assert_raises(Partnerkit::NotFound) { other.partner(partner: partner) }.category
  end

  def test_a_repeated_command_is_given_its_first_answer
    once = @bank.with(id: "018f0000-0000-7000-8000-000000000001", at: Time.utc(2026, 1, 1))
    first = once.add_partner(name: "Pantry", email: "pantry@pantry.example")
    assert_equal first, once.add_partner(name: "Pantry", email: "pantry@pantry.example")
  end

  def test_a_preview_does_nothing
    assert_equal 1, @bank.preview(:add_partner, name: "Pantry", email: "pantry@pantry.example")[:events].size
    assert_empty @bank.partners(limit: 1)[:partners]
  end

  def test_nil_is_null_and_left_out_is_not
    partner = @bank.add_partner(name: "Pantry", email: "pantry@pantry.example", quota: 5)[:created][:partner]
    @bank.update_partner(partner: partner, patch: { notes: "new" })
    assert_equal 5, @bank.partner(partner: partner)[:quota]
    @bank.update_partner(partner: partner, patch: { quota: nil })
    assert_nil @bank.partner(partner: partner)[:quota]
  end

  def test_the_daily_job_and_the_outbox
    @bank.invite(partner: @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")[:created][:partner])
    messages = @bank.claim(limit: 10, link: "https://bank.example/{token}")
    refute_empty messages
    outcomes = messages.map { |message| { message: message[:id], attempt: message[:delivery][:attempts], result: :sent } }
    assert_equal ["done"], @bank.settle(outcomes).uniq
    assert_empty @bank.claim(limit: 10)
    assert_kind_of Hash, @bank.run_due
    assert_equal [@bank.id], @system.run_due.map { |due| due[:bank] }
    assert_equal ["Pawnee Diaper Bank"], @system.banks.map { |bank| bank[:name] }
  end

  def test_the_tables_are_those_of_the_rules
    rules = Partnerkit.describe
    tables = Partnerkit::Tables
    assert_equal rules[:version], Partnerkit::VERSION
    assert_equal [rules[:statuses], rules[:actions], rules[:capability_names], rules[:transitions]],
                 [tables::STATUSES, tables::ACTIONS, tables::CAPABILITIES, tables::TRANSITIONS]
    rules[:codes].each { |code| assert_equal code.slice(:category, :retryable), tables::CODES[code[:code].to_sym] }
    assert_equal rules[:codes].size, tables::CODES.size
    rules[:languages].each { |spoken| assert_equal spoken[:labels], tables::LABELS[spoken[:language].to_sym] }
    rules[:capabilities].each do |row|
      row[:answers].each do |status, answer|
        next if status == :deactivated # what it may do depends on the status before

        assert_equal answer, Partnerkit.capable({ status: status }, row[:capability])
      end
    end
    rules[:transitions].each do |row|
      row[:cells].each do |status, cell|
        assert_equal cell.key?(:refused), Partnerkit.move({ status: status }, row[:action]).key?(:refused) unless status == :deactivated
      end
    end
    calls = Partnerkit::BankCalls.instance_methods + Partnerkit::HostCalls.instance_methods
    assert_equal (rules[:commands] + rules[:questions]).map(&:to_sym).sort, calls.sort
  end

  def test_questions_of_the_tables
    assert Partnerkit.can?({ status: "approved" }, :make_requests)
    refute Partnerkit.can?({ status: :invited }, "make_requests")
    assert_equal({ moved: { status: "approved", prior: nil, approved_before: true } }, Partnerkit.move({ status: :invited }, :approve))
    assert_equal "recertification_required", Partnerkit.move({ status: "awaiting_review", approved_at: "2026-01-01T00:00:00Z" }, :ask_for_changes).dig(:moved, :status)
    assert_equal "invited", Partnerkit.move({ status: "awaiting_review" }, :ask_for_changes).dig(:moved, :status)
    refute_equal Partnerkit.label(:status, :invited), Partnerkit.label(:status, :invited, language: :es)
    [-> { Partnerkit.can?({ status: :lost }, :make_requests) }, -> { Partnerkit.move({ status: :invited }, :fly) }, -> { Partnerkit.label(:status, :lost) }].each do |wrong|
      assert_raises(Partnerkit::InvalidInput, &wrong)
    end
  end

  # With every past a partner can have: what is decided is what the table says, and a no says why.
  def test_decisions_without_a_store_are_those_of_the_tables
    by = { role: :bank_staff, bank: SecureRandom.uuid, person: Partnerkit.person_id("ann@example.org") }
    statuses = Partnerkit::Tables::STATUSES
    pasts = statuses.map { |status| { status: status } } + (statuses - ["deactivated"]).map { |prior| { status: "deactivated", prior: prior } }
    ark = { id: SecureRandom.uuid, name: "Ark" }
    pasts.product([true, false], Partnerkit::Tables::ACTIONS - ["submit_for_approval"]) do |past, approved_before, action|
      partner = { **ark, **past, approved_before: approved_before }
      said = begin
        standing = Partnerkit.decide(partner, action, by: by, words: "Because.")[:standing]
        standing ? { moved: standing } : { gone: true }
      rescue Partnerkit::Error => e
        { refused: e.code }
      end
      assert_equal Partnerkit.move(partner, action).except(:instead), said, "#{action} #{partner}"
    end
    awaiting = { **ark, status: :awaiting_review, approved_at: nil }
    decided = Partnerkit.decide(awaiting, :ask_for_changes, by: by, words: "More, please")
    assert_equal ["changes_asked", "More, please"], [decided[:message], decided.dig(:event, :partner_moved, :note)]
    assert_equal "note_missing", assert_raises(Partnerkit::InvalidInput) { Partnerkit.decide(awaiting, :ask_for_changes, by: by) }.code
    stranger = { role: :partner_user, bank: by[:bank], partner: SecureRandom.uuid, person: by[:person] }
    assert_raises(Partnerkit::NotFound) { Partnerkit.decide(awaiting, :submit_for_approval, by: stranger) }
    spanish = assert_raises(Partnerkit::Rejected) { Partnerkit.decide(awaiting, :invite, by: by, language: :es) }
    assert_equal spanish.sentence(language: :es), spanish.message
    assert_raises(Partnerkit::InvalidInput) { Partnerkit.decide(awaiting, :fly, by: by) }
  end

  # In every place of the tables and every role: what is looked up is what the library decides.
  def test_decisions_by_table_are_those_of_the_library
    statuses = Partnerkit::Tables::STATUSES
    pasts = statuses.map { |status| { status: status } } + (statuses - ["deactivated"]).map { |prior| { status: "deactivated", prior: prior } }
    flags = %i[approved_before new_contact has_login has_history].map { |flag| [{}, { flag => true }] }
    ark = { id: SecureRandom.uuid, name: "Ark", approved_at: nil }
    roles = %i[bank_admin bank_staff partner_user scheduler host].map do |role|
      { role: role, bank: SecureRandom.uuid, person: Partnerkit.person_id("ann@example.org"), partner: ark[:id] }
    end
    seen = Hash.new(0)
    pasts.product(*flags, Partnerkit::Tables::ACTIONS, roles) do |*known, action, role|
      partner = { **ark, **known.reduce(:merge) }
      by = role.slice(*ROLE_FIELDS.fetch(role[:role]))
      looked_up = Partnerkit.send(:decided_by_table, partner, action, by)
      # Words that come to nothing are none, but they are asked about.
      asked = begin
        Partnerkit.decide(partner, action, by: by, words: "")
      rescue Partnerkit::Error
        nil
      end
      seen[asked.nil?] += 1
      assert_equal !asked.nil?, !looked_up.nil?, "#{action} #{partner} #{by}"
      assert_equal asked, Partnerkit.decide(partner, action, by: by) if asked
    end
    assert_operator seen.values.min, :>, 500
    assert_nil Partnerkit.send(:decided_by_table, { **ark, status: :invited }, :submit_for_approval, { role: :partner_user, partner: SecureRandom.uuid })
  end

  ROLE_FIELDS = {
    bank_admin: %i[role bank person], bank_staff: %i[role bank person], partner_user: %i[role bank partner person],
    scheduler: %i[role bank], host: %i[role]
  }.freeze
  private_constant :ROLE_FIELDS

  def test_pure_questions
    partner = @bank.partner(partner: @bank.add_partner(name: "Pantry", email: "pantry@pantry.example")[:created][:partner])
    assert_includes Partnerkit.allowed_actions(@bank.actor, partner), "invite"
    item = @bank.items.first || @bank.then { |bank| bank.add_item(name: "Size 3") && bank.items.first }
    given = { bank: @bank.bank, partner: partner, items: [item], today: Date.new(2026, 11, 22) }
    assert_equal 1, Partnerkit.permitted(**given).size
    assert_raises(Partnerkit::InvalidInput) { Partnerkit.permitted(**given, items: ["none"]) }
    assert_equal Partnerkit.person_id("A@b.example"), Partnerkit.person_id("a@b.example")
  end

  def test_a_closed_system_refuses_and_lets_its_file_go
    Dir.mktmpdir do |folder|
      path = File.join(folder, "bank.db")
      kept = Partnerkit.open(path) { |system| bank_in(system) && system }
      refute kept.open?
      assert_equal "wire_invalid", assert_raises(Partnerkit::InvalidInput) { kept.banks }.code
      held = Dir["/proc/self/fd/*"].filter_map { |fd| File.readlink(fd) rescue nil }
      assert_empty held.grep(/bank\.db/)
      Partnerkit.open(path, read_only: true) { |system| assert_equal 1, system.banks.size }
      no = assert_raises(Partnerkit::StoreError) { Partnerkit.open(File.join(folder, "none", "bank.db")) }
      refute_nil no.cause
    end
  end
end
