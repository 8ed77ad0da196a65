import { packagedCatalogue } from '../catalogue/load.ts';
import { loadTradeRoles, type TradeRoles } from '../catalogue/trade-roles.ts';
import { sha256 } from '../model/digest.ts';
import { createTradeFinder, type TradeFinder } from '../recognise/parties/trade-finder.ts';

let roles: TradeRoles | undefined;
let finder: TradeFinder | undefined;

/** Counts up when code changes who is found in a notice. */
const CODE_VERSION = 1;

/** Who trades in a notice, as the catalogue of this process says; loaded at the first text. Throws `catalogue-invalid`. */
export function openTradeFinder(): TradeFinder & { readonly recipe: string } {
  const known = (roles ??= loadTradeRoles());
  return {
    recipe: sha256(`trade ${CODE_VERSION} ${known.recipe}`).slice(0, 12),
    find: (text, fields) => (finder ??= createTradeFinder(packagedCatalogue(), known)).find(text, fields),
  };
}
