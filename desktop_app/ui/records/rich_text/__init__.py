"""Typed text with headings, lists and tables: its editor, and what is pasted into it."""
