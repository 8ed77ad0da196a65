import type { Indicator } from '../../catalogue/indicators.ts';
import type { IndicatorRule } from '../../catalogue/indicator-rules.ts';
import type { Finding, FindingReason } from '../../model/finding.ts';
import { CHANNEL_FIELDS } from './channel-fields.ts';
import type { FactValue, FieldValues, IndicatorKnowledge, NoticeFacts } from './facts.ts';
import { GOODS_FIELDS, goodsOf } from './goods-fields.ts';
import { HISTORY_FIELDS } from './history-fields.ts';
import { TRADE_FIELDS } from './trade-fields.ts';
import { weigh } from './weigh.ts';
import type { Weighable } from './weigh.ts';

/** Answers to the fields of `src/model/indicator-fields.ts`. */
export const FIELD_VALUES: ReadonlyMap<string, FieldValues> = new Map(
  Object.entries({ ...GOODS_FIELDS, ...TRADE_FIELDS, ...CHANNEL_FIELDS, ...HISTORY_FIELDS }),
);

/** Spans and sentences given for one finding. */
const REASONS = 6;

/**
 * What each rule of `indicator-rules.yaml` says of a notice, in the order of the file: `seen` with what shows it and what speaks against it, `unstated` where it hangs on what
 * nobody knows yet, `absent`. A notice without goods and without a trade name has none. Pure; time linear in the mentions for each field that a rule asks for.
 */
export function findIndicators(facts: NoticeFacts, knowledge: IndicatorKnowledge): readonly Finding[] {
  if (
    goodsOf(facts.mentions).length === 0 &&
    !facts.mentions.some(({ kind, role }) => kind === 'tradeName' && (role === undefined || role === 'goods'))
  )
    return [];
  const notice = weighable(facts, knowledge);
  return knowledge.table.rules.map((rule) => findingOf(rule, notice));
}

/** Ids of the red flags that were seen: first those that name their findings, then the same flags of other documents. */
export function indicatorsSeen(findings: readonly Finding[]): readonly string[] {
  const seen = findings.filter(({ status, indicator }) => status === 'seen' && indicator !== undefined);
  return [...new Set([...seen.flatMap(({ indicator }) => indicator ?? []), ...seen.flatMap(({ alsoIn }) => alsoIn ?? [])])];
}

/** Each field is answered once, a value with its first spans. */
function weighable(facts: NoticeFacts, knowledge: IndicatorKnowledge): Weighable {
  const known = new Map<string, readonly FactValue[] | null>();
  return {
    text: facts.text,
    valuesOf(field) {
      let values = known.get(field);
      if (values === undefined) {
        values = firstOfEach(FIELD_VALUES.get(field)?.(facts, knowledge) ?? null);
        known.set(field, values);
      }
      return values;
    },
  };
}

/** At most two spans of one value: what is said a hundred times needs no hundred quotations. */
function firstOfEach(values: readonly FactValue[] | null): readonly FactValue[] | null {
  if (values === null) return null;
  const seen = new Map<string | number, number>();
  return values.filter(({ value }) => {
    const times = (seen.get(value) ?? 0) + 1;
    seen.set(value, times);
    return times <= 2;
  });
}

function findingOf({ title, flags, partly, when, against, missing }: IndicatorRule, notice: Weighable): Finding {
  const [first, ...others] = flags;
  const { holds, reasons, unknown } = weigh(when, notice);
  const status = holds === null ? 'unstated' : holds ? 'seen' : 'absent';
  return {
    indicator: first.id,
    ...(others.length === 0 ? {} : { alsoIn: others.map(({ id }) => id) }),
    ...(partly.length === 0 ? {} : { partOf: partly.map(({ id }) => id) }),
    title,
    status,
    for: status === 'absent' ? [] : distinct(reasons),
    against: status === 'seen' && against !== null ? distinct(weigh(against, notice).reasons) : [],
    missing: status === 'seen' ? missing : unknown,
    source: sourceOf(first),
    confidence: first.confidence,
    item: null,
  };
}

/** A span that stands within another says no more. */
function distinct(reasons: readonly FindingReason[]): readonly FindingReason[] {
  return reasons
    .filter(({ text, span }, index) =>
      reasons.every((other, at) => {
        if (at === index) return true;
        if (span === undefined || other.span === undefined) return other.text !== text || at > index;
        const same = other.span.start === span.start && other.span.end === span.end;
        return same ? at > index : other.span.start > span.start || other.span.end < span.end;
      }),
    )
    .slice(0, REASONS);
}

function sourceOf({ document, date, status }: Indicator): string {
  return [document, ...(date === null ? [] : [date]), ...(status === 'in force' ? [] : [status])].join(', ');
}
