"""A release of the whole dataset: formats, tables, description, checksums."""
