# frozen_string_literal: true

module Partnerkit
  # A refusal or a failure: nothing was done. Each category has a class of its own.
  class Error < StandardError
    # @return [String] the stable code of the first reason; it is never renamed
    attr_reader :code
    # @return [String] what kind of "no" it is
    attr_reader :category
    # @return [Hash{Symbol => Object}] the parameters of the first reason
    attr_reader :params
    # @return [Array<Hash>] every reason, all of the same standing, each with its sentences
    attr_reader :reasons

    # @param wire [Hash{Symbol => Object}] the error as it stands on the wire
    def initialize(wire)
      super(wire[:message])
      @code, @category, @params, @reasons, @retryable = wire.values_at(:code, :category, :params, :reasons, :retryable)
    end

    # @return [Boolean] whether the same call may succeed when simply made again
    def retryable? = @retryable

    # @return [String] all reasons, in a language and for `:staff` or `:partner`
    def sentence(language: :en, audience: :staff) = Partnerkit.sentence(reasons, language: language, audience: audience)
  end

  # The input itself is wrong, whatever the state.
  class InvalidInput < Error; end

  # The input is fine; the rules say no in this state.
  class Rejected < Error; end

  # Somebody else was there first, or holds what was asked for.
  class Conflict < Error; end

  # It does not exist, or it belongs to somebody else.
  class NotFound < Error; end

  # The store failed; nothing was written. What a store in Ruby raised is the cause.
  class StoreError < Error; end

  # A mistake in this library or in a store. Please report it.
  class Bug < Error; end

  # The class of each category.
  BY_CATEGORY = {
    "invalid_input" => InvalidInput, "rejected" => Rejected, "conflict" => Conflict, "not_found" => NotFound,
    "store" => StoreError, "bug" => Bug
  }.freeze
  private_constant :BY_CATEGORY
end
