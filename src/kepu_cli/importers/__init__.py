"""Documents → plans."""
