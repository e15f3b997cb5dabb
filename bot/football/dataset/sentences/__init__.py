"""What holds of the data, in sentences."""
