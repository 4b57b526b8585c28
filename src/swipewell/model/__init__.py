"""What people write: posts, slides, brands and themes, as frozen pydantic models without behaviour."""
