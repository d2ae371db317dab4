"""Pelican's settings as a site of newsbrief's needs them; what a site says of itself stands in its own pelican.conf.py.

Its first line is `from newsbrief.publish.site import *`: an update of newsbrief may need other ones, and touches no
file of the site. Whatever the site sets below that line holds.
"""

from __future__ import annotations

import os

import newsbrief
from newsbrief import publish

# --- What is read ---------------------------------------------------------------------------------------------------
PATH = "content"
ARTICLE_PATHS = ["briefs"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
# content/raw is never published, not even when a brief links into it.
ARTICLE_EXCLUDES = ["raw"]
PAGE_EXCLUDES = ["raw"]
STATIC_EXCLUDES = ["raw", "briefs"]
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = ""
FILENAME_METADATA = ""
# A date in the future is the writer's business; what must wait has an `embargo`.
WITH_FUTURE_DATES = True

# --- Where it goes --------------------------------------------------------------------------------------------------
OUTPUT_PATH = "output"
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
TAG_URL = "topics/{slug}/"
CATEGORY_URL = "sections/{slug}/"
AUTHOR_URL = "authors/{slug}/"

# --- What newsbrief writes in Pelican's stead: lists and feeds, from its own page models ----------------------------
PLUGINS = [publish]
NEWSBRIEF_PUBLISH = os.environ.get("NEWSBRIEF_PUBLISH") == "1"
DIRECT_TEMPLATES: list[str] = []
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
# Files named alike are not translations of one another.
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None

# --- How it looks ---------------------------------------------------------------------------------------------------
THEME = newsbrief.THEME
# The style and script are joined by newsbrief; these folders are copied as they are.
THEME_STATIC_PATHS = ["static/icons"]
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

# --- Builds do not remember: the same content gives the same bytes --------------------------------------------------
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
