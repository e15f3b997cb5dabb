"""UEFA's match API, which feeds uefa.com: every European match with scorers, red cards and shoot-outs."""
