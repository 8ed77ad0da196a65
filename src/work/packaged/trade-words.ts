import { digestOfFiles } from '../../catalogue/files-digest.ts';
import { loadTradeRoles, type TradeRoles } from '../../catalogue/trade-roles.ts';
import type { Program } from '../../recognise/compile.ts';
import { compileTradeWords } from '../../recognise/parties/trade-hits.ts';
import { packagedCatalogue } from './catalogue.ts';
import { keptValue } from './kept-values.ts';

const FILES = ['trade-roles.yaml', 'places.yaml'];

/** The words of trade that come with the package, and what they are compiled to. Throws `catalogue-invalid`. */
export function packagedTradeWords(): { readonly roles: TradeRoles; readonly program: Program } {
  return keptValue('trade', tradeWordsDigest(), () => {
    const roles = loadTradeRoles();
    return { roles, program: compileTradeWords(packagedCatalogue(), roles) };
  });
}

/** Digest of the files that they are read from; nothing is compiled for it. Throws `catalogue-invalid`. */
export function tradeWordsDigest(): string {
  return digestOfFiles(FILES);
}
