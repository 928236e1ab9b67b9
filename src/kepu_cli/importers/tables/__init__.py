"""Tables with any head row → the items in them."""
