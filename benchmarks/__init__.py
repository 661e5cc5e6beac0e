"""Measures that print what they saw, side by side with a plain peer where there is one."""
