"""What do the commands print?"""
