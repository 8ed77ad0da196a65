/**
 * Alerts. A change of a notice is noted with the visit that shows it, and goes when every rule was asked for the last time. A delivery goes when it is sent;
 * one that was given up stays, with `failed` 1.
 */
export const ALERTS = `
CREATE TABLE alert_rules (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL,
  target TEXT NOT NULL,
  predicate TEXT NOT NULL,
  allow_private INTEGER NOT NULL,
  secret TEXT,
  created_at TEXT NOT NULL,
  held_until INTEGER NOT NULL DEFAULT 0,
  sent INTEGER NOT NULL DEFAULT 0,
  last_sent_at TEXT,
  last_error TEXT
) STRICT;

CREATE TABLE notice_changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  notice TEXT NOT NULL,
  at TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  copy TEXT,
  copy_kind TEXT,
  told TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX captures_unread ON captures (notice) WHERE recipe = '' AND warc IS NOT NULL;

CREATE TABLE alert_deliveries (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rule INTEGER NOT NULL REFERENCES alert_rules (num),
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  busy_until INTEGER NOT NULL DEFAULT 0,
  busy_by TEXT,
  failed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX alert_deliveries_rule ON alert_deliveries (rule, failed, num);
`;
