"""What a number is said of: the noun phrases and verbs around it, by closed word classes and agreement, without a model or a tagger."""
