"""The plain values that the rooms hand to one another: frozen, without behaviour of their own, standard library only."""
