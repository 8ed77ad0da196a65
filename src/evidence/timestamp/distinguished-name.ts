import { childrenOf } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { oidOf } from './asn1-values.ts';
import { OID } from './oids.ts';

/** A name of X.501 as a person reads it: the common name and the organisation, or whatever text it has. */
export function nameText(name: Asn1): string {
  const texts = new Map<string, string>();
  for (const set of childrenOf(name))
    for (const pair of childrenOf(set)) {
      const [type, value] = childrenOf(pair);
      if (value !== undefined) texts.set(oidOf(type, 'an attribute of a name'), textOf(value));
    }
  const [common, organisation] = [texts.get(OID.commonName), texts.get(OID.organization)];
  if (common !== undefined && organisation !== undefined) return `${common} (${organisation})`;
  return common ?? organisation ?? [...texts.values()].join(', ');
}

const BMP_STRING = 0x1e;

function textOf({ tag, content }: Asn1): string {
  if (tag !== BMP_STRING) return Buffer.from(content).toString('utf8').toWellFormed();
  const bytes = Buffer.from(content.subarray(0, content.length & ~1));
  return bytes.swap16().toString('utf16le').toWellFormed();
}
