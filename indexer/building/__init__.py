"""From the store to the index: generations, increments."""
