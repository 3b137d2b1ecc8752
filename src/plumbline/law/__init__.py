"""Articles, limits and deadlines: how long the law gives from one event to another, and how that is counted. Pure."""
