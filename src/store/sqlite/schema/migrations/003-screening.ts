/**
 * Lists of parties, what people decided, customer sets, receipts, and matches of notices.
 * Evidence rows, each under the index of its log entry and only ever added: list_records, party_links, decisions, receipts.
 * A row of party_listings is one form of one listing, alive in the versions `since ≤ v < until`; its id begins with the name of its list, so that a
 * list is a range of ids. What it says stands in party_entities: such rows come before the commit of their version, some at a time,
 * so that the commit of a large list is short; what a crash leaves of them nobody sees. A notice has a row in notice_matches as soon as a reading speaks for it; the empty recipe says that it waits to
 * be screened, NULL that no reading speaks for it any more.
 */
export const SCREENING = `
CREATE TABLE lists (
  num INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL,
  added_at TEXT NOT NULL,
  next_check_at TEXT,
  last_check_at TEXT,
  last_error TEXT
) STRICT;
CREATE INDEX lists_due ON lists (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE TABLE list_records (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  list TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  published_at TEXT,
  at TEXT NOT NULL,
  counts TEXT NOT NULL,
  listings TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE TABLE list_versions (
  list TEXT NOT NULL REFERENCES lists (name),
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  published_at TEXT,
  fetched_at TEXT NOT NULL,
  format TEXT NOT NULL,
  counts TEXT NOT NULL,
  listings TEXT NOT NULL,
  bad_rows TEXT NOT NULL,
  state TEXT NOT NULL,
  loaded INTEGER NOT NULL,
  files TEXT NOT NULL,
  log_index INTEGER NOT NULL REFERENCES list_records (log_index),
  PRIMARY KEY (list, version)
) STRICT;
CREATE UNIQUE INDEX list_versions_state ON list_versions (list, state) WHERE state <> 'superseded';
CREATE TABLE party_entities (num INTEGER PRIMARY KEY, entity TEXT NOT NULL) STRICT;
CREATE TABLE party_listings (
  num INTEGER PRIMARY KEY,
  list INTEGER NOT NULL REFERENCES lists (num),
  since INTEGER NOT NULL,
  until INTEGER,
  line INTEGER NOT NULL,
  id TEXT NOT NULL,
  hash TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES party_entities (num),
  UNIQUE (id, since)
) STRICT;
CREATE UNIQUE INDEX party_listings_alive ON party_listings (id) WHERE until IS NULL;
CREATE INDEX party_listings_since ON party_listings (list, since);
CREATE INDEX party_listings_until ON party_listings (list, until) WHERE until IS NOT NULL;

CREATE TABLE party_links (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  link TEXT NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  why TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX party_links_one ON party_links (one, other, log_index);
CREATE INDEX party_links_other ON party_links (other, one, log_index);
CREATE TABLE party_members (listing TEXT PRIMARY KEY, party TEXT NOT NULL, why TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX party_members_party ON party_members (party, listing);

CREATE TABLE decisions (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  key TEXT NOT NULL,
  verdict TEXT NOT NULL,
  why TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  subject TEXT NOT NULL,
  listing TEXT NOT NULL,
  listing_hash TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_key ON decisions (key, log_index);

CREATE TABLE customer_sets (num INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, rows INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE set_rows (
  num INTEGER PRIMARY KEY,
  customer_set INTEGER NOT NULL REFERENCES customer_sets (num),
  key TEXT NOT NULL,
  party_hash TEXT NOT NULL,
  recipe TEXT NOT NULL,
  query TEXT NOT NULL,
  results TEXT NOT NULL,
  UNIQUE (customer_set, key)
) STRICT;

CREATE TABLE receipts (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  receipt TEXT NOT NULL
) STRICT;

ALTER TABLE notices ADD COLUMN listed TEXT NOT NULL DEFAULT '[]';
CREATE TABLE notice_matches (
  num INTEGER PRIMARY KEY REFERENCES notices (num),
  stamp INTEGER NOT NULL DEFAULT 0,
  capture TEXT NOT NULL DEFAULT '',
  recipe TEXT DEFAULT '',
  matches TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX notice_matches_recipe ON notice_matches (recipe, num);
INSERT INTO notice_matches (num) SELECT num FROM notices WHERE id IN (
  SELECT coalesce(m.kept, r.notice) FROM readings r LEFT JOIN merged m ON m.id = r.notice WHERE r.state = 'present'
);
`;
