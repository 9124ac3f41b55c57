"""The home tab: where the year stands."""
