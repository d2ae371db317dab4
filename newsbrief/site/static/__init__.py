"""Files of the content folder that are copied: which of them may be published."""
