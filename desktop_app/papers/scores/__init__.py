"""Papers of scoring: what units fill in, and what is made of it."""
