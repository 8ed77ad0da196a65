import { describe, expect, test } from 'vitest';
import { loadNameCatalogue } from '../catalogue/name-catalogue.ts';
import { compareNames } from './compare.ts';
import { compileNameKnowledge } from './knowledge.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());
const match = (a: string, b: string): boolean =>
  compareNames({ name: a, schema: 'Company' }, { name: b, schema: 'Company' }, KNOWLEDGE).match;

describe('plants and ports by the words in their names', () => {
  test.each([
    ['ПрАТ «Полтавський турбомеханічний завод»', 'Poltava Turbomechanical Plant PrJSC'],
    ['Полтавский турбомеханический завод', 'Poltava Turbomechanical Plant'],
    ['Полтавский турбомеханический завод', 'Poltavskiy Turbomekhanicheskiy Zavod'],
    ["ПАТ «Сумське машинобудівне науково-виробниче об'єднання»", 'Sumy Machine-Building Science and Production Association PJSC'],
    ['ДП «Завод 410 ЦА»', 'State Enterprise Plant No. 410 of Civil Aviation'],
    ['ОАО «Минский завод гражданской авиации № 407»', 'Minsk Civil Aviation Plant No. 407'],
    ['Завод № 411 ГА', 'Plant No. 411 of Civil Aviation'],
    ['ТОО «Алматинский радиомеханический завод»', 'Almaty Radio-Mechanical Plant LLP'],
    ['ТОО «Алматинский радиомеханический завод»', 'Almaty Radiomechanical Plant LLP'],
    ['АО «Ковровский электромеханический завод»', 'Kovrov Electromechanical Plant JSC'],
    ['АО «Чебоксарский электроаппаратный завод»', 'Cheboksary Electrical Apparatus Plant'],
    ['АО «Волгоградский гидротурбинный завод»', 'Volgograd Hydroturbine Plant'],
    ['Ржевский краностроительный завод', 'Rzhev Crane-Building Plant'],
    ['Ставропольский радиоаппаратный завод', 'Stavropol Radio Apparatus Plant'],
    ['Тульский оптикомеханический завод', 'Tula Optical-Mechanical Plant'],
    ['Азовский оптико-механический завод', 'Azov Optical and Mechanical Plant'],
    ['Смоленский авиаремонтный завод', 'Smolensk Aircraft Repair Plant'],
    ['Рязанский радиоприборный завод', 'Ryazan Radio Instrument Plant'],
    ['Саранский приборостроительный завод', 'Saransk Instrument-Making Plant'],
    ['Уральский турбинный завод', 'Ural Turbine Works'],
    ['Харківський електромеханічний завод', 'Kharkiv Electromechanical Plant'],
    ['Київський радіомеханічний завод', 'Kyiv Radiomechanical Plant'],
    ['Запорізький автомеханічний завод', 'Zaporizhzhia Automechanical Plant'],
    ['Одеський гідромеханічний завод', 'Odesa Hydromechanical Plant'],
    ['Первомайский пневмомеханический завод', 'Pervomaysk Pneumomechanical Plant'],
    ['Вінницький агрохімічний завод', 'Vinnytsia Agrochemical Plant'],
    ['Ярославский электромашиностроительный завод', 'Yaroslavl Electrical Machine-Building Plant'],
    ["Виробниче об'єднання «Орваник»", 'Orvanik Production Association'],
    ["Комп'ютерні системи Орваник", 'Orvanik Computer Systems'],
    ["Сім'я Орваник ТОВ", 'Orvanik Family LLC'],
    ['ООО «Агроторг»', 'Agrotorg LLC'],
    ['ООО «Электросила»', 'Elektrosila LLC'],
    ['ООО «Гидромеханика Орваник»', 'Orvanik Gidromekhanika LLC'],
    ['Одеський морський порт', 'Odesa Sea Port'],
    ['Мурманский морской торговый порт', 'Murmansk Commercial Sea Port'],
    ['Мурманский морской торговый порт', 'Murmansk Sea Commercial Port'],
    ['Мурманский морской рыбный порт', 'Murmansk Sea Fishing Port'],
    ['Новороссийский морской торговый порт', 'Novorossiysk Commercial Sea Port PJSC'],
    ['ГУП РК «Крымские морские порты»', 'State Unitary Enterprise of the Republic of Crimea "Crimean Sea Ports"'],
    ['Керченский морской торговый порт', 'Kerch Sea Commercial Port'],
    ['Восточный порт', 'Vostochny Port'],
    ['АО «Концерн ВКО «Орваник»', 'Orvanik Air and Space Defence Concern JSC'],
    ['ФГУП «ГосНИИАС»', 'FGUP GosNIIAS'],
    ['ФАУ «ЦАГИ»', 'TsAGI'],
  ])('%s is %s', (a, b) => {
    expect(match(a, b)).toBe(true);
    expect(match(b, a)).toBe(true);
  });

  test.each([
    ['Полтавский турбомеханический завод', 'Poltava Mechanical Plant'],
    ['АО «Ковровский электромеханический завод»', 'Kovrov Mechanical Plant'],
    ['АО «Ковровский механический завод»', 'Kovrov Electromechanical Plant JSC'],
    ['Вологодский оптико-механический завод', 'Vologda Mechanical Plant'],
    ['Харківський електромеханічний завод', 'Kharkiv Mechanical Plant'],
    ['Вінницький агрохімічний завод', 'Vinnytsia Chemical Plant'],
    ['Псковский электромашиностроительный завод', 'Pskov Machine-Building Plant'],
    ['Agrotrade Ukraine LLC', 'Agrotrade Moldova LLC'],
    ['Мурманский морской рыбный порт', 'Murmansk Commercial Sea Port'],
  ])('%s is not %s', (a, b) => {
    expect(match(a, b)).toBe(false);
    expect(match(b, a)).toBe(false);
  });
});
