import { createEntryComparer } from '../assess/controls/compare-entry.ts';
import { createControlAssessor } from '../assess/controls/findings-of-controls.ts';
import { findIndicators } from '../assess/indicators/find-indicators.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadControlConditions } from '../catalogue/control-conditions.ts';
import { loadControlParameters } from '../catalogue/control-parameters.ts';
import { loadIndicatorRules } from '../catalogue/indicator-rules.ts';
import { loadItemWords } from '../catalogue/items.ts';
import { digestOfFiles } from '../catalogue/files-digest.ts';
import { packagedControls } from '../catalogue/load-controls.ts';
import { packagedCatalogue } from './packaged/catalogue.ts';
import { loadParameterWords } from '../catalogue/parameter-words.ts';
import { loadUnits, unitsByName } from '../catalogue/units.ts';
import type { Analysis, AnalysisContext } from '../model/analysis.ts';
import { sha256 } from '../model/digest.ts';
import type { LineItem } from '../model/line-item.ts';
import type { Cut, Mention, Scan } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { garbledIn } from '../read/garbled.ts';
import { createItemFinder } from '../recognise/items/find-items.ts';
import { assignToItems } from '../recognise/parameters/assign-to-items.ts';
import { createParameterFinder, MOST_PARAMETERS } from '../recognise/parameters/find-parameters.ts';
import { withFrameRates } from '../recognise/parameters/frame-rates.ts';
import { withoutPlacesOfGoods } from '../recognise/parties/places-of-goods.ts';
import { openTradeFinder, tradeRecipe } from './trade-finder.ts';

/** Says all that can be said of a text that was scanned. Same text, context and catalogue, same answer. */
export interface Analyser {
  /** `scan` is of the same text, contacts among its mentions. `today` is the day that controls are asked for where the notice has none, ISO. */
  analyse(text: string, scan: Scan, context: AnalysisContext, today: string): Analysis;
}

/** Counts up when code changes items, values or findings of a text, or what is kept of them. */
const CODE_VERSION = 12;

/** What the catalogue's own recipe does not take in. */
const FILES = [
  'units.yaml',
  'parameter-words.yaml',
  'items.yaml',
  'control-parameters.yaml',
  'control-conditions.yaml',
  'indicators.yaml',
  'indicator-rules.yaml',
  'transshipment.yaml',
  'channels.yaml',
];

/** Version of code and knowledge behind items, values, parties and findings; nothing is compiled for it. Throws `catalogue-invalid`. */
export function analysisRecipe(): string {
  return sha256(`analysis ${CODE_VERSION} ${digestOfFiles(FILES)} ${tradeRecipe()}`).slice(0, 12);
}

/** Compiles what the catalogue says beside the terms. Throws `catalogue-invalid`. */
export function createAnalyser(catalogue: Catalogue): Analyser {
  const [rules, units, words, itemWords] = [loadIndicatorRules(), loadUnits(), loadParameterWords(), loadItemWords()];
  const [names, conditions, trades] = [loadControlParameters(), loadControlConditions(), openTradeFinder()];
  const items = createItemFinder(itemWords);
  const parameters = createParameterFinder(units, words);
  const byName = unitsByName(units);
  const comparer = createEntryComparer(names, conditions, {
    unitNamed: (name) => (name === '' ? units.find(({ unit }) => unit.base === '')?.unit : byName.get(name)),
    readValues: (text) => parameters.find(text, 'en'),
  });
  // Control lists are the largest files of the catalogue and only goods ask for them.
  let controls: ReturnType<typeof createControlAssessor> | undefined;
  const knowledge = { table: rules, concepts: catalogue.concepts, makers: catalogue.makers };
  return {
    analyse(text, scan, context, today) {
      const traded = trades.find(
        text,
        context.fields,
        scan.mentions.filter(({ kind }) => kind === 'good'),
      );
      const trade = { ...traded, parties: withoutPlacesOfGoods(traded.parties, scan.mentions) };
      const values = parameters.find(text, scan.lang);
      const { items: found, isCut } = items.find(text, scan.mentions, values);
      const goods = scan.mentions.filter(isGoods).map((mention) => ({ concept: mention.concept, mention, item: itemAt(found, mention) }));
      const concepts = [...new Set(goods.map(({ concept }) => concept))];
      const inItems = assignToItems(values, found);
      const stated = withFrameRates(text, inItems, found, concepts, words.frameRates);
      const codes = scan.mentions.filter(({ kind }) => kind === 'code');
      const date = (context.publishedAt ?? today).slice(0, 10);
      const ofControls =
        goods.length + codes.length === 0
          ? []
          : (controls ??= createControlAssessor(packagedControls(), catalogue.concepts, comparer)).findingsOfControls({
              text,
              goods,
              parameters: stated,
              codes,
              date,
            });
      const ofIndicators = findIndicators(
        {
          text,
          lang: scan.lang,
          publishedAt: context.publishedAt,
          mentions: scan.mentions,
          trade,
          items: found,
          parameters: stated,
          controls: controlsThatMayApply({ findings: ofControls }),
          state: context.state,
          versions: context.versions,
          copies: context.copies,
          listed: context.listed,
        },
        knowledge,
      );
      const garbled = garbledIn(text);
      const cut: readonly Cut[] = [
        ...(scan.cut ?? []),
        ...(isCut ? ['items' as const] : []),
        ...(values.length >= MOST_PARAMETERS ? ['parameters' as const] : []),
      ];
      return {
        ...scan,
        ...(cut.length === 0 ? {} : { cut }),
        ...trade,
        items: found,
        parameters: stated,
        findings: [...ofControls, ...ofIndicators],
        ...(garbled === null ? {} : { garbled }),
      };
    },
  };
}

/** Entries that may apply, as `list entry`, once each: all but those that a stated value or their own scope rules out. */
export function controlsThatMayApply({ findings }: Pick<Analysis, 'findings'>): readonly string[] {
  const entries = findings.flatMap(({ control, status }) =>
    control === undefined || status === 'unmet' ? [] : [`${control.list} ${control.entry}`],
  );
  return [...new Set(entries)];
}

function isGoods(mention: Mention): mention is Mention & { readonly concept: string } {
  return mention.role === 'goods' && mention.concept !== undefined;
}

/** Number of the item that a span stands in; items are in the order of the text and do not overlap. */
function itemAt(items: readonly LineItem[], { start, end }: Span): number | null {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const item = items[low];
  return item !== undefined && item.start <= start && item.end >= end ? item.number : null;
}

let opened: Analyser | undefined;

/** The analyser of the package's catalogue, made once. Throws `catalogue-invalid`. */
export function openAnalyser(): Analyser {
  return (opened ??= createAnalyser(packagedCatalogue()));
}
