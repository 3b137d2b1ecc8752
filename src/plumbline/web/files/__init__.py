"""Case files: a case as its story, what is due in it, what is due in all."""
