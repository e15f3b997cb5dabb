"""A season as of a moment: what has been played by then, and what is to come."""
