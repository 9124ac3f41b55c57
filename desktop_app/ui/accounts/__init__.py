"""The people who work with the file: signing in, and who may do what."""
