import { inquire } from './inquire.ts';

/** What can be asked of the thread of inquiries. */
export const INQUIRIES = { inquire } as const;
