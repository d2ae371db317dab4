"""A finished site goes to its readers: what it weighs, where it stands, and how it gets onto its branch."""
