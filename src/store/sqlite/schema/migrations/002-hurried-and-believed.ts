/**
 * `schedule.hurried_at`: when a visit was brought forward, until it is made; a run takes it though it was not due at its start.
 * `hosts.removals_believed_at`: when a person last let a host's removals stand; what was seen gone before it makes no new hold.
 */
export const HURRIED_AND_BELIEVED = `
ALTER TABLE schedule ADD COLUMN hurried_at INTEGER;
CREATE INDEX schedule_hurried ON schedule (host, due_at) WHERE hurried_at IS NOT NULL;
ALTER TABLE hosts ADD COLUMN removals_believed_at TEXT;
`;
