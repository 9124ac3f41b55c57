"""The compact and what grows out of it."""
