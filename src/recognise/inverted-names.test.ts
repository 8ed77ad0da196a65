import { expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { createScanner } from './scanner.ts';

const { scan } = createScanner(loadCatalogue());

it.each([
  ['VALVE,FUEL SHUTOFF', 'aero_engine_part'],
  ['Valve, Fuel System', 'aero_engine_part'],
  ['HOUSING,ACTUATOR', 'aircraft_part'],
  ['AH64 - Screw Assembly Panel', 'aircraft_part'],
  ['Circuit card assemblies', 'microelectronics'],
])('reads %s as supply catalogues write it', (text, concept) => {
  expect(scan(text).goods).toContain(concept);
});

it.each(['pump housing, actuator and valve for the boiler', 'Ford F-150 brake parts', 'Valve, gate, for a water main'])(
  'does not take %s for parts of aircraft',
  (text) => {
    expect(scan(text).goods).not.toContain('aircraft_part');
  },
);

it.each(['Radar maintenance services', 'Mass spectrometer service contract', '存储设备维保'])('takes %s for a service', (text) => {
  const mentions = scan(text).mentions.filter(({ concept }) => concept !== undefined);
  expect(mentions.length).toBeGreaterThan(0);
  expect(mentions.map(({ role }) => role)).not.toContain('goods');
});

it.each(['ACTUATOR,DAMPER,HVAC', 'CANOPY,TENT, 10X10', 'SERVER,CAKE', 'PISTOL,GREASE'])(
  'takes the second word of %s for what the first belongs to',
  (text) => {
    expect(scan(text).goods).toEqual([]);
  },
);
