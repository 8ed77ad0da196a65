import { findIndicators, indicatorsSeen } from '../assess/indicators/find-indicators.ts';
import type { AssessReading } from '../capture/derive.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadIndicatorRules } from '../catalogue/indicator-rules.ts';
import { sha256 } from '../model/digest.ts';
import { destinationsOf } from '../recognise/parties/destinations.ts';
import { openTradeFinder } from './trade-finder.ts';

/** Weighs readings by the rules of the catalogue; what only time or screening shows (removed, copies, listed parties) is left to whoever knows it. */
export function createAssessor(catalogue: Catalogue): { readonly recipe: string; readonly assess: AssessReading } {
  const table = loadIndicatorRules();
  const trades = openTradeFinder();
  const knowledge = { table, concepts: catalogue.concepts, makers: catalogue.makers };
  return {
    recipe: sha256(`${table.recipe} ${trades.recipe}`).slice(0, 12),
    assess({ text, publishedAt, fields }, { lang, mentions }) {
      const trade = trades.find(text, fields);
      const findings = findIndicators(
        {
          text,
          lang,
          publishedAt,
          mentions,
          trade,
          items: [],
          parameters: [],
          controls: [],
          state: null,
          versions: null,
          copies: null,
          listed: null,
        },
        knowledge,
      );
      return {
        destination: destinationsOf(trade.parties),
        indicators: indicatorsSeen(findings),
        controls: [],
      };
    },
  };
}
