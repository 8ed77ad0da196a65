/**
 * What became other of notices, newest last: for readers that keep a view of all of them, and for streams. Triggers write it, so that whatever changes a notice is in it;
 * the latest 50,000 rows are kept. Kind `visit` says only that the notice must be looked at again, `text` that other words may find it. Beside it answers to writes, by idempotency key.
 */
const NOW = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

const touch = (of: string): string => `INSERT INTO notice_news (num, kind) SELECT n.num, 'visit' FROM notices n WHERE n.id = ${of};`;
const copied = (row: string): string =>
  `INSERT INTO notice_news (num, kind, notice, at, from_state, to_state) SELECT n.num, 'copy', n.id, ${NOW}, n.state, n.state FROM notices n WHERE n.num IN (${row}.one, ${row}.other);`;

export const NEWS = `
CREATE TABLE notice_news (
  seq INTEGER PRIMARY KEY,
  num INTEGER NOT NULL,
  kind TEXT NOT NULL,
  notice TEXT,
  at TEXT,
  from_state TEXT,
  to_state TEXT
) STRICT;
CREATE TRIGGER notice_news_kept AFTER INSERT ON notice_news WHEN new.seq % 500 = 0 BEGIN
  DELETE FROM notice_news WHERE seq <= new.seq - 50000;
END;
CREATE TRIGGER news_of_notice AFTER INSERT ON notices BEGIN
  INSERT INTO notice_news (num, kind, notice, at, to_state) VALUES (new.num, 'new', new.id, ${NOW}, new.state);
END;
CREATE TRIGGER news_of_change AFTER UPDATE OF url, first_seen_at, state, priority, follow, summary, listed, type, triage, assignee ON notices BEGIN
  INSERT INTO notice_news (num, kind, notice, at, from_state, to_state) VALUES (
    new.num,
    CASE WHEN old.state <> new.state THEN 'state'
      WHEN old.triage <> new.triage OR old.assignee IS NOT new.assignee THEN 'triage'
      WHEN old.summary <> new.summary OR old.priority <> new.priority OR old.listed <> new.listed THEN 'content'
      ELSE 'visit' END,
    new.id, ${NOW}, old.state, new.state);
END;
CREATE TRIGGER news_of_copied AFTER UPDATE OF state ON notices WHEN old.state <> new.state BEGIN
  INSERT INTO notice_news (num, kind) SELECT other, 'visit' FROM copies WHERE one = new.num UNION ALL SELECT one, 'visit' FROM copies WHERE other = new.num;
END;
CREATE TRIGGER news_of_gone AFTER DELETE ON notices BEGIN
  INSERT INTO notice_news (num, kind) VALUES (old.num, 'visit');
END;
CREATE TRIGGER news_of_listing AFTER INSERT ON listings BEGIN ${touch('new.notice')} END;
CREATE TRIGGER news_of_listed AFTER UPDATE ON listings BEGIN ${touch('new.notice')} END;
CREATE TRIGGER news_of_unlisted AFTER DELETE ON listings BEGIN ${touch('old.notice')} END;
CREATE TRIGGER news_of_alias AFTER INSERT ON aliases BEGIN ${touch('new.notice')} END;
CREATE TRIGGER news_of_moved AFTER UPDATE ON aliases BEGIN ${touch('new.notice')} END;
CREATE TRIGGER news_of_copy AFTER INSERT ON copies BEGIN ${copied('new')} END;
CREATE TRIGGER news_of_judged AFTER UPDATE ON copies BEGIN ${touch('(SELECT id FROM notices WHERE num = new.one)')} ${touch('(SELECT id FROM notices WHERE num = new.other)')} END;
CREATE TRIGGER news_of_uncopied AFTER DELETE ON copies BEGIN ${touch('(SELECT id FROM notices WHERE num = old.one)')} ${touch('(SELECT id FROM notices WHERE num = old.other)')} END;
CREATE TABLE idempotent_answers (
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  request BLOB NOT NULL,
  at INTEGER NOT NULL,
  status INTEGER,
  answer TEXT,
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotent_answers_at ON idempotent_answers (at);
`;
