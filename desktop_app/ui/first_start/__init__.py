"""The first start: choose how to begin, and four short pages for a cluster of one's own."""
