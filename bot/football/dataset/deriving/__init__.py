"""What a list of results does not say: rounds, groups, legs, goalless matches."""
