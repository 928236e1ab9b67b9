"""What real disks, input methods, old editors and mischief produce; `python -m tests.hostile FOLDER` writes it all."""
