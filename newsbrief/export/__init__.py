"""Timelines for other programs: plain JSON, TimelineJS 3, iCalendar. Page models in, text out."""
