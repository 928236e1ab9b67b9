"""What was read of a document → plans, with what somebody has to look at."""
