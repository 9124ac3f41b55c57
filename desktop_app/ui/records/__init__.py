"""The list, its model and filter, the form and its fields, shared by all tabs."""
