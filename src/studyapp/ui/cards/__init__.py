"""The Cards page: the question, then the answer, then four ratings."""
