"""Designs of certificates, their printing in one batch, and the book of pre-printed sheets."""
