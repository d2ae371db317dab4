"""Pictures drawn at build time: plain words and colours in, PNG out. The only room that knows Pillow."""
