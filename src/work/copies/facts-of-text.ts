import type { CopyFact } from '../../model/copy.ts';
import type { Mention, MentionKind } from '../../model/mention.ts';
import { foldText } from '../../text/fold.ts';

const KINDS: Partial<Record<MentionKind, CopyFact['kind']>> = { good: 'good', tradeName: 'tradeName', place: 'place', code: 'code' };

/** Facts that another language states too, of what was recognised in a text: what it means where the catalogue knows that, else what it says. */
export function factsOfMentions(mentions: readonly Mention[]): readonly CopyFact[] {
  return mentions.flatMap((mention): CopyFact[] => {
    const kind = KINDS[mention.kind];
    if (kind === undefined || (mention.role !== undefined && mention.role !== 'goods')) return [];
    const key = factKeyOf(mention);
    return key === undefined ? [] : [{ kind, key, start: mention.start, end: mention.end }];
  });
}

/** What a mention means, the same in every language where the catalogue knows that; undefined where it names nothing that the catalogue knows. */
export function factKeyOf({ kind, concept, id, text }: Mention): string | undefined {
  if (kind === 'good') return concept;
  if (kind === 'place') return id;
  // Булат is written in two alphabets, and is of one maker and one concept.
  if (kind === 'tradeName' && id !== undefined && concept !== undefined) return `${id} ${concept}`;
  return foldText(text).text.replaceAll(/[\s-]/g, '');
}
