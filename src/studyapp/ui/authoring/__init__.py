"""Writing content with the window beside the editor."""
