"""Backups: made beside the live file, checked before they count, thinned out, brought back."""
