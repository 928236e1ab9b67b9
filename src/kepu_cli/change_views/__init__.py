"""Views of a comparison: what each department has to be told, the changed items as whole rows."""
