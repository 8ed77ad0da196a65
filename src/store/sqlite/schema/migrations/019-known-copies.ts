/** Pairs of notices that were known as copies when a capture of one was forgotten: nothing of their words, so that finding them again by another capture is no news. */
export const KNOWN_COPIES = `
CREATE TABLE known_copies (
  one INTEGER NOT NULL REFERENCES notices (num),
  other INTEGER NOT NULL REFERENCES notices (num),
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_copies_other ON known_copies (other, one);
`;
