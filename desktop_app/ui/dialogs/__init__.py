"""Dialogs that belong to the whole window and to no tab."""
