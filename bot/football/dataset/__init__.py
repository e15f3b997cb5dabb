"""Making the results database: deriving, merging, and sentences that hold of the data."""
