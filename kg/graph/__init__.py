"""Claims to RDF: the store, its shapes and exports."""
