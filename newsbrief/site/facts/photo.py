"""A brief's photo as its page shows it: whether at all, in which sizes and files."""

from __future__ import annotations

import hashlib
import re

from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry, Picture
from newsbrief.model.views import PhotoSize, PhotoView

FOLDER = "photos/"
WEBP, JPEG = "image/webp", "image/jpeg"
# In pixels. A phone's column is some 360 wide, at two or three device pixels each; a desktop's 610.
WIDTHS = (480, 800, 1200, 1600)
# For browsers without srcset, and for networks and feeds.
PLAIN, LARGE = 800, 1200
# What may stand in a photo's path: no hidden folders, no way up, nothing that a disk or server reads otherwise.
PATH = re.compile(
    r"(?:[^\s./\\:?#%*\"<>|\x00-\x1f][^/\\:?#%*\"<>|\x00-\x1f]*/)*[^\s./\\:?#%*\"<>|\x00-\x1f][^/\\:?#%*\"<>|\x00-\x1f]*"
)
LONGEST = 300


def path_of(entry: Entry) -> str:
    """Where the photo lies below the content folder: beside the brief if it is named without a folder; "" for none."""
    named = entry.brief.photo.file if entry.brief.photo else ""
    return named if "/" in named else f"{entry.path.rpartition('/')[0]}/{named}".lstrip("/") if named else ""


def is_plain(path: str) -> bool:
    """Whether a path leads down from the content folder and nowhere else."""
    return len(path) <= LONGEST and PATH.fullmatch(path) is not None


def credited(entry: Entry) -> Photo:
    """The brief's photo, with the file's own credit and rights where the brief says nothing."""
    photo, picture = entry.brief.photo or Photo(), entry.picture
    if picture is None:
        return photo
    credit, rights = photo.credit or picture.credit, photo.rights or picture.rights
    return Photo(credit, rights, photo.caption, photo.alt, photo.file)


def view(entry: Entry, url: str) -> PhotoView | None:
    """The photo on the page at `url`; None where there is none, or nobody knows whose it is or what its rights are."""
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
    """What the addresses of all its files begin with."""
    return photo.plain.url.rpartition("-")[0]


def widths(width: int) -> tuple[int, ...]:
    """The widths to make of a picture: none is larger than it is, and none is nearly another's."""
    most = min(width, WIDTHS[-1])
    return (*(one for one in WIDTHS if one < 0.9 * most), most)


def _stem(photo: Photo, picture: Picture, url: str) -> str:
    """The same for the same files, and for no other: browsers may keep them for ever."""
    made_of = (picture.digest, picture.made_by, photo.credit, photo.rights)
    digest = hashlib.sha256(repr(made_of).encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{FOLDER}{url.strip('/').rpartition('/')[2]}-{digest}"


def _size(picture: Picture, width: int, stem: str, kind: str) -> PhotoSize:
    height = max(1, round(picture.height * width / picture.width))
    return PhotoSize(f"{stem}-{width}.{'webp' if kind == WEBP else 'jpg'}", width, height, kind)


def _nearest(sizes: tuple[PhotoSize, ...], width: int) -> PhotoSize:
    return min(sizes, key=lambda size: (abs(size.width - width), size.width))
