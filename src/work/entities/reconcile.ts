import { HIT_THRESHOLD } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { isKnownSchema, isSchemaOf, PARTY_MODEL, PARTY_PROPERTIES, partySchemaOf } from '../../screen/lists/ftm-model.ts';
import type { PartyEntity } from './entity-of-party.ts';
import type { EntityMatches } from './match-entities.ts';
import { queryOfEntity } from './query-of-entity.ts';

type Value = string | number | boolean | { readonly id: string; readonly name?: string | undefined };

/** One query of the reconciliation protocol. */
export interface ReconciliationQuery {
  readonly query?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly properties?: readonly { readonly pid: string; readonly v: Value | readonly Value[] }[] | undefined;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: readonly { readonly id: string; readonly name: string }[];
  readonly score: number;
  readonly match: boolean;
  readonly features: readonly { readonly id: string; readonly value: number }[];
}

/** Candidates of a query unless it says how many. */
export const CANDIDATES = 5;

/** Names to search for. Properties are named by the model (`Thing:country`) or bare (`country`); types that no party has leave it open what is meant. */
export function namesOfQuery({ query, type, properties = [] }: ReconciliationQuery): readonly NameQuery[] {
  const types = (typeof type === 'string' ? [type] : (type ?? [])).filter(isKnownSchema);
  // Of several kinds nobody knows which: any may be meant.
  const [schema = 'Thing', ...others] = types;
  const known: Record<string, string[]> = query === undefined ? {} : { name: [query] };
  for (const { pid, v } of properties) {
    const property = pid.slice(pid.indexOf(':') + 1);
    const values = (Array.isArray(v) ? (v as readonly Value[]) : [v as Value]).map((one) =>
      typeof one === 'object' ? (one.name ?? one.id) : String(one),
    );
    (known[property] ??= []).push(...values);
  }
  return queryOfEntity({ schema: others.length > 0 ? 'Thing' : schema, properties: known }).names;
}

/** Candidates of a query, best first. One is called a match where it is the only one with a score that says so. */
export function candidatesOf({ results }: EntityMatches, types: ReconciliationQuery['type']): readonly Candidate[] {
  const wanted = (typeof types === 'string' ? [types] : (types ?? [])).filter((one) => partySchemaOf(one) !== undefined);
  const fitting = wanted.length < 2 ? results : results.filter(({ entity }) => wanted.some((one) => isSchemaOf(entity.schema, one)));
  const sure = fitting.filter(({ match }) => match.score >= HIT_THRESHOLD).length === 1;
  return fitting.map(({ entity, match }) => ({
    ...named(entity),
    score: Math.round(match.score * 1000) / 10,
    match: sure && match.score >= HIT_THRESHOLD,
    features: [{ id: 'name', value: Math.round(match.score * 1000) / 10 }],
  }));
}

/** An entity as the protocol names it: what tells it from its namesakes stands in the description. */
export function named({ id, caption, schema, properties, datasets }: PartyEntity) {
  const told = ['birthDate', 'country', 'nationality', 'jurisdiction', 'flag'].flatMap((property) =>
    (properties[property] ?? []).filter((value) => typeof value === 'string').slice(0, 2),
  );
  const type = typeOf(schema);
  return { id, name: caption, description: [type.name, ...told, ...datasets].join(', '), type: [type] };
}

function typeOf(schema: string): { readonly id: string; readonly name: string } {
  return { id: schema, name: PARTY_MODEL.find(({ id }) => id === schema)?.label ?? schema };
}

/** Kinds of parties, as types of the protocol. */
export const TYPES = PARTY_MODEL.map(({ id, label, description }) => ({ id, name: label, description: description ?? label }));

export const PROPERTIES = PARTY_PROPERTIES.map(({ id, label, description }) => ({ id, name: label, description: description ?? label }));

/** Those whose id or name has a word that begins so; none for the empty prefix. */
export function beginning<Entry extends { readonly id: string; readonly name: string }>(
  all: readonly Entry[],
  prefix: string,
): readonly Entry[] {
  const wanted = prefix.trim().toLowerCase();
  if (wanted === '') return [];
  const words = ({ id, name }: Entry): readonly string[] => [
    id,
    id.slice(id.indexOf(':') + 1),
    name,
    ...name.split(/[\s:,()/-]+/),
    ...id.split(/(?=[A-Z:])/),
  ];
  return all.filter((entry) => words(entry).some((word) => word.toLowerCase().startsWith(wanted)));
}

/** Values of wanted properties, which are named by the model or bare. */
export function extendedWith(
  entities: ReadonlyMap<string, PartyEntity>,
  ids: readonly string[],
  wanted: readonly { readonly id: string; readonly limit: number }[],
) {
  const known = wanted.flatMap(({ id, limit }) => {
    const property = PARTY_PROPERTIES.find((one) => one.id === id || one.name === id);
    return property === undefined ? [] : [{ id, limit, name: property.name, label: property.label }];
  });
  return {
    meta: known.map(({ id, label }) => ({ id, name: label })),
    rows: Object.fromEntries(
      ids.map((id) => {
        const properties = entities.get(id)?.properties ?? {};
        return [
          id,
          Object.fromEntries(
            known.map(({ id: asked, name, limit }) => {
              const values = (properties[name] ?? []).filter((value) => typeof value === 'string');
              return [asked, (limit > 0 ? values.slice(0, limit) : values).map((str) => ({ str }))];
            }),
          ),
        ];
      }),
    ),
  };
}
