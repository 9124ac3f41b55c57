"""Files that are kept with a record: on their way in, in their table, and out again."""
