"""What happened when: revisions, smaller changes, and what each did to a part."""
