"""The plain values that the rooms hand to one another: frozen structs (docs/decisions/032), and nothing but msgspec."""
