"""The rules, one file each; every file declares one constant, RULE."""
