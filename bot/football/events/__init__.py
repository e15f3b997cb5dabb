"""What happened between two observations of the same match."""
