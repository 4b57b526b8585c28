"""Many posts: over processes and machines, each whole or absent, what is unchanged known at a glance."""
