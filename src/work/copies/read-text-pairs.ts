import { z } from 'zod';
import { LineSplitter } from '../customers/line-splitter.ts';
import { openInput } from '../customers/open-input.ts';

/** Two texts to compare, or why the line cannot be read. `line` counts from 1. */
export type TextPair =
  | { readonly line: number; readonly id: string | number | null; readonly a: string; readonly b: string }
  | { readonly line: number; readonly id: string | number | null; readonly why: string };

/** Longer lines are passed over: two texts of four million characters, each escaped, come near. */
const MOST_LINE_BYTES = 64 * 1024 * 1024;

/** Longer texts are refused: the longest real notice is a hundredth of that. */
const MOST_TEXT_CHARS = 4 * 1024 * 1024;

/** JSON is UTF-8 (RFC 8259): what is not, was saved in another encoding, and its texts would be compared as they are not. */
const NOT_UTF8 = 'it is not in UTF-8, as JSON is; save the file in that encoding, as with "iconv -f GB18030 -t UTF-8"';

const id = z.union([z.string(), z.number()]);
const side = z.object({ text: z.string().max(MOST_TEXT_CHARS, `longer than ${MOST_TEXT_CHARS} characters`), title: z.string().nullish() });
const pair = z.object({ id: id.optional(), a: side, b: side });

/** Reads lines `{id,a:{text},b:{text}}` of a file, gzip or not; `-` is stdin. Throws what {@link openInput} throws. */
export async function* readTextPairs(path: string): AsyncGenerator<TextPair, void> {
  const { chunks } = await openInput(path);
  const splitter = new LineSplitter(MOST_LINE_BYTES, (line) => line);
  for await (const chunk of chunks) for (const found of splitter.push(charOfEachByte(chunk))) yield* pairsOf(found);
  for (const found of splitter.end()) yield* pairsOf(found);
}

/** A line break is the same byte in UTF-8 wherever it stands: lines are found first, and each is read strictly. */
function charOfEachByte(chunk: Uint8Array): string {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
}

/** None where the line is blank. */
function pairsOf(found: ReturnType<LineSplitter['push']>[number]): readonly TextPair[] {
  const { line } = found;
  if ('why' in found) return [{ line, id: null, why: found.why }];
  let written: string;
  try {
    written = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(found.text, 'latin1')).trim();
  } catch {
    return [{ line, id: null, why: NOT_UTF8 }];
  }
  return written === '' ? [] : [pairOf(line, written)];
}

function pairOf(line: number, written: string): TextPair {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    return { line, id: null, why: `the line is no JSON: ${error instanceof Error ? error.message.slice(0, 120) : 'broken'}` };
  }
  const parsed = pair.safeParse(value);
  if (parsed.success) return { line, id: parsed.data.id ?? null, a: withTitle(parsed.data.a), b: withTitle(parsed.data.b) };
  const [issue] = parsed.error.issues;
  return {
    line,
    id: z.object({ id }).safeParse(value).data?.id ?? null,
    why: `expected {"id":…,"a":{"text":"…"},"b":{"text":"…"}}; ${issue?.path.map(String).join('.') || 'the line'}: ${issue?.message ?? 'wrong'}`,
  };
}

/** A text begins with its title, as readings do. */
function withTitle({ text, title }: z.infer<typeof side>): string {
  const trimmed = title?.trim() ?? '';
  return trimmed === '' || text.trimStart().startsWith(trimmed) ? text : `${trimmed}\n${text}`;
}
