"""What a notice, a number, an instrument and a citation are, and where notices are kept."""
