"""The cluster and its periods: roles, rotation, numbers of papers, the year at a glance."""
