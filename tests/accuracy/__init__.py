"""How well the desk reads: our own forty articles, and public sets where they lie beside the project."""
