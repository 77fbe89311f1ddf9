# frozen_string_literal: true

require_relative "partnerkit/native"
require_relative "partnerkit/tables"
require_relative "partnerkit/errors"
require_relative "partnerkit/wire"
require_relative "partnerkit/rules"
require_relative "partnerkit/system"

# The rules between an essentials bank and its partner agencies.
#
#   Partnerkit.open("bank.db") do |system|
#     bank = system.create_bank(name: "Pawnee Diaper Bank", email: "office@bank.example")
#     bank.import_partners("partners.csv")
#   end
#
# Answers are frozen hashes with symbols for keys; words in them are strings. What is given may be symbols, strings, times and
# dates. What is refused is raised: see {Error}.
module Partnerkit
  extend Rules

  # The version of the library.
  VERSION = Tables::VERSION

  class << self
    # Keeps everything in an SQLite file, which is made if it is not there, unless it is only to be read. With a block the
    # system is closed at its end.
    #
    # @return [System, Object] the system, or what the block gives
    def open(path, read_only: false, &block) = given(made(:open, File.path(path), read_only), &block)

    # Keeps everything in memory.
    def memory(&block) = given(made(:memory), &block)

    # Keeps everything in a store written in Ruby. See README.md, "Stores in Ruby".
    def using(store, &block) = given(made(*Store.native(store)), &block)

    private

    def made(constructor, *given)
      System.new(Wire.ask { PartnerkitMobile::NativeSystem.public_send(constructor, *given) })
    end

    def given(system)
      return system unless block_given?

      begin
        yield system
      ensure
        system.close
      end
    end
  end
end
