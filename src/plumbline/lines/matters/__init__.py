"""督办事项 Matters: what leading bodies decide and assign, who sees to it, by when, and who says that it is done."""
