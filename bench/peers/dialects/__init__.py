"""The same briefs in the form that each generator reads, with its settings and the small theme in its language."""
