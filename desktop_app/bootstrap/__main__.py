"""`python3 -m desktop_app.bootstrap [test|build]`: prepares and prints the Python to use."""

import sys

from desktop_app import bootstrap

sys.exit(bootstrap.main(sys.argv[1:]))
