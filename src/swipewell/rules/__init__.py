"""Rules: what a clinician would want to be told before a post goes out, each with a stable code."""
