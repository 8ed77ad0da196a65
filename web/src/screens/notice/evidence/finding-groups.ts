import type { Finding } from '../../../api/routes.gen.ts';
import type { WordKey } from '../../../words/use-words.ts';
import { overlaps, type Span } from '../place.ts';
import { spansOfFinding } from '../text/marks.ts';

const GROUPS = ['flags', 'met', 'unstated', 'candidates', 'against', 'absent'] as const;
export type Group = (typeof GROUPS)[number];

export const GROUP_WORDS = {
  flags: 'groupFlags',
  met: 'groupMet',
  unstated: 'groupUnstated',
  candidates: 'groupCandidates',
  against: 'groupAgainst',
  absent: 'groupAbsent',
} as const satisfies Record<Group, WordKey<'notice'>>;

/** Findings by what they say: red flags that are seen, controls that are met, those for which the text says too little, those that only a tariff code points to, those that the text speaks against, and red flags that are not seen. */
export function groupsOf(findings: readonly Finding[]): readonly (readonly [Group, readonly Finding[]])[] {
  const groups = Map.groupBy(findings, groupOf);
  return GROUPS.flatMap((group) => {
    const members = groups.get(group) ?? [];
    return members.length === 0 ? [] : [[group, members] as const];
  });
}

function groupOf({ status }: Finding): Group {
  switch (status) {
    case 'seen':
      return 'flags';
    case 'met':
      return 'met';
    case 'unstated':
      return 'unstated';
    case 'candidate':
      return 'candidates';
    case 'unmet':
      return 'against';
    case 'absent':
      return 'absent';
  }
}

/** Whether a finding rests on any of these spans. */
export function restsOn(finding: Finding, spans: readonly Span[]): boolean {
  return spansOfFinding(finding).some((span) => spans.some((one) => overlaps(one, span)));
}
