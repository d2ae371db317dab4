"""The desk: from raw articles to briefs, and briefs up to date with raw articles that changed.

`ingest` does it for whole files: `raw_files` finds and reads them, `drafting` makes the brief of each article with
`compose`, `dating` and `remarks`, and `filing` writes it: as a new file, which `file_names` names, or into the brief
that exists, with `updating`. `origins` knows which brief was made from which article. `records` has what these modules
pass to each other. `inspection` looks at a brief as the desk would read it, for `newsbrief.check`.
"""
