"""Answers and graphs as tables and pages."""
