"""What is worth telling of a night."""
