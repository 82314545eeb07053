"""The verbs: what a learner can do."""
