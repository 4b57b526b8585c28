"""Picture files to what can be said of them, and to pixels: upright, in sRGB, cropped, metadata left behind."""
