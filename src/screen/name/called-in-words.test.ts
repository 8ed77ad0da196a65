import { test } from 'vitest';
import { toldAs } from '../testing/told.ts';

const told = toldAs('Organization');

test.each([
  ['МФТИ', 'Moscow Institute of Physics and Technology'],
  ['ФГАОУ ВО «МФТИ»', 'Moscow Institute of Physics and Technology'],
  ['ГОИ', 'Vavilov State Optical Institute'],
  ['МГТУ им. Н. Э. Баумана', 'Bauman Moscow State Technical University'],
  ['НИУ «МЭИ»', 'Moscow Power Engineering Institute'],
  ['КПІ ім. Ігоря Сікорського', 'Igor Sikorsky Kyiv Polytechnic Institute'],
  ['КНИТУ-КАИ', 'Kazan National Research Technical University'],
  ['БГУ', 'Belarusian State University'],
  ['BUAA', 'Beihang University'],
  ['中科院计算所', 'Institute of Computing Technology, Chinese Academy of Sciences'],
  ['南科大', 'Southern University of Science and Technology'],
  ['國家中山科學研究院', 'National Chung-Shan Institute of Science and Technology'],
])('%s is %s', told(true));

test.each([
  ['ООО «ЛЭТИ-Сервис»', 'Saint Petersburg Electrotechnical University LETI'],
  ['ООО «МФТИ»', 'Moscow Institute of Physics and Technology'],
  ['Клуб МФТИ', 'Moscow Institute of Physics and Technology'],
  ['МГУ им. Н.П. Огарёва', 'Lomonosov Moscow State University'],
])('%s is not %s', told(false));
