"""A few tools for language models, each answer with its sentences."""
