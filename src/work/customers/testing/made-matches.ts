import type { Match } from '../../../model/match.ts';
import type { NameQuery } from '../../../model/party.ts';

/** Matches that depend on the query alone, for tests of what stands around the engine: one for every third length of a name. */
export function madeMatches({ name }: NameQuery): readonly Match[] {
  if (name.length % 3 !== 0) return [];
  return [
    {
      key: `m-${name.length}`,
      id: 'made:1',
      caption: '=cmd(1)',
      matchedName: name,
      score: (name.length % 10) / 10,
      list: 'made',
      listing: 'made:1',
      explanation: { text: `${name} = ${name} word`, alignment: [], for: ['country agrees (RU)'], against: [] },
    },
  ];
}
