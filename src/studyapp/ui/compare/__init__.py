"""The Compare page: a table that tells roles apart, and what each cell rests on."""
