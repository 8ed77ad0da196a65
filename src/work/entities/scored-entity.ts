import type { PartyEntity } from './entity-of-party.ts';
import type { MatchedEntity } from './match-entities.ts';

/** How a match came about, in the shape in which the field's matchers tell it. */
export interface Feature {
  readonly score: number;
  readonly detail: string | null;
  readonly query?: string | null;
  readonly candidate?: string | null;
}

export interface ScoredEntity extends PartyEntity {
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly score: number;
  readonly match: boolean;
  readonly features: Readonly<Record<string, number>>;
  readonly explanations: Readonly<Record<string, Feature>>;
}

/** What the features of a {@link ScoredEntity} say. A coefficient is 1 where the score is that of the feature. */
export const FEATURES = {
  name: {
    description:
      'How likely both names are of one party, all that is known beside them weighed in; the detail shows how the words correspond',
    coefficient: 1,
    url: '',
  },
  agrees: { description: 'What is known beside the names and agrees', coefficient: 0, url: '' },
  contradicts: { description: 'What is known beside the names and contradicts', coefficient: 0, url: '' },
} as const;

/** A matched entity as matchers of the field give it: `match` says whether its score is at `threshold` or above. */
export function scoredEntity({ entity, match, queried }: MatchedEntity, threshold: number): ScoredEntity {
  const { score, explanation, matchedName } = match;
  const { text, for: agreeing, against } = explanation;
  const explanations: Record<string, Feature> = {
    name: { score, detail: text === '' ? null : text, query: queried, candidate: matchedName },
    ...(agreeing.length === 0 ? {} : { agrees: { score: 1, detail: agreeing.join('; ') } }),
    ...(against.length === 0 ? {} : { contradicts: { score: 1, detail: against.join('; ') } }),
  };
  return {
    ...entity,
    properties: Object.fromEntries(
      Object.entries(entity.properties).map(([name, values]) => [name, values.filter((value) => typeof value === 'string')]),
    ),
    score,
    match: score >= threshold,
    features: Object.fromEntries(Object.entries(explanations).map(([name, feature]) => [name, feature.score])),
    explanations,
  };
}
