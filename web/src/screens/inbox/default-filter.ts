/** What the inbox shows unless told: what nobody has judged yet. Press reports are no notices: nobody dismisses them. */
export const DEFAULT_FILTER = 'triage:new and type:notice';
