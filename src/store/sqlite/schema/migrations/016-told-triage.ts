/** A change may be one that a person made to the triage of a notice: it is told to those who ask for it. */
export const TOLD_TRIAGE = `
ALTER TABLE notice_changes ADD COLUMN triage INTEGER NOT NULL DEFAULT 0;
CREATE INDEX notice_changes_triage ON notice_changes (notice) WHERE triage = 1;
`;
