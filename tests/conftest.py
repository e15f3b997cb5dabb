"""What every test may use."""

from __future__ import annotations

import os

# python-telegram-bot warns of what will change in a later version unless it is told to do so already.
os.environ["PTB_TIMEDELTA"] = "true"
# No test answers a real Telegram, whatever stands in the environment.
os.environ.pop("TELEGRAM_BOT_TOKEN", None)
