"""Make-believe: a local Telegram, local sources, the console; only `app` and tests import it."""
