"""Learning: marked documents and sentences in, weights of traits and grounds out."""
