"""What goes on paper or into a PDF, always in the light colours."""
