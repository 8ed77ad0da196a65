import type { FieldValues } from './facts.ts';

/** What is known of a notice beside its text; null as long as nobody has looked. */
export const HISTORY_FIELDS: Readonly<Record<string, FieldValues>> = {
  state: ({ state }) => (state === null ? null : [{ value: state, says: `the notice is ${state}` }]),
  versions: ({ versions }) => (versions === null ? null : [{ value: versions, says: `${versions} versions were seen` }]),
  copies: ({ copies }) => (copies === null ? null : [{ value: copies, says: `the text stands in ${copies} other notices` }]),
  listed: ({ listed }) =>
    listed === null
      ? null
      : [{ value: listed.length, says: listed.map(({ caption, list }) => `${caption} (${list})`).join(', ') || 'no listed party' }],
  list: ({ listed }) => listed?.map(({ list, caption }) => ({ value: list, says: `${caption} (${list})` })) ?? null,
};
