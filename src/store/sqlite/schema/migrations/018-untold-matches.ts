/**
 * `told` is what the matches of a notice were when somebody was last told of them by "rescreen", NULL where nothing has changed since; `lapses` names clearances
 * that lapsed and of which that is told.
 */
export const UNTOLD_MATCHES = `
ALTER TABLE notice_matches ADD COLUMN told TEXT;
ALTER TABLE notice_matches ADD COLUMN lapses TEXT NOT NULL DEFAULT '[]';
CREATE INDEX notice_matches_told ON notice_matches (num) WHERE told IS NOT NULL;
ALTER TABLE set_rows ADD COLUMN lapses TEXT NOT NULL DEFAULT '[]';
`;
