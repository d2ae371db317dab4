"""A brief's photo: where its file is, whether the photo may be shown, and in which sizes."""

from __future__ import annotations

import hashlib
import re

from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry, Picture
from newsbrief.model.views import PhotoSize, PhotoView

FOLDER = "photos/"
WEBP, JPEG = "image/webp", "image/jpeg"
# In pixels. A column of text is about 360 CSS pixels wide on a phone, with two or three device pixels each, and 610 on
# a desktop.
WIDTHS = (480, 800, 1200, 1600)
# The widths for browsers without srcset, and for social networks and feeds.
PLAIN, LARGE = 800, 1200
# A width this close to the picture's own, as a part of it, is not worth a file.
NEARLY = 0.9
# A path without hidden folders, without ".." and without characters that have a meaning to some disk or server.
PATH = re.compile(
    r"(?:[^\s./\\:?#%*\"<>|\x00-\x1f][^/\\:?#%*\"<>|\x00-\x1f]*/)*[^\s./\\:?#%*\"<>|\x00-\x1f][^/\\:?#%*\"<>|\x00-\x1f]*"
)
LONGEST_PATH = 300


def path_of(entry: Entry) -> str:
    """Return the path of the brief's photo below the content folder, or "".

    A file name without a folder means a file in the brief's folder.
    """
    named = entry.brief.photo.file if entry.brief.photo else ""
    if not named or "/" in named:
        return named
    return f"{entry.path.rpartition('/')[0]}/{named}".lstrip("/")


def is_plain(path: str) -> bool:
    """Return whether a relative path stays below the content folder and any disk and server can have it."""
    return len(path) <= LONGEST_PATH and PATH.fullmatch(path) is not None


def credited(entry: Entry) -> Photo:
    """Return the brief's photo. Credit and rights come from the picture file where the brief gives none."""
    photo, picture = entry.brief.photo or Photo(), entry.picture
    if picture is None:
        return photo
    credit, rights = photo.credit or picture.credit, photo.rights or picture.rights
    return Photo(credit, rights, photo.caption, photo.alt, photo.file)


def view(entry: Entry, url: str) -> PhotoView | None:
    """Return the photo for the brief's page, or None without a picture, a credit or rights. `url` is the page's."""
    photo, picture = credited(entry), entry.picture
    if picture is None or not photo.credit or not photo.rights:
        return None
    stem = _stem(photo, picture, url)
    webp, jpeg = (tuple(_size(picture, width, stem, kind) for width in widths(picture.width)) for kind in (WEBP, JPEG))
    return PhotoView(
        credit=photo.credit,
        rights=photo.rights,
        caption=photo.caption,
        alt=photo.alt,
        webp=webp,
        jpeg=jpeg,
        plain=_nearest(jpeg, PLAIN),
        large=_nearest(jpeg, LARGE),
    )


def stem_of(photo: PhotoView) -> str:
    """Return what the addresses of all files of a photo begin with."""
    return photo.plain.url.rpartition("-")[0]


def widths(width: int) -> tuple[int, ...]:
    """Return the widths in which a picture of this width is offered, all in pixels. None is larger than the picture."""
    most = min(width, WIDTHS[-1])
    return (*(one for one in WIDTHS if one < NEARLY * most), most)


def _stem(photo: Photo, picture: Picture, url: str) -> str:
    """Return a name with a digest of everything that the files depend on, so that browsers may cache them for ever."""
    made_of = (picture.digest, picture.made_by, photo.credit, photo.rights)
    digest = hashlib.sha256(repr(made_of).encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{FOLDER}{url.strip('/').rpartition('/')[2]}-{digest}"


def _size(picture: Picture, width: int, stem: str, kind: str) -> PhotoSize:
    height = max(1, round(picture.height * width / picture.width))
    return PhotoSize(f"{stem}-{width}.{'webp' if kind == WEBP else 'jpg'}", width, height, kind)


def _nearest(sizes: tuple[PhotoSize, ...], width: int) -> PhotoSize:
    return min(sizes, key=lambda size: (abs(size.width - width), size.width))
