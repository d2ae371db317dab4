"""The files of a site's content folder: find, read and write them.

`folders` knows where files lie and finds briefs. `files` reads and writes whole files, `text_files` those with text.
`library` reads briefs, people.yaml and the texts about stories. `raw_articles` reads raw articles for the checks of
quotes. `published` reads and writes published.json, the record of what readers have.
"""
