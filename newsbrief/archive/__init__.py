"""Archives of articles, annotated item by item: JSON lines, folders and zips of any length, on one machine or many.

`members` finds what there is to read, `steps` reads it item by item, `annotation` makes rows of an item; `crew` does
that in processes of this machine and `cluster` on Dask, both in the order of the input; `output` and `record` let a
run that ended early go on; `run` puts them in order. Only `cluster` knows Dask.
"""
