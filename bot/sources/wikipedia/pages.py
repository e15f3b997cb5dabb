"""Which page of Wikipedia is about which club: wikipedia_pages.csv of the facts."""

from __future__ import annotations

from bot.sources.csv_rows import read_rows


def read_pages(text: str, *, file: str) -> tuple[tuple[str, str], ...]:
    """wikipedia_pages.csv: the title of a page, older titles too, and the id of the club; each page once."""
    columns = ("page", "club")
    pages: dict[str, str] = {}
    for row in read_rows(text, file=file, columns=columns, needed=columns):
        page = row.needed("page")
        if page in pages:
            raise row.wrong(f"page stands there twice: {page}")
        pages[page] = row.needed("club")
    return tuple(pages.items())
