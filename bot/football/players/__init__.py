"""Who scored, how often, and the records."""
