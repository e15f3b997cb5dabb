"""What a person asks: one module per command."""
