import { Tokenizer } from 'htmlparser2';
import { PageBuilder } from './page-builder.ts';
import type { Page, PageScript } from './page.ts';

/** Input goes to the tokenizer in pieces of about this size, cut before a `<`. */
const CHUNK_BYTES = 1 << 20;

const SCRIPT_LOWER = Buffer.from('<script');
const SCRIPT_UPPER = Buffer.from('<SCRIPT');
const STYLE_LOWER = Buffer.from('<style');
const STYLE_UPPER = Buffer.from('<STYLE');
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

/**
 * Reads a page of bytes in one pass. The text of scripts and styles, nine tenths of many pages, is neither decoded nor tokenized: the bytes are
 * searched for the end tag once the tokenizer itself says that it stands inside such an element. Linear in the bytes.
 */
export function buildPage(bytes: Uint8Array, charset: string): Page {
  const utf8 = charset === 'utf-8' || charset.startsWith('utf-16');
  const source = asciiCompatible(bytes, charset);
  const decode = utf8 ? (start: number, end: number): string => source.toString('utf8', start, end) : decoderOf(source, charset);
  const builder = new PageBuilder();
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  const size = source.length;
  const finders = [SCRIPT_LOWER, SCRIPT_UPPER, STYLE_LOWER, STYLE_UPPER].map((needle) => ({ needle, next: -1 }));
  let written = 0;
  let at = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  while (at < size) {
    const start = at;
    const tag = nextRawTag(source, finders, at, size);
    let end = tag;
    if (tag < size) {
      const close = source.indexOf(GREATER_THAN, tag);
      end = close === -1 || close >= size ? size : close + 1;
    }
    if (tag - start > CHUNK_BYTES) {
      const cut = source.indexOf(LESS_THAN, start + CHUNK_BYTES);
      end = cut === -1 || cut > tag ? tag : cut;
      if (end === start) end = size;
    }
    const chunk = decode(start, end);
    builder.enterChunk(chunk, written);
    tokenizer.write(chunk);
    written += chunk.length;
    at = end;
    const raw = builder.rawStart;
    if (raw !== null && raw.offset === written) {
      const close = endOfRaw(source, at, size, raw.tag);
      if (raw.tag === 'script' && close > at) builder.addScript({ type: raw.type, start: at, end: close });
      at = close;
    }
  }
  builder.enterChunk('', written);
  tokenizer.end();
  return builder.finish((script: PageScript) => decode(script.start, script.end));
}

/** The bytes as they are, or re-encoded where `<` is not one byte. */
function asciiCompatible(bytes: Uint8Array, charset: string): Buffer {
  if (!charset.startsWith('utf-16') && charset !== 'iso-2022-jp') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Buffer.from(new TextDecoder(charset).decode(bytes), 'utf8');
}

/** No charset but UTF-16 and ISO-2022-JP uses the bytes of `<` and `>` inside another character, so pieces between them decode apart. */
function decoderOf(source: Buffer, charset: string): (start: number, end: number) => string {
  const decoder = new TextDecoder(charset === 'iso-2022-jp' ? 'utf-8' : charset);
  return (start, end) => decoder.decode(source.subarray(start, end));
}

function nextRawTag(source: Buffer, finders: { readonly needle: Buffer; next: number }[], from: number, size: number): number {
  let nearest = size;
  for (const finder of finders) {
    if (finder.next < from) {
      const found = source.indexOf(finder.needle, from);
      finder.next = found === -1 ? Infinity : found;
    }
    if (finder.next < nearest) nearest = finder.next;
  }
  return nearest;
}

/** Offset of the end tag of a raw element, in any case of letters; the end of the input where there is none. */
function endOfRaw(source: Buffer, from: number, size: number, tag: string): number {
  for (let at = source.indexOf('</', from); at !== -1 && at < size; at = source.indexOf('</', at + 2)) {
    let matched = 0;
    while (matched < tag.length && (source[at + 2 + matched]! | 0x20) === tag.charCodeAt(matched)) matched++;
    if (matched < tag.length) continue;
    const after = source[at + 2 + matched] ?? GREATER_THAN;
    if (after === GREATER_THAN || after === 0x2f || after === 0x20 || (after >= 0x09 && after <= 0x0d)) return at;
  }
  return size;
}
