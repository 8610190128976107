"""How is an indicator told and drawn?"""
