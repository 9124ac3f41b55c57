"""The meaning of the words, tested without file, page or screen."""
