"""Where a site stands, as far as its settings, its environment and its repository tell."""

from __future__ import annotations

import ast
import re
from urllib.parse import urlsplit

# git@github.com:owner/name.git, https://github.com/owner/name, ssh://git@github.com/owner/name.git
ON_GITHUB = re.compile(r"(?:https://(?:[^@/]*@)?|ssh://git@|git@)github\.com[:/]([\w.-]+)/([\w.-]+?)(?:\.git)?/?")
PAGES = ".github.io"


def of_remote(url: str) -> str:
    """The address at which GitHub shows the pages of a repository, by the address of the repository; or ""."""
    found = ON_GITHUB.fullmatch(url.strip())
    if not found:
        return ""
    owner, name = found[1].lower(), found[2]
    return f"https://{owner}{PAGES}" if name.lower() == f"{owner}{PAGES}" else f"https://{owner}{PAGES}/{name}"


def of_settings(text: str) -> str:
    """The address that pelican.conf.py itself gives to SITEURL, wherever in the expression; "" for none."""
    try:
        lines = ast.parse(text).body
    except SyntaxError:
        return ""
    given = [line.value for line in lines if isinstance(line, ast.Assign) and any(map(_is_siteurl, line.targets))]
    words = (node.value for value in given[-1:] for node in ast.walk(value) if isinstance(node, ast.Constant))
    return next((word.rstrip("/") for word in words if isinstance(word, str) and word.startswith("http")), "")


def _is_siteurl(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) and target.id == "SITEURL"


def domain(siteurl: str) -> str:
    """The domain of one's own that GitHub has to be told of (a file CNAME), or "".

    A site with a path shares its domain with others, and does not claim it.
    """
    parts = urlsplit(siteurl)
    host = parts.hostname or ""
    return "" if parts.path.strip("/") or host.endswith(PAGES) or "." not in host else host
