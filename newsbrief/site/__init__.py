"""Briefs to website: scan, facts, index, plan, keys, render, commit (docs/decisions/032-one-way-to-build.md)."""
