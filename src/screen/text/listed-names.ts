import type { ScreenIndex } from '../index/screen-index.ts';
import type { SectionName } from '../index/sections.ts';

/** The encoded names of an index, as the finder reads them. */
export interface ListedNames {
  readonly count: number;
  readonly units: number;
  readonly offsets: Uint32Array;
  readonly data: Uint32Array;
  readonly party: Uint32Array;
  readonly info: Uint32Array;
  readonly schema: Uint8Array;
  /** Keys of the units: their bytes, where each begins, and units plus one by the hash of the key. */
  readonly unitBytes: Uint8Array;
  readonly unitOffsets: Uint32Array;
  readonly unitHash: Uint32Array;
}

export function listedNames({ bytes, head, names, dictionary }: ScreenIndex): ListedNames {
  const raw = (name: SectionName): Uint8Array => {
    const [offset, length] = head.sections[name];
    return new Uint8Array(bytes.buffer, bytes.byteOffset + offset, length);
  };
  const array = (name: SectionName): Uint32Array => {
    const section = raw(name);
    return new Uint32Array(section.buffer, section.byteOffset, section.length / 4);
  };
  return {
    count: names,
    units: dictionary.count,
    offsets: array('nameOffsets'),
    data: array('nameData'),
    party: array('nameParty'),
    info: array('nameInfo'),
    schema: raw('partySchema'),
    unitBytes: raw('unitBytes'),
    unitOffsets: array('unitOffsets'),
    unitHash: array('unitHash'),
  };
}
