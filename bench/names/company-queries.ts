import { allFakers } from '@faker-js/faker';
import type { NameQuery } from '../../src/model/party.ts';
import { scriptOfName } from './name-words.ts';
import { addNoise } from './noise.ts';
import { isPerson } from './party-kind.ts';
import type { PeerParty } from './peers-list.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';

/** Companies as customers' files name them: half of them listed, under an altered name, half made up; the same in every run. Another `first` gives others. */
export function companyQueries(parties: readonly PeerParty[], count: number, first = 0): NameQuery[] {
  const random = seededRandom(20_261_126 + first);
  const listed = random
    .shuffle(parties.filter((party) => party.schema !== 'Vessel' && party.schema !== 'Airplane' && !isPerson(party)))
    .slice(0, Math.ceil(count / 2))
    .map(({ names }) => alter(random.pick(names), random));
  const made = Array.from({ length: count - listed.length }, (_, n) => madeUpCompany(first + n, random));
  return random.shuffle([...listed, ...made]).map((name) => ({ name, schema: 'Company' as const }));
}

/** A person or company with one slip, another order, form or spacing, where that applies. */
export function alter(name: string, random: Random): string {
  if (scriptOfName(name) !== 'Latin') return name;
  const kind = random.pick(['insert', 'delete', 'replace', 'swap', 'order', 'form', 'spacing'] as const);
  return addNoise(name, kind, random, (word) => word.length > 3) ?? name;
}

const PLACES = ['Shenzhen', 'Guangzhou', 'Beijing', 'Shanghai', 'Moscow', 'Ural', 'Siberian', 'Dubai', 'Almaty', 'Istanbul'] as const;
const SYLLABLES = [
  'hua',
  'xin',
  'rui',
  'feng',
  'tai',
  'jia',
  'bo',
  'lian',
  'kang',
  'de',
  'yu',
  'ming',
  'sheng',
  'hai',
  'long',
  'chuang',
] as const;
const TRADES = [
  'Electronics',
  'Technology',
  'Trading',
  'Import & Export',
  'Precision Machinery',
  'Logistics',
  'Optoelectronics',
  'Industrial',
  'Aviation Equipment',
  'Shipping',
] as const;
const FORMS = ['Co., Ltd.', 'Limited', 'LLC', 'JSC', 'FZE', 'GmbH', 'Group', 'Corporation', 'Inc.', 'A.S.'] as const;
const HAN_PLACES = ['深圳市', '广州', '上海', '北京', '东莞市', '苏州'] as const;
const HAN_NAMES = [...'华鑫瑞丰泰嘉博联康德宇明盛海龙创'];
const HAN_TRADES = ['电子科技', '国际贸易', '精密机械', '光电技术', '物流', '航空设备'] as const;
const CYRILLIC = ['Вектор', 'Север', 'Альфа', 'Прогресс', 'Орион', 'Меридиан', 'Каскад', 'Импульс', 'Техно', 'Регион'] as const;
const CYRILLIC_TRADES = ['строй', 'трейд', 'сервис', 'пром', 'электро', 'транс'] as const;

/** By turns: western companies, Chinese ones in Latin letters, in Han, Russian ones. */
function madeUpCompany(n: number, random: Random): string {
  switch (n % 5) {
    case 0:
    case 1: {
      const faker = allFakers[random.pick(['en', 'de', 'fr', 'es', 'it', 'pl', 'tr'] as const)];
      faker.seed(n);
      return faker.company.name();
    }
    case 2:
      return `${random.pick(PLACES)} ${capital(random.pick(SYLLABLES) + random.pick(SYLLABLES))} ${random.pick(TRADES)} ${random.pick(FORMS)}`;
    case 3:
      return `${random.pick(HAN_PLACES)}${random.pick(HAN_NAMES)}${random.pick(HAN_NAMES)}${random.pick(HAN_TRADES)}有限公司`;
    default:
      return `${random.pick(['ООО', 'АО', 'ЗАО'])} «${random.pick(CYRILLIC)}${random.pick(CYRILLIC_TRADES)}»`;
  }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
