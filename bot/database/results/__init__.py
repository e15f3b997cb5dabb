"""Matches, clubs, draws and finals."""
