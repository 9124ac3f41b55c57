"""The tab of nominations, submissions, decisions and the catalogue."""
