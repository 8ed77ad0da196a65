import { describe, expect, it } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

const finder = finderOf([
  ['mipt', 'Organization', 'Moscow Institute of Physics and Technology'],
  ['optics', 'Organization', 'Vavilov State Optical Institute'],
  ['leti', 'Organization', 'Saint Petersburg Electrotechnical University LETI'],
  ['bauman', 'Organization', 'Bauman Moscow State Technical University'],
  ['mai', 'Organization', 'Moscow Aviation Institute'],
  ['mei', 'Organization', 'Moscow Power Engineering Institute'],
  ['novosibirsk', 'Organization', 'Novosibirsk State Technical University'],
  ['nizhny', 'Organization', 'Nizhny Novgorod State Technical University'],
  ['minsk', 'Organization', 'Belarusian State University'],
  ['moscow', 'Organization', 'Lomonosov Moscow State University'],
  ['viam', 'Organization', 'All-Russian Scientific Research Institute of Aviation Materials'],
  ['kyiv', 'Organization', 'Igor Sikorsky Kyiv Polytechnic Institute'],
  ['miet', 'Organization', 'National Research University of Electronic Technology'],
  ['avic', 'Company', 'Aviation Industry Corporation of China'],
  ['uvz', 'Company', 'Uralvagonzavod'],
  ['missiles', 'Company', 'Tactical Missiles Corporation'],
  ['planes', 'Company', 'Commercial Aircraft Corporation of China'],
]);
const found = (text: string): readonly string[] => finder.find(text).map((hit) => `${hit.party} ${hit.text}`);

describe('bodies that are called by acronyms and short names', () => {
  it.each([
    ['Заказчик: МФТИ', 'mipt МФТИ'],
    ['ректор МФТИ Ливанов', 'mipt МФТИ'],
    ['Заказчик в лице МФТИ, на площадке МЭИ', 'mipt МФТИ'],
    ['ФГАОУ ВО «МФТИ (НИУ)»', 'mipt ФГАОУ ВО «МФТИ (НИУ)»'],
    ['профессор в Бауманке, живёт на Бауманской улице', 'bauman Бауманке'],
    ['окончил МГТУ\nим. Н.Э. Баумана', 'bauman МГТУ\nим. Н.Э. Баумана'],
    ['Работа выполнена в СПбГЭТУ «ЛЭТИ».', 'leti СПбГЭТУ «ЛЭТИ»'],
    ['АО «ГОИ им. С.И. Вавилова»', 'optics АО «ГОИ им. С.И. Вавилова»'],
    ['сплав разработан ВИАМом', 'viam ВИАМом'],
    ['кафедра КПІ ім. Ігоря Сікорського', 'kyiv КПІ ім. Ігоря Сікорського'],
    ['«Поставка станка для МФТИ»', 'mipt МФТИ'],
    ['Hub and MIET open joint mask shop', 'miet MIET'],
    ['Московский энергетический институт (МЭИ)', 'mei МЭИ'],
    ['МЭИ (Московский энергетический институт)', 'mei МЭИ'],
    ['MIET (National Research University of Electronic Technology)', 'miet MIET'],
    ['Поставщик: КТРВ', 'missiles КТРВ'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it('count beside a place of theirs where several bear the name', () => {
    expect(found('НГТУ, г. Новосибирск')).toEqual(['novosibirsk НГТУ']);
    expect(found('НГТУ (Нижний Новгород)')).toEqual(['nizhny НГТУ']);
    expect(found('НГТУ им. Р.Е. Алексеева')).toEqual(['nizhny НГТУ им. Р.Е. Алексеева']);
    expect(found('Заказчик: НГТУ')).toEqual([]);
    expect(found('сотрудник БГУ, Минск')).toEqual(['minsk БГУ']);
    expect(found('сотрудник БГУ')).toEqual([]);
    expect(found('МГУ им. Н.П. Огарёва, филиал в г. Москва')).toEqual([]);
    expect(found('МГУ им. адм. Невельского, филиал в г. Москва')).toEqual([]);
    expect(found('МГУ путей сообщения, г. Москва')).toEqual([]);
    expect(found('БГУ культуры и искусств, г. Минск')).toEqual([]);
    expect(found('COMAC, Shanghai')).toEqual(['planes COMAC']);
    expect(found('floor scrubber COMAC')).toEqual([]);
  });

  it('are none of firms that bear such a name, of which the text names the body too', () => {
    expect(found('Заказчик: МФТИ. Победитель: ООО «МФТИ». Договор с МФТИ')).toEqual(['mipt МФТИ', 'mipt МФТИ']);
  });

  it.each([
    'ООО «ЛЭТИ-Сервис»',
    'ООО «МАИ»',
    'студенческий клуб МФТИ',
    'футбольная команда «МАИ»',
    'лицей при МФТИ',
    'ДК «МАИ»',
    'улица Бауманская, метро «Бауманская»',
    'ул. МАИ, д. 3',
    '«Технопарк МФТИ»',
    'МФТИ Инжиниринг',
    'Фонд целевого капитала МФТИ',
    'НЕ ГОИ, А ДРУГИЕ',
    'Паста ГОИ № 2',
    'ни маи, ни мэи',
    'МАИ-2',
    'AVIC Jonhon Optronic',
    'www.MIET.ru',
    'Поставка установки воздушного запуска воздушных судов (УВЗ) для АО «УВЗ»',
    'многофункциональный электронный индикатор (далее – МЭИ), поставка МЭИ',
    'МЭИ (многофункциональный электронный индикатор), поставка МЭИ',
    'MIET (Master of Industrial Engineering and Technology)',
  ])('are not %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('stand for what the text says in any piece of it, and in the next text for themselves again', () => {
    const far = 'вода и масло '.repeat(25_000);
    expect(found(`МЭИ (многофункциональный электронный индикатор) ${far} поставка МЭИ`)).toEqual([]);
    expect(found('Заказчик: МЭИ')).toEqual(['mei МЭИ']);
  });

  it('are told as what they are called', () => {
    const [hit] = finder.find('Заказчик: АО «ВИАМ»');
    expect(hit?.explanation.text).toContain('ВИАМ = All-Russian');
  });

  it('cost texts that are full of them little', () => {
    const start = process.cpuUsage().user;
    expect(found('МФТИ, МЭИ и БГУ (г. Минск). '.repeat(1_000)).length).toBeGreaterThan(1_000);
    expect(process.cpuUsage().user - start).toBeLessThan(8_000_000);
  });
});
