import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { INDICATOR_FIELDS } from '../model/indicator-fields.ts';
import { parsePredicate } from '../model/parse-predicate.ts';
import type { Predicate } from '../model/predicate.ts';
import { commaWords } from './comma-words.ts';
import { loadIndicators, loadTransshipment } from './indicators.ts';
import type { Indicator, Transshipment } from './indicators.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** What is looked for in a notice, and the published red flags that it stands for. */
export interface IndicatorRule {
  /** `unnamed-foreign-buyer`. */
  readonly id: string;
  readonly title: string;
  /** Key of its points in `priority.yaml`. */
  readonly class: string;
  /** The first one names it in findings; no two rules begin with the same. */
  readonly flags: readonly [Indicator, ...Indicator[]];
  /** Red flags that say more than a notice can show: what is looked for is a part of them. */
  readonly partly: readonly Indicator[];
  readonly when: Predicate;
  /** What speaks against it where it holds too. */
  readonly against: Predicate | null;
  /** What the text would have to say. */
  readonly missing: readonly string[];
}

/** All that findings of indicators are made from. */
export interface IndicatorTable {
  readonly rules: readonly IndicatorRule[];
  readonly transshipment: readonly Transshipment[];
  /** Domains of mail providers where anybody can have an address. */
  readonly freeMail: ReadonlySet<string>;
  /** Dialling code without `+` → ISO countries. */
  readonly dialling: ReadonlyMap<string, readonly string[]>;
}

const rulesSchema = z.array(
  z.strictObject({
    rule: z.string().regex(/^[a-z][a-z-]*$/),
    title: z.string().min(1),
    class: z.string().regex(/^[a-z][a-z-]*$/),
    flags: commaWords,
    partly: commaWords.optional(),
    when: z.string().min(1),
    against: z.string().min(1).optional(),
    missing: z
      .string()
      .default('')
      .transform((text) => text.split('; ').filter((one) => one !== '')),
  }),
);

const channelsSchema = z.strictObject({ freeMail: commaWords, dialling: z.record(z.string().regex(/^\d{1,3}$/), commaWords) });

/**
 * Reads indicator-rules.yaml and channels.yaml with the red flags and transshipment points of the catalogue in `folder` (by default the one that comes with
 * the package). Throws `catalogue-invalid`; of a predicate it names the rule and the position.
 */
export function loadIndicatorRules(folder: string = CATALOGUE_FOLDER): IndicatorTable {
  const file = readCatalogueFile(folder, 'indicator-rules.yaml');
  const { freeMail, dialling } = parseCatalogueFile(readCatalogueFile(folder, 'channels.yaml'), channelsSchema);
  const indicators = loadIndicators(folder);
  const rules = parseCatalogueFile(file, rulesSchema).map(({ rule: id, flags, partly = [], when, against, ...rest }): IndicatorRule => {
    const [first, ...others] = flags.map((flag) => flagOf(file, id, indicators, flag));
    if (first === undefined) throw wrong(file, id, 'no red flag is named');
    return {
      ...rest,
      id,
      flags: [first, ...others],
      partly: partly.map((flag) => flagOf(file, id, indicators, flag)),
      when: predicateOf(file, id, 'when', when),
      against: against === undefined ? null : predicateOf(file, id, 'against', against),
    };
  });
  for (const [index, { id, flags }] of rules.entries())
    if (rules.some((other, at) => at < index && (other.id === id || other.flags[0] === flags[0])))
      throw wrong(file, id, `another rule has this name, or begins with ${flags[0].id} too; put another flag first`);
  return {
    rules,
    transshipment: loadTransshipment(folder),
    freeMail: new Set(freeMail),
    dialling: new Map(Object.entries(dialling)),
  };
}

function flagOf(file: CatalogueFile, rule: string, indicators: ReadonlyMap<string, Indicator>, id: string): Indicator {
  const flag = indicators.get(id);
  if (flag === undefined) throw wrong(file, rule, `there is no ${id} in indicators.yaml`);
  if (flag.signal === null) throw wrong(file, rule, `${id} cannot be seen in a notice, as indicators.yaml says`);
  return flag;
}

function predicateOf(file: CatalogueFile, rule: string, key: string, text: string): Predicate {
  try {
    return parsePredicate(text, INDICATOR_FIELDS);
  } catch (error) {
    if (!(error instanceof DualwatchError)) throw error;
    throw wrong(file, rule, `${key}: ${error.message}`, error);
  }
}

function wrong({ name }: CatalogueFile, rule: string, what: string, cause?: unknown): DualwatchError {
  return new DualwatchError('catalogue-invalid', `${name}, rule "${rule}": ${what}`, cause === undefined ? undefined : { cause });
}
