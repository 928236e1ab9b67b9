"""The numbering of a document → its plans, actions and duties."""
