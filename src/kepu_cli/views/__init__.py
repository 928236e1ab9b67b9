"""Tables for people, whatever they are printed on: made of the plan and its ledger, of texts and names alone."""
