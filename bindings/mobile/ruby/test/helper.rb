# frozen_string_literal: true

$LOAD_PATH.unshift File.expand_path("../lib", __dir__)

require "minitest/autorun"
require "securerandom"
require "pathname"
require "tmpdir"
require "partnerkit"
require "partnerkit/testing"
require_relative "sorted_map"

# Whether this is `tests/run --long`.
LONG = ENV.key?("PARTNERKIT_LONG")

module Fixtures
  # A bank in a system, as its admin sees it.
  def bank_in(system) = system.create_bank(name: "Pawnee Diaper Bank", email: "office@bank.example")

  def list(rows) = StringIO.new("name,email\n" + (1..rows).map { |n| "Shelter #{n},s#{n}@shelter.example\n" }.join)
end

Minitest::Test.include(Fixtures)
