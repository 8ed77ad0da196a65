import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the desk, in memory: they are few, small and always asked for. */
export interface BuiltFile {
  readonly type: string;
  readonly plain: Buffer;
  /** The same, compressed while it was built; absent where that saves nothing. */
  readonly br?: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Where `npm ci` leaves the desk built, in a checkout as in the package. */
export const DESK_FOLDER = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** The built desk, read once. Undefined where it was not built. */
export function builtDesk(): ReturnType<typeof readDesk> {
  return (built ??= readDesk());
}

let built: ReturnType<typeof readDesk>;

/** The desk in a folder: its page, and its files by name under /assets. */
export function readDesk(folder = DESK_FOLDER): { readonly page: string; readonly files: ReadonlyMap<string, BuiltFile> } | undefined {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return undefined;
  const assets = join(folder, 'assets');
  const files = new Map<string, BuiltFile>();
  for (const name of readdirSync(assets)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const compressed = join(assets, `${name}.br`);
    files.set(name, {
      type,
      plain: readFileSync(join(assets, name)),
      ...(existsSync(compressed) ? { br: readFileSync(compressed) } : {}),
    });
  }
  return { page: readFileSync(index, 'utf8'), files };
}
