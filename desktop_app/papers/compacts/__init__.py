"""Papers of the compact."""
