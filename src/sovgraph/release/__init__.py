"""A release: one edition of the data as files for programs, researchers and clerks, with its description."""

from sovgraph.release.making import Asked, Release, make_release

__all__ = ["Asked", "Release", "make_release"]
