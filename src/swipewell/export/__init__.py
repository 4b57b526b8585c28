"""Images and decks to files: slides, caption, alt text, transcript, manifest."""
