import type { Command } from 'commander';
import type { ControlList } from '../../catalogue/controls.ts';
import { packagedControls } from '../../catalogue/load-controls.ts';
import { packagedCatalogue } from '../../work/packaged/catalogue.ts';
import { DualwatchError } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { describeConcept, summarise } from '../../work/catalogue-check/catalogue-overview.ts';
import { checkCatalogue } from '../../work/catalogue-check/check-catalogue.ts';
import { writeConcept } from '../concept-lines.ts';
import { dayOf } from '../day-option.ts';
import type { Io } from '../io.ts';
import { formatTable } from '../table.ts';

interface Json {
  readonly json?: boolean;
}

export function catalogueCommand(program: Command, io: Io): void {
  const catalogue = program.command('catalogue').description('the goods that are known: their words, guards, codes and controls');
  list(catalogue, io);
  show(catalogue, io);
  check(catalogue, io);
}

function list(catalogue: Command, io: Io): void {
  catalogue
    .command('list')
    .description('every concept with its counts of terms, codes and controls, and every control list')
    .option('--json', 'one object a line: concepts, then lists')
    .addHelpText('after', '\nExample:\n  dualwatch catalogue list\n')
    .action(async ({ json }: Json) => {
      const controls = packagedControls();
      const concepts = summarise(packagedCatalogue(), controls);
      const lists = [...controls.lists.values()].map(({ entries, ...rest }) => ({ ...rest, entries: entries.length }));
      if (json) {
        for (const one of [...concepts, ...lists]) await io.out(JSON.stringify(one));
        return;
      }
      const right = (head: string): { readonly head: string; readonly align: 'right' } => ({ head, align: 'right' });
      await io.out(
        formatTable(
          [
            { head: 'concept' },
            ...['zh', 'ru', 'uk', 'en', 'brands', 'patterns', 'guarded', 'codes', 'controls', 'by HS'].map(right),
            { head: 'civil use' },
          ],
          concepts.map(({ concept, terms, kinds, guarded, codes, controls: { named, byHs }, civilUse }) =>
            [
              concept,
              terms.zh,
              terms.ru,
              terms.uk,
              terms.en,
              kinds.tradeName ?? 0,
              kinds.partNumber ?? 0,
              guarded,
              codes,
              named,
              byHs,
              civilUse,
            ].map(String),
          ),
          io.width,
        ),
      );
      await io.out('');
      await io.out(
        formatTable(
          [{ head: 'control list' }, right('entries'), { head: 'as of' }, { head: 'name', shrink: true }],
          lists.map(({ id, entries, texts, name }) => [id, String(entries), textDays(texts), name]),
          io.width,
        ),
      );
      await io.out('');
      for (const { id, completeness, secondary, credit } of lists)
        await io.out(`${id}: ${completeness} ${secondary} ${credit}`.replaceAll(/ {2,}/g, ' '));
    });
}

/** The days of the texts that a list comes from, each with its entries where there are several. */
function textDays(texts: ControlList['texts']): string {
  return texts.length === 1 ? (texts[0]?.asOf ?? '') : texts.map(({ asOf, entries }) => `${asOf} (${entries})`).join(', ');
}

function show(catalogue: Command, io: Io): void {
  catalogue
    .command('show')
    .argument('<concept>', 'id of a concept, as "catalogue list" names it')
    .description('a concept: definition, terms with guards, codes, controls with status and source')
    .option('--date <date>', 'day whose status of controls is asked for (default: today)')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch catalogue show counter_uav_jam --date 2024-05-22\n')
    .action(async (id: string, { json, date: typed }: Json & { readonly date?: string }) => {
      const known = packagedCatalogue();
      const date = dayOf(typed);
      const concept = describeConcept(id, date, known, packagedControls());
      if (concept === undefined) {
        const near = nearestName(id, known.concepts.keys());
        throw new DualwatchError(
          'not-found',
          `No concept "${id}". ${near === undefined ? '"dualwatch catalogue list" names them.' : `Did you mean "dualwatch catalogue show ${near}"?`}`,
        );
      }
      if (json) await io.out(JSON.stringify(concept));
      else await writeConcept(concept, date, io);
    });
}

function check(catalogue: Command, io: Io): void {
  catalogue
    .command('check')
    .description('prove that the catalogue holds: terms find themselves, guards have sentences, controls and codes exist')
    .option('--json', 'one object a line for each problem')
    .addHelpText('after', '\nExample:\n  dualwatch catalogue check\n')
    .action(async ({ json }: Json) => {
      const { counts, problems } = checkCatalogue();
      for (const { where, what, todo } of problems)
        await io.out(json ? JSON.stringify({ where, what, todo }) : `${where}\n  ${what}\n  → ${todo}`);
      const checked = `${counts.concepts} concepts, ${counts.terms} terms, ${counts.guards} with guards, ${counts.sentences} sentences, ${counts.controls} control entries`;
      if (problems.length > 0)
        throw new DualwatchError('catalogue-invalid', `${problems.length} problems in ${checked}; each says above what to do`);
      io.note(`The catalogue holds: ${checked}.`);
    });
}
