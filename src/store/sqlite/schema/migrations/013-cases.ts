/**
 * What people make of notices: triage, saved searches, cases, claims. Acts are only ever added, which triggers hold. `case_items` and the counts of a case follow from its acts.
 * The words of a claim stand in its row alone, so that they can be forgotten with the capture that they are from.
 */
export const CASES = `
ALTER TABLE notices ADD COLUMN type TEXT NOT NULL DEFAULT 'notice';
ALTER TABLE notices ADD COLUMN triage TEXT NOT NULL DEFAULT 'new';
ALTER TABLE notices ADD COLUMN assignee TEXT;
CREATE TABLE triage_acts (
  no INTEGER PRIMARY KEY,
  notice TEXT NOT NULL,
  doing TEXT NOT NULL,
  why TEXT,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  undoes INTEGER UNIQUE REFERENCES triage_acts (no)
) STRICT;
CREATE INDEX triage_acts_notice ON triage_acts (notice, no);
CREATE TRIGGER triage_acts_stay BEFORE DELETE ON triage_acts BEGIN SELECT raise(ABORT, 'acts are only ever added'); END;
CREATE TRIGGER triage_acts_stand BEFORE UPDATE ON triage_acts BEGIN SELECT raise(ABORT, 'acts are only ever added'); END;

CREATE TABLE saved_searches (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  sort TEXT NOT NULL,
  owner TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE cases (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  who TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  items INTEGER NOT NULL,
  open_tasks INTEGER NOT NULL
) STRICT;
CREATE INDEX cases_updated ON cases (updated_at DESC, id DESC);
CREATE INDEX cases_state ON cases (state, updated_at DESC, id DESC);
CREATE TABLE case_acts (
  num INTEGER NOT NULL REFERENCES cases (num),
  no INTEGER NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  done TEXT NOT NULL,
  PRIMARY KEY (num, no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER case_acts_stay BEFORE DELETE ON case_acts BEGIN SELECT raise(ABORT, 'acts are only ever added'); END;
CREATE TRIGGER case_acts_stand BEFORE UPDATE ON case_acts BEGIN SELECT raise(ABORT, 'acts are only ever added'); END;
CREATE TABLE case_items (num INTEGER NOT NULL REFERENCES cases (num), no INTEGER NOT NULL, item TEXT NOT NULL, PRIMARY KEY (num, no)) STRICT, WITHOUT ROWID;
CREATE INDEX case_items_item ON case_items (item, num);

CREATE TABLE claims (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  who TEXT NOT NULL,
  said_at TEXT,
  quote TEXT NOT NULL,
  capture TEXT,
  place TEXT,
  asserts TEXT NOT NULL,
  recorder TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  forgotten INTEGER NOT NULL DEFAULT 0,
  withdrawn TEXT
) STRICT;
CREATE INDEX claims_capture ON claims (capture) WHERE capture IS NOT NULL;
CREATE TABLE claim_notices (claim INTEGER NOT NULL REFERENCES claims (num), notice TEXT NOT NULL, PRIMARY KEY (claim, notice)) STRICT, WITHOUT ROWID;
CREATE INDEX claim_notices_notice ON claim_notices (notice, claim);
`;
