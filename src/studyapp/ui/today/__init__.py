"""The Today page: what to do now."""
