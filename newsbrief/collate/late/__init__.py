"""A late change: a few briefs come, go or are edited, and of the site only those pages are made that this reaches.

What has to be known of the other briefs stands in the register (`model/register.py`), which `rows` and `standing` keep;
all else of them is asked for when a page shows it. The pages are made by the same functions that make them in a whole
site. `alone` tells whether a change is of the kind that this is right for; any other takes the whole way.
"""
