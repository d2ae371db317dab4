"""What site.index.published has, for the modules of this room."""

from newsbrief.site.index.published import CODE as CODE
from newsbrief.site.index.published import DIGEST as DIGEST
from newsbrief.site.index.published import FIGURE as FIGURE
from newsbrief.site.index.published import SHOWN as SHOWN
from newsbrief.site.index.published import Change as Change
from newsbrief.site.index.published import Published as Published
from newsbrief.site.index.published import Record as Record
from newsbrief.site.index.published import note_to_write as note_to_write
from newsbrief.site.index.published import record as record
from newsbrief.site.index.published import unexplained as unexplained
