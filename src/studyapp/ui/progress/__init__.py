"""The Progress page: four figures, then the plots."""
