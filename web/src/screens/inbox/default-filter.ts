/** What the inbox shows unless told: what nobody has judged yet. */
export const DEFAULT_FILTER = 'triage:new';
