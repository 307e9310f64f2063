"""The same pages and data as files that any plain file server can offer."""
