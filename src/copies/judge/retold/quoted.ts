import type { PreparedText } from '../../prepared-text.ts';
import { isRunning } from '../../tokens/token.ts';

/** Marks that open a quotation, those that close one, and those that do either. */
const OPENING = '«„「『';
const CLOSING = '»”」』';
const EITHER = '"“';

/** A name in quotation marks has no more tokens. */
const LONGEST = 12;

/** So many characters before the first token and behind the last are looked at. */
const AROUND = 8;

/** What stands in quotation marks, as units: names of bodies, makes and programmes. Linear in the text. */
export function quotedUnits({ text, tokens, unitsOf }: PreparedText): ReadonlySet<string> {
  const quoted = new Set<string>();
  let opened = -1;
  for (let n = 0; n <= tokens.length; n += 1) {
    const from = tokens[n - 1]?.end ?? Math.max(0, (tokens[0]?.start ?? 0) - AROUND);
    for (const mark of text.slice(from, tokens[n]?.start ?? from + AROUND)) {
      if (mark === '\n') opened = -1;
      else if (OPENING.includes(mark) || (opened === -1 && EITHER.includes(mark))) opened = n;
      else if (opened !== -1 && (CLOSING.includes(mark) || EITHER.includes(mark))) {
        for (let at = opened; at < n && n - opened <= LONGEST; at += 1)
          if (isRunning(tokens[at]!.kind)) for (const unit of unitsOf[at]!) quoted.add(unit);
        opened = -1;
      }
    }
  }
  return quoted;
}
