# frozen_string_literal: true

require_relative "helper"

# Every message of every scenario, sent through Ruby: each answer must be the one Rust gives, to the letter.
class TestScenarios < Minitest::Test
  # 48 bytes as base64: what a token of an invitation looks like.
  TOKEN = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])/

  def test_every_scenario_answers_as_in_rust
    scenarios = replay
    assert @whole, "the transcript is cut short"
    files = Dir[File.expand_path("../../../../tests/scenarios/[0-9]*.json", __dir__)]
    wanted = files.sum { |file| JSON.parse(File.read(file))["scenarios"].size }
    puts "#{scenarios} scenarios, #{@sent} messages"
    assert_equal wanted, scenarios
  end

  private

  def replay
    @sent = 0
    systems = {}
    scenarios = 0
    File.foreach(ENV.fetch("PARTNERKIT_TRANSCRIPT")) do |line|
      line = JSON.parse(line)
      if line.key?("scenario")
        systems.each_value { |talk| talk.system.close }
        systems.clear
        @name = line["scenario"]
        scenarios += 1
      elsif line.key?("open")
        systems[line["open"]] = Talk.new
      elsif line.key?("say")
        @sent += 1
        wanted, given = systems.fetch(line["store"]).say(line["say"], line["answer"])
        assert_equal wanted, given, "#{@name}: #{line["say"]}"
      else
        assert_equal line.fetch("scenarios"), scenarios
        @whole = true
      end
    end
    scenarios
  end

  # One store, and what was said to it.
  class Talk
    attr_reader :system

    def initialize
      @system = Partnerkit.memory
      # Tokens are drawn at random: for each one that Rust drew, the one that was drawn here.
      @ours = {}
      @drawn = 0
    end

    # The answer that was wanted and the one that came, both as data.
    def say(message, answer)
      theirs = JSON.generate(answer)
      given = system.serve(in_ours(filled(message, answer)))
      @ours.update(theirs.scan(TOKEN).zip(JSON.generate(JSON.parse(given)).scan(TOKEN)).to_h)
      # What a driver said is not part of the wire.
      [JSON.parse(in_ours(theirs)), JSON.parse(given).except("cause")]
    end

    private

    def in_ours(text) = text.gsub(TOKEN) { |token| @ours.fetch(token, token) }

    # A host draws ids and times that are missing; Rust's runner counts and stays in 1970.
    def filled(message, answer)
      return message if %w[wire_invalid version_unknown].include?(answer.dig("error", "code"))

      read = JSON.parse(message)
      return message if read.key?("id") && read.key?("at")

      @drawn += 1
      JSON.generate({ "id" => format("%032x", @drawn), "at" => "1970-01-01T00:00:00Z" }.merge(read))
    end
  end
end
