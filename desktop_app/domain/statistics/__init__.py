"""Statistics of a cluster: what is asked, what is counted, and the one table of the answer."""
