"""Tests of the first run: every way it can fail, and the way out of each."""
