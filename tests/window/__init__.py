"""Tests that drive the whole window as a person would, then look in the file."""
