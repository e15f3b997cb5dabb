"""ESPN's site API, which feeds espn.com: live matches with scorers, red cards and shoot-outs; no key."""
