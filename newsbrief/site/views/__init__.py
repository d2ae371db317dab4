"""The parts of a brief that pages show, with names and relations resolved."""
