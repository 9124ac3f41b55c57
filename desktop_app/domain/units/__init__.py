"""Units, people, and how both change over time."""
