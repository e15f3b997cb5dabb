"""Two clubs, the matches between them in one round, and who goes through."""
