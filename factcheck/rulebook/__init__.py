"""YAML in, rules out: what a rule file may say, what is wrong with one, and what its examples give."""
