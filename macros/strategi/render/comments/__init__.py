"""What is said in comments on a forge, where text from anyone stands beside ours?"""
