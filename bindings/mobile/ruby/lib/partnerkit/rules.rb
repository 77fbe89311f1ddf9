# frozen_string_literal: true

module Partnerkit
  # Questions that need no store. What every screen asks is looked up in {Tables} and never leaves Ruby.
  module Rules
    # Whether a partner may do something: a yes of the table, or a look at it.
    #
    # @param partner [Hash] with `:status`, `:prior` if it is deactivated, and `:approved_at` or `:approved_before`
    # @param capability [Symbol, String]
    # @return [Boolean]
    def can?(partner, capability) = Tables::IS_YES[capable(partner, capability).to_sym]

    # The table's own answer: `"yes"`, `"no"` or `"read_only"`.
    def capable(partner, capability) = cell(Tables::CAPABLE, capability, partner)

    # What becomes of a partner by an action: `{moved: {status:, prior:, approved_before:}}`, `{gone: true}` or
    # `{refused: code, instead: action or nil}`.
    #
    # @return [Hash]
    def move(partner, action)
      never, before = cell(Tables::MOVES, action, partner)
      approved = partner[:approved_before]
      approved = !partner[:approved_at].nil? if approved.nil?
      Tables::OUTCOMES[approved ? before : never]
    end

    # What people read in place of a word: `label(:status, :invited, language: :es)`.
    #
    # @return [String]
    def label(list, word, language: :en)
      Tables::LABELS.dig(language.to_sym, list.to_sym, word.to_sym) ||
        (raise Wire.invalid("no label is known for #{list} #{word} in #{language}"))
    end

    # Which actions an actor may take on a partner, by the transition table and its role.
    #
    # @return [Array<String>]
    def allowed_actions(actor, partner)
      native(:allowed_actions, Wire.encode(actor), Wire.encode(partner)).freeze
    end

    # For each item whether the partner may request it, by which rule, and every reason for a no. All is given, nothing looked up.
    #
    # @return [Array<Hash>]
    def permitted(bank:, partner:, items:, today:, group: nil, categories: [])
      asked = { bank: bank, partner: partner, items: items, today: today, group: group, categories: categories }
      Wire.decode(native(:permitted, Wire.encode(asked)))
    end

    # All reasons in one text, in a language and for `:staff` or `:partner`.
    #
    # @return [String]
    def sentence(reasons, language: :en, audience: :staff)
      # What else stands in a reason are its sentences, and this asks for those.
      plain = reasons.map { |reason| reason.slice(:code, :params, :field, :section, :line) }
      native(:sentence, Wire.encode(plain), language.to_s, audience.to_s)
    end

    # The id of the person at an address.
    def person_id(address) = native(:person_id, address)

    # Everything there is to know about the rules.
    #
    # @return [Hash]
    def describe = Wire.decode(native(:describe))

    # Reads a list again and writes its rejected rows as CSV to a path where no file is yet.
    #
    # @param report [Hash] what its import or preview said
    # @return [Integer] how many rows
    def write_rejected(list, report, to:, language: nil)
      Wire.ask { PartnerkitMobile.write_rejected(File.path(list), Wire.encode(report), File.path(to), language&.to_s) }
    end

    private

    def native(name, *given)
      PartnerkitMobile.public_send(name, *given)
    rescue PartnerkitMobile::Invalid::Text => e
      raise Wire.invalid(e.detail)
    end

    # The cell of a table for where a partner stands.
    def cell(table, row, partner)
      status = partner[:status].to_sym
      prior = status == :deactivated ? (partner[:prior] || :none).to_sym : :none
      table.dig(row.to_sym, status, prior) || (raise Wire.invalid("no #{row} is known for a partner that is #{status}"))
    end
  end
end
