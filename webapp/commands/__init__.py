"""The commands of `danchieu`, one family a module."""
