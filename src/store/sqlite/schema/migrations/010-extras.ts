/** What is kept beside visits: extras that wait, pictures that were kept, and how a capture was made (NULL: by a plain visit). */
export const EXTRAS = `
ALTER TABLE captures ADD COLUMN mode TEXT;

CREATE TABLE extras (
  num INTEGER PRIMARY KEY,
  notice TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  visit_at TEXT NOT NULL,
  capture TEXT,
  under TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  ready_at INTEGER NOT NULL DEFAULT 0,
  UNIQUE (notice, kind)
) STRICT;
CREATE INDEX extras_ready ON extras (kind, ready_at, num);

CREATE TABLE kept_images (
  notice TEXT NOT NULL,
  address TEXT NOT NULL,
  PRIMARY KEY (notice, address)
) STRICT, WITHOUT ROWID;
`;
