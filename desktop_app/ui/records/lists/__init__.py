"""Lists and tables that are looked at: their models, their rows and columns, chips."""
