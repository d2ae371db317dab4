"""newsbrief: raw news articles to reviewed Markdown briefs to a static news site."""

__version__ = "0.1.0"
