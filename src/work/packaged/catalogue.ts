import type { Catalogue } from '../../catalogue/catalogue.ts';
import { catalogueRecipe, loadCatalogue } from '../../catalogue/load.ts';
import { compileCatalogue, type Program } from '../../recognise/compile.ts';
import { createScanner, type Scanner } from '../../recognise/scanner.ts';
import { keptValue } from './kept-values.ts';

let packaged: { readonly catalogue: Catalogue; readonly program: Program } | undefined;
let scanner: Scanner | undefined;

/** The catalogue that comes with the package, with what it is compiled to: both from one place, since the one points into the other. */
function packagedProgram(): { readonly catalogue: Catalogue; readonly program: Program } {
  return (packaged ??= keptValue('scanner', catalogueRecipe(), () => {
    const catalogue = loadCatalogue();
    return { catalogue, program: compileCatalogue(catalogue) };
  }));
}

/** The catalogue that comes with the package, read once in a process. Throws `catalogue-invalid`. */
export function packagedCatalogue(): Catalogue {
  return packagedProgram().catalogue;
}

/** The scanner of the package's catalogue, made once in a process. Throws `catalogue-invalid`. */
export function packagedScanner(): Scanner {
  const { catalogue, program } = packagedProgram();
  return (scanner ??= createScanner(catalogue, program));
}
