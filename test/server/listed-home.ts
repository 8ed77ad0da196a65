import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../src/capture/clock.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { addList, requireList } from '../../src/work/screening/keep-lists.ts';
import { updateList } from '../../src/work/screening/update-list.ts';

/** One listed party, as a line of `entities.ftm.json`. */
export interface Line {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

export const WATCHED: readonly Line[] = [
  {
    id: 'p1',
    schema: 'Person',
    properties: {
      name: ['Arkadi Romanovich Zhelvakov', 'Желваков Аркадий Романович'],
      birthDate: ['1951-12-15'],
      nationality: ['ru'],
      topics: ['sanction'],
      program: ['EX-7'],
    },
  },
  {
    id: 'c1',
    schema: 'Company',
    properties: {
      name: ['Stroymontazhinvest LLC', 'ООО «Строймонтажинвест»'],
      jurisdiction: ['ru'],
      innCode: ['7707083893'],
      topics: ['sanction', 'debarment'],
    },
  },
  { id: 'v1', schema: 'Vessel', properties: { name: ['Polnochnaya Zvezda'], imoNumber: ['9187629'], flag: ['ru'] } },
];

export const CONTROLLED: readonly Line[] = [
  {
    id: 'k1',
    schema: 'Organization',
    properties: { name: ['Guangzhou Haige Communications Group', '广州海格通信集团'], country: ['cn'], topics: ['export.control'] },
  },
  { id: 'k2', schema: 'Company', properties: { name: ['Stroymontazhinvest'], jurisdiction: ['ru'], innCode: ['7707083893'] } },
];

export interface ListedHome extends ServedHome {
  put(list: string, lines: readonly Line[]): Promise<void>;
}

/** A served home with two lists: `watched` and `controlled`. */
export async function serveListedHome(options: Parameters<typeof serveNewHome>[0] = {}): Promise<ListedHome> {
  return keepLists(await serveNewHome(options));
}

/** Gives a served home these two lists. */
export async function keepLists(served: ServedHome): Promise<ListedHome> {
  const { store, paths } = served.home;
  const client = { get: () => Promise.reject(new Error('no list of this home is on the web')) };
  const parts = { store, home: paths.home, client, clock: systemClock };
  const put = async (list: string, lines: readonly Line[]): Promise<void> => {
    const address = join(paths.home, `${list}.ftm.json`);
    writeFileSync(address, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    if ((await store.findList(list)) === undefined)
      await addList(parts, { name: list, address, companions: [], format: null, mapping: null, everyMs: null });
    else await updateList(parts, await requireList(store, list), { accept: true });
  };
  await put('watched', WATCHED);
  await put('controlled', CONTROLLED);
  await served.served.screening.renew();
  return { ...served, put };
}
