# frozen_string_literal: true

module Partnerkit
  # Stores written in Ruby, as the native part asks them: JSON in, JSON out. What they raise is kept, and told as the cause.
  module Store
    # A store of the host's as the native part asks it: an ordered map (`begin_transaction`), or all calls (`call`).
    #
    # @return [Array(Symbol, Object)] the constructor of the native part, and what it is given
    def self.native(store)
      return [:with_map, Map.new(store)] if store.respond_to?(:begin_transaction)
      return [:with_store, Calls.new(store)] if store.respond_to?(:call)

      raise ArgumentError, "a store has `begin_transaction`, as an ordered map has, or `call`, which answers every call of a store"
    end

    # Whoever answers. Nothing that the host's code does may unwind what called it, so nothing leaves here but a failure that
    # the native part knows.
    class Answering
      def initialize(store)
        @store = store
      end

      def call(text)
        ended = false
        answer = answer(Wire.decode(text))
        ended = true
        answer
      rescue Exception => e # rubocop:disable Lint/RescueException -- it goes on when the call is over
        ended = true
        Wire.raised(e)
        raise failed(code_of(e), "#{e.class}: #{e.message}")
      ensure
        raise failed(nil, "the store threw past its caller") unless ended
      end

      private

      # The code that a failure has or that its store gives it, where it is one of a store's.
      def code_of(error)
        return @store.code_of(error) if @store.respond_to?(:code_of)

        error.code if error.is_a?(StoreError)
      end

      def failed(code, said) = PartnerkitMobile::HostFailure::Failed.new(code: code, said: said.encode("UTF-8", invalid: :replace, undef: :replace))
    end
    private_constant :Answering

    # Every call of a store. What must be understood is in `core/schema/store.schema.json`.
    class Calls < Answering
      private

      def answer(call) = Wire.encode(@store.call(call))
    end

    # The questions of an ordered map. One transaction is open at a time.
    class Map < Answering
      private

      def answer(question) = JSON.generate(found(question))

      def found(question)
        case question
        in { begin: { writes: } } then @transaction = @store.begin_transaction(writes: writes)
        in { end: { keep: }, changes: } then return finish(keep, changes)
        in { get: { key: }, changes: }
          apply(changes)
          return hex(@transaction.get(bytes(key)))
        in { page: { from:, to:, backwards:, limit: }, changes: }
          apply(changes)
          found = @transaction.page(bytes(from), bytes(to), backwards: backwards, limit: limit)
          return found.map { |key, value| [hex(key), hex(value)] }
        end
        nil
      end

      def finish(keep, changes)
        transaction = @transaction
        @transaction = nil
        applied = false
        apply(changes, transaction)
        applied = true
        transaction.finish(keep: keep)
        nil
      ensure
        transaction.finish(keep: false) unless applied
      end

      def apply(changes, transaction = @transaction)
        return if changes.empty?

        transaction.change(changes.to_h { |change| [bytes(change[:key]), change[:value] && bytes(change[:value])] })
      end

      def bytes(hex) = [hex].pack("H*")

      def hex(bytes) = bytes&.unpack1("H*")
    end
  end
  private_constant :Store
end
