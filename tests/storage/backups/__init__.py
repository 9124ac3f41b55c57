"""Backups of the data file."""
