"""Uitslagbot: European club football, answered in a chat."""
