# frozen_string_literal: true

require_relative "bank"
require_relative "handle"
require_relative "store"

module Partnerkit
  # A store with the rules in front. Any number of threads may use it at once.
  class System
    include HostCalls

    def initialize(native)
      Handle.take_over(native, self)
      @native = native
      @lock = Mutex.new
      @under_way = 0
      @open = true
    end

    # The host's own view, with `language:`, `at:` and `id:` as in {View#with}.
    def host(**head) = Host.new(self, { role: "host" }, **head)

    # An actor's view of its bank: `system.as(role: :bank_staff, bank: id, person: person)`.
    def as(language: nil, **actor) = Bank.new(self, actor, language: language)

    # Makes a bank.
    #
    # @return [Bank] as its admin sees it; where it has none, as whoever is at its own address
    def create_bank(**body)
      bank = super(**body)[:created][:bank]
      as(role: "bank_admin", bank: bank, person: Partnerkit.person_id(body[:admin] || body.fetch(:email)))
    end

    # @return [Array<Hash>] all banks
    def banks = call_native(:banks)

    # Does what is due by now in every bank. See {Host#run_due}.
    def run_due = host.run_due

    # Reads a whole bank from a file that {Bank#write_out} wrote. The store must not hold it yet.
    def read_in(path, language: nil) = call_native(:read_in, File.path(path), language&.to_s)

    # Serves one message of the wire format, text in and text out. Nothing is raised but what comes from outside of it.
    def serve(text) = using_native { |native| native.serve(text) }

    # Sends a message of the wire format as a hash.
    #
    # @return [Object] what the answer holds
    def send_message(message)
      text = Wire.encode(message)
      Wire.ask { serve(text) }
    end

    # Asks the native part. For {Bank}.
    #
    # @api private
    def call_native(name, *given) = Wire.ask { using_native { |native| native.public_send(name, *given) } }

    # @return [Boolean]
    def open? = @open

    # Lets go of the store as soon as nothing is under way any more. Everything after is refused.
    def close
      @lock.synchronize do
        @open = false
        release if @under_way.zero?
      end
      nil
    end

    private

    def command(name, body = nil) = host.__send__(:command, name, body)

    def question(name, body = nil) = host.__send__(:question, name, body)

    def using_native
      native = @lock.synchronize do
        raise Wire.invalid("the system is closed") unless @open

        @under_way += 1
        @native
      end
      yield native
    ensure
      ended if native
    end

    def ended
      @lock.synchronize do
        @under_way -= 1
        release if @under_way.zero? && !@open
      end
    end

    # A file is closed when it is said, not when the collector comes by.
    def release
      return unless (native = @native)

      @native = nil
      Handle.release(native, self)
    end
  end
end
