/**
 * What removals are told from errors by. Evidence rows, each under the index of its log entry and only ever added: probes, the answers of a site for an
 * address that never existed and for its front page; `observations.basis`, the evidence of a judgement. Derived: learned_pages, one for each kind of page of a host,
 * made again from its capture under another recipe; unlisted, since when the list of a source no longer names a notice that it named.
 */
export const LEARNED_PAGES = `
ALTER TABLE observations ADD COLUMN basis TEXT;
CREATE TABLE probes (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  host TEXT NOT NULL,
  url TEXT NOT NULL,
  at TEXT NOT NULL,
  page TEXT NOT NULL,
  outcome TEXT NOT NULL,
  capture TEXT,
  payload TEXT
) STRICT;
CREATE INDEX probes_host ON probes (host, at);
CREATE TABLE learned_pages (
  host TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  capture TEXT NOT NULL,
  page TEXT NOT NULL,
  PRIMARY KEY (host, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE unlisted (notice TEXT NOT NULL, source TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (notice, source)) STRICT, WITHOUT ROWID;
CREATE INDEX unlisted_source ON unlisted (source);
`;
