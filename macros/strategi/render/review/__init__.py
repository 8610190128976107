"""What does a review tell those who propose, those who decide, and programs?"""
