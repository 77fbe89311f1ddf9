# frozen_string_literal: true

module Partnerkit
  # What keeps a system of the native part alive, and who lets it go: `close`, or the collector.
  #
  # UniFFI frees it in a finalizer. Those may run where no lock may be taken, and freeing a store in Ruby takes one, so here the
  # finalizer only tells a thread to.
  module Handle
    FOUND = Queue.new
    LOCK = Mutex.new
    private_constant :FOUND, :LOCK

    module_function

    # Takes over from UniFFI: `native` is freed when `owner` is collected.
    def take_over(native, owner)
      ObjectSpace.undefine_finalizer(native)
      handle = native.instance_variable_get(:@handle)
      ObjectSpace.define_finalizer(owner, telling(handle))
      # A thread does not live on in the child of a fork.
      LOCK.synchronize { @thread = Thread.new { loop { free(FOUND.pop) } } unless @thread&.alive? }
    end

    # Frees `native` now.
    def release(native, owner)
      ObjectSpace.undefine_finalizer(owner)
      free(native.instance_variable_get(:@handle))
    end

    # Not a closure within `take_over`: it would hold the owner.
    def telling(handle) = proc { FOUND << handle }

    def free(handle) = PartnerkitMobile::NativeSystem.uniffi_define_finalizer_by_handle(handle, nil).call(nil)

    private_class_method :telling, :free
  end
  private_constant :Handle
end
