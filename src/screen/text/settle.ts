import { numberIn } from '../index/name-info.ts';
import type { PartySchema } from '../../model/party.ts';
import { schemaAt, type PartyRecord } from '../index/party-record.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { contextOf, factsNear, surroundingsOf, type Context, type Surroundings } from './context.ts';
import type { GlossaryWords } from './glossary-words.ts';
import { isInitials, type Hit } from './hit.ts';
import { areOthers, isInitialled } from './initials-agree.ts';
import type { ListedNames } from './listed-names.ts';
import { ownSlice } from './own-slice.ts';
import { overlap, withoutOverlaps } from './overlapping-hits.ts';
import { mayBeSpokenFor, speaksFor } from './spoken-for.ts';
import { couldSettle, standsAlone } from './standing.ts';
import { READ_BEHIND, TELLING_BITS, isClosed, isWholeName, mayBeReadOut, mayBeWholeName } from './whole-name.ts';

/**
 * Keeps the hits that may stand: long or rare names by themselves, short and common ones where something near speaks for them or where the text has
 * another name of the party; of overlapping ones the longest and best. In the order of the text.
 * `holds`: is it a hit with the words beside it too? Asked last, as it costs most.
 */
export function settle(
  hits: readonly Hit[],
  text: string,
  recordOf: (name: number) => PartyRecord,
  names: ListedNames,
  knowledge: NameKnowledge,
  glossary: GlossaryWords,
  holds: (hit: Hit) => boolean,
): readonly Hit[] {
  if (hits.length === 0) return [];
  const kept: Hit[] = [];
  const doubtful: Hit[] = [];
  let around: Surroundings | undefined;
  const longest = longestHanPersons(hits, text);
  for (const hit of hits) {
    if (isOutdone(hit, text, longest)) continue;
    if (standsAlone(hit)) {
      if (holds(hit)) kept.push(hit);
      continue;
    }
    if (!couldSettle(hit)) {
      doubtful.push(hit);
      continue;
    }
    const record = recordOf(hit.name);
    const listed = record.names[numberIn(names.info[hit.name]!)]?.[0] ?? record.caption;
    const span = ownSlice(text, hit.start, hit.end);
    if (
      (mayBeWholeName(hit) || mayBeReadOut(hit)) &&
      !isCraft(schemaAt(names.schema[names.party[hit.name]!]!)) &&
      isWholeName(hit, listed, span, text.slice(hit.end, hit.end + READ_BEHIND), knowledge)
    ) {
      if (isClosed(hit, listed, span) || holds(hit)) kept.push(hit);
      continue;
    }
    if (
      isInitials(hit) &&
      !isInitialled(
        text,
        hit,
        listed,
        record.names.map(([name]) => name),
        knowledge,
      )
    )
      continue;
    if (!mayBeSpokenFor(hit, record, listed, span)) {
      doubtful.push(hit);
      continue;
    }
    const near = (): Context => {
      if (around?.span.start !== hit.start || around.span.end !== hit.end) around = surroundingsOf(text, hit, knowledge, glossary);
      return contextOf(around, record, knowledge);
    };
    if (!speaksFor(near, factsNear(text, hit, record).certain, hit, listed, span)) doubtful.push(hit);
    else if (holds(hit)) kept.push(hit);
  }
  const partyOf = (hit: Hit): number => names.party[hit.name]!;
  const sure = Map.groupBy(kept, partyOf);
  for (const hit of doubtful) {
    const others = sure.get(partyOf(hit)) ?? [];
    if (others.some((other) => saysWhose(other, hit)) && (hit.capital || hit.bits > TELLING_BITS) && holds(hit)) kept.push(hit);
  }
  const listedAs = ({ name }: Hit): string => {
    const record = recordOf(name);
    return record.names[numberIn(names.info[name]!)]?.[0] ?? record.caption;
  };
  const whole = kept.filter(({ cut }) => cut !== true);
  const uncut = whole.length === kept.length ? kept : kept.filter((hit) => hit.cut !== true || !whole.some((other) => overlap(other, hit)));
  return withoutOverlaps(
    withoutEither(uncut, partyOf, (a, b) => areOthers(listedAs(a), listedAs(b), knowledge)),
    partyOf,
  );
}

/** Without initials that may be of two listed persons with other given names. */
function withoutEither(hits: readonly Hit[], partyOf: (hit: Hit) => number, isOther: (a: Hit, b: Hit) => boolean): readonly Hit[] {
  const initialled = hits.filter(isInitials);
  if (initialled.length < 2) return hits;
  const bySpan = Map.groupBy(initialled, ({ start, end }) => `${start} ${end}`);
  const either = new Set<Hit>();
  for (const [first, ...others] of bySpan.values())
    for (const other of others)
      if (first !== undefined && partyOf(first) !== partyOf(other) && isOther(first, other))
        [first, ...others].forEach((hit) => either.add(hit));
  return either.size === 0 ? hits : hits.filter((hit) => !either.has(hit));
}

/**
 * Names of persons in Han that others stand in place of: 王立 is not named where 王立群 is, but 王立 is where 群 only stands behind a line break.
 * By where they begin: the end of the longest without a blank inside.
 */
function longestHanPersons(hits: readonly Hit[], text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const hit of hits) if (isHanPerson(hit) && !isBroken(hit, text)) ends.set(hit.start, Math.max(hit.end, ends.get(hit.start) ?? 0));
  return ends;
}

function isOutdone(hit: Hit, text: string, longest: ReadonlyMap<number, number>): boolean {
  if (!isHanPerson(hit)) return false;
  const end = longest.get(hit.start);
  return end !== undefined && (isBroken(hit, text) || hit.end < end);
}

function isHanPerson({ han, person }: Hit): boolean {
  return han === 'exact' && person;
}

function isBroken({ start, end }: Hit, text: string): boolean {
  return /\s/.test(text.slice(start, end));
}

/** Does a sure mention elsewhere in the text say whose name a doubtful one is? By another name of the party; of a person, or of all of a name, also by the same one: Oleg Orvanik … O. Orvanik. */
function saysWhose(sure: Hit, doubtful: Hit): boolean {
  return !overlap(sure, doubtful) && (sure.name !== doubtful.name || doubtful.person || doubtful.missing === 0);
}

/** Ships bear names of everything. */
function isCraft(schema: PartySchema): boolean {
  return schema === 'Vessel' || schema === 'Airplane';
}
