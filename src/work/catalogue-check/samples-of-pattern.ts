/**
 * One string for each top-level branch of a part number pattern, with the shortest repeats and the first choice everywhere; null where the pattern has
 * something else than letters, digits, classes, groups, `\b`, look-aheads and bounded repeats.
 */
export function samplesOfPattern(pattern: string): readonly string[] | null {
  const samples = branchesOf(pattern).map((branch) => sampleOf(branch));
  const whole = new RegExp(`^(?:${pattern})$`);
  if (samples.some((sample) => sample === null || !whole.test(sample))) return null;
  return samples.filter((sample) => sample !== null);
}

/** The parts of a pattern between bars that stand in no group or class. */
function branchesOf(pattern: string): readonly string[] {
  const branches: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (char === '\\') at += 1;
    else if (char === '[') at = classEnd(pattern, at);
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === '|' && depth === 0) {
      branches.push(pattern.slice(from, at));
      from = at + 1;
    }
  }
  return [...branches, pattern.slice(from)];
}

function sampleOf(branch: string): string | null {
  let sample = '';
  for (let at = 0; at < branch.length;) {
    const piece = pieceAt(branch, at);
    if (piece === null) return null;
    const { least, end } = repeatAt(branch, piece.end);
    sample += piece.sample.repeat(least);
    at = end;
  }
  return sample;
}

interface Piece {
  readonly sample: string;
  readonly end: number;
}

/** One character, class or group, without its repeat. */
function pieceAt(branch: string, at: number): Piece | null {
  const char = branch[at] ?? '';
  if (char === '\\') {
    const escaped = branch[at + 1] ?? '';
    if (escaped === 'd') return { sample: '1', end: at + 2 };
    if (escaped === 'b') return { sample: '', end: at + 2 };
    if (escaped === 's') return { sample: ' ', end: at + 2 };
    return /[A-Za-z]/.test(escaped) ? null : { sample: escaped, end: at + 2 };
  }
  if (char === '[') {
    const end = classEnd(branch, at);
    const first = branch.slice(at + 1, end);
    if (first.startsWith('^')) return null;
    return { sample: first.startsWith('\\d') ? '1' : first.startsWith('\\') ? (first[1] ?? '') : (first[0] ?? ''), end: end + 1 };
  }
  if (char === '(') {
    const end = groupEnd(branch, at);
    const inner = branch.slice(at + 1, end);
    if (inner.startsWith('?!') || inner.startsWith('?=') || inner.startsWith('?<')) return { sample: '', end: end + 1 };
    const [first = ''] = branchesOf(inner.replace(/^\?:/, ''));
    const sample = sampleOf(first);
    return sample === null ? null : { sample, end: end + 1 };
  }
  return /[.*+?{})|^$]/.test(char) ? null : { sample: char, end: at + 1 };
}

function repeatAt(branch: string, at: number): { readonly least: number; readonly end: number } {
  if (branch[at] === '?') return { least: 0, end: at + 1 };
  const [whole, least] = /^\{(\d+)(?:,\d*)?\}\??/.exec(branch.slice(at, at + 12)) ?? [];
  return whole === undefined ? { least: 1, end: at } : { least: Number(least), end: at + whole.length };
}

function classEnd(pattern: string, at: number): number {
  let end = at + 1;
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1;
  return end;
}

function groupEnd(pattern: string, at: number): number {
  let depth = 0;
  for (let end = at; end < pattern.length; end += 1) {
    const char = pattern[end];
    if (char === '\\') end += 1;
    else if (char === '[') end = classEnd(pattern, end);
    else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return end;
    }
  }
  return pattern.length;
}
