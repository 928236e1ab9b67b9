"""What `kepu init` writes: a draft of actions and members, and the files with their comments."""
