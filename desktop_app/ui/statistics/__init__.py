"""Statistics on the screen: the question, its table and bars, and the records behind a figure."""
