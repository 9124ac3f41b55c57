"""Letters of Vietnamese that came in wrong: found, shown, and put right."""
