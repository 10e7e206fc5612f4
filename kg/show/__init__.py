"""Showing: the network, the page and the server."""
