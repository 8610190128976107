"""What does a reader see of the revisions and of what differs between them?"""
