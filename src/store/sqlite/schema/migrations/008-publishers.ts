/**
 * Publishers: derived from readings, but for `oversights`, which is evidence. Notices that were read before are given to the publisher that their
 * summary names when they are read again.
 */
export const PUBLISHERS = `
CREATE TABLE publishers (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  host TEXT NOT NULL
) STRICT;
CREATE INDEX publishers_name ON publishers (name);
CREATE TABLE notice_publishers (notice INTEGER PRIMARY KEY, publisher INTEGER NOT NULL REFERENCES publishers (num)) STRICT;
CREATE INDEX notice_publishers_publisher ON notice_publishers (publisher, notice);
CREATE TABLE oversights (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  link TEXT NOT NULL,
  publisher TEXT NOT NULL,
  overseer TEXT NOT NULL,
  why TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX oversights_publisher ON oversights (publisher, overseer);
CREATE INDEX oversights_overseer ON oversights (overseer, publisher);
`;
