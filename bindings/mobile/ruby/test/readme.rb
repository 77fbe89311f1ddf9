# frozen_string_literal: true

# Runs the examples of README.md, one after the other, in a folder of their own.

require "tmpdir"
require "stringio"

here = File.expand_path("..", __dir__)
$LOAD_PATH.unshift File.join(here, "lib")
readme = File.read(File.join(here, "README.md"))
examples = readme.scan(/^```ruby\n(.*?)^```$/m) { |(code)| (@examples ||= []) << [code, $~.pre_match.count("\n") + 2] } && @examples
abort "README.md has no examples" unless examples

Dir.mktmpdir do |folder|
  File.write(File.join(folder, "partners.csv"), "name,email\nPantry,pantry@pantry.example\nShelter,shelter@shelter.example\n")
  File.write(File.join(folder, "sorted_map.rb"), File.read(File.join(here, "test/sorted_map.rb")))
  Dir.chdir(folder) do
    said = $stdout
    $stdout = StringIO.new
    examples.each do |code, line|
      # What a line says of its value is so.
      code = code.gsub(/^(Partnerkit\..*?)\s+# (true|\{.*\})$/) { "(#{$1}) == (#{$2}) or raise 'README.md says #{$2.tr("'", "")}'" }
      eval(code, TOPLEVEL_BINDING, "README.md", line) # rubocop:disable Security/Eval
    end
    $stdout = said
  end
end
puts "#{examples.size} examples"
