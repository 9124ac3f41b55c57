"""The dossier of a nomination: its check list, the report of merit, its way, and the pack."""
