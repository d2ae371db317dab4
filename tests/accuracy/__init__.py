"""How well the desk reads: our own forty articles, and public sets where a workplace has them."""
