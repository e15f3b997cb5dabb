"""Where results come from: one module per source, all of one shape."""
