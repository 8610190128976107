"""Write comments on a forge, where text from anyone stands beside ours."""
