import { expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { createScanner } from './scanner.ts';

const scanner = createScanner(loadCatalogue());

it.each([
  // what governs the sentence reaches over commas, until something is bought
  ['Сувениры: кружка, значок с танком, дрон', []],
  ['Сувениры: кружка; поставка тепловизоров', ['thermal_imaging']],
  ['услуги по ремонту дронов, а также раций', []],
  ['Mugs, stickers, as well as thermal imagers, 3 pcs', ['thermal_imaging']],
  // left out
  ['Supply of drones excluding thermal imagers', ['uav']],
  ['采购示波器，不含热成像仪', ['test_equipment']],
  ['Поставка тепловизоров; радиостанции не закупаются', ['thermal_imaging']],
  ['Закупівля тепловізорів, радіостанції не входять до постачання', ['thermal_imaging']],
  // terms of one list share what stands behind the last
  ['雷达、示波器、频谱分析仪年度维修服务', []],
  // hosts of what is bought
  ['Подшипники для фрезерного станка, 6 шт.', ['bearing']],
  ['植保无人机配件采购', ['uav_part']],
  // courses, upkeep, hire
  ['Навчання операторів БпЛА', []],
  ['无人机飞手培训课程', []],
  ['Preventive maintenance agreement for surveillance radar', []],
  // taken from the air by one
  ['Закупка: аэросъёмка с дрона', []],
  ['Аэрофотосъемка территории с дрона', []],
  ['Оборудование для аэрофотосъемки: дрон, 1 шт.', ['uav']],
  ['Аерофотозйомка ділянки з дрона', []],
  ['Aerial photography by drone of a quarry', []],
  ['无人机航拍项目询价', []],
  ['购买航拍无人机2架', ['uav']],
  ['Дрон для аэросъёмки, 2 шт.', ['uav']],
  ['Заказать видеосъемку с квадрокоптера', []],
  // and what stands near such words, across a sentence, a label or a purpose, is
  ['Назначение: аэросъемка. Квадрокоптер DJI Mavic 3T, 2 шт.', ['uav']],
  ['Раздел каталога Аэросъемка. БПЛА DJI Mavic 3 Enterprise, 3 шт.', ['uav']],
  ['Поставка: аэросъемка – квадрокоптеры и тепловизоры', ['uav', 'thermal_imaging']],
  ['Оборудование для видеосъемки с тепловизором, квадрокоптер', ['thermal_imaging', 'uav']],
  ['Обладнання для аерозйомки з дроном DJI Mavic 3, 2 шт.', ['uav']],
  ['Призначення: аерозйомка. Квадрокоптер DJI Mavic 3T, 2 шт.', ['uav']],
  ['Camera for night photography with thermal imager, 5 pcs', ['thermal_imaging']],
  ['Purchase of kit for aerial mapping with drone DJI Matrice 350 RTK, 4 pcs', ['uav']],
  ['Purchase of kit for aerial survey by drone DJI Matrice 350 RTK, 4 pcs', ['uav']],
  // names of houses
  ['Заказчик: ФГУП «НПП «Ромашка». Поставка тепловизоров', ['thermal_imaging']],
  ['ТОВ «Панцир»: закупівля тепловізорів, РЕБ', ['thermal_imaging']],
  // what the next line says is no part of this one
  ['国外企业求购无人机反制设备\n受国外企业委托，现公开征集供应商', ['counter_uav_other']],
  ['Поставка тепловизоров\nОбслуживание кондиционеров', ['thermal_imaging']],
  // whose flight is found, jammed or stopped is not bought, in whatever case and with whatever name
  ['Поставка комплекса обнаружения и подавления беспилотных летательных аппаратов', ['counter_uav_jam']],
  ['Засоби протидії безпілотним літальним апаратам', ['counter_uav_other']],
  ['System for detection and neutralization of unmanned aerial vehicles', ['counter_uav_other']],
  ['无线电侦测设备，可识别大疆全系列机型', ['counter_uav_detect']],
  // a line that was broken because it was full goes on
  ['Согласно плану на будущий год учреждению требуется оказание услуг по ремонту\nтепловизоров', []],
] as const)('%s', (text, goods) => {
  expect(scanner.scan(text).goods).toEqual(goods);
});

it('says which word decided', () => {
  const [mention] = scanner.scan('Ремонт тепловизоров').mentions;
  expect(mention).toMatchObject({ role: 'service', counted: false });
  expect(mention?.note).toContain('ремонт');
});
