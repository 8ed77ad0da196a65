/** One test of a control entry: `range > 5 km`. `value` is in `unit`; two tests of one parameter form a range. */
export interface ControlThreshold {
  readonly parameter: string;
  readonly op: '>' | '>=' | '<' | '<=' | '=' | 'in';
  readonly value: number | string;
  readonly unit: string;
  readonly note?: string;
  /** Tests of one branch hold together; where an entry has branches, one of them is enough. The name says when it applies (`14 to <16 bit`, `60 min and more`). */
  readonly branch?: string;
}

/** An entry of a control list, as facts: what it covers, since when, how sure the data are. */
export interface ControlEntry {
  /** `CN`, `US`, `EU`, `UK`, `RU`, `JP`, `G7`. */
  readonly regime: string;
  /** Short id of the list: `cn-dual-use`, `us-ccl`, `eu-annex-i`, `eu-833`, `eu-military`, `us-supp-4`, `us-supp-7`, `uk-chp`, `chpl`, `jp-meti`, `ru`. */
  readonly list: string;
  /** `0A903.a`, `5A001.f`, `854370`; `2023 No.28` for an announcement. */
  readonly entry: string;
  /** What it covers, in our words; empty on lists of HS codes, where the code says it. */
  readonly heading: string;
  /** HS or tariff codes that the list itself gives. */
  readonly codes: readonly string[];
  readonly thresholds: readonly ControlThreshold[];
  /** How thresholds without branches combine: all of them, or any of them. With branches it is `any`. */
  readonly combine: 'all' | 'any';
  readonly conditions: string;
  readonly notInScope?: string;
  /** ISO dates; null where unknown. `to` is the day from which it no longer applies. */
  readonly from: string | null;
  readonly to: string | null;
  /** ISO dates, both included, between which it does not apply, and by what. */
  readonly suspended?: { readonly from: string; readonly to: string; readonly by: string };
  /** Nobody has seen the text of the list; whether an entry is in force says `controlStatusAt` of a date. */
  readonly unverified?: true;
  /** Date of the text that the data are from. */
  readonly asOf: string;
  /** Tier of the CHPL: `1`, `3.A`. */
  readonly tier?: string;
  /** Annex of a regulation with several: `VII A`. */
  readonly annex?: string;
  /** Reasons for control of the US list: `NS, MT, AT`. */
  readonly reason?: string;
  /** An announcement or decree, not an entry of goods. */
  readonly instrument?: true;
  /** What repealed it. */
  readonly repealedBy?: string;
  readonly source: string;
  readonly confidence: 'verbatim' | 'transcribed' | 'secondary';
}
