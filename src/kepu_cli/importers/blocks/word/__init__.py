"""What a Word document's XML means: its styles, its automatic numbers, its runs and its tables."""
