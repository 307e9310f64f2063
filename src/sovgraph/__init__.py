"""Dutch parliamentary papers as a validated knowledge graph."""
