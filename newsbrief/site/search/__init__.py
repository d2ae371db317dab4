"""The index of the site's search, as files that a browser reads piece by piece; docs/decisions/012-search.md says why.

`search/index.json` is `{"segments": [name, …]}`: people and things first, then briefs from the newest to the oldest. A
segment has a folder of its own:

- `search/<name>/about.json`: `{"version", "size", "counts": [briefs, quotes, dates, people, stories, places,
  organisations, authors], "starts", "often"}`. `version` changes with the segment's files; `often` are terms that stand
  in so many of its briefs that they tell few apart.
- `search/<name>/t0.json`, `t1.json`, …: `{term: places}`, the terms in order (by UTF-16 code units). File i has the
  terms from the i-th of `starts` up to the next; spaces separate them. `places` are the gaps between numbers, the first
  from 0, each in base 32, lowest digit first, as `shards.DIGITS` writes it. Of n results in all, result i is number i
  where the term is among its `words`, and n + i where it is in `also` only.
- `search/<name>/r0.json`, …: `size` results each, `[text, address, date, detail]`, in the order of `counts`.
"""
