"""EDTF dates (ISO 8601-2), which front matter uses: the days that they cover, their words, and their headings."""
