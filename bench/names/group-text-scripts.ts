import { loadNameCatalogue } from '../../src/catalogue/name-catalogue.ts';
import { buildScreenIndex } from '../../src/screen/index/build.ts';
import { compileNameKnowledge } from '../../src/screen/knowledge.ts';
import { createNameFinder } from '../../src/screen/text/name-finder.ts';
import { aliasAsks, type AliasAsk } from './alias-asks.ts';
import type { EvalContext } from './eval-context.ts';
import { CASES, inflectOrganisation, inflectPerson } from './inflect.ts';
import { askFor, halfOf } from './outcome.ts';
import { partyOf } from './party-of.ts';
import { seededRandom, type Random } from './random.ts';
import { share } from './report.ts';
import { latinOnly } from './world.ts';

/** Names of each kind and half, at most. */
const MOST = 500;

/**
 * Aliases in Cyrillic and Han, set into a line as notices have it, inflected if Cyrillic, where the list has Latin names alone: how many of those that the index calls a hit
 * when it is asked for the name are found in the text too.
 */
export function textScriptsGroup({ world, report, options, halves }: EvalContext): void {
  report.heading('aliases in another script in a line of text → Latin names only');
  const knowledge = compileNameKnowledge({ ...loadNameCatalogue(), off: options.off });
  const finder = createNameFinder(buildScreenIndex(latinOnly(world.parties).map(partyOf), knowledge), knowledge);
  const asks = aliasAsks(world.parties).filter(({ script }) => script === 'Han' || script === 'Cyrillic');
  for (const half of halves)
    for (const [kind, all] of Map.groupBy(
      asks.filter(({ party }) => halfOf(party) === half),
      ({ script, kind: of }) => `${script} ${of}s`,
    )) {
      const random = seededRandom(3);
      const told = random
        .shuffle(all)
        .slice(0, MOST)
        .map((ask) => {
          const outcome = askFor(ask, world.latin(), world);
          const text = lineWith(ask, random);
          const same = world.sameAs(ask.party, ask.query.name);
          return { text, party: ask.party, hit: outcome.hit, found: finder.find(text).some(({ party }) => same.has(party)) };
        });
      const hits = told.filter(({ hit }) => hit);
      report.row({
        group: 'text-scripts',
        name: `${kind}, ${half}`,
        n: told.length,
        figures: [
          share('found', told.filter(({ found }) => found).length, told.length),
          share('of hits', hits.filter(({ found }) => found).length, hits.length),
        ],
      });
      if (half === 'dev' ? options.errors : options.heldOutErrors)
        for (const { text, party, found } of hits) if (!found) report.note(`missed ${text.replaceAll('\n', ' ')} = ${party.names[0]}`);
    }
}

function lineWith({ query: { name }, script, kind }: AliasAsk, random: Random): string {
  if (script === 'Han')
    return kind === 'person' ? `采购代理机构联系人:${name}先生,电话见附件。` : `中标供应商名称:${name}\n供应商地址:见附件`;
  const into = random.pick(CASES);
  return kind === 'person'
    ? `Договор подписан с г-ном ${inflectPerson(name, into)}, от имени заказчика.`
    : `Победитель закупки: ${inflectOrganisation(name, into)}, цена договора указана в протоколе.`;
}
