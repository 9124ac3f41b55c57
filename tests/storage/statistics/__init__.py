"""What the file counts by itself."""
