"""All settings of the site. `newsbrief build` uses them, and so does `pelican content -s pelican.conf.py`."""

import os

# What newsbrief needs of Pelican's settings, and where its theme is. Whatever stands below holds.
from newsbrief.publish.site import *

SITENAME = @@TITLE_IN_PYTHON@@
SITESUBTITLE = "Who said what, and what happened when"
# Of the interface too: "en" and "ko" have words.
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
# The address readers use, without a slash at the end. `newsbrief deploy` finds out that of a page on GitHub by itself;
# with a domain of your own write: SITEURL = "https://news.example"
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
# Where readers report a mistake: an e-mail address, or https://… with {title} and {url} in it. Each page links to it.
NEWSBRIEF_REPORT = ""

# A template of yours in templates/ takes the place of the theme's of the same name:
# THEME_TEMPLATES_OVERRIDES = ["templates"]
