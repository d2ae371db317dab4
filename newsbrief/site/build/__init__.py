"""The steps of a build that know no page: scan, store, keys, workers, commit."""
