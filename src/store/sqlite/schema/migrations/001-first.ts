/**
 * The first schema. Evidence rows (captures, observations, checks, drops, merges, events) are only ever added, each under the index of its log
 * entry, with the ids its record names; who answers for a merged id is `merged`. Of their columns only `captures.warc` (dropped files) and `captures.recipe` change.
 */
export const FIRST = `
CREATE TABLE workers (id TEXT PRIMARY KEY, pid INTEGER NOT NULL, machine TEXT NOT NULL, started TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE robots (origin TEXT PRIMARY KEY, fetched_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, body TEXT NOT NULL, outcome TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- A host does one visit at a time: the claim stands on its row. ready_at is when the next may be claimed; NULL where nothing is scheduled.
CREATE TABLE hosts (
  host TEXT PRIMARY KEY,
  next_start_at INTEGER NOT NULL DEFAULT 0,
  asked_pace_ms INTEGER NOT NULL DEFAULT 0,
  last_pace_ms INTEGER NOT NULL DEFAULT 0,
  busy_until INTEGER NOT NULL DEFAULT 0,
  busy_by TEXT,
  busy_subject TEXT,
  busy_start_at INTEGER,
  held_until INTEGER NOT NULL DEFAULT 0,
  held_reason TEXT,
  blocked_row INTEGER NOT NULL DEFAULT 0,
  demand INTEGER NOT NULL DEFAULT 0,
  removals_held_since TEXT,
  next_due_at INTEGER,
  ready_at INTEGER GENERATED ALWAYS AS (max(next_start_at, busy_until, held_until, next_due_at)) VIRTUAL
) STRICT, WITHOUT ROWID;
CREATE INDEX hosts_ready ON hosts (ready_at, host) WHERE ready_at IS NOT NULL;
CREATE INDEX hosts_busy ON hosts (busy_by) WHERE busy_by IS NOT NULL;

CREATE TABLE schedule (
  subject TEXT PRIMARY KEY,
  host TEXT NOT NULL REFERENCES hosts (host),
  class INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  interval_ms INTEGER,
  created_at INTEGER NOT NULL,
  -- By a run that takes everything; such a run goes through a host by this time.
  claimed_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX schedule_order ON schedule (host, class, rank DESC, due_at, subject, created_at);
CREATE INDEX schedule_due ON schedule (host, due_at);
CREATE INDEX schedule_claimed ON schedule (host, claimed_at);

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  host TEXT NOT NULL,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  created_at TEXT NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  notices INTEGER NOT NULL DEFAULT 0,
  last_check_at TEXT,
  last_success_at TEXT,
  error_streak INTEGER NOT NULL DEFAULT 0,
  last_error TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sources_url ON sources (url) WHERE removed = 0;
CREATE INDEX sources_name ON sources (name) WHERE removed = 0;
CREATE TABLE source_memory (source TEXT PRIMARY KEY REFERENCES sources (id), memory TEXT NOT NULL) STRICT;

CREATE TABLE notices (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  host TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  first_present_at TEXT,
  state TEXT NOT NULL,
  priority INTEGER NOT NULL,
  last_visit_at TEXT,
  last_outcome TEXT,
  removal_waits INTEGER NOT NULL DEFAULT 0,
  follow TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;
CREATE INDEX notices_priority ON notices (priority DESC, first_seen_at DESC, num DESC);
CREATE INDEX notices_state ON notices (state, priority DESC, first_seen_at DESC, num DESC);
CREATE INDEX notices_visited ON notices (host, last_visit_at, last_outcome);
CREATE INDEX notices_waiting ON notices (host) WHERE removal_waits = 1;

-- Every address and key of a notice, its own url too.
CREATE TABLE aliases (alias TEXT PRIMARY KEY, notice TEXT NOT NULL REFERENCES notices (id)) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_notice ON aliases (notice);
CREATE TABLE merged (id TEXT PRIMARY KEY, kept TEXT NOT NULL REFERENCES notices (id)) STRICT, WITHOUT ROWID;
CREATE INDEX merged_kept ON merged (kept);
CREATE TABLE listings (
  source TEXT NOT NULL REFERENCES sources (id),
  notice TEXT NOT NULL REFERENCES notices (id),
  published_at TEXT,
  first_seen_at TEXT NOT NULL,
  PRIMARY KEY (source, notice)
) STRICT, WITHOUT ROWID;
CREATE INDEX listings_notice ON listings (notice);
CREATE INDEX listings_latest ON listings (source, first_seen_at);

CREATE TABLE entries (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE INDEX entries_leaf ON entries (leaf);
CREATE TABLE captures (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  sha256 TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  at TEXT NOT NULL,
  status INTEGER,
  ip TEXT,
  payload TEXT,
  bytes INTEGER NOT NULL,
  notice TEXT,
  source TEXT,
  warc TEXT,
  recipe TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX captures_notice ON captures (notice, log_index) WHERE notice IS NOT NULL;
CREATE INDEX captures_recipe ON captures (recipe, log_index) WHERE warc IS NOT NULL;
CREATE TABLE observations (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  notice TEXT NOT NULL,
  url TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  removal_kind TEXT,
  capture TEXT,
  confirms TEXT,
  payload TEXT,
  reading TEXT
) STRICT;
CREATE INDEX observations_notice ON observations (notice, log_index);
CREATE TABLE checks (
  log_index INTEGER PRIMARY KEY REFERENCES entries (idx),
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  capture TEXT,
  confirms TEXT,
  payload TEXT
) STRICT;
CREATE TABLE drops (log_index INTEGER PRIMARY KEY REFERENCES entries (idx), sha256 TEXT NOT NULL, kept_instead TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE merges (log_index INTEGER PRIMARY KEY REFERENCES entries (idx), kept TEXT NOT NULL, merged TEXT NOT NULL, alias TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE events (log_index INTEGER PRIMARY KEY REFERENCES entries (idx), event TEXT NOT NULL, at TEXT NOT NULL, detail TEXT NOT NULL) STRICT;

CREATE TABLE readings (
  num INTEGER PRIMARY KEY,
  capture TEXT NOT NULL,
  notice TEXT NOT NULL,
  origin TEXT NOT NULL,
  state TEXT NOT NULL,
  log_index INTEGER NOT NULL,
  recipe TEXT NOT NULL,
  reading TEXT NOT NULL,
  mentions TEXT NOT NULL,
  UNIQUE (capture, notice)
) STRICT;
CREATE INDEX readings_latest ON readings (notice, origin, state, log_index);

-- Contentless: only the index is kept, the words are in the readings. The text comes in segmented (text/search-segments.ts).
CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
`;
