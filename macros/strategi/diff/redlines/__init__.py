"""How are two texts made into one that keeps both: blocks, moves, splits, sentences, words?"""
