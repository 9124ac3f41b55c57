"""Grids in a form: the parts of a record as rows that are typed, pasted and moved."""
