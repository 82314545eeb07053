"""Product Owner Study Companion: read, compare, recall and test, each step led back to the sentence that proves it."""
