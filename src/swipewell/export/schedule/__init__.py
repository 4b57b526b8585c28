"""A week to the files that schedulers import: one file a scheduler, each from the same entries."""
