"""`python -m partnerkit` is the command line of partnerkit: `demo`, `--help`."""

import sys

from . import _native

if __name__ == "__main__":
    sys.exit(0 if _native.command_line(["python -m partnerkit", *sys.argv[1:]]) else 1)
