-- Derived: how much of an article lay behind the reader when it was left, 0 to 1. Older entries tell where the window's
-- upper edge stood instead.
ALTER TABLE reading ADD COLUMN reached REAL NOT NULL DEFAULT 0;
UPDATE reading SET reached = position;
