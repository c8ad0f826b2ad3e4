"""Rows, networks and reports as files that people and programs read."""
