"""How messages travel: the local Telegram and its doors."""
