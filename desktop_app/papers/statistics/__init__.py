"""Statistics on paper: the table that is on the screen, with its bars."""
