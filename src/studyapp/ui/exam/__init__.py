"""The Exam page: what can be sat, the sitting, its result and review, and question practice."""
