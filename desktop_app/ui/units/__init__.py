"""The tab of units, people, periods and the secretariat."""
