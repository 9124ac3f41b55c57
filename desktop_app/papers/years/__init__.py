"""Papers of the cluster and its year."""
