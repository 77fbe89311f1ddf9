# frozen_string_literal: true

require "date"
require "json"
require "set"
require "time"

module Partnerkit
  # Values as text and back. What JSON would change without a word is refused instead.
  module Wire
    RAISED = :partnerkit_raised
    private_constant :RAISED

    module_function

    # @return [String] a message as text
    def encode(message)
      JSON.generate(plain(message))
    rescue JSON::GeneratorError, EncodingError => e
      raise invalid(e.message)
    end

    # @return [Object] what a text holds, frozen, with symbols for keys
    def decode(text) = JSON.parse(text, symbolize_names: true, freeze: true)

    # Makes a call of the native part whose answer is text. What the host's own code raised meanwhile is the cause.
    #
    # @return [Object] what the answer says yes to
    def ask
      text, raised = watching do
        yield
      rescue PartnerkitMobile::Invalid::Text => e
        raise invalid(e.detail)
      rescue PartnerkitMobile::Refused::Answer => e
        e.answer
      rescue PartnerkitMobile::InternalError => e
        raise failure("bug", { detail: e.message })
      end
      return text unless text.is_a?(String)

      taken(decode(text), raised)
    end

    # Keeps what the host's own code raised until it can go on: not through frames that are not Ruby's.
    def raised(error)
      Thread.current.thread_variable_set(RAISED, error) unless Thread.current.thread_variable_get(RAISED)
    end

    # @return [InvalidInput] the error for what cannot be a message at all
    def invalid(detail) = failure("wire_invalid", { detail: detail })

    def failure(code, params)
      reason = { code: code, params: params }
      said = { staff: Partnerkit.sentence([reason]), partner: Partnerkit.sentence([reason], audience: :partner) }
      wire = { code: code, params: params, reasons: [reason.merge(said)], message: said[:staff] }
      error(wire.merge(Tables::CODES.fetch(code.to_sym)))
    end

    def error(wire) = BY_CATEGORY.fetch(wire[:category]).new(wire)

    def taken(answer, raised)
      return answer[:ok] if answer.key?(:ok)
      # An interrupt and its like are nobody's failure.
      raise raised if raised && !raised.is_a?(StandardError)

      said = answer[:cause]
      raise error(answer[:error]), cause: said && (raised || RuntimeError.new(said))
    end

    # One call may be made within another, by a store that has a system of its own: each has its own.
    def watching
      outer = Thread.current.thread_variable_get(RAISED)
      Thread.current.thread_variable_set(RAISED, nil)
      [yield, Thread.current.thread_variable_get(RAISED)]
    ensure
      Thread.current.thread_variable_set(RAISED, outer)
    end

    def plain(value)
      case value
      when String, Integer, true, false, nil then value
      when Symbol then value.name
      when Hash then value.to_h { |key, inner| [key.to_s, plain(inner)] }
      when Array, Set then value.map { |inner| plain(inner) }
      when DateTime then value.to_time.getutc.iso8601(6)
      when Time then value.getutc.iso8601(6)
      when Date then value.iso8601
      when Float then value.finite? ? value : (raise invalid("#{value} is no number in JSON"))
      else raise invalid("#{value.class} has no place in a message")
      end
    end

    private_class_method :error, :taken, :watching, :plain
  end
  private_constant :Wire
end
