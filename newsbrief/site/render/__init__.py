"""Page models and Markdown to files: templates, clean HTML, feeds, structured data, exports."""
