import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge, type NameKnowledge } from '../../screen/knowledge.ts';

let loaded: NameKnowledge | undefined;

/**
 * What names are analysed by, from the catalogue of the package; loaded once. Compiling it takes most of a second, so a home keeps what came of it
 * in `indexes/`, under the digest of all that it was made from; without a home it is compiled. Throws `catalogue-invalid`.
 */
export function openNameKnowledge(home?: string): NameKnowledge {
  return (loaded ??= home === undefined ? compile(sourceDigest()) : kept(home));
}

function compile(code: string): NameKnowledge {
  return compileNameKnowledge({ ...loadNameCatalogue(), code });
}

const PREFIX = 'names-';

function kept(home: string): NameKnowledge {
  const digest = sourceDigest();
  const path = join(home, 'indexes', `${PREFIX}${digest}.bin`);
  try {
    return deserialize(readFileSync(path)) as NameKnowledge;
  } catch {
    // Not there, or cut off by a crash: it is made again.
  }
  const knowledge = compile(digest);
  try {
    keep(path, knowledge);
  } catch {
    // A home that cannot be written is read all the same.
  }
  return knowledge;
}

/** Whole or not at all; what older catalogues left goes. */
function keep(path: string, knowledge: NameKnowledge): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, serialize(knowledge), { mode: 0o600 });
  renameSync(draft, path);
  for (const name of readdirSync(folder))
    if (name.startsWith(PREFIX) && name !== basename(path)) rmSync(join(folder, name), { force: true });
}

/** Files that answers come from: the catalogue of names, and the code that analyses, finds and scores. Their digest is part of the recipe, so no receipt names a recipe that is no more. */
const SOURCES = ['organisations.yaml', 'name-places.yaml', 'name-frequencies.tsv', 'given-names.yaml', 'person-words.yaml'];
const CODE = ['', '/name', '/score', '/index', '/text']
  .map((folder) => `../../screen${folder}`)
  .concat('../../text', '../../text/readings');

function sourceDigest(): string {
  const hash = createHash('sha256').update(process.versions.v8);
  const add = (url: URL): void => void hash.update(readFileSync(url));
  for (const name of SOURCES) add(new URL(`../../../catalogue/${name}`, import.meta.url));
  for (const folder of CODE) {
    const place = fileURLToPath(new URL(`${folder}/`, import.meta.url));
    for (const name of readdirSync(place).toSorted())
      if (/(?<!\.test|\.d)\.(?:ts|js)$/.test(name)) hash.update(readFileSync(join(place, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
