/** One test of a control entry: `range > 5 km`. `value` is in `unit`; two tests of one parameter form a range. */
export interface ControlThreshold {
  readonly parameter: string;
  readonly op: '>' | '>=' | '<' | '<=' | '=' | 'in';
  readonly value: number | string;
  readonly unit: string;
  readonly note?: string;
}

/** An entry of a control list, as facts: what it covers, since when, how sure the data are. */
export interface ControlEntry {
  /** `CN`, `US`, `EU`, `UK`, `RU`, `JP`, `G7`. */
  readonly regime: string;
  /** Short id of the list: `cn-dual-use`, `us-ccl`, `eu-annex-i`, `eu-833`, `us-supp-4`, `us-supp-7`, `uk-chp`, `chpl`, `jp-meti`, `ru`. */
  readonly list: string;
  /** `0A903.a`, `5A001.f`, `854370`. */
  readonly entry: string;
  /** What it covers, in our words. */
  readonly heading: string;
  /** HS or tariff codes that the list itself gives. */
  readonly codes: readonly string[];
  readonly thresholds: readonly ControlThreshold[];
  /** How thresholds combine: all of them, any of them, or as `conditions` says. */
  readonly combine: 'all' | 'any';
  readonly conditions: string;
  readonly notInScope?: string;
  /** ISO dates; null where unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly status: string;
  readonly source: string;
  readonly confidence: 'verbatim' | 'transcribed' | 'secondary';
}
