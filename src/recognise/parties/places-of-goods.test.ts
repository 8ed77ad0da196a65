import { expect, it } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { loadTradeRoles } from '../../catalogue/trade-roles.ts';
import { createScanner } from '../scanner.ts';
import { withoutPlacesOfGoods } from './places-of-goods.ts';
import { createTradeFinder } from './trade-finder.ts';
import { compileTradeWords } from './trade-hits.ts';

const catalogue = loadCatalogue();
const roles = loadTradeRoles();
const scanner = createScanner(catalogue);
const finder = createTradeFinder(roles, compileTradeWords(catalogue, roles));

it.each([
  ['Поставка: детектор дронов, 4 шт. Срок: 30 дней', []],
  ['Постачання: тепловізори та подавлювачі дронів', []],
  ['Delivery: thermal imagers and drone jammers', []],
  ['交付：无人机干扰器6套', []],
  ['Поставка: склад № 4, посёлок Лесной. Закупаются тепловизоры', ['склад № 4, посёлок Лесной']],
  ['Drone jammers. Delivery: Gate 7, Harbour Road', ['Gate 7, Harbour Road']],
  ['采购热像仪。交货：三号仓库', ['三号仓库']],
])('what is delivered is no place of delivery: %s', (text, places) => {
  const found = withoutPlacesOfGoods(finder.find(text, {}).parties, scanner.scan(text).mentions);
  expect(found.filter(({ role }) => role === 'destination').map((party) => party.text)).toEqual(places);
});
