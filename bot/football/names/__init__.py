"""Which club is meant, whatever the spelling; and what names are made of."""
