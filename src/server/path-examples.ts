/** Ids that this server makes are a letter and this. */
const MADE = '01m8bz7qgh1jj6b2x91x24abze';
const DIGEST = '3f1c5b0f6a6e5d2b9c0d7e8f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const UPLOAD = 'e97cc671-16fb-40da-94a8-cf4d45714002';
const EXPORT = 'e97cc671-16fb-40da-94a8-cf4d45710001';

/** What stands in the place of `:id`, by the word before it. */
const IDS: Readonly<Record<string, string>> = {
  notices: `n${MADE}`,
  sources: `s${MADE}`,
  receipts: `r${MADE}`,
  alerts: `a${MADE}`,
  cases: `c${MADE}`,
  claims: `q${MADE}`,
  searches: `f${MADE}`,
  users: `u${MADE}`,
  sessions: `w${MADE}`,
  keys: `k${MADE}`,
  publishers: 'pnfa37jxv0fwd89g8zz5rhmqxfv',
  uploads: UPLOAD,
  exports: EXPORT,
  parties: 'example-sanctions:c1',
  entities: 'example-sanctions:c1',
};

/** What stands in the place of `:name`, by the word before it. */
const NAMES: Readonly<Record<string, string>> = { sets: 'customers', lists: 'example-sanctions', anchors: 'tsa-one' };

const OTHERS: Readonly<Record<string, string>> = {
  sha256: DIGEST,
  digest: DIGEST,
  dataset: 'default',
  host: 'tenders.example.org',
  property: 'sanctions',
  key: 'mbae3bb3a704a887cd8419359',
};

/** What could stand in a path for one of its parameters; undefined where the route must say it by itself. */
export function pathExample(path: string, name: string): string | undefined {
  const words = path.split('/');
  const before = words[words.indexOf(`:${name}`) - 1] ?? '';
  return name === 'id' ? IDS[before] : name === 'name' ? NAMES[before] : OTHERS[name];
}
