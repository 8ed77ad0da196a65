import type { PreparedText } from '../prepared-text.ts';
import type { Token, TokenKind } from '../tokens/token.ts';
import type { Side } from './comparison.ts';
import { leadOf } from './layout.ts';

/** Fewer rows of one form are the clauses of a notice, or chance. */
const LEAST_ROWS = 4;

/** Of a row that is the other text, and of one that is about something else, this share of what it tells stands there. */
const OF_BOTH = 0.35;
const OF_OTHERS = 0.25;

/** Of the rows, so many are the other text at most, and so many are about something else at least. */
const MOST_OF_BOTH = 1 / 3;
const LEAST_OF_OTHERS = 0.6;

/** Of the rows about something else so many say how much of it is bought, or what it costs: rows of purchases. */
const COUNTED = 0.5;

/** Facts that rows begin with. */
const ROW_STARTS: ReadonlySet<TokenKind> = new Set(['lot', 'ordinal', 'section', 'phase', 'date', 'number', 'model']);

/** A figure of so many digits is a sum, whatever stands in the head of its column. */
const SUM_DIGITS = 4;

interface Row {
  readonly known: number;
  readonly isCounted: boolean;
}

/**
 * True for a text of rows (lots, lines of a plan or a register, items of a digest) of which one or few tell what the other text tells, and the rest tells of something else.
 * Rows are lines that begin alike. Linear.
 */
export function isListAroundOne(side: Side): boolean {
  for (const [form, rows] of Map.groupBy(rowsOf(side), ({ form }) => form)) {
    if (rows.length < LEAST_ROWS) continue;
    const others = rows.filter(({ known }) => known < OF_OTHERS);
    const ofBoth = rows.filter(({ known }) => known >= OF_BOTH).length;
    if (ofBoth === 0 || ofBoth > MOST_OF_BOTH * rows.length || others.length < LEAST_OF_OTHERS * rows.length) continue;
    if (form === DOT || others.filter(({ isCounted }) => isCounted).length >= COUNTED * others.length) return true;
  }
  return false;
}

/** Items of a digest stand behind these; clauses of one notice are numbered. */
const DOT = 'dot';
const DOTS = /[•·*▪◆●]/u;

function rowsOf({ text, novel }: Side): readonly (Row & { readonly form: string })[] {
  const rows: (Row & { readonly form: string })[] = [];
  for (let from = 0, to = 0; from < text.tokens.length; from = to) {
    const { line } = text.tokens[from]!;
    let [told, known, isCounted] = [0, 0, false];
    for (to = from; to < text.tokens.length && text.tokens[to]!.line === line; to += 1) {
      const weight = text.weights[to]!;
      told += weight;
      if (novel[to] === 0) known += weight;
      isCounted ||= counts(text.tokens[to]!);
    }
    const form = formOf(text, from, to);
    if (form !== undefined && told > 0) rows.push({ form, known: known / told, isCounted });
  }
  return rows;
}

function counts({ kind, key }: Token): boolean {
  return kind === 'quantity' || kind === 'price' || (kind === 'figure' && key.length >= 'figure:'.length + SUM_DIGITS);
}

/** How a line begins, or of how many cells it is; undefined for one that begins as any may. */
function formOf(text: PreparedText, from: number, to: number): string | undefined {
  const bullet = leadOf(text, from);
  if (bullet !== undefined) return DOTS.test(bullet) ? DOT : bullet;
  const { kind, start } = text.tokens[from]!;
  if (ROW_STARTS.has(kind)) return kind;
  const cells = text.text.slice(start, text.tokens[to - 1]!.end).split(/[|\t]/u).length;
  return cells > 2 ? `cells ${cells}` : undefined;
}
