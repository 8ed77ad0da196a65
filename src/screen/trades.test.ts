import { describe, expect, test } from 'vitest';
import { loadNameCatalogue } from '../catalogue/name-catalogue.ts';
import { compareNames } from './compare.ts';
import { compileNameKnowledge } from './knowledge.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());
const match = (a: string, b: string): boolean =>
  compareNames({ name: a, schema: 'Company' }, { name: b, schema: 'Company' }, KNOWLEDGE).match;

describe('firms by their trade', () => {
  test.each([
    ['Marmara Elektronik San. Tic. Ltd. Şti.', 'Marmara Elektronik Sanayi ve Ticaret Limited Şirketi'],
    ['Northgate Apparel Ltd', 'Northgate Clothing Limited'],
    ['Vostok Obuv LLC', 'ООО «Восток Обувь»'],
    ['ООО «Север Трикотаж»', 'Sever Knitwear LLC'],
    ['ООО «Дельта Хлеб»', 'Delta Bakery LLC'],
    ['ТОВ «Дніпро Меблі»', 'Dnipro Furniture LLC'],
    ['ООО «Игрушки Урала»', 'Ural Toys LLC'],
    ['Anadolu Mobilya San. ve Tic. A.Ş.', 'Anadolu Furniture Industry and Trade Inc.'],
    ['Textiles Marchais SARL', 'Marchais Textile SARL'],
    ['Calzados Orvieto S.L.', 'Orvieto Footwear S.L.'],
    ['Juguetes Orvieto S.A.', 'Orvieto Toys S.A.'],
    ['深圳市金龙玩具有限公司', 'Shenzhen Jinlong Toys Co Ltd'],
    ['东莞市恒达家具有限公司', 'Dongguan Hengda Furniture Co Ltd'],
    ['宁波恒达服装有限公司', 'Ningbo Hengda Garments Co Ltd'],
    ['宁波恒达鞋业有限公司', 'Ningbo Hengda Shoes Co Ltd'],
    ['温州恒达皮革有限公司', 'Wenzhou Hengda Leather Co Ltd'],
    ['福建恒达茶叶有限公司', 'Fujian Hengda Tea Co Ltd'],
    ['山东恒达面粉有限公司', 'Shandong Hengda Flour Co Ltd'],
    ['Baltic Timber OÜ', 'Baltic Timber Ltd'],
    ['Sunrise Electronics Ltd', 'Sunrise Electronic Technology Ltd'],
    ['Sunrise Electronics Trading Ltd', 'Sunrise Electronics Ltd'],
    ['Orient Star Electronics Import Export Co', 'Orient Star Electronics Co'],
    ['Sunrise Electronic Components Ltd', 'Sunrise Electronics Ltd'],
    ['Sunrise Toys Manufacturing Ltd', 'Sunrise Toys Ltd'],
  ])('%s is %s', (a, b) => {
    expect(match(a, b)).toBe(true);
    expect(match(b, a)).toBe(true);
  });

  test.each([
    ['Sunrise Pacific Electronics (HK) Limited', 'Sunrise Pacific Garments (Hong Kong) Ltd'],
    ['Marmara Elektronik San. Tic. Ltd. Şti.', 'Marmara Tekstil Sanayi ve Ticaret Limited Şirketi'],
    ['Northgate Apparel Ltd', 'Northgate Semiconductors Ltd'],
    ['Northgate Hosiery Ltd', 'Northgate Avionics Ltd'],
    ['Kestrel Footwear Pvt Ltd', 'Kestrel Machinery Pvt Ltd'],
    ['ООО «Восток Обувь»', 'ООО «Восток Электроника»'],
    ['ООО «Север Трикотаж»', 'ООО «Север Радио»'],
    ['ООО «Дельта Хлеб»', 'Delta Electronics LLC'],
    ['ТОВ «Дніпро Меблі»', 'Dnipro Metals LLC'],
    ['Golden Dragon Toys Ltd', 'Golden Dragon Semiconductors Ltd'],
    ['Anadolu Mobilya San. ve Tic. A.Ş.', 'Anadolu Elektronik San. ve Tic. A.Ş.'],
    ['Anadolu Giyim Sanayi Ticaret Ltd Şti', 'Anadolu Makina Sanayi Ticaret Ltd Şti'],
    ['Ege Seramik Sanayi A.Ş.', 'Ege Kimya Sanayi A.Ş.'],
    ['Ege Deri Sanayi Ltd', 'Ege Havacilik Sanayi Ltd'],
    ['Möbelhaus Krantz GmbH', 'Krantz Elektronik GmbH'],
    ['Bäckerei Krantz GmbH', 'Krantz Maschinenbau GmbH'],
    ['Krantz Spielwaren GmbH', 'Krantz Optik GmbH'],
    ['Boulangerie Marchais SARL', 'Marchais Électronique SARL'],
    ['Muebles Orvieto S.L.', 'Electrónica Orvieto S.L.'],
    ['Panadería Orvieto S.L.', 'Orvieto Maquinaria S.L.'],
    ['Mobili Verani S.r.l.', 'Verani Elettronica S.r.l.'],
    ['Abbigliamento Verani S.r.l.', 'Verani Meccanica S.r.l.'],
    ['Meble Kowal Sp. z o.o.', 'Kowal Elektronika Sp. z o.o.'],
    ['Odzież Kowal Sp. z o.o.', 'Kowal Chemia Sp. z o.o.'],
    ['Piekarnia Kowal Sp. z o.o.', 'Kowal Automatyka Sp. z o.o.'],
    ['Al Rashid Furniture LLC', 'Al Rashid Electronics LLC'],
    ['Al Noor Garments Factory LLC', 'Al Noor Steel Factory LLC'],
    ['Al Baraka Perfumes LLC', 'Al Baraka Aviation LLC'],
    ['Al Baraka Jewellery LLC', 'Al Baraka Chemicals LLC'],
    ['深圳市金龙玩具有限公司', 'Shenzhen Jinlong Electronics Co Ltd'],
    ['东莞市恒达家具有限公司', 'Dongguan Hengda Electronics Co Ltd'],
    ['宁波恒达服装有限公司', 'Ningbo Hengda Machinery Co Ltd'],
    ['温州恒达皮革有限公司', 'Wenzhou Hengda Optics Co Ltd'],
    ['Orient Star Textiles Co', 'Orient Star Chemicals Co'],
    ['Baltic Timber OÜ', 'Baltic Metals OÜ'],
    ['Sunrise Seafood Co Ltd', 'Sunrise Avionics Co Ltd'],
    ['Evergreen Dairy Ltd', 'Evergreen Radar Ltd'],
    ['Evergreen Poultry Ltd', 'Evergreen Optics Ltd'],
    ['Evergreen Nursery Ltd', 'Evergreen Shipping Ltd'],
    ['Kavkaz Cement LLC', 'Kavkaz Wine LLC'],
    ['Kestrel Engineering Ltd', 'Kestrel Technologies Ltd'],
    ['Kestrel Hotels Ltd', 'Kestrel Pumps Ltd'],
    ['Kestrel Tyres Ltd', 'Kestrel Lasers Ltd'],
    ['Kestrel Paints Ltd', 'Kestrel Drones Ltd'],
  ])('%s is not %s', (a, b) => {
    expect(match(a, b)).toBe(false);
    expect(match(b, a)).toBe(false);
  });
});
