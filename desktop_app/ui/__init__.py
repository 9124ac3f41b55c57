"""What is on the screen: the window, its tabs, and the pieces they share (PySide6)."""
