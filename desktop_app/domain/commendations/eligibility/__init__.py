"""Whether a nomination meets the conditions of its award: rules as data, one small check each."""
