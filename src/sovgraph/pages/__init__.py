"""HTML for people: each thing with what is known of it, and each statement with its sentence."""
