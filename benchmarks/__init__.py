"""How fast kepu is, always as ratios measured side by side in one run; see README.md beside this file."""
