"""A site in Pelican's usual style: the log of an invented harbour. Nothing in it knows newsbrief."""

from pathlib import Path

SITENAME = "Harbour Log"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = str(Path(__file__).resolve().parent / "theme")
STATIC_PATHS = ["images", "extra"]
EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "robots.txt"}}
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
