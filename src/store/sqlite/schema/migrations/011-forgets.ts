/**
 * Captures removed by order. Evidence rows, each under the index of its log entry; of their columns only `erased` changes, when the file is off the disk.
 */
export const FORGETS = `
CREATE TABLE forgets (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  sha256 TEXT NOT NULL UNIQUE,
  why TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  erased INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX forgets_unerased ON forgets (log_index) WHERE erased = 0;
`;
