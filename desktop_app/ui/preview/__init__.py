"""The page pane and the ways out of it: printer, PDF, Word."""
