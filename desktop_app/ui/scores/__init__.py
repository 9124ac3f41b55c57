"""The views of scoring in the tab of compacts."""
