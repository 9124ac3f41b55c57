"""Papers about units and people."""
