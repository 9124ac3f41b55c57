"""The score sheets of a round: the grid, its steps, the workbooks that go out and come back."""
