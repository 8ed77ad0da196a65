import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { parseCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** A name of a maker or product that, with a designation behind it, is goods of a concept. */
export interface Brand {
  readonly concept: string;
  readonly name: string;
  /** The name is the goods without a designation. */
  readonly alone: boolean;
  /** How designations of these goods begin, where the maker sells much else. */
  readonly designation: RegExp | null;
}

const schema = z.record(z.string(), z.string().min(1));

/** Reads `brands.yaml`. Throws `catalogue-invalid` where a line names no concept or its pattern does not compile. */
export function readBrands(file: CatalogueFile, concepts: ReadonlySet<string>): readonly Brand[] {
  return Object.entries(parseCatalogueFile(file, schema)).flatMap(([concept, list]) => {
    if (!concepts.has(concept)) throw new DualwatchError('catalogue-invalid', `${file.name}: no concept "${concept}"`);
    return list
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => {
        const [names = '', pattern] = line.split(' ~ ');
        const alone = names.endsWith(' !');
        const designation = pattern === undefined ? null : compiled(pattern.trim(), `${file.name}, "${line}"`);
        return names
          .replace(/ !$/, '')
          .split(', ')
          .map((name): Brand => ({ concept, name: name.trim(), alone, designation }));
      });
  });
}

function compiled(pattern: string, where: string): RegExp {
  if (/[*+]|\{\d*,\}/.test(pattern.replaceAll(/\\./g, 'x')))
    throw new DualwatchError('catalogue-invalid', `${where}: the pattern repeats without bound`);
  try {
    return new RegExp(`^${pattern}`, 'u');
  } catch (cause) {
    throw new DualwatchError('catalogue-invalid', `${where}: the pattern does not compile`, { cause });
  }
}
