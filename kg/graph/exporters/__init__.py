"""Export formats: one file each, with one constant ``EXPORTER``."""
