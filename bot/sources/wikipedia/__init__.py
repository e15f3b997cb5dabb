"""The English Wikipedia: articles about a season, read with `reading.page.read_page`."""
