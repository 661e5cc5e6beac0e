"""The forms of citation: one module a form, listed by the registry in this package."""
