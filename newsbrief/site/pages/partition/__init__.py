"""How lists and timelines that are too long for one page are divided, so that new entries leave older pages alone."""
