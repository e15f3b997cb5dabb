"""Wikitext into matches, ties and draws; no network, no database."""
