"""Read texts on disarmament into a knowledge graph, and ask it."""
