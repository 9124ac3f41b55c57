"""The criteria of a year: their tree, where they come from, and one criterion in hand."""
