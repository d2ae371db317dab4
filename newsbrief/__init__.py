"""newsbrief: raw news articles to reviewed Markdown briefs to a static news site.

`THEME` is the folder of our theme: inside the package where it was installed, beside it in a checkout.
"""

import os

__version__ = "0.1.0"

_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  # each command pays for what is loaded here
_INSIDE = os.path.join(_HERE, "theme")  # noqa: PTH118
THEME = _INSIDE if os.path.isdir(_INSIDE) else os.path.join(os.path.dirname(_HERE), "theme")  # noqa: PTH112, PTH118, PTH120
