"""What kepu is delivered with: its dependencies, their lock and audit, the bundle for machines without a network."""
