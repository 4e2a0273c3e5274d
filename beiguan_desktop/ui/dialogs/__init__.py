"""Pages that ask for something once."""
