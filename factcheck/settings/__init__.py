"""Configuration files in, the settings of a run and of each article out, every value with the place it comes from."""
