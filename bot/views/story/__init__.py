"""The story of the night: which sentences tell it, with which facts, in which order."""
