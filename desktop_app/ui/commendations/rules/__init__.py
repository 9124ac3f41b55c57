"""What a commendation rests on: the catalogue, conditions, quotas, restrictions, and the money."""
