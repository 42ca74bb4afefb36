"""Stage 2, find the words: bytes or markup to the normalised text that offsets point into."""
