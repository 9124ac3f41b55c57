"""Papers of scoring."""
