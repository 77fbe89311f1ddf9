# frozen_string_literal: true

require_relative "view"

module Partnerkit
  # One actor's view of one bank, with a method for every command and question ({BankCalls}).
  class Bank < View
    include BankCalls

    # How far an import is: partners and bytes read so far, and the bytes of the whole file, or nil.
    Progress = Struct.new(:rows, :bytes, :total, keyword_init: true)

    # @return [String] the id of the bank
    def id = actor.fetch(:bank)

    # Somebody else's view of the same bank: `bank.as(role: :partner_user, partner: id, person: person)`.
    def as(**actor) = self.class.new(@system, { bank: id, **actor }, **@head.slice(:language))

    # Why a partner may or may not do something, and the steps that lead to a yes.
    #
    # @param partner [Hash, String] the partner or its id
    # @param capability [Symbol, String]
    # @return [Hash] the explanation, with `:allowed`
    def explain(partner, capability)
      id = partner.is_a?(Hash) ? partner.fetch(:id) : partner
      explanation = explain_capability(partner: id, capability: capability)
      { **explanation, allowed: Tables::IS_YES.fetch(explanation[:answer].to_sym) }.freeze
    end

    # Takes in commands that somebody recorded without the bank. Each is carried out once, however often it is handed over; one
    # that was decided on what has moved since is not carried out.
    #
    # @param commands [Array<Hash>] at most 1,000, each with `:id`, `:command` and, if it matters, what was `:seen`
    # @return [Array<Hash>] an answer for each, in the same order
    def sync(commands) = send_message(:sync, commands)

    # Imports a list of partners: once, ever. A second import is given the receipt of the first.
    #
    # @param list [String, Pathname, IO] a path, or something open that is read to its end
    # @param key [String] repeats of the same import carry the same
    # @yieldparam progress [Progress] every 64 KiB; false, or leaving the block, cancels: nothing is imported
    # @return [Hash] the receipt and the report
    def import_partners(list, key: nil, &block) = importing(list, { content: "", key: key }.compact, block)

    # Does everything an import does but for the import. Parameters as those of {#import_partners}.
    #
    # @return [Hash] the report
    def preview_import(list, &block) = importing(list, { content: "", preview: true }, block)

    # Writes partners as CSV to a path where no file is yet.
    #
    # @param to [String, Pathname]
    # @param columns [Array<Symbol>] which, in this order; all if left out
    # @param filter [Hash] which partners; all but the deactivated if left out
    # @return [Hash] how many
    def export_partners(to:, columns: nil, filter: nil)
      export = { actor: actor, columns: columns, filter: filter }.compact
      @system.call_native(:export_partners, Wire.encode(export), File.path(to), @head[:language]&.to_s)
    end

    # Writes everything there is of the bank to a path where no file is yet. {System#read_in} reads it.
    def write_out(to:) = @system.call_native(:write_out, id, File.path(to), @head[:language]&.to_s)

    # Does what is due by now: deadlines, reminders, recertifications.
    def run_due = scheduler.__send__(:send_message, :run_due, {})

    # Hands out messages to deliver. Nobody else gets them for `lease_seconds`.
    #
    # @param link [String] the page that lets invited people in, with `{token}` where the token goes
    # @return [Array<Hash>]
    def claim(limit:, lease_seconds: 300, link: "")
      claim = { lease_seconds: lease_seconds, limit: limit, link: link }
      scheduler.__send__(:send_message, :outbox, { claim: claim })[:claimed]
    end

    # Notes how attempts to deliver went.
    #
    # @return [Array<Hash>] what was noted, in the order of the outcomes
    def settle(outcomes) = scheduler.__send__(:send_message, :outbox, { settle: { outcomes: outcomes } })[:settled]

    private

    def scheduler = self.class.new(@system, { role: "scheduler", bank: id }, **@head.slice(:language, :at))

    def importing(list, import, block)
      listener = block && Listener.new(block)
      text = Wire.encode(message(:import, import))
      done = call_importing(list, text, listener)
      # The import was over before it could be cancelled; what the block raised is told all the same.
      listener&.raised ? (raise listener.raised) : done
    rescue Error => e
      raise listener&.raised || e
    end

    def call_importing(list, text, listener)
      path = list.respond_to?(:to_str) || (list.respond_to?(:to_path) && !list.is_a?(IO))
      return @system.call_native(:import_file, text, File.path(list), listener) if path

      @system.call_native(:import_bytes, text, list.read.b, listener)
    end

    # Tells a block how far an import is. Nothing that the block does may unwind what called it.
    class Listener
      # @return [Exception, nil] what the block raised
      attr_reader :raised

      def initialize(block)
        @block = block
      end

      def on_progress(rows, bytes, total)
        ended = false
        go_on = @block.call(Progress.new(rows: rows, bytes: bytes, total: total))
        ended = true
        go_on != false
      rescue Exception => e # rubocop:disable Lint/RescueException -- it goes on when the call is over
        @raised = e
        ended = true
        false
      ensure
        # `break` and `throw` end here: they would skip the library's own clearing up.
        return false unless ended # rubocop:disable Lint/EnsureReturn
      end
    end
    private_constant :Listener
  end
end
