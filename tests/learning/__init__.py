"""The rules of learning."""
