"""Going through briefs, a key each."""
