"""What the words of an emulation cluster mean: records, states and rules in plain Python."""
