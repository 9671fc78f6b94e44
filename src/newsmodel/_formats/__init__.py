"""Formats: one module each, and one table."""
