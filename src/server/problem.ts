import type { z } from 'zod';
import { asDualwatchError, DualwatchError, ERROR_KINDS, type ErrorCode } from '../model/errors.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** What is wrong with one part of a request: `where` as in `query.limit` or `body.names.0`. */
export interface Wrong {
  readonly where: string;
  readonly message: string;
}

/** An answer that is an error, RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly retry: 'never' | 'later' | 'now';
  readonly errors?: readonly Wrong[];
}

/** A request that its route's schemas refuse. */
export class InvalidRequest extends DualwatchError {
  readonly errors: readonly Wrong[];

  constructor(errors: readonly Wrong[]) {
    super('usage', errors.map(({ where, message }) => `${where}: ${message}`).join('; '));
    this.errors = errors;
  }
}

/** Each issue in one line; of an input of many errors the first twenty. */
export function wrongOf(part: string, error: z.ZodError): readonly Wrong[] {
  return error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ where: [part, ...path.map(String)].join('.'), message: message.slice(0, 300) }));
}

/** Fastify's own refusals, in our words. */
const REFUSED: Readonly<Record<string, { readonly code: ErrorCode; readonly says: (message: string) => string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'input-too-large', says: () => 'the body is larger than this route takes' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'media-type', says: () => 'this route does not take a body of that Content-Type' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'usage', says: () => 'the body is empty, but Content-Type says JSON' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'usage', says: (message) => `the body is no JSON: ${message}` },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'usage', says: () => 'Content-Length is not the length of the body' },
};

/**
 * Any thrown value as a problem. What is a fault of ours is told in one sentence without inner details; the log has the rest.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Error && !(error instanceof DualwatchError)) {
    const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
    const refused = typeof code === 'string' ? REFUSED[code] : undefined;
    if (refused !== undefined) return problem(refused.code, refused.says(error.message));
    if (code === 'ECONNRESET' && error.message === 'aborted') return problem('usage', 'the body broke off before its end');
    if (statusCode === 429) return problem('too-many-requests', error.message);
    if (error instanceof SyntaxError && statusCode === 400) return problem('usage', `the body is no JSON: ${error.message}`);
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return problem('usage', error.message);
  }
  const known = asDualwatchError(error);
  if (known.code === 'internal') return problem('internal', 'Dualwatch made a mistake; its log says more');
  return {
    ...problem(known.code, known.message),
    retry: known.retry,
    ...(known instanceof InvalidRequest ? { errors: known.errors } : {}),
  };
}

function problem(code: ErrorCode, detail: string): Problem {
  const { status, meaning, retry } = ERROR_KINDS[code];
  return { type: `/api/docs#error-${code}`, title: meaning, status, code, detail, retry };
}
