"""What the clock asks: watch matches, tell the followers."""
