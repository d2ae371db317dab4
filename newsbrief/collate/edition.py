"""What newsbrief.site.options has, for the modules of this room."""

from newsbrief.site.options import BRIEF_URL as BRIEF_URL
from newsbrief.site.options import DAY as DAY
from newsbrief.site.options import FEEDS as FEEDS
from newsbrief.site.options import FRONT_BRIEFS as FRONT_BRIEFS
from newsbrief.site.options import PARTS as PARTS
from newsbrief.site.options import BuildOptions as Edition

__all__ = ["BRIEF_URL", "DAY", "FEEDS", "FRONT_BRIEFS", "PARTS", "Edition"]
