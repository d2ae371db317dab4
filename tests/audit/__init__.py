"""Whole sites judged: by programs that others wrote, by measuring, and by using them. See `make audit`."""
