# frozen_string_literal: true

require "ffi"

# What UniFFI wrote, loaded with three things of its own seen to.
module PartnerkitMobile
  # Where it attaches the functions of the library. Defined first, so that what it asks of FFI is asked here.
  module UniFFILib
    # The calls that may wait, for a disk or for another thread: other threads of Ruby run meanwhile.
    WAITS = /_method_nativesystem_|_constructor_nativesystem_(open|with_map)\z|_func_(write_rejected|run_case|run_map_case)\z/

    # The library lies in the gem, or where `PARTNERKIT_LIBRARY` says.
    def self.ffi_lib(name)
      path = ENV.fetch("PARTNERKIT_LIBRARY") { File.expand_path("native/#{FFI.map_library_name(name)}", __dir__) }
      unless File.file?(path)
        raise LoadError, "partnerkit has no library for #{RUBY_PLATFORM}: #{path} is missing. " \
                         "Build it with bindings/mobile/ruby/build, or name one in PARTNERKIT_LIBRARY."
      end
      super(path)
    end

    def self.attach_function(name, parameters, returned)
      super(name, parameters, returned, { blocking: WAITS.match?(name) })
    end
  end
end

require_relative "generated/partnerkit_mobile"

module PartnerkitMobile
  # UniFFI writes a text as an array of its bytes, which takes a file of ten megabytes to half a gigabyte.
  class RustBufferBuilder
    def write(value)
      reserve(value.bytesize) { @rust_buf.data.put_bytes(@rust_buf.len, value) }
    end
  end
end
