"""The tests; `python3 -m tests` prepares the environment and runs them."""
