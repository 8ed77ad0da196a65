import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a zip made by hand, with whatever a test wants to lie about. */
export interface RawMember {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  readonly method?: number;
  readonly flags?: number;
  /** What the directory says in place of the truth. */
  readonly central?: RawFields;
  /** What the local header says in place of the truth. */
  readonly local?: RawFields;
  /** Between the data and the next member. */
  readonly after?: Buffer;
}

export interface RawFields {
  readonly name?: Buffer | string;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly bytes?: number;
  readonly offset?: number;
  readonly extra?: Buffer;
  readonly time?: number;
}

export interface RawEnd {
  readonly before?: Buffer;
  readonly beforeDirectory?: Buffer;
  readonly after?: Buffer;
  readonly comment?: string;
  readonly count?: number;
  readonly directoryOffset?: number;
  readonly directoryBytes?: number;
  /** Records between directory and end record. */
  readonly end64?: (place: { readonly count: number; readonly offset: number; readonly bytes: number }) => Buffer;
}

/** A zip as the members and tweaks say, sound where they say nothing. */
export function rawZip(members: readonly RawMember[], end: RawEnd = {}): Buffer {
  const parts: Buffer[] = [end.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let offset = parts[0]?.length ?? 0;
  for (const member of members) {
    const content = Buffer.from(member.content ?? '');
    const method = member.method ?? 0;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const truth = {
      name: member.name,
      method,
      flags: member.flags ?? 0,
      crc: crc32(content),
      packed: packed.length,
      bytes: content.length,
      offset,
    };
    const local = header(false, { ...truth, ...member.local });
    directory.push(header(true, { ...truth, ...member.central }));
    parts.push(local, packed, member.after ?? Buffer.alloc(0));
    offset += local.length + packed.length + (member.after?.length ?? 0);
  }
  parts.push(end.beforeDirectory ?? Buffer.alloc(0));
  offset += end.beforeDirectory?.length ?? 0;
  const central = Buffer.concat(directory);
  const place = { count: members.length, offset, bytes: central.length };
  return Buffer.concat([...parts, central, end.end64?.(place) ?? Buffer.alloc(0), endRecord(place, end), end.after ?? Buffer.alloc(0)]);
}

function header(
  central: boolean,
  fields: Required<Pick<RawFields, 'method' | 'flags' | 'crc' | 'packed' | 'bytes' | 'offset'>> &
    RawFields & { readonly name: Buffer | string },
): Buffer {
  const name = Buffer.from(fields.name);
  const extra = fields.extra ?? Buffer.alloc(0);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(fields.flags, 2);
  shared.writeUInt16LE(fields.method, 4);
  shared.writeUInt32LE(fields.time ?? 0x0021_0000, 6);
  shared.writeUInt32LE(fields.crc, 10);
  shared.writeUInt32LE(fields.packed, 14);
  shared.writeUInt32LE(fields.bytes, 18);
  shared.writeUInt16LE(name.length, 22);
  shared.writeUInt16LE(extra.length, 24);
  if (!central) return Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, name, extra]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(fields.offset, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.of(20, 0), shared, rest, name, extra]);
}

function endRecord(place: { readonly count: number; readonly offset: number; readonly bytes: number }, end: RawEnd): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\u0005\u0006', 0, 'latin1');
  const count = Math.min(end.count ?? place.count, 0xffff);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(end.directoryBytes ?? place.bytes, 12);
  record.writeUInt32LE(end.directoryOffset ?? place.offset, 16);
  record.writeUInt16LE(end.comment?.length ?? 0, 20);
  return Buffer.concat([record, Buffer.from(end.comment ?? '', 'latin1')]);
}

/** The two ZIP64 records, with the numbers given. */
export function end64Records(place: { readonly count: number; readonly offset: number; readonly bytes: number }, at: number): Buffer {
  const records = Buffer.alloc(76);
  records.write('PK\u0006\u0006', 0, 'latin1');
  records.writeBigUInt64LE(44n, 4);
  records.writeUInt16LE(45, 12);
  records.writeUInt16LE(45, 14);
  records.writeBigUInt64LE(BigInt(place.count), 24);
  records.writeBigUInt64LE(BigInt(place.count), 32);
  records.writeBigUInt64LE(BigInt(place.bytes), 40);
  records.writeBigUInt64LE(BigInt(place.offset), 48);
  records.write('PK\u0006\u0007', 56, 'latin1');
  records.writeBigUInt64LE(BigInt(at), 64);
  records.writeUInt32LE(1, 72);
  return records;
}
