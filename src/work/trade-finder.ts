import { sha256 } from '../model/digest.ts';
import { createTradeFinder, type TradeFinder } from '../recognise/parties/trade-finder.ts';
import { packagedTradeWords, tradeWordsDigest } from './packaged/trade-words.ts';

let finder: TradeFinder | undefined;

/** Counts up when code changes who is found in a notice. */
const CODE_VERSION = 4;

/** Who trades in a notice, as the catalogue of this process says; compiled at the first text. Throws `catalogue-invalid`. */
export function openTradeFinder(): TradeFinder & { readonly recipe: string } {
  return {
    recipe: tradeRecipe(),
    find: (text, fields, goods) => (finder ??= packagedFinder()).find(text, fields, goods),
  };
}

/** Version of code and knowledge behind the parties of a notice; nothing is compiled for it. Throws `catalogue-invalid`. */
export function tradeRecipe(): string {
  return sha256(`trade ${CODE_VERSION} ${tradeWordsDigest()}`).slice(0, 12);
}

function packagedFinder(): TradeFinder {
  const { roles, program } = packagedTradeWords();
  return createTradeFinder(roles, program);
}
