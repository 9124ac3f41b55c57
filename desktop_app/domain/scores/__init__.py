"""Criteria, score sheets, the formulas that turn figures into points, ranks and inspections."""
