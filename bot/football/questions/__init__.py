"""What somebody typed, taken apart."""
