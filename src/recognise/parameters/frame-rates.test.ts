import { expect, it } from 'vitest';
import { loadParameterWords } from '../../catalogue/parameter-words.ts';
import { loadUnits } from '../../catalogue/units.ts';
import { createParameterFinder } from './find-parameters.ts';
import { withFrameRates } from './frame-rates.ts';

const words = loadParameterWords();
const finder = createParameterFinder(loadUnits(), words);

function told(text: string, goods: readonly string[]): readonly string[] {
  return withFrameRates(text, finder.find(text), [], goods, words.frameRates).map(({ text: value, measured }) => `${value} ${measured}`);
}

it.each([
  ['thermal camera, 640x512, 60 Hz', ['thermal_imaging'], ['640x512 resolution', '60 Hz rate']],
  ['热像仪，640×512，50Hz', ['thermal_imaging'], ['640×512 resolution', '50Hz rate']],
  ['тепловизор 640х480, частота 50 Гц', ['thermal_imaging'], ['640х480 resolution', '50 Гц rate']],
  ['прилад нічного бачення, 25 Гц', ['night_vision'], ['25 Гц rate']],
  ['drone jammer, 60 Hz', ['counter_uav_jam'], ['60 Hz frequency']],
  ['thermal camera and drone jammer, 60 Hz', ['thermal_imaging', 'counter_uav_jam'], ['60 Hz frequency']],
  ['thermal camera, 220 V, 50 Hz', ['thermal_imaging'], ['220 V voltage', '50 Hz frequency']],
  ['thermal camera, mains 50 Hz', ['thermal_imaging'], ['50 Hz frequency']],
  ['thermal camera, 20-50 Hz', ['thermal_imaging'], ['20-50 Hz frequency']],
  ['thermal camera with a link at 5.8 GHz', ['thermal_imaging'], ['5.8 GHz frequency']],
  ['60 Hz', [], ['60 Hz frequency']],
] as const)('%s (%j): %j', (text, goods, expected) => {
  expect(told(text, goods)).toEqual(expected);
});
