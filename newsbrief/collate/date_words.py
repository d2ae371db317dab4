"""What edtf.words has, for the modules of this room."""

from newsbrief.edtf.words import CHOICES as CHOICES
from newsbrief.edtf.words import ENGLISH as ENGLISH
from newsbrief.edtf.words import IN_A_YEAR as IN_A_YEAR
from newsbrief.edtf.words import MONTHS as MONTHS
from newsbrief.edtf.words import WEEKDAYS as WEEKDAYS
from newsbrief.edtf.words import Gettext as Gettext
from newsbrief.edtf.words import Said as Said
from newsbrief.edtf.words import Speech as Speech
from newsbrief.edtf.words import said as said
