"""The steps of a build, in order: scan, read (facts), index and plan, keys, render, commit."""
