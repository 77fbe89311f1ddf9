# frozen_string_literal: true

# The simplest ordered map with transactions there is: a hash and its keys in order, copied for each of them.
class SortedMap
  def initialize
    @keys = []
    @values = {}
  end

  def begin_transaction(writes:)
    Transaction.new(@keys.dup, @values.dup) { |keys, values| @keys, @values = keys, values if writes }
  end

  class Transaction
    def initialize(keys, values, &keep)
      @keys, @values, @keep = keys, values, keep
    end

    def get(key) = @values[key]

    def page(from, to, backwards:, limit:)
      range = place(from)...place(to)
      found = backwards ? @keys[range].last(limit).reverse : @keys[range].first(limit)
      found.map { |key| [key, @values[key]] }
    end

    def change(entries)
      entries.each do |key, value|
        if value.nil?
          @keys.delete_at(place(key)) if @values.delete(key)
        else
          @keys.insert(place(key), key) unless @values.key?(key)
          @values[key] = value
        end
      end
    end

    def finish(keep:)
      @keep.call(@keys, @values) if keep
    end

    private

    # Where a key is, or would be.
    def place(key) = @keys.bsearch_index { |other| other >= key } || @keys.size
  end
end
