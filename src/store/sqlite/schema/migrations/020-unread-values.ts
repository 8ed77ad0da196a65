/** Dates and countries of a version of a list that were not understood, the first of them. */
export const UNREAD_VALUES = `
ALTER TABLE list_versions ADD COLUMN unread_values TEXT NOT NULL DEFAULT '[]';
`;
