"""Which document a citation means: evidence is gathered into instruments, then each mention is judged against them."""
