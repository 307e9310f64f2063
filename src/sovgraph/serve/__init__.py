"""The site over HTTP: linked data, pages, stored queries, SPARQL, within limits that hold."""
