/**
 * Copies of notices, all of them derived. A pair is one row with the lower number first. A notice has a row in copy_queue as soon as a text speaks for it;
 * the empty recipe says that it waits to be compared, NULL that no text speaks for it any more.
 */
export const COPIES = `
CREATE TABLE copies (
  one INTEGER NOT NULL REFERENCES notices (num),
  other INTEGER NOT NULL REFERENCES notices (num),
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  containment REAL NOT NULL,
  other_stage INTEGER NOT NULL,
  found_at TEXT NOT NULL,
  one_capture TEXT NOT NULL,
  other_capture TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_other ON copies (other, one);
CREATE TABLE copy_queue (num INTEGER PRIMARY KEY REFERENCES notices (num), stamp INTEGER NOT NULL DEFAULT 0, recipe TEXT DEFAULT '') STRICT;
CREATE INDEX copy_queue_recipe ON copy_queue (recipe, num);
INSERT INTO copy_queue (num) SELECT num FROM notices WHERE id IN (
  SELECT coalesce(m.kept, r.notice) FROM readings r LEFT JOIN merged m ON m.id = r.notice WHERE r.state = 'present'
);
`;
