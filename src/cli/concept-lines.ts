import type { Term } from '../catalogue/catalogue.ts';
import type { ConceptDetails } from '../work/catalogue-check/catalogue-overview.ts';
import { testLine } from './code-lines.ts';
import type { Io } from './io.ts';

const KINDS: Readonly<Record<Term['kind'], string>> = {
  term: 'terms',
  translationese: 'translated wording',
  abbreviation: 'abbreviations',
  slang: 'slang',
  designation: 'designations',
  tradeName: 'trade names',
  partNumber: 'part number patterns',
};

/** Writes a concept for people: what it is, how it is called, what controls may apply on a day. */
export async function writeConcept(concept: ConceptDetails, date: string, io: Io): Promise<void> {
  const { id, definition, civilUse, sources, hs6, chpl, terms, codes, candidates, exclusions } = concept;
  await io.out(`${id}  ${definition}`);
  await io.out(`  civil use  ${civilUse}`);
  await io.out(`  sources    ${sources.join(', ')}`);
  await io.out(`  HS         ${hs6.map((code) => (chpl[code] === undefined ? code : `${code} (CHPL tier ${chpl[code]})`)).join(', ')}`);
  for (const [scheme, of] of Map.groupBy(codes, (code) => code.scheme))
    if (scheme !== 'hs') await io.out(`  ${scheme.padEnd(9)}  ${of.map(({ code }) => code).join(', ')}`);
  for (const [head, group] of Map.groupBy(
    terms,
    ({ lang, kind, strength }) => `${lang}  ${KINDS[kind]}${strength === 'soft' ? ', with a second signal' : ''}`,
  )) {
    await io.out(`  ${head} (${group.length})`);
    for (const term of group) await io.out(`    ${term.text}${remarks(term)}`);
  }
  await io.out(`  controls that may apply, on ${date}`);
  for (const { entry, status } of candidates.filter(({ via }) => via === 'entry')) {
    const tests = testLine(entry);
    await io.out(`    ${entry.regime}  ${entry.list} ${entry.entry}${entry.heading === '' ? '' : `: ${entry.heading}`}`);
    await io.out(`        ${status}; data ${entry.confidence}; ${entry.source}`);
    if (tests !== '') await io.out(`        applies where ${tests}`);
  }
  for (const [list, group] of Map.groupBy(
    candidates.filter(({ via }) => via === 'hs'),
    ({ entry }) => entry.list,
  ))
    await io.out(`    by HS code alone: ${list} ${[...new Set(group.map(({ entry }) => entry.entry))].join(', ')}`);
  for (const { entry, why } of exclusions) await io.out(`    not ${entry.list} ${entry.entry}: ${why}`);
}

/** What a term's line says besides its text. */
function remarks({ guards, maker, note, also, yieldsTo }: Term): string {
  const parts = [
    guards.notBefore.length === 0 ? '' : `not after ${guards.notBefore.join(', ')}`,
    guards.notAfter.length === 0 ? '' : `not before ${guards.notAfter.join(', ')}`,
    guards.needs.length === 0 ? '' : `needs ${guards.needs.join(', ')}`,
    maker === undefined ? '' : `of ${maker}`,
    also === undefined ? '' : `also ${also.join(', ')}`,
    yieldsTo === undefined ? '' : `yields to ${yieldsTo.join(', ')}`,
    note ?? '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `  – ${parts.join('; ')}`;
}
