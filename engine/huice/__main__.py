"""`python -m huice`."""

import sys

from huice.cli import main

if __name__ == "__main__":
    sys.exit(main())
