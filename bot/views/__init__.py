"""How an answer looks: messages, keyboards, the HTML of Telegram."""
