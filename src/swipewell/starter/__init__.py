"""The first files of a project: a brand, a post, schemas for editors, and what version control leaves out."""
