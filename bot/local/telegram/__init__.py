"""A Telegram of our own: the engine, what the bot and people do in it, and its HTTP door."""
