"""Which strategy, standing and decisions does a reader see?"""
