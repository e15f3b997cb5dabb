"""What an owner does beside answering: checking, exporting, backup, rebuilding the snapshot."""
