import { crc32, deflateRawSync } from 'node:zlib';

/** A PDF of one page with this content stream, whose font `F1` is Chinese and not embedded (UCS-2 codes). `extra` goes into the trailer, `objects` behind the others from 7 on. */
export function pdfOf(
  content: Uint8Array,
  {
    filter = '',
    extra = '',
    objects = [],
  }: { readonly filter?: string; readonly extra?: string; readonly objects?: readonly string[] } = {},
): Buffer {
  const bodies: readonly (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    Buffer.concat([Buffer.from(`<< /Length ${content.length} ${filter} >>\nstream\n`), content, Buffer.from('\nendstream')]),
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>',
    ...objects,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const places: number[] = [];
  let size = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    size += part.length;
  };
  for (const [n, body] of bodies.entries()) {
    places.push(size);
    push(Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
  }
  const start = size;
  push(
    Buffer.from(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}` +
        `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** Lines of text for {@link pdfOf}, each with its size, from the top. */
export function pdfLines(lines: readonly (readonly [text: string, size: number])[]): Buffer {
  let y = 800;
  const shown = lines.map(([text, size]) => {
    y -= size * 2;
    return `BT /F1 ${size} Tf 60 ${y} Td <${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj ET`;
  });
  return Buffer.from(shown.join('\n'));
}

/** An Office file with these members. */
export function officeOf(members: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const [local, central] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x0403_4b50, 0);
    central.writeUInt32LE(0x0201_4b50, 0);
    for (const [header, at] of [
      [local, 4],
      [central, 6],
    ] as const) {
      header.writeUInt16LE(20, at);
      header.writeUInt16LE(8, at + 4);
      header.writeUInt32LE(crc32(data), at + 10);
      header.writeUInt32LE(packed.length, at + 14);
      header.writeUInt32LE(data.length, at + 18);
      header.writeUInt16LE(name.length, at + 22);
    }
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const entries = Buffer.concat(directory);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Object.keys(members).length, 8);
  end.writeUInt16LE(Object.keys(members).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}
