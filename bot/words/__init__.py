"""Every sentence that is shown in a chat, one module per language."""
