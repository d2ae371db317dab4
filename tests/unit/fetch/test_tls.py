"""A page over TLS comes from the host that its certificate names, or not at all."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsbrief.fetch.request import Limits, Net, get
from newsbrief.model.refusal import RefusedError
from tests.unit.fetch.server import PAGE, Answer, Server, serving

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="makes its certificate with openssl")

NET = Net(hosts=lambda *_: ("127.0.0.1",))
LIMITS = Limits(connect=5, read=5, whole=10)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The files of a certificate for news.example, made by itself, and of its key."""
    folder = tmp_path_factory.mktemp("tls")
    made, key = folder / "made.pem", folder / "key.pem"
    options = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example"]
    command = ["openssl", "req", "-x509", *options, *names, "-out", str(made), "-keyout", str(key)]
    subprocess.run(command, check=True, capture_output=True)
    return made, key


@pytest.fixture
def server(certificate: tuple[Path, Path]) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with serving(context) as one:
        one.answers["/"] = Answer()
        yield one


@pytest.mark.parametrize(
    ("host", "trusted"), [("news.example", True), ("news.example", False), ("press.example", True), ("127.0.0.1", True)]
)
def test_certificate(
    server: Server, certificate: tuple[Path, Path], host: str, trusted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The host's own certificate, from somebody the system trusts, is needed; the numeric address is none."""
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    url = server.url.replace("127.0.0.1", host)
    if trusted and host == "news.example":
        page = get(url, LIMITS, NET)
        assert (page.data, page.url) == (PAGE, f"{url}/")
        return
    with pytest.raises(RefusedError, match="certificate or its TLS is not in order"):
        get(url, LIMITS, NET)
    assert server.asked == []
