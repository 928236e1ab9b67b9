"""Documents of any kind → one form: paragraphs and tables, each with its place."""
