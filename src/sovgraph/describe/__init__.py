"""What the data say about themselves: addresses of things, their descriptions, VoID, service and dataset."""
