"""The form of a record: its frame and pages, its fields, and the dialogs made of them."""
