import type { Mention } from '../../model/mention.ts';
import type { FactValue, FieldValues } from './facts.ts';

/** What is sought: goods, their makers, what the text says it wants with them. */
export const GOODS_FIELDS: Readonly<Record<string, FieldValues>> = {
  goods: ({ mentions }) => goodsOf(mentions).flatMap((mention) => valueOf(mention, mention.concept)),
  civilUse: ({ mentions }, { concepts }) =>
    goodsOf(mentions).flatMap((mention) => valueOf(mention, concepts.get(mention.concept ?? '')?.civilUse)),
  chpl: ({ mentions }, { concepts }) =>
    goodsOf(mentions).flatMap((mention) =>
      Object.keys(concepts.get(mention.concept ?? '')?.chpl ?? {}).flatMap((hs6) => valueOf(mention, hs6)),
    ),
  control: ({ controls }) =>
    controls.flatMap((control) =>
      [control, control.slice(control.indexOf(' ') + 1)].map((value) => ({ value, says: `${control} may apply` })),
    ),
  role: ({ mentions }) => mentions.filter(({ kind }) => kind === 'good').flatMap((mention) => valueOf(mention, mention.role)),
  tradeName: ({ mentions }) => tradeNames(mentions).flatMap((mention) => valueOf(mention, mention.text)),
  maker: ({ mentions }) => tradeNames(mentions).flatMap((mention) => valueOf(mention, mention.id)),
  makerCountry: ({ mentions }, { makers }) => tradeNames(mentions).flatMap((mention) => valueOf(mention, makers.get(mention.id ?? ''))),
  intent: ({ mentions }) => ofKind(mentions, 'intent'),
  place: ({ mentions }) => ofKind(mentions, 'place'),
  parameter: ({ parameters }) => parameters.map(({ measured, start, end }) => ({ value: measured, span: { start, end } })),
  quantity: ({ items }) =>
    items.flatMap(({ quantity, start, end }) => (quantity === null ? [] : [{ value: quantity.value, span: { start, end } }])),
  lang: ({ lang }) => [{ value: lang }],
};

/** Mentions that name what is sought. */
export function goodsOf(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter(({ role }) => role === 'goods');
}

function tradeNames(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter(({ kind, role }) => kind === 'tradeName' && (role === undefined || role === 'goods' || role === 'part'));
}

function ofKind(mentions: readonly Mention[], kind: Mention['kind']): readonly FactValue[] {
  return mentions.filter((mention) => mention.kind === kind).flatMap((mention) => valueOf(mention, mention.id));
}

function valueOf({ start, end }: Mention, value: string | undefined): readonly FactValue[] {
  return value === undefined ? [] : [{ value, span: { start, end } }];
}
