// Which of the packages with a native part is this machine's.
'use strict';

/** The name of this platform, as in `linux-x64-gnu`. */
module.exports = function platform() {
  const { platform: system, arch } = process;
  if (system !== 'linux') return system === 'win32' ? `win32-${arch}-msvc` : `${system}-${arch}`;
  // Only glibc says its version; where there is none, it is musl (Alpine).
  const { glibcVersionRuntime } = process.report.getReport().header;
  return `linux-${arch}-${glibcVersionRuntime ? 'gnu' : 'musl'}`;
};
