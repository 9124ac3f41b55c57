"""Measurements, run by hand: `python3 -m tests.benchmarks.first_paint`."""
