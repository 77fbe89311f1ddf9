# frozen_string_literal: true

require_relative "lib/partnerkit/tables"

Gem::Specification.new do |gem|
  gem.name = "partnerkit"
  gem.version = Partnerkit::Tables::VERSION
  gem.summary = "The rules between an essentials bank and its partner agencies"
  gem.authors = ["The partnerkit authors"]
  gem.licenses = ["MIT", "Apache-2.0"]
  gem.required_ruby_version = ">= 3.1"
  # The library is built for one platform: see `build`.
  gem.platform = Gem::Platform::CURRENT
  gem.files = Dir["lib/**/*", "README.md", base: __dir__]
  # The maintained way to call a library from every Ruby there is; what UniFFI writes stands on it.
  gem.add_dependency "ffi", "~> 1.15"
  gem.metadata["rubygems_mfa_required"] = "true"
end
