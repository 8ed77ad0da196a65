/** Reports are few, and asked for by themselves. */
export const REPORTS = `
CREATE INDEX notices_reports ON notices (num) WHERE type = 'report';
`;
