"""From records to one graph: terms, resolution, RDF, the store, and what is asked of it."""
