"""Readers, one a file; `kg.documents.reader` collects them."""
