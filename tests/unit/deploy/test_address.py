"""Where a site stands."""

from __future__ import annotations

import pytest

from newsbrief.deploy.address import domain, of_remote, of_settings


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/Owner/project", "https://owner.github.io/project"),
        ("https://github.com/Owner/Project.git", "https://owner.github.io/Project"),
        ("https://x-access-token:abc@github.com/owner/project.git", "https://owner.github.io/project"),
        ("git@github.com:owner/a.news.git", "https://owner.github.io/a.news"),
        ("ssh://git@github.com/owner/project.git", "https://owner.github.io/project"),
        ("git@github.com:Owner/owner.github.io.git", "https://owner.github.io"),
        ("https://git.example/owner/project", ""),
        ("https://github.com.evil.example/owner/project", ""),
        ("../remote.git", ""),
        ("", ""),
    ],
)
def test_repository_tells_the_address(remote: str, address: str) -> None:
    """GitHub shows a repository's pages below its owner's host; the owner's own repository has the host itself."""
    assert of_remote(remote) == address


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ('SITEURL = "https://news.example/"', "https://news.example"),
        ('import os\nSITEURL = os.environ.get("SITEURL", "https://news.example")', "https://news.example"),
        ('SITEURL = "https://a.example"\nSITEURL = "https://b.example"', "https://b.example"),
        ('import os\nSITEURL = os.environ.get("SITEURL", "").rstrip("/")', ""),
        ('OTHER = "https://news.example"', ""),
        ("SITEURL =", ""),
    ],
)
def test_settings_tell_the_address(settings: str, address: str) -> None:
    """Wherever in the line it stands."""
    assert of_settings(settings) == address


@pytest.mark.parametrize(
    ("siteurl", "host"),
    [
        ("https://news.example", "news.example"),
        ("https://News.Example/", "news.example"),
        ("https://www.news.example:8443", "www.news.example"),
        ("https://news.example/brief", ""),
        ("https://owner.github.io", ""),
        ("https://owner.github.io/project", ""),
        ("http://localhost:8000", ""),
        ("", ""),
    ],
)
def test_domain_of_ones_own(siteurl: str, host: str) -> None:
    """GitHub has to be told of a host that the site has to itself, and of no other."""
    assert domain(siteurl) == host
