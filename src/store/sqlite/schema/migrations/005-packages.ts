/** Entries that speak of a notice are found through it: the merge that made it one with another, and who let removals stand. */
export const PACKAGES = `
CREATE INDEX merges_merged ON merges (merged);
CREATE INDEX events_event ON events (event);
`;
