"""Merge two texts into one redline that keeps both: blocks, moves, splits, sentences and words."""
