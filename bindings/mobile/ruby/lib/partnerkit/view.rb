# frozen_string_literal: true

require_relative "calls"

module Partnerkit
  # What stands for a parameter that was not given; nil means null.
  LEFT_OUT = Object.new.freeze
  private_constant :LEFT_OUT

  # Somebody's view of a system: who speaks, in which language, and if need be when and under which id.
  class View
    # @return [Hash{Symbol => Object}] who speaks
    attr_reader :actor

    def initialize(system, actor, language: nil, at: nil, id: nil)
      @system = system
      @actor = actor.transform_keys(&:to_sym).freeze
      @head = { language: language, at: at, id: id }.compact.freeze
    end

    # The same view in another language, at another time, or with the id that makes a repeated command harmless.
    #
    # @param language [Symbol, String] of the sentences in answers
    # @param at [Time, String] the time of what is said next
    # @param id [String] the command's id
    def with(**head) = self.class.new(@system, actor, **@head, **head)

    # Says what a command would do, and does nothing: `bank.preview(:approve, partner: id)`.
    def preview(command, **body) = send_message(:preview, { command => body })

    private

    def command(name, body = nil) = send_message(:command, content(name, body))

    # A reply holds one value, under its own name.
    def question(name, body = nil) = send_message(:question, content(name, body)).each_value.first

    def content(name, body) = body ? { name => body.reject { |_, value| value.equal?(LEFT_OUT) } } : name

    def message(verb, content) = { actor: actor, **@head, verb => content }

    def send_message(verb, content) = @system.send_message(message(verb, content))
  end

  # The view of the host itself: what belongs to no bank, and making banks.
  class Host < View
    include HostCalls

    # @return [Array<Hash>] what the daily job did in each bank, or what failed there
    def run_due = send_message(:run_due, {})
  end
end
