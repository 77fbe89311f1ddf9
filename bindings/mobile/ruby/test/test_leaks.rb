# frozen_string_literal: true

require_relative "helper"

class TestLeaks < Minitest::Test
  def resident = File.read("/proc/self/statm").split[1].to_i * 4 # KiB

  def settled
    3.times { GC.start }
    resident
  end

  CALLS = LONG ? 100_000 : 20_000

  def test_calls_leave_nothing_behind
    Partnerkit.memory do |system|
      bank = bank_in(system)
      call = lambda do
        bank.bank
        assert_raises(Partnerkit::NotFound) { bank.partner(partner: "018f0000-0000-7000-8000-000000000001") }
      end
      5_000.times { call.call }
      before = settled
      (CALLS / 2).times { call.call }
      grown = settled - before
      puts "#{CALLS} calls: #{grown} KiB more"
      # 100 bytes a call would be 9.8 MiB after 100,000 calls.
      assert_operator grown, :<, LONG ? 8_192 : 4_096
    end
  end

  def test_systems_and_stores_are_freed
    stores = PartnerkitMobile.const_get(:HostStore).uniffi_handle_map
    100.times { Partnerkit.using(SortedMap.new, &:banks) }
    assert_equal 0, stores.size
    100.times { Partnerkit.using(SortedMap.new).banks }
    # Another thread frees what the collector finds; the collector may still see a few of them on the stack.
    1_000.times do
      break if stores.size < 20

      GC.start
      Thread.pass
    end
    assert_operator stores.size, :<, 20
  end
end
