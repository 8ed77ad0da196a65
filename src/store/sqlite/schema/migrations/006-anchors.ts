/**
 * Time-stamping authorities, and what they stamped. An authority that is removed leaves its anchors. Revocation lists are the same for days and can be
 * large: each is kept once, under its SHA-256.
 */
export const ANCHORS = `
CREATE TABLE authorities (
  num INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL UNIQUE,
  roots TEXT,
  allow_private INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  error_streak INTEGER NOT NULL DEFAULT 0,
  last_error TEXT
) STRICT;

CREATE TABLE revocations (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE anchors (
  num INTEGER PRIMARY KEY,
  authority TEXT NOT NULL,
  url TEXT NOT NULL,
  size INTEGER NOT NULL,
  checkpoint TEXT NOT NULL,
  response BLOB NOT NULL,
  chain TEXT NOT NULL,
  crl TEXT REFERENCES revocations (sha256),
  ocsp TEXT REFERENCES revocations (sha256),
  at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  UNIQUE (url, size)
) STRICT;
`;
