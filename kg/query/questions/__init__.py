"""The library of questions: one file a question, each with one ``QUESTION``."""
