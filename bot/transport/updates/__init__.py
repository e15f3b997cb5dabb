"""What Telegram brings: updates as it writes them, read into the few facts that this bot uses."""
