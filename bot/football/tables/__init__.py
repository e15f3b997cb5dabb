"""Groups and league phases."""
