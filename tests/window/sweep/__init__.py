"""What is looked for in every screen and dialog of the window, and the way to all of them."""
