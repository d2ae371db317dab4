"""Feeds: which there are, what is in them, and their forms. Only what is published; every address is absolute."""

from newsbrief.site.render.feeds.forms import Channel, Item, atom, json_feed, rss

__all__ = ["Channel", "Item", "atom", "json_feed", "rss"]
