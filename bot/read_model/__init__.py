"""What questions read: results as of a moment, and all-time tables."""
