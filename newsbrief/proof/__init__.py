"""A brief held against its raw article, as plain data: what is marked in both, which lines say so, how sure it is."""

from newsbrief.proof.read import Room, sheet
from newsbrief.proof.sheet import Doubt, Fact, Mark, Paragraph, Raw, Segment, Sheet
from newsbrief.proof.shelf import Row, Shelf

__all__ = ["Doubt", "Fact", "Mark", "Paragraph", "Raw", "Room", "Row", "Segment", "Sheet", "Shelf", "sheet"]
