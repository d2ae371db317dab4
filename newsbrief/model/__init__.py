"""The plain values that the rooms hand to one another: frozen, standard library only."""
