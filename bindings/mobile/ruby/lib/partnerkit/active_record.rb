# frozen_string_literal: true

require "active_record"
require_relative "../partnerkit"

module Partnerkit
  # A store in one table of the host's own database, by way of Active Record. Within a transaction of the host's, everything is
  # part of that: it lasts when the host's commit does.
  #
  #   class PartnerkitEntry < ApplicationRecord
  #     self.primary_key = "key"
  #   end
  #   system = Partnerkit.using(Partnerkit::ActiveRecordMap.new(PartnerkitEntry))
  class ActiveRecordMap
    # A row that is no entry. Whoever writes changes it first, and so waits for whoever else does.
    TURN = "".b.freeze
    private_constant :TURN

    # Makes the table: in a migration, `Partnerkit::ActiveRecordMap.create_table(self, :partnerkit_entries)`.
    def self.create_table(migration, name)
      migration.create_table(name, id: false) do |table|
        table.binary :key, null: false, limit: 1024, primary_key: true
        table.binary :value, null: false, limit: 16_777_215
      end
      migration.execute("INSERT INTO #{name} (key, value) VALUES ('', '')")
    end

    # @param model [Class] a class of Active Record's with the columns `key`, its primary key, and `value`
    def initialize(model)
      @model = model
    end

    def begin_transaction(writes:)
      Transaction.new(@model, writes)
    end

    # The code of a failure: a locked database is one that may be asked again.
    def code_of(error)
      return error.code if error.is_a?(StoreError)

      causes = [error, error.cause].compact.map { |cause| cause.class.name }
      busy = %w[ActiveRecord::LockWaitTimeout ActiveRecord::Deadlocked SQLite3::BusyException]
      "store_busy" if causes.intersect?(busy)
    end

    # A transaction, or a savepoint of the host's own.
    class Transaction
      # How many rows are written in one statement.
      AT_ONCE = 200

      def initialize(model, writes)
        @model = model
        @connection = model.connection
        @connection.begin_transaction(joinable: false, **isolation(writes))
        @model.where(key: TURN).update_all(value: TURN) if writes
      end

      def get(key) = @model.where(key: key).pick(:value)

      def page(from, to, backwards:, limit:)
        @model.where(key: from...to).order(key: backwards ? :desc : :asc).limit(limit).pluck(:key, :value)
      end

      def change(entries)
        removed, kept = entries.partition { |_, value| value.nil? }
        @model.where(key: removed.map(&:first)).delete_all unless removed.empty?
        kept.each_slice(AT_ONCE) do |some|
          @model.upsert_all(some.map { |key, value| { key: key, value: value } })
        end
      end

      def finish(keep:)
        keep ? @connection.commit_transaction : @connection.rollback_transaction
      end

      private

      # One view for all that is read. SQLite has it anyway, and a transaction of the host's keeps what it has.
      def isolation(writes)
        return {} if writes || @connection.transaction_open? || @connection.adapter_name == "SQLite"

        { isolation: :repeatable_read }
      end
    end
    private_constant :Transaction
  end
end
