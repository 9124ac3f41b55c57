"""What each newer version of the data file added, as the SQL that was true on its day."""
