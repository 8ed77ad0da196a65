import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseDuration } from '../../model/duration.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { ListSettings } from '../../model/kept-list.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { KnownList } from '../../catalogue/lists.ts';
import { isWebAddress } from './fetch-list.ts';

export interface AskedList {
  readonly name?: string;
  readonly every?: string;
  readonly format?: string;
  readonly mapping?: string;
  readonly allowPrivate?: boolean;
  /** Files that belong to it. */
  readonly with?: readonly string[];
}

/** Time between two updates of a list on the web whose catalogue entry says nothing else. */
const DEFAULT_EVERY = '12h';
const LEAST_EVERY_MS = 60_000;

/** The settings of a list from a known name, a path or an address. Throws `usage` where it is none of them. */
export function listSettings(wanted: string, asked: AskedList, known: ReadonlyMap<string, KnownList>): ListSettings {
  const entry = known.get(wanted);
  const web = isWebAddress(wanted);
  if (entry === undefined && !web && !existsSync(wanted)) throw noSuchList(wanted, known);
  if (entry === undefined && !web && statSync(wanted).isDirectory())
    throw new DualwatchError('usage', `${wanted} is a folder; name the file of the list`);
  const [main = wanted, ...belonging] =
    entry === undefined ? [web ? wanted : resolve(wanted), ...(web ? [] : siblingsOf(wanted))] : entry.files;
  const everyMs =
    asked.every === undefined
      ? entry !== undefined
        ? parseDuration(entry.every)
        : web
          ? parseDuration(DEFAULT_EVERY)
          : null
      : parseDuration(asked.every);
  if (everyMs !== null && everyMs < LEAST_EVERY_MS)
    throw new DualwatchError('usage', `--every ${asked.every ?? ''} is too often for a list; write at least 1m, as in 12h`);
  return {
    name: asked.name ?? entry?.name ?? nameOf(main),
    address: main,
    companions: asked.with === undefined ? belonging : asked.with.map((one) => (isWebAddress(one) ? one : resolve(one))),
    format: asked.format ?? entry?.format ?? null,
    mapping: asked.mapping === undefined ? null : resolve(asked.mapping),
    everyMs,
    ...(asked.allowPrivate === true ? { allowPrivate: true } : {}),
  };
}

function noSuchList(wanted: string, known: ReadonlyMap<string, KnownList>): DualwatchError {
  const near = nearestName(wanted, known.keys());
  return new DualwatchError(
    'usage',
    `"${wanted}" is no known list, no file and no address.${near === undefined ? '' : ` Did you mean ${near}?`} "dualwatch lists known" shows the known ones`,
  );
}

/** Words for the main file of a list of OFAC, and for those that stand beside it: sdn.csv has alt.csv and add.csv. */
const MAIN_WORD = /(?<![a-z])(sdn|prim)(?![a-z])/i;
const BESIDE = ['alt', 'add'] as const;

function siblingsOf(path: string): readonly string[] {
  const folder = dirname(resolve(path));
  const name = basename(path);
  if (!MAIN_WORD.test(name)) return [];
  const there = readdirSync(folder);
  return BESIDE.flatMap((word) => {
    const wanted = name.replace(MAIN_WORD, word).toLowerCase();
    const found = there.find((one) => one.toLowerCase() === wanted);
    return found === undefined ? [] : [join(folder, found)];
  });
}

/** A name in kebab-case from a path or an address: `…/sdn.csv`, `…/sdn.csv.gz` → `sdn`. */
function nameOf(address: string): string {
  const last = isWebAddress(address)
    ? (URL.parse(address)
        ?.pathname.split('/')
        .findLast((part) => part !== '') ??
      URL.parse(address)?.hostname ??
      '')
    : basename(address);
  const unpacked = last.replace(/\.gz$/i, '');
  const bare = unpacked
    .slice(0, unpacked.length - extname(unpacked).length)
    .normalize('NFKD')
    .toLowerCase();
  const name = bare
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return name === '' ? 'list' : name;
}
