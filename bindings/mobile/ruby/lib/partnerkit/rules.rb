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
      Tables::OUTCOMES[approved_before?(partner) ? before : never]
    end

    # What an action on a partner would do, taken with these words (the note of "ask for changes", the reason of "deactivate"),
    # without a store: for apps that keep partners in tables of their own. The actor is taken to be of the partner's bank.
    # Submitting also needs a profile that may be submitted, which is not asked here. A yes without words is looked up in {Tables};
    # the library itself says why not, and what it makes of words.
    #
    # @param partner [Hash] with `:id`, `:name` and `:status`; `:prior` if it is deactivated, `:approved_at` or `:approved_before`;
    #   and where it is so, `:new_contact` (since it was invited last), `:has_login` (its contact) and `:has_history` (requests or
    #   distributions, whatever their state)
    # @param by [Hash] who takes it: `{ role: :bank_staff, bank: id, person: id }`
    # @return [Hash] `{event:, standing:, message:}`; without a standing it is gone, without a message nobody is told
    # @raise [Error] with every reason there is
    def decide(partner, action, by:, words: nil, language: nil)
      decided = decided_by_table(partner, action, by) if words.nil?
      return { event: event(partner, action, decided[:standing]), **decided }.freeze if decided

      standing = { status: partner[:status], prior: partner[:prior], approved_before: approved_before?(partner) }
      known = partner.slice(:name, :new_contact, :has_login, :has_history).merge(partner: partner[:id], standing: standing)
      asked = { case: known, action: action, by: by, words: words, language: language }.compact
      Wire.ask { PartnerkitMobile.decide(Wire.encode(asked)) }
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

    def approved_before?(partner) = partner.fetch(:approved_before) { !partner[:approved_at].nil? }

    # What is decided if the tables say yes; nil if they do not.
    def decided_by_table(partner, action, by)
      role = by[:role].to_sym
      return unless Tables::MAY_ACT.dig(action.to_sym, role)
      return if role == :partner_user && !by[:partner].to_s.casecmp?(partner[:id].to_s)

      place = approved_before?(partner) ? 1 : 0
      place += 2 if partner[:new_contact]
      place += 4 if partner[:has_login]
      place += 8 if partner[:has_history]
      number = cell(Tables::DECISIONS, action, partner)[place]
      number && Tables::DECIDED[number]
    end

    def event(partner, action, standing)
      return { partner_removed: { partner: partner[:id] }.freeze }.freeze unless standing

      moved = { partner: partner[:id], action: action.to_s, from: partner[:status].to_s, to: standing[:status] }
      { partner_moved: moved.freeze }.freeze
    end

    # The cell of a table for where a partner stands.
    def cell(table, row, partner)
      status = partner[:status].to_sym
      prior = status == :deactivated ? (partner[:prior] || :none).to_sym : :none
      table.dig(row.to_sym, status, prior) || (raise Wire.invalid("no #{row} is known for a partner that is #{status}"))
    end
  end
end
