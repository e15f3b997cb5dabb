"""What is kept of chats: settings, followers, inbox and outbox. Personal."""
