import { listenersOf } from '../look/listeners.ts';
import { wordsNow } from '../words/use-words.ts';
import type { Problem, Routes } from './routes.gen.ts';

export type RouteName = keyof Routes;
export type ReadName = Extract<RouteName, `GET ${string}`>;
export type Answer<Name extends RouteName> = Routes[Name]['answer'];

type Part<Key extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Key]?: undefined }
  : Record<string, never> extends Value
    ? { readonly [K in Key]?: Value }
    : { readonly [K in Key]: Value };

/** What a route takes, as the server's own description has it: parts of the address, the query, the body. */
export type Given<Name extends RouteName> = Part<'params', Routes[Name]['params']> &
  Part<'query', Routes[Name]['query']> &
  Part<'body', Routes[Name]['body']>;

interface Loose {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>> | undefined;
  readonly body?: unknown;
}

/** An answer of the server that is an error, with what it says: what, where, and what to do. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  /** Seconds that the server wants to be left alone for (`Retry-After`). */
  readonly waitSeconds: number | undefined;
  constructor(problem: Problem, waitSeconds?: number) {
    super(problem.detail === '' ? inWords(problem) : problem.detail);
    this.problem = problem;
    this.waitSeconds = waitSeconds;
  }
}

/** For an answer that says nothing itself: there was none, or it came from something between here and the server. */
function inWords({ status }: Problem): string {
  const say = wordsNow('shell');
  return status === 0 ? say('unreachableTitle') : say('failed', { status });
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}

let csrf: string | null = null;
const loggedOut = listenersOf();

/** The token that changes send along; it comes with who is asking. */
export function sendWithChanges(token: string | null): void {
  csrf = token;
}

/** Called when the server may no longer know who asks. */
export const onLoggedOut = loggedOut.subscribe;

/** The address that a route has with these parts and this query. */
export function addressOf<Name extends RouteName>(name: Name, given: Given<Name>): string {
  const { params = {}, query = {} } = given as Loose;
  const path = name.slice(name.indexOf(' ') + 1).replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(params[part] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Asks the server. Throws `Refused` with its problem, or with one of our own where it cannot be reached. */
export async function ask<Name extends RouteName>(name: Name, given: Given<Name>, signal?: AbortSignal): Promise<Answer<Name>> {
  const { body } = given as Loose;
  const method = name.slice(0, name.indexOf(' '));
  const isFile = body instanceof Blob;
  const headers: Record<string, string> = {};
  if (method !== 'GET' && csrf !== null) headers['X-Dualwatch-CSRF'] = csrf;
  if (body !== undefined) headers['Content-Type'] = isFile ? body.type || 'application/octet-stream' : 'application/json';
  let response: Response;
  try {
    response = await fetch(addressOf(name, given), {
      method,
      headers,
      body: body === undefined ? null : isFile ? body : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused({ type: 'about:blank', title: '', status: 0, code: 'fetch-failed', detail: '', retry: 'later' });
  }
  if (response.ok) return (await read(response)) as Answer<Name>;
  const problem = await problemOf(response);
  // What was not allowed may have been sent with the token of a session that another window has ended.
  const unknown = problem.code === 'login-required' || (problem.code === 'not-allowed' && method !== 'GET');
  if (unknown && name !== 'POST /api/v1/login') loggedOut.tell();
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new Refused(problem, Number.isFinite(wait) ? wait : undefined);
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  if (response.headers.get('content-type')?.startsWith('application/json')) return response.json();
  return response.blob();
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = { type: 'about:blank', title: '', status: response.status, code: 'internal', detail: '', retry: 'later' };
  try {
    return { ...fallback, ...((await response.json()) as Problem) };
  } catch {
    return fallback;
  }
}
