"""The tables that `kepu export` made and somebody may have worked on, read back."""
