"""Scripts and styles of others that pages need, with their licences; nothing is fetched from elsewhere."""
