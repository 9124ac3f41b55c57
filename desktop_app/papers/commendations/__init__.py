"""Papers of commendations."""
