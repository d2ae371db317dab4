"""What one brief says, read once per content of its file."""
