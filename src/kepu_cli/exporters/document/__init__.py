"""The Word document: a module each part of it, its elements and styles, and how it stands on paper."""
