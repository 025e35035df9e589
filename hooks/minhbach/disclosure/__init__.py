"""The disclosure clock: what the law asks an appeal to publish, until when, and what was done."""
