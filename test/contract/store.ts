import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/store/port.ts';
import type { MakePlace, Place } from './backend.ts';
import { accountContract } from './accounts.ts';
import { alertContract } from './alerts.ts';
import { anchorContract } from './anchors.ts';
import { askedContract } from './asked.ts';
import { caseContract } from './cases.ts';
import { claimContract } from './claims.ts';
import { copyContract } from './copies.ts';
import { crashContract } from './crash.ts';
import { extrasContract } from './extras.ts';
import { forgetContract } from './forget.ts';
import { hostContract } from './hosts.ts';
import { learnedContract } from './learned.ts';
import { logContract } from './log.ts';
import { mergeContract } from './merge.ts';
import { newsContract } from './news.ts';
import { packageContract } from './packages.ts';
import { publisherContract } from './publishers.ts';
import { readingContract } from './readings.ts';
import { runContract } from './runs.ts';
import { screeningContract } from './screening.ts';
import { sourceContract } from './sources.ts';
import { triageContract } from './triage.ts';

/** What a part of the suite works on: a fresh store for each test. */
export interface Bench {
  readonly store: () => Store;
  readonly place: () => Place;
}

/** Every guarantee of the store port, for any backend. */
export function storeContract(name: string, make: MakePlace): void {
  describe(`store contract: ${name}`, () => {
    let place: Place;
    let store: Store;
    beforeEach(async () => {
      place = await make();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });
    const bench: Bench = { store: () => store, place: () => place };
    sourceContract(bench);
    claimContract(bench);
    askedContract(bench);
    runContract(bench);
    hostContract(bench);
    logContract(bench);
    mergeContract(bench, make);
    learnedContract(bench);
    readingContract(bench);
    screeningContract(bench, make);
    accountContract(bench);
    alertContract(bench);
    publisherContract(bench);
    anchorContract(bench);
    copyContract(bench);
    extrasContract(bench);
    newsContract(bench, make);
    packageContract(bench);
    forgetContract(bench);
    triageContract(bench);
    caseContract(bench);
    crashContract(bench, make);
  });
}
