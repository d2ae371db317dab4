"""What briefs have to do with one another; one module for each relation."""
