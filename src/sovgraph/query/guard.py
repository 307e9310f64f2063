"""Where the guard of queries was found first; it stands apart so that a process can check without loading all this."""

from sovgraph.guard import MAX_DEPTH, MAX_TOKENS, check_query

__all__ = ["MAX_DEPTH", "MAX_TOKENS", "check_query"]
