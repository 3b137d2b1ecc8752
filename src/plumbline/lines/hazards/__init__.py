"""公共安全隐患 Hazards: what is found unsafe, in a grid cell or on a road, put right, verified by another, closed."""
