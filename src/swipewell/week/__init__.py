"""A plan to its weeks: which post when, out of which pool, and all that goes to a scheduler."""
