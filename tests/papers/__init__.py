"""What each paper says, read from its blocks: no page, no file."""
