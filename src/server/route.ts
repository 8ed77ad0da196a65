import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Role } from '../model/role.ts';
import type { Actor } from './actor.ts';
import type { JsonText } from './json-text.ts';
import type { Served } from './served.ts';

/** Who may ask: anybody at all, or whoever has this role or a higher one. */
export type Access = 'public' | Role;

type Given<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What answers may hold: as the schema says, where arrays and objects may be readonly, and loose objects hold more. */
export type Answer<Value> = unknown extends Value
  ? Value
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends readonly (infer Element)[]
      ? readonly Answer<Element>[]
      : string extends keyof Value
        ? [Named<Value>] extends [never]
          ? unknown extends Value[keyof Value]
            ? object
            : { readonly [Key in keyof Value]: Answer<Value[Key]> }
          : { readonly [Key in Named<Value>]: Answer<Value[Key]> }
        : { readonly [Key in keyof Value]: Answer<Value[Key]> };

/** Keys that a schema names, without those that a loose object or record may have besides. */
type Named<Value> = keyof { [Key in keyof Value as string extends Key ? never : Key]: Value[Key] } & keyof Value;

/** A route that answers without a body gives nothing back. */
type Answered<Schema> = Schema extends z.ZodType
  ? undefined extends z.input<Schema>
    ? Promise<void> | void
    : Promise<Answer<z.input<Schema>> | JsonText> | Answer<z.input<Schema>> | JsonText
  : unknown;

/** One request, with all that it says already checked. */
export interface Asked<Params, Query, Body> {
  readonly params: Given<Params>;
  readonly query: Given<Query>;
  readonly body: Given<Body>;
  readonly actor: Actor;
  readonly served: Served;
  /** Aborted when the client goes away or the server stops. */
  readonly signal: AbortSignal;
  /** For headers of the answer, and for what is no JSON: uploads, streams. */
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What an answer is that is no JSON object: bytes, text or a stream, sent as the media type. */
export interface Stream {
  readonly produces: string;
}

interface Described<Params, Query, Body, Shape> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As fastify writes it: `/api/v1/notices/:id`. */
  readonly path: string;
  /** Heading under which the documentation lists it. */
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** Whether it changes anything; unless told, everything but GET does. A read that is a POST needs no CSRF token and no idempotency key. */
  readonly changes?: boolean;
  /** `itself`: its act stands in the audit log already; other changes are noted there by their path. */
  readonly audited?: 'itself';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Largest body, bytes; a megabyte unless told. */
  readonly bodyLimit?: number;
  /** Media types of a body that the route reads as a stream by itself; JSON unless told. */
  readonly takes?: readonly string[];
  readonly status?: 200 | 201 | 202 | 204;
  readonly answer: Shape;
  /** `passed over`: parameters that `query` does not name are taken and mean nothing, as clients of others' protocols send them; unless told, they are refused. */
  readonly otherQuery?: 'passed over';
  /** Left out of the OpenAPI document: pages for people, and what these load. */
  readonly documented?: false;
  /** A file out of memory: asking for it costs next to nothing and is not counted, or a page of many files would soon use up what an address may ask for. */
  readonly uncounted?: true;
  /** One request, for the documentation; the contract test sends it. What is answered stands in answer-examples.json. */
  readonly example?: { readonly params?: object; readonly query?: object; readonly body?: unknown };
}

/** A route as the table of all routes has it. */
export interface Route extends Described<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined, z.ZodType | Stream> {
  readonly handle: (asked: Asked<undefined, undefined, undefined>) => unknown;
}

/**
 * Describes one route: what it takes and answers, as schemas, who may ask, and what answers. Of this table everything else is made: checks, permissions, OpenAPI,
 * the tests over all routes.
 */
export function route<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Shape extends z.ZodType | Stream = z.ZodType,
>(
  spec: Described<Params, Query, Body, Shape> & {
    readonly handle: (asked: Asked<Params, Query, Body>) => Answered<Shape>;
  },
): Route {
  return spec as unknown as Route;
}

export function changesState({ method, changes }: Pick<Route, 'method' | 'changes'>): boolean {
  return changes ?? method !== 'GET';
}

/** The route of the table that a request is for; undefined where there is none. */
export function routeOf(request: FastifyRequest): Route | undefined {
  return (request.routeOptions.config as { readonly route?: Route }).route;
}
