"""Extraction: one parsed article to the statements it makes."""
