"""An editor's morning: the desk's briefs gone through question by question, a key each.

`questions` says what is asked of a brief, `answers` what an answer makes of it, `session` which key does what, `screen`
how it looks in so many columns and lines: all plain data. Only `terminal` knows prompt_toolkit.
"""
