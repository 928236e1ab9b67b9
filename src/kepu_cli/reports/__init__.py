"""What stands on the terminal, or goes to other programs: each renderer returns the text, none prints it."""
