# frozen_string_literal: true

require_relative "helper"
require "partnerkit/active_record"

class TestStores < Minitest::Test
  class PartnerkitEntry < ActiveRecord::Base
    self.primary_key = "key"
  end

  class Note < ActiveRecord::Base; end

  # A host's database in a file of its own, which goes when the block ends.
  def in_active_record(timeout: 5_000)
    Dir.mktmpdir do |folder|
      file = File.join(folder, "host.db")
      ActiveRecord::Base.establish_connection(adapter: "sqlite3", database: file, timeout: timeout)
      connection = ActiveRecord::Base.connection
      Partnerkit::ActiveRecordMap.create_table(connection, :partnerkit_entries)
      connection.create_table(:notes) { |table| table.text :text }
      yield Partnerkit::ActiveRecordMap.new(PartnerkitEntry), file
    ensure
      ActiveRecord::Base.connection_pool.disconnect!
    end
  end

  # All promises in a long run, otherwise every eighth of them.
  def promises
    cases = Partnerkit::Testing.cases
    assert cases.size > 120
    LONG ? cases : cases.each_slice(8).map(&:first)
  end

  def test_a_hash_keeps_every_promise
    kept = Partnerkit::Testing.check_store(promises) { SortedMap.new }
    puts "a hash: #{kept} promises"
    assert_equal promises.size, kept
  end

  def test_active_record_keeps_every_promise
    in_active_record do |map|
      kept = Partnerkit::Testing.check_store(promises) do
        PartnerkitEntry.where.not(key: "".b).delete_all
        map
      end
      puts "Active Record: #{kept} promises"
      assert_equal promises.size, kept
    end
  end

  def test_a_broken_promise_is_seen
    forgetful = Class.new(SortedMap) { def begin_transaction(writes:) = super(writes: false) }
    name = "rows a_partner_comes_back_as_written"
    refute_nil Partnerkit::Testing.broken(name, forgetful.new)
    assert_raises(Partnerkit::Testing::BrokenPromises) { Partnerkit::Testing.check_store([name]) { forgetful.new } }
    assert_raises(ArgumentError) { Partnerkit::Testing.broken("no such case", SortedMap.new) }
    assert_raises(ArgumentError) { Partnerkit.using(Object.new) }
  end

  def test_nothing_lasts_unless_the_host_commits_its_own_transaction
    in_active_record do |map|
      system = Partnerkit.using(map)
      bank = bank_in(system)
      [false, true].each do |commits|
        ActiveRecord::Base.transaction do
          Note.create!(text: "a new partner")
          bank.add_partner(name: "Pantry", email: "pantry@pantry.example")
          assert_equal 1, bank.partners(limit: 10)[:partners].size
          raise ActiveRecord::Rollback unless commits
        end
        kept = commits ? 1 : 0
        assert_equal [kept, kept], [bank.partners(limit: 10)[:partners].size, Note.count]
      end
      # A refusal leaves the host's transaction as it was.
      ActiveRecord::Base.transaction do
        Note.create!(text: "again")
        assert_raises(Partnerkit::Error) { bank.add_partner(name: "Pantry", email: "pantry@pantry.example") }
      end
      assert_equal 2, Note.count
      system.close
    end
  end

  def test_a_locked_database_may_be_asked_again
    in_active_record(timeout: 0) do |map, file|
      system = Partnerkit.using(map)
      bank = bank_in(system)
      other = SQLite3::Database.new(file)
      other.execute("BEGIN IMMEDIATE")
      no = assert_raises(Partnerkit::StoreError) { bank.add_partner(name: "Pantry", email: "pantry@pantry.example") }
      assert_equal ["store_busy", true], [no.code, no.retryable?]
      assert_kind_of ActiveRecord::StatementInvalid, no.cause
      other.execute("ROLLBACK")
      assert bank.add_partner(name: "Pantry", email: "pantry@pantry.example")
      other.close
      system.close
    end
  end

  # A map whose host loses its mind when told to.
  class Losing < SortedMap
    attr_accessor :lost

    def begin_transaction(writes:)
      lost&.call
      super
    end
  end

  def test_an_exception_of_the_host_is_the_cause_the_very_same_one
    map = Losing.new
    system = Partnerkit.using(map)
    bank = bank_in(system)
    why = TypeError.new("lost its mind")
    map.lost = -> { raise why }
    no = assert_raises(Partnerkit::StoreError) { bank.dashboard }
    assert_equal "store_failed", no.code
    assert_same why, no.cause
    map.lost = -> { raise NotImplementedError, "not even a StandardError" }
    assert_raises(NotImplementedError) { bank.dashboard }
    map.lost = -> { raise Interrupt }
    assert_raises(Interrupt) { bank.dashboard }
    map.lost = -> { throw :out }
    assert_equal "store_failed", assert_raises(Partnerkit::StoreError) { catch(:out) { bank.dashboard } }.code
    map.lost = nil
    assert bank.dashboard
    system.close
  end

  def test_a_store_that_answers_every_call_itself
    calls = []
    store = Class.new { define_method(:call) { |call| calls << call.keys.first && [] } }.new
    Partnerkit.using(store) { |system| assert_empty system.banks }
    assert_equal [:banks], calls
  end

  def test_other_threads_run_while_one_waits_in_the_library
    map = Losing.new
    system = Partnerkit.using(map)
    bank = bank_in(system)
    inside, go_on = Queue.new, Queue.new
    map.lost = lambda do
      map.lost = nil
      inside << true
      go_on.pop
    end
    holder = Thread.new { bank.dashboard }
    inside.pop
    # The second waits for its turn in the library, where it would keep Ruby to itself if it had not let go of it.
    waiting = Thread.new { bank.dashboard }
    Thread.pass until waiting.status == "sleep"
    go_on << true
    assert_equal holder.value, waiting.value
    system.close
  end

  def test_many_threads_on_one_store
    system = Partnerkit.using(SortedMap.new)
    bank = bank_in(system)
    Array.new(8) { |n| Thread.new { 10.times { |m| bank.add_partner(name: "Pantry #{n} #{m}", email: "p#{n}.#{m}@pantry.example") } } }.each(&:join)
    assert_equal 80, bank.partners(limit: 1)[:counts][:uninvited]
    system.close
  end
end
