"""Signs that nobody sees and that no article's words need."""

from __future__ import annotations

import re

# Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm, and the deprecated signs after them. A
# brief has none of them (see `document.signs`): a paragraph or a headline of nothing else would be empty there.
REORDERING = "\u202a-\u202e\u2066-\u206f"
# Those, soft hyphens, joiners of no width, marks of byte order.
UNSEEN = re.compile(f"[\u00ad\u200b\u2060\ufeff{REORDERING}]")
