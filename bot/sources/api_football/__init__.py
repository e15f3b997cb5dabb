"""API-Football v3: live matches with scorers and red cards, for whoever has a key."""
