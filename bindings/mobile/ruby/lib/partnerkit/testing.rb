# frozen_string_literal: true

require_relative "../partnerkit"

module Partnerkit
  # Certifies stores written in Ruby: the same cases that every store of the library is held to.
  module Testing
    # A store breaks promises.
    class BrokenPromises < StandardError; end

    module_function

    # @return [Array<String>] every promise, by its theme and name
    def cases = PartnerkitMobile.cases.freeze

    # Checks one promise on a fresh, empty store. What is asked of an ordered map comes from a thread of the kit's own.
    #
    # @return [String, nil] what is wrong
    def broken(name, store)
      number = cases.index(name) || raise(ArgumentError, "there is no case #{name}")
      constructor, asked = Store.native(store)
      return PartnerkitMobile.run_case(number, asked) if constructor == :with_store

      turns = Turns.new(asked)
      begin
        PartnerkitMobile.run_map_case(number, turns)
      ensure
        turns.stop
      end
    end

    # Checks every promise, each on a fresh store that the block makes.
    #
    # @param names [Array<String>] only these
    # @return [Integer] how many there are
    # @raise [BrokenPromises] with all that are broken
    def check_store(names = cases)
      broken = names.filter_map { |name| (what = broken(name, yield)) && "#{name}: #{what}" }
      return names.size if broken.empty?

      raise BrokenPromises, "#{broken.size} of #{names.size} promises are broken:\n#{broken.join("\n")}"
    end

    # Some cases ask from many threads of Rust's, and each question of those comes on another thread of Ruby's; those of a
    # program's own threads do not. So that a transaction stays on one thread, as it does in a program, one answers them all.
    class Turns
      def initialize(asked)
        @questions = Queue.new
        @thread = Thread.new do
          while (text, answers = @questions.pop)
            answers << answer(asked, text)
          end
        end
      end

      def call(text)
        answers = Queue.new
        @questions << [text, answers]
        answer = answers.pop
        answer.is_a?(Exception) ? (raise answer) : answer
      end

      def stop
        @questions.close
        @thread.join
      end

      private

      def answer(asked, text)
        asked.call(text)
      rescue PartnerkitMobile::HostFailure::Failed => e
        e
      end
    end
    private_constant :Turns
  end
end
