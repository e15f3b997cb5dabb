"""The rules of football: no I/O, no clock, no Telegram."""
