"""What do machines read: feeds and data?"""
