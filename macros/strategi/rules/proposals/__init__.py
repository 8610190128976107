"""What may a proposal change, by whose decision?"""
