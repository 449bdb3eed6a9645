"""The public face in Python: what ``import kg`` gives, one idea a module."""
