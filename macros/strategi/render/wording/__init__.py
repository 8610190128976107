"""How is a change said in words?"""
