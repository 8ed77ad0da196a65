import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { operationIdOf } from '../../src/server/openapi.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { inStory } from './story-clock.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Given {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** In the place of a body: bytes as they are sent. */
  readonly payload?: string | Buffer;
}

/** Asks routes of an app, and keeps what they answer. What a route's own example says is sent wherever the story says nothing else. */
export interface Recorder {
  /** Answers kept so far, by the id of the operation. */
  readonly answers: ReadonlyMap<string, unknown>;
  /**
   * Asks and keeps the answer as the example of its route, named as `GET /api/v1/notices/:id`; `part`: what of it. Throws where it is no success, or the route
   * has one.
   */
  record(route: string, given?: Given, part?: (answer: Json) => Json): Promise<Json>;
  /** Asks, and keeps nothing. Throws where the answer is no success. */
  ask(route: string, given?: Given): Promise<Json>;
  /** The same, of an answer that is no JSON. */
  bytes(route: string, given?: Given): Promise<Buffer>;
  /** Sends these with every request from now on: whoever has logged in. */
  sendAlways(headers: Readonly<Record<string, string>>): void;
  /** Header of the latest answer. */
  header(name: string): string;
}

export function openRecorder(app: FastifyInstance): Recorder {
  const answers = new Map<string, unknown>();
  let always: Readonly<Record<string, string>> = { host: '127.0.0.1:8787', 'user-agent': 'Mozilla/5.0 (an example browser)' };
  let last: Readonly<Record<string, unknown>> = {};

  async function send(name: string, given: Given) {
    const route = ROUTES.find(({ method, path }) => `${method} ${path}` === name);
    if (route === undefined) throw new Error(`there is no route ${name}`);
    const { params = {}, query = {}, body, headers = {}, payload } = { ...(route.example as Given | undefined), ...given };
    const path = route.path.replace(/:(\w+)/g, (_, one: string) => encodeURIComponent(params[one] ?? ''));
    const search = new URLSearchParams(Object.entries(query).map(([one, value]): [string, string] => [one, String(value)])).toString();
    const sent = payload ?? body;
    const answer = await app.inject({
      method: route.method,
      url: search === '' ? path : `${path}?${search}`,
      headers: { ...always, ...headers },
      ...(sent === undefined ? {} : { payload: sent }),
    });
    if (answer.statusCode !== (route.status ?? 200))
      throw new Error(`${name} answered ${answer.statusCode}: ${answer.body.slice(0, 1000)}`);
    last = answer.headers;
    return { route, answer };
  }

  async function ask(name: string, given: Given = {}): Promise<Json> {
    const { answer } = await send(name, given);
    return answer.body === '' ? {} : answer.json<Json>();
  }

  return {
    answers,
    ask,
    async record(name, given = {}, part = (answer) => answer) {
      const { route, answer } = await send(name, given);
      const id = operationIdOf(route);
      if (answers.has(id)) throw new Error(`${name} was recorded before`);
      answers.set(id, part(JSON.parse(inStory(answer.body)) as Json));
      return answer.json<Json>();
    },
    bytes: async (name, given = {}) => (await send(name, given)).answer.rawPayload,
    sendAlways: (headers) => void (always = { ...always, ...headers }),
    header: (name) => String(last[name]),
  };
}

/** A text in an answer. Throws where there is none. */
export function textIn(answer: Json, name: string): string {
  return z.string().parse(answer[name], { error: () => `the answer has no text "${name}": ${JSON.stringify(answer).slice(0, 500)}` });
}

/** The items of a list. */
export function itemsIn(answer: Json): readonly Json[] {
  return z.array(z.record(z.string(), z.unknown())).min(1).parse(answer['items']);
}
