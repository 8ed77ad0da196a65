/**
 * Who may log in, what is logged in, keys of programs, counters of failed logins, and the audit log, which is only ever added to: `AUTOINCREMENT` remembers
 * the last number also where somebody took entries from its end.
 */
export const ACCOUNTS = `
CREATE TABLE users (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  mail TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  password TEXT,
  issuer TEXT,
  subject TEXT,
  created_at TEXT NOT NULL,
  disabled_at TEXT
) STRICT;
CREATE INDEX users_admins ON users (id) WHERE role = 'admin' AND disabled_at IS NULL;
CREATE UNIQUE INDEX users_identity ON users (issuer, subject) WHERE issuer IS NOT NULL;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  user TEXT NOT NULL REFERENCES users (id),
  token TEXT NOT NULL UNIQUE,
  token_before TEXT UNIQUE,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  rotated_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  address TEXT,
  agent TEXT,
  csrf TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_user ON sessions (user);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE api_keys (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  secret TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  owner TEXT REFERENCES users (id),
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT,
  last_used_at TEXT
) STRICT;
CREATE UNIQUE INDEX api_keys_name ON api_keys (name) WHERE revoked_at IS NULL;

CREATE TABLE login_counters (
  key TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  held_until INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  known_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX login_counters_last ON login_counters (last_at);

CREATE TABLE audit (
  num INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT,
  name TEXT NOT NULL,
  role TEXT,
  address TEXT,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_name ON audit (name, num);
CREATE INDEX audit_subject ON audit (subject, num);
CREATE INDEX audit_act ON audit (act, num);
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is only added to'); END;
`;
