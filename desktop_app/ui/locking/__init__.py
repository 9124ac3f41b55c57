"""The password of a file: asked for, set, changed, taken off; the window locked and unlocked."""
