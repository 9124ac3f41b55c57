"""The ranking of a round: the board of the cluster, ties, and its papers."""
