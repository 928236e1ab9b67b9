"""完成时限 in all its forms: once, every year, for good."""
