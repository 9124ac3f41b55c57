"""The tab of compacts."""
