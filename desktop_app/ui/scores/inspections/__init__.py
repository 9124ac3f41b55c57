"""Inspections of units: what was found, and what it did to the scores."""
