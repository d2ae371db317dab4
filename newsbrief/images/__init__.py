"""Pictures: cards drawn from words, photos looked at, stripped and resized. The only room that knows Pillow."""
