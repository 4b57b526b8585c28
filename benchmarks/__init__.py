"""How long Swipewell takes, and how near that is to the encoding of its pixels alone."""
