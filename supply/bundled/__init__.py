"""What goes into the bundle as it is; `install.py` runs without kepu, and without anything that it brings."""
