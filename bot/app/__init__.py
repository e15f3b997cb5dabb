"""The parts put together: to serve Telegram, to chat in a terminal, to answer once."""
