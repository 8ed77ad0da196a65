export const SCOPES = { read: 'scopeRead', write: 'scopeWrite', admin: 'scopeAdmin' } as const;
export type Scope = keyof typeof SCOPES;
