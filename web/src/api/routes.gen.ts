// Made of the OpenAPI document by "npm run docs". Edit the shapes in src/server instead.

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: "internal" | "usage" | "config" | "input-unreadable" | "input-too-large" | "input-malformed" | "not-found" | "home-missing" | "home-newer" | "store-damaged" | "store-busy" | "disk-full" | "evidence-invalid" | "login-required" | "not-allowed" | "conflict" | "outdated" | "media-type" | "method-not-allowed" | "wrong-host" | "too-many-requests" | "robots-forbidden" | "address-forbidden" | "fetch-failed" | "catalogue-invalid";
  /** what was wrong, where, and what to do */
  readonly detail: string;
  readonly retry: "never" | "later" | "now";
  /** each part of the request that is wrong */
  readonly errors?: readonly {
    readonly where: string;
    readonly message: string;
  }[];
};

export type Start = {
  readonly version: string;
  /** `none`: whoever asks here owns the machine, and nobody logs in */
  readonly login: "none" | "password";
  /** where to go to log in through the OpenID provider; null where there is none */
  readonly openid: string | null;
  /** null for whoever has to log in first */
  readonly home: {
    /** nothing is watched yet, and nothing kept */
    readonly firstRun: boolean;
    /** the demo is being played here, or was */
    readonly demo: boolean;
    /** where packages are shown as the pages were: add `?export=<id>`, and `&url=…&ts=…` for one page; null where there is no viewer */
    readonly replay: string | null;
    /** pages can be captured with a browser */
    readonly browser: boolean;
  } | null;
};

export type Demo = {
  readonly state: "none" | "running" | "played" | "failed";
  /** steps told, of `of` */
  readonly stage: number;
  readonly of: number;
  readonly step: "published" | "captured" | "captcha" | "blocked" | "deleted" | "seemsGone" | "removed" | "sister" | "copy" | "proved" | null;
  /** the latest step in a sentence, in English */
  readonly text: string | null;
  readonly done: boolean;
  /** what it brought: the notice that vanishes, then its copy */
  readonly notices: readonly string[];
  /** why it failed */
  readonly why: string | null;
};

export type Me = {
  /** `local`: this machine, as long as there is no administrator */
  readonly kind: "local" | "user" | "key" | "nobody";
  readonly name: string;
  readonly role: "viewer" | "analyst" | "admin" | null;
  readonly scope: "read" | "write" | "admin";
  /** of a session: send it as `X-Dualwatch-CSRF` with every change */
  readonly csrf: string | null;
  readonly expiresAt: string | null;
  readonly hasPassword: boolean;
  /** where to go to log in through the OpenID provider; null where there is none */
  readonly openid: string | null;
};

export type Session = {
  readonly id: string;
  /** the one that asks */
  readonly current: boolean;
  /** ISO 8601, UTC */
  readonly createdAt: string;
  /** ISO 8601, UTC */
  readonly lastUsedAt: string;
  /** ISO 8601, UTC */
  readonly expiresAt: string;
  readonly address: string | null;
  /** what the browser called itself */
  readonly agent: string | null;
};

export type User = {
  readonly id: string;
  readonly mail: string;
  readonly role: "viewer" | "analyst" | "admin";
  /** ISO 8601, UTC */
  readonly createdAt: string;
  readonly disabledAt: string | null;
  readonly hasPassword: boolean;
  /** has logged in through the OpenID provider */
  readonly openid: boolean;
};

export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly role: "viewer" | "analyst" | "admin";
  readonly scope: "read" | "write" | "admin";
  /** mail address; the key never goes further than its owner */
  readonly owner: string | null;
  /** ISO 8601, UTC */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** to the minute */
  readonly lastUsedAt: string | null;
};

export type AuditEntry = {
  readonly num: number;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly actor: {
    readonly kind: "local" | "user" | "key" | "nobody";
    readonly id: string | null;
    readonly name: string;
    readonly role: "viewer" | "analyst" | "admin" | null;
  };
  /** null for the command line */
  readonly address: string | null;
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  /** over the entry and the hash before it */
  readonly hash: string;
};

export type Notice = {
  readonly id: string;
  readonly type: "notice" | "report";
  readonly url: string;
  readonly aliases: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    /** ISO 8601, UTC */
    readonly firstSeenAt: string;
  }[];
  readonly title: string | null;
  readonly publisher: string | null;
  /** private persons whom title or publisher name, where they are asked for (`reveal`) */
  readonly persons?: readonly string[];
  readonly publishedAt: string | null;
  /** ISO 8601, UTC */
  readonly firstSeenAt: string;
  readonly lagSeconds: number | null;
  readonly lastSeenPresentAt: string | null;
  readonly state: "present" | "changed" | "removed" | "blocked" | "unreachable";
  readonly reason: string | null;
  readonly removal?: {
    readonly kind: "publisher" | "platform" | "account" | "moved" | "expired" | "status";
    /** ISO 8601, UTC */
    readonly firstSeenGoneAt: string;
    /** null after the first sighting only, or while removals of its host wait for a person */
    readonly confirmedAt: string | null;
    /** captures of the removal pages, oldest first */
    readonly evidence: readonly string[];
  };
  /** only while a removal that was seen is not certain yet: `state` is that of before */
  readonly pending?: {
    readonly state: "removed";
    /** what the latest sighting said */
    readonly reason: string | null;
    /** of the first sighting */
    readonly since: string;
    /** a second sighting, apart in time; or a person, where removals of the host are held */
    readonly waitsFor: "sighting" | "person";
  };
  readonly versions: number;
  readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
  /** concepts of the catalogue */
  readonly goods: readonly string[];
  readonly tradeNames: readonly string[];
  readonly intents: readonly string[];
  readonly places: readonly string[];
  /** ISO 3166-1 countries that the goods go to, as far as the text says */
  readonly destination: readonly string[];
  /** red flags, as BIS-KYC-12 */
  readonly indicators: readonly string[];
  /** control entries that may apply, as `cn-dual-use 0A903.a` */
  readonly controls: readonly string[];
  readonly listed: readonly ({
    readonly list: string;
    readonly listing: string;
    /** of the party */
    readonly id: string;
    readonly caption: string;
    readonly score: number;
    readonly verdict?: "hit" | "cleared" | "unsure";
    /** the notice is published by the party */
    readonly publisher?: true;
  })[];
  readonly copies: number;
  readonly copiesStanding: number;
  /** copies that were seen before it, in its language */
  readonly copiesBefore: number;
  readonly priority: number;
  /** why it has that priority */
  readonly reasons: readonly string[];
  readonly triage: {
    readonly state: "new" | "dismissed" | "escalated";
    readonly assignee: string | null;
  };
};

export type NoticeInFull = {
  readonly id: string;
  readonly type: "notice" | "report";
  readonly url: string;
  readonly aliases: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    /** ISO 8601, UTC */
    readonly firstSeenAt: string;
  }[];
  readonly title: string | null;
  readonly publisher: string | null;
  /** private persons whom title or publisher name, where they are asked for (`reveal`) */
  readonly persons?: readonly string[];
  readonly publishedAt: string | null;
  /** ISO 8601, UTC */
  readonly firstSeenAt: string;
  readonly lagSeconds: number | null;
  readonly lastSeenPresentAt: string | null;
  readonly state: "present" | "changed" | "removed" | "blocked" | "unreachable";
  readonly reason: string | null;
  readonly removal?: {
    readonly kind: "publisher" | "platform" | "account" | "moved" | "expired" | "status";
    /** ISO 8601, UTC */
    readonly firstSeenGoneAt: string;
    /** null after the first sighting only, or while removals of its host wait for a person */
    readonly confirmedAt: string | null;
    /** captures of the removal pages, oldest first */
    readonly evidence: readonly string[];
  };
  /** only while a removal that was seen is not certain yet: `state` is that of before */
  readonly pending?: {
    readonly state: "removed";
    /** what the latest sighting said */
    readonly reason: string | null;
    /** of the first sighting */
    readonly since: string;
    /** a second sighting, apart in time; or a person, where removals of the host are held */
    readonly waitsFor: "sighting" | "person";
  };
  readonly versions: number;
  readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
  /** concepts of the catalogue */
  readonly goods: readonly string[];
  readonly tradeNames: readonly string[];
  readonly intents: readonly string[];
  readonly places: readonly string[];
  /** ISO 3166-1 countries that the goods go to, as far as the text says */
  readonly destination: readonly string[];
  /** red flags, as BIS-KYC-12 */
  readonly indicators: readonly string[];
  /** control entries that may apply, as `cn-dual-use 0A903.a` */
  readonly controls: readonly string[];
  readonly listed: readonly ({
    readonly list: string;
    readonly listing: string;
    /** of the party */
    readonly id: string;
    readonly caption: string;
    readonly score: number;
    readonly verdict?: "hit" | "cleared" | "unsure";
    /** the notice is published by the party */
    readonly publisher?: true;
  })[];
  readonly copies: number;
  readonly copiesStanding: number;
  /** copies that were seen before it, in its language */
  readonly copiesBefore: number;
  readonly priority: number;
  /** why it has that priority */
  readonly reasons: readonly string[];
  readonly triage: {
    readonly state: "new" | "dismissed" | "escalated";
    readonly assignee: string | null;
  };
  readonly captures: readonly Capture[];
  readonly observations: readonly Observation[];
  readonly reading: {
    readonly text: string;
    readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
    readonly fields: Readonly<Record<string, string>>;
    /** SHA-256 in hex */
    readonly capture: string;
    readonly reader: string;
    readonly rendered?: true;
  } | null;
  readonly mentions: readonly Mention[];
  readonly parties: readonly ({
    readonly start: number;
    readonly end: number;
    readonly role: "buyer" | "seller" | "endUser" | "consignee" | "agent" | "publisher" | "destination" | "transit" | "contact";
    readonly text: string;
    readonly named: boolean;
    readonly kind: "organisation" | "person" | "place" | "phone" | "mail" | "address" | "messenger";
    readonly place?: string;
    readonly because: string;
    readonly masked?: boolean;
    readonly acts?: "forItself" | "onBehalf";
    readonly field?: string;
  })[];
  readonly terms: readonly ({
    readonly start: number;
    readonly end: number;
    readonly term: "deadline" | "channel";
    readonly text: string;
    readonly date: string | null;
    readonly because: string;
    readonly masked?: boolean;
  })[];
  readonly items: readonly ({
    readonly start: number;
    readonly end: number;
    readonly number: number;
    readonly text: string;
    readonly goods: readonly string[];
    readonly quantity: {
      readonly value: number;
      readonly unit: string;
    } | null;
    readonly budget: {
      readonly value: number;
      readonly currency: string;
    } | null;
    readonly orEquivalent: boolean;
  })[];
  readonly parameters: readonly ({
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly measured: string;
    readonly label: string | null;
    readonly property?: string;
    readonly comparator: "=" | ">" | ">=" | "<" | "<=" | "range" | "about";
    readonly low: number | null;
    readonly high: number | null;
    readonly unit: string;
    readonly writtenUnit: string;
    readonly item: number | null;
  })[];
  readonly findings: readonly Finding[];
  /** only where the text has more than 10,000 mentions of one term, 50,000 codes, 5,000 line items or 10,000 values: what stands behind these is not told */
  readonly cut?: readonly ("mentions" | "codes" | "items" | "parameters")[];
  /** only where the text is evidently not as it was written, and what it names cannot be found: bytes in one encoding (`written`) were read as another, or letters were lost (both null) */
  readonly garbled?: {
    readonly written: string | null;
    readonly readAs: string | null;
  };
  readonly matches: readonly TextMatch[];
};

export type Capture = {
  /** SHA-256 in hex */
  readonly sha256: string;
  readonly url: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly status: number | null;
  readonly ip: string | null;
  /** its file in the home; null once dropped or forgotten */
  readonly warc: string | null;
  readonly mode?: "browser" | "rendered" | "images";
  /** the entry of the log that names it */
  readonly logIndex: number;
  readonly forgotten: {
    /** ISO 8601, UTC */
    readonly at: string;
    readonly why: string;
  } | null;
};

export type Observation = {
  readonly url: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly state: "present" | "changed" | "removed" | "blocked" | "unreachable";
  readonly reason: string | null;
  /** the evidence of the judgement, in words */
  readonly basis: string | null;
  readonly removalKind: "publisher" | "platform" | "account" | "moved" | "expired" | "status" | null;
  readonly capture: string | null;
  readonly confirms: string | null;
  readonly reading: string | null;
  /** the entry of the log that holds this judgement: not that of the capture */
  readonly logIndex: number;
};

export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly kind: "good" | "party" | "place" | "parameter" | "code" | "tradeName" | "intent" | "date" | "contact";
  readonly text: string;
  readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
  readonly concept?: string;
  readonly id?: string;
  /** what the term does in its sentence; only `goods` counts */
  readonly role?: string;
  readonly counted: boolean;
  readonly strength: "hard" | "soft";
  readonly note?: string;
  /** the line of the catalogue that found it: the term as its file has it, of which kind, in which file */
  readonly rule?: {
    readonly term: string;
    readonly kind: string;
    readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
    readonly source: string;
  };
};

export type Finding = {
  readonly indicator?: string;
  /** the same red flag in other documents */
  readonly alsoIn?: readonly string[];
  /** red flags that say more than a notice can show: this is a part of them */
  readonly partOf?: readonly string[];
  readonly control?: {
    readonly regime: string;
    readonly list: string;
    readonly entry: string;
    readonly inForceFrom: string | null;
    readonly inForceTo: string | null;
  };
  readonly goods?: readonly string[];
  readonly title: string;
  readonly status: "met" | "unmet" | "unstated" | "candidate" | "seen" | "absent";
  readonly for: readonly {
    readonly text: string;
    readonly span?: {
      readonly start: number;
      readonly end: number;
    };
  }[];
  readonly against: readonly {
    readonly text: string;
    readonly span?: {
      readonly start: number;
      readonly end: number;
    };
  }[];
  /** what the text would have to say */
  readonly missing: readonly string[];
  readonly source: string;
  readonly confidence?: "verbatim" | "transcribed" | "secondary";
  readonly item: number | null;
};

export type TextMatch = {
  readonly start: number;
  readonly end: number;
  /** names the match for a decision */
  readonly key: string;
  readonly id: string;
  readonly caption: string;
  readonly matchedName: string;
  readonly score: number;
  readonly list: string;
  readonly listing: string;
  readonly explanation: {
    readonly text: string;
    readonly alignment: readonly ({
      readonly a: string | null;
      readonly b: string | null;
      readonly kind: string;
      readonly link: string;
      readonly similarity: number;
    })[];
    readonly for: readonly string[];
    readonly against: readonly string[];
  };
  readonly text: string;
  readonly field?: string;
  readonly role?: string;
  readonly decision?: {
    readonly verdict: "hit" | "cleared" | "unsure";
    readonly [more: string]: unknown;
  };
};

export type NoticeVerdict = {
  /** no check failed */
  readonly ok: boolean;
  readonly checks: readonly ({
    readonly name: "checkpoint" | "log" | "entries" | "captures" | "readings" | "timestamp";
    readonly status: "pass" | "fail" | "absent" | "untrusted";
    readonly where?: string;
    readonly why?: string;
  })[];
  readonly captures: readonly ({
    /** SHA-256 in hex */
    readonly sha256: string;
    /** ISO 8601, UTC */
    readonly at: string;
    readonly url: string;
    readonly logIndex: number;
    readonly state: "whole" | "altered" | "dropped" | "forgotten" | "unchecked";
  })[];
  readonly entries: {
    readonly checked: number;
    readonly of: number;
  };
  readonly checkpoint: {
    readonly origin: string;
    /** entries that it signs */
    readonly size: number;
    /** SHA-256 in base 64 */
    readonly root: string;
    /** public key of the log */
    readonly key: string;
    /** the signed note */
    readonly text: string;
  } | null;
  readonly stamps: readonly {
    readonly authority: string;
    /** ISO 8601, UTC */
    readonly at: string;
    /** it covers entries with a lower log index */
    readonly size: number;
    readonly trusted: boolean;
  }[];
};

export type Version = {
  readonly number: number;
  /** ISO 8601, UTC */
  readonly from: string;
  /** ISO 8601, UTC */
  readonly to: string;
  /** SHA-256 in hex */
  readonly capture: string;
  readonly title: string | null;
  readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
  readonly characters: number;
};

export type Change = {
  readonly a: readonly [number, number] | null;
  readonly b: readonly [number, number] | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly marks: readonly ({
    readonly side: "removed" | "added";
    readonly at: readonly [number, number];
    readonly text: string;
  })[];
};

export type Copy = {
  readonly kind: "verbatim" | "edited" | "partial" | "translated";
  readonly score: number;
  readonly containment: number;
  readonly other: {
    readonly id: string;
    readonly url: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly publishedAt: string | null;
    /** ISO 8601, UTC */
    readonly firstSeenAt: string;
    readonly state: "present" | "changed" | "removed" | "blocked" | "unreachable";
  };
  /** those that were compared, the notice’s own first: offsets are of their texts; null for a text that is no notice’s */
  readonly captures: readonly [string | null, string];
  readonly aligned: readonly {
    readonly a: readonly [number, number];
    readonly b: readonly [number, number];
  }[];
  readonly shared: readonly string[];
  readonly differs: readonly ({
    readonly kind: string;
    readonly a: string | null;
    readonly b: string | null;
    readonly [more: string]: unknown;
  })[];
};

export type NameQuery = {
  readonly name: string;
  /** other names of the same party */
  readonly aliases?: readonly string[];
  readonly schema?: "Person" | "Company" | "Organization" | "PublicBody" | "LegalEntity" | "Vessel" | "Airplane";
  readonly countries?: readonly string[];
  readonly birthDates?: readonly string[];
  /** registration and tax numbers, IMO, LEI … */
  readonly identifiers?: readonly string[];
};

export type Match = {
  /** names the match for a decision */
  readonly key: string;
  /** of the party */
  readonly id: string;
  readonly caption: string;
  readonly matchedName: string;
  /** which name matched, where several were asked about */
  readonly queriedName?: string;
  /** 0 to 1: how likely both are one */
  readonly score: number;
  readonly list: string;
  readonly listing: string;
  readonly explanation: Explanation;
  readonly decision?: {
    readonly verdict: "hit" | "cleared" | "unsure";
    readonly why: string;
    readonly by: string;
    /** ISO 8601, UTC */
    readonly at: string;
    readonly holds: boolean;
    /** why it holds no more */
    readonly lapsed?: string;
  };
};

export type Explanation = {
  /** how the words correspond, in one line */
  readonly text: string;
  readonly alignment: readonly ({
    readonly a: string | null;
    readonly b: string | null;
    readonly kind: string;
    readonly link: string;
    readonly similarity: number;
  })[];
  readonly for: readonly string[];
  readonly against: readonly string[];
};

export type Receipt = {
  readonly id: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly file: {
    readonly name: string;
    /** SHA-256 in hex */
    readonly sha256: string;
    readonly bytes: number;
  } | null;
  /** SHA-256 in hex */
  readonly asked?: string;
  readonly columns?: Readonly<Record<string, string>>;
  /** SHA-256 in hex */
  readonly results?: string;
  readonly counts: {
    readonly rows: number;
    readonly unreadable: number;
    readonly hits: number;
    readonly matches: number;
  };
  readonly unreadable: readonly {
    readonly line: number;
    readonly row?: number;
    readonly key?: string;
    readonly why: string;
  }[];
  readonly ignored?: {
    readonly cells: number;
    readonly values: readonly {
      readonly what: string;
      readonly value?: string;
      readonly cells: number;
      readonly rows: readonly number[];
    }[];
  };
  readonly lists: readonly ({
    readonly list: string;
    readonly version: number;
    /** SHA-256 in hex */
    readonly sha256: string;
    readonly publishedAt: string | null;
  })[];
  readonly recipe: string;
  readonly threshold: number;
  readonly limit: number;
  readonly bands: readonly {
    readonly from: number;
    readonly to: number;
    readonly rows: number;
  }[];
  readonly logIndex: number;
};

export type FoundMatch = {
  /** names the match for a decision */
  readonly key: string;
  /** of the party */
  readonly id: string;
  readonly caption: string;
  readonly matchedName: string;
  /** which name matched, where several were asked about */
  readonly queriedName?: string;
  /** 0 to 1: how likely both are one */
  readonly score: number;
  readonly list: string;
  readonly listing: string;
  readonly explanation: Explanation;
  readonly decision?: {
    readonly verdict: "hit" | "cleared" | "unsure";
    readonly why: string;
    readonly by: string;
    /** ISO 8601, UTC */
    readonly at: string;
    readonly holds: boolean;
    /** why it holds no more */
    readonly lapsed?: string;
  };
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly field?: string;
  readonly role?: string;
};

export type Decision = {
  readonly key: string;
  readonly verdict: "hit" | "cleared" | "unsure";
  readonly why: string;
  readonly by: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly subject: {
    readonly query: NameQuery;
    readonly notice: string | null;
  };
  /** SHA-256 in hex */
  readonly partyHash: string;
  readonly listing: string;
  /** SHA-256 in hex */
  readonly listingHash: string;
  readonly logIndex: number;
};

export type Upload = {
  readonly id: string;
  /** as its sender named it; no path */
  readonly name: string;
  readonly by: string;
  readonly createdAt: string;
  /** when it is removed */
  readonly expiresAt: string;
  readonly bytes: number;
  readonly asked: {
    readonly columns: {
      readonly name?: string;
      readonly country?: string;
      readonly id?: string;
      readonly key?: string;
      readonly schema?: string;
      readonly birthDate?: string;
    };
    readonly format: "csv" | "json";
    readonly threshold: number;
    readonly limit: number;
    readonly keep: string | null;
    readonly replace: boolean;
  };
  readonly state: "waiting" | "running" | "done" | "failed";
  /** why it failed */
  readonly error: {
    readonly code: string;
    readonly message: string;
  } | null;
  /** id of the receipt, once it is done */
  readonly receipt: string | null;
  readonly rows: number;
  readonly hits: number;
  /** of the file that was read, 0 to 1 */
  readonly share: number;
  /** what the run had to say, in lines */
  readonly notes: readonly string[];
};

export type List = {
  readonly name: string;
  readonly address: string;
  readonly companions: readonly string[];
  readonly format: string | null;
  readonly mapping: string | null;
  readonly everyMs: number | null;
  readonly allowPrivate?: boolean;
  readonly removed?: boolean;
  readonly order: number;
  /** ISO 8601, UTC */
  readonly addedAt: string;
  readonly nextCheckAt: string | null;
  readonly lastCheckAt: string | null;
  readonly lastError: string | null;
  readonly current: ListVersion | null;
  /** a version that waits for somebody to accept it */
  readonly held: ListVersion | null;
};

export type ListVersion = {
  readonly list: string;
  readonly version: number;
  /** SHA-256 in hex */
  readonly sha256: string;
  readonly publishedAt: string | null;
  /** ISO 8601, UTC */
  readonly fetchedAt: string;
  readonly format: string;
  readonly counts: {
    readonly listings: number;
    readonly bad: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    /** of the listings, those whose row is bad: they stand as an earlier version had them */
    readonly kept?: number;
    /** dates and countries that were not understood */
    readonly unread?: number;
  };
  /** SHA-256 in hex */
  readonly listings: string;
  readonly badRows: readonly {
    readonly line: number;
    readonly why: string;
    /** the listing of the row, which stays as it was in the last version in which the row could be read */
    readonly kept?: {
      readonly id: string;
      readonly name: string;
      readonly version: number;
    };
  }[];
  /** dates and countries that were not understood and stand in the notes of their listing; the first 1,000 */
  readonly unreadValues: readonly {
    readonly file: string;
    readonly line: number;
    readonly property: string;
    readonly value: string;
  }[];
  readonly state: "current" | "held" | "superseded";
  readonly loaded: boolean;
  readonly files: readonly string[];
  readonly logIndex: number;
};

export type ListUpdate = {
  readonly list: string;
  readonly version: number;
  /** SHA-256 in hex */
  readonly sha256: string;
  readonly publishedAt: string | null;
  /** ISO 8601, UTC */
  readonly fetchedAt: string;
  readonly format: string;
  readonly counts: {
    readonly listings: number;
    readonly bad: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    /** of the listings, those whose row is bad: they stand as an earlier version had them */
    readonly kept?: number;
    /** dates and countries that were not understood */
    readonly unread?: number;
  };
  /** SHA-256 in hex */
  readonly listings: string;
  readonly badRows: readonly {
    readonly line: number;
    readonly why: string;
    /** the listing of the row, which stays as it was in the last version in which the row could be read */
    readonly kept?: {
      readonly id: string;
      readonly name: string;
      readonly version: number;
    };
  }[];
  /** dates and countries that were not understood and stand in the notes of their listing; the first 1,000 */
  readonly unreadValues: readonly {
    readonly file: string;
    readonly line: number;
    readonly property: string;
    readonly value: string;
  }[];
  readonly state: "current" | "held" | "superseded";
  readonly loaded: boolean;
  readonly files: readonly string[];
  readonly logIndex: number;
  readonly outcome: "unchanged" | "updated" | "held" | "accepted";
  readonly previous: number | null;
  readonly repeated: number;
};

export type Listing = {
  readonly list: string;
  readonly id: string;
  /** SHA-256 in hex */
  readonly hash: string;
  readonly line: number;
  readonly entity: {
    readonly id: string;
    readonly schema: string;
    readonly caption: string;
    readonly properties: Readonly<Record<string, readonly string[]>>;
  };
  readonly sinceVersion: number;
  readonly untilVersion: number | null;
};

export type Party = {
  readonly id: string;
  readonly listings: readonly Listing[];
  readonly members: readonly {
    readonly listing: string;
    readonly party: string;
    readonly why: string;
  }[];
  readonly links: readonly PartyLink[];
  /** the listing asked for, where it is on its list no more */
  readonly former?: readonly Listing[];
};

export type PartyLink = {
  readonly link: "link" | "unlink";
  readonly one: string;
  readonly other: string;
  readonly why: string;
  readonly by: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly logIndex: number;
};

export type ScoredEntity = {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  /** lists that have it */
  readonly datasets: readonly string[];
  /** ids of its other listings */
  readonly referents: readonly string[];
  readonly target: boolean;
  /** UTC, as 2026-11-26T10:00:00 */
  readonly first_seen: string | null;
  /** UTC, as 2026-11-26T10:00:00 */
  readonly last_seen: string | null;
  /** UTC, as 2026-11-26T10:00:00 */
  readonly last_change: string | null;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** 0 to 1: how likely both are one */
  readonly score: number;
  /** whether the score is at or above `threshold` */
  readonly match: boolean;
  readonly features: Readonly<Record<string, number>>;
  /** how the names correspond, what beside them agrees and what contradicts */
  readonly explanations: Readonly<Record<string, {
    readonly score: number;
    readonly detail: string | null;
    readonly query?: string | null;
    readonly candidate?: string | null;
  }>>;
};

export type EntityExample = {
  readonly id?: string | null;
  /** of FollowTheMoney: Person, Company, Organization, LegalEntity, Vessel … */
  readonly schema: string;
  readonly properties: Readonly<Record<string, string | readonly (string | number | boolean | null)[] | null>>;
};

export type Entity = {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  /** lists that have it */
  readonly datasets: readonly string[];
  /** ids of its other listings */
  readonly referents: readonly string[];
  readonly target: boolean;
  /** UTC, as 2026-11-26T10:00:00 */
  readonly first_seen: string | null;
  /** UTC, as 2026-11-26T10:00:00 */
  readonly last_seen: string | null;
  /** UTC, as 2026-11-26T10:00:00 */
  readonly last_change: string | null;
  readonly properties: Readonly<Record<string, readonly (string | Entity)[]>>;
};

export type ReconciliationManifest = {
  readonly versions: readonly string[];
  readonly name: string;
  readonly identifierSpace: string;
  readonly schemaSpace: string;
  readonly documentation: string;
  readonly serviceVersion: string;
  readonly defaultTypes: readonly ({
    readonly id: string;
    readonly name: string;
    readonly description?: string | null;
  })[];
  readonly view: {
    readonly url: string;
  };
  readonly preview: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
  };
  readonly suggest: {
    readonly entity: {
      readonly service_url: string;
      readonly service_path: string;
    };
    readonly type: {
      readonly service_url: string;
      readonly service_path: string;
    };
    readonly property: {
      readonly service_url: string;
      readonly service_path: string;
    };
  };
  readonly extend: {
    readonly propose_properties: {
      readonly service_url: string;
      readonly service_path: string;
    };
    readonly property_settings: readonly {
      readonly name: string;
      readonly label: string;
      readonly type: "number";
      readonly default: number;
      readonly help_text: string;
    }[];
  };
};

export type Triage = {
  readonly state: "new" | "dismissed" | "escalated";
  readonly assignee: string | null;
};

export type TriageAct = {
  readonly no: number;
  readonly notice: string;
  readonly do: "dismiss" | "escalate" | "reopen" | "assign" | "undo";
  readonly why: string | null;
  readonly by: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly before: Triage;
  readonly after: Triage;
  /** of `undo`: the act that was taken back */
  readonly undoes: number | null;
};

export type SavedSearch = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly sort: "priority" | "firstSeen";
  readonly owner: string;
  /** ISO 8601, UTC */
  readonly createdAt: string;
};

export type CaseSummary = {
  readonly id: string;
  readonly title: string;
  readonly state: "open" | "closed";
  readonly by: string;
  /** ISO 8601, UTC */
  readonly createdAt: string;
  /** ISO 8601, UTC */
  readonly updatedAt: string;
  readonly version: number;
  readonly items: number;
  readonly openTasks: number;
};

export type Case = {
  readonly id: string;
  readonly title: string;
  readonly state: "open" | "closed";
  readonly by: string;
  /** ISO 8601, UTC */
  readonly createdAt: string;
  /** ISO 8601, UTC */
  readonly updatedAt: string;
  readonly version: number;
  readonly items: readonly ({
    readonly no: number;
    readonly kind: "notice" | "report" | "claim" | "party" | "publisher" | "capture";
    readonly id: string;
    readonly why: string | null;
    readonly by: string;
    /** ISO 8601, UTC */
    readonly at: string;
    /** null where what it points to is gone */
    readonly caption: string | null;
    /** of a notice or report that is there */
    readonly notice?: CaseNotice;
    /** private persons whom title or publisher of a notice name (`reveal`) */
    readonly persons?: readonly string[];
  })[];
  readonly tasks: readonly ({
    readonly no: number;
    readonly text: string;
    readonly assignee: string | null;
    readonly due: string | null;
    readonly by: string;
    /** ISO 8601, UTC */
    readonly at: string;
    readonly done: {
      readonly by: string;
      /** ISO 8601, UTC */
      readonly at: string;
    } | null;
  })[];
  readonly comments: readonly {
    readonly no: number;
    readonly text: string;
    readonly by: string;
    /** ISO 8601, UTC */
    readonly at: string;
  }[];
  readonly notes: readonly ({
    readonly no: number;
    readonly text: string;
    readonly by: string;
    /** ISO 8601, UTC */
    readonly at: string;
    readonly on: {
      readonly notice: string;
      /** SHA-256 in hex */
      readonly capture: string;
      readonly start: number;
      readonly end: number;
    } | null;
    readonly changed: {
      readonly by: string;
      /** ISO 8601, UTC */
      readonly at: string;
    } | null;
    readonly words: string | null;
  })[];
};

export type CaseNotice = {
  readonly state: "present" | "changed" | "removed" | "blocked" | "unreachable";
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** ISO 8601, UTC */
  readonly firstSeenAt: string;
  readonly priority: number;
  readonly listed: readonly ({
    readonly list: string;
    readonly listing: string;
    /** of the party */
    readonly id: string;
    readonly caption: string;
    readonly score: number;
    readonly verdict?: "hit" | "cleared" | "unsure";
    /** the notice is published by the party */
    readonly publisher?: true;
  })[];
  /** concepts of the catalogue */
  readonly goods: readonly string[];
  /** ISO 3166-1 countries that the goods go to, as far as the text says */
  readonly destination: readonly string[];
};

export type CaseChange = {
  readonly do: "rename";
  readonly title: string;
} | {
  readonly do: "add";
  readonly item: {
    readonly kind: "notice" | "report" | "claim" | "party" | "publisher" | "capture";
    readonly id: string;
  };
  readonly why?: string | null;
} | {
  readonly do: "remove";
  readonly item: number;
  readonly why?: string | null;
} | {
  readonly do: "task";
  readonly text: string;
  readonly assignee?: string | null;
  readonly due?: string | null;
} | {
  readonly do: "changeTask";
  readonly task: number;
  readonly done?: boolean;
  readonly text?: string;
  readonly assignee?: string | null;
  readonly due?: string | null;
} | {
  readonly do: "comment";
  readonly text: string;
} | {
  readonly do: "note";
  readonly text: string;
  readonly on?: {
    readonly notice: string;
    /** SHA-256 in hex */
    readonly capture: string;
    readonly start: number;
    readonly end: number;
  } | null;
} | {
  readonly do: "changeNote";
  readonly note: number;
  readonly text: string;
} | {
  readonly do: "close";
  readonly why?: string | null;
} | {
  readonly do: "reopen";
  readonly why?: string | null;
};

export type CaseAct = {
  readonly no: number;
  readonly by: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly done: {
    readonly do: string;
    readonly [more: string]: unknown;
  };
};

export type CaseSuggestion = {
  readonly kind: "notice" | "report" | "claim";
  readonly id: string;
  readonly caption: string;
  /** of a notice or report */
  readonly notice?: CaseNotice;
  /** of a claim, whose caption says who makes it */
  readonly claim?: {
    readonly saidAt: string | null;
    readonly recordedAt: string;
    readonly quote: string;
    readonly forgotten: boolean;
    /** notices */
    readonly about: readonly string[];
  };
  /** 0 to 100: the sum of its reasons */
  readonly score: number;
  readonly reasons: readonly ({
    readonly kind: string;
    readonly points: number;
    readonly why: string;
    /** the notice of the case that it is shared with */
    readonly with: string | null;
    readonly there: {
      readonly start: number;
      readonly end: number;
      readonly text: string;
    } | null;
    readonly here: {
      readonly start: number;
      readonly end: number;
      readonly text: string;
    } | null;
  })[];
};

export type Claim = {
  readonly id: string;
  readonly who: string;
  readonly saidAt: string | null;
  readonly quote: string;
  readonly capture: string | null;
  readonly at: {
    readonly start: number;
    readonly end: number;
  } | null;
  readonly about: readonly string[];
  readonly asserts: Assertions;
  readonly by: string;
  /** ISO 8601, UTC */
  readonly recordedAt: string;
  readonly forgotten: boolean;
  readonly withdrawn: {
    readonly by: string;
    /** ISO 8601, UTC */
    readonly at: string;
    readonly why: string;
  } | null;
  readonly cases: readonly string[];
};

export type Assertions = {
  readonly goods: readonly string[];
  readonly notGoods: readonly string[];
  readonly otherGoods: readonly string[];
  readonly destinations: readonly string[];
  readonly purposes: readonly ("civil" | "military" | "police" | "research" | "own" | "resale")[];
  readonly published: boolean | null;
};

export type ClaimComparison = {
  readonly notice: string;
  /** whose text was compared; null where there is none */
  readonly capture: string | null;
  readonly findings: readonly ({
    readonly about: "goods" | "destination" | "purpose" | "publication";
    /** as `toys`, `not counter_uav_detect`, `KZ`, `civil`, `not published` */
    readonly says: string;
    /** what the notice does to the claim; `unsaid`: it says nothing of it */
    readonly verdict: "contradicts" | "agrees" | "unsaid";
    readonly basis: string;
    /** words of the quote */
    readonly claim: {
      readonly start: number;
      readonly end: number;
      readonly text: string;
    } | null;
    /** words of the notice */
    readonly notice: {
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly names: string;
    } | null;
  })[];
};

export type KeptNotice = {
  readonly id: string;
  readonly type: "notice" | "report";
  readonly url: string;
  readonly aliases: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    /** ISO 8601, UTC */
    readonly firstSeenAt: string;
  }[];
  readonly title: string | null;
  readonly publisher: string | null;
  /** private persons whom title or publisher name, where they are asked for (`reveal`) */
  readonly persons?: readonly string[];
  readonly publishedAt: string | null;
  /** ISO 8601, UTC */
  readonly firstSeenAt: string;
  readonly lagSeconds: number | null;
  readonly lastSeenPresentAt: string | null;
  readonly state: "present" | "changed" | "removed" | "blocked" | "unreachable";
  readonly reason: string | null;
  readonly removal?: {
    readonly kind: "publisher" | "platform" | "account" | "moved" | "expired" | "status";
    /** ISO 8601, UTC */
    readonly firstSeenGoneAt: string;
    /** null after the first sighting only, or while removals of its host wait for a person */
    readonly confirmedAt: string | null;
    /** captures of the removal pages, oldest first */
    readonly evidence: readonly string[];
  };
  /** only while a removal that was seen is not certain yet: `state` is that of before */
  readonly pending?: {
    readonly state: "removed";
    /** what the latest sighting said */
    readonly reason: string | null;
    /** of the first sighting */
    readonly since: string;
    /** a second sighting, apart in time; or a person, where removals of the host are held */
    readonly waitsFor: "sighting" | "person";
  };
  readonly versions: number;
  readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
  /** concepts of the catalogue */
  readonly goods: readonly string[];
  readonly tradeNames: readonly string[];
  readonly intents: readonly string[];
  readonly places: readonly string[];
  /** ISO 3166-1 countries that the goods go to, as far as the text says */
  readonly destination: readonly string[];
  /** red flags, as BIS-KYC-12 */
  readonly indicators: readonly string[];
  /** control entries that may apply, as `cn-dual-use 0A903.a` */
  readonly controls: readonly string[];
  readonly listed: readonly ({
    readonly list: string;
    readonly listing: string;
    /** of the party */
    readonly id: string;
    readonly caption: string;
    readonly score: number;
    readonly verdict?: "hit" | "cleared" | "unsure";
    /** the notice is published by the party */
    readonly publisher?: true;
  })[];
  readonly copies: number;
  readonly copiesStanding: number;
  /** copies that were seen before it, in its language */
  readonly copiesBefore: number;
  readonly priority: number;
  /** why it has that priority */
  readonly reasons: readonly string[];
  readonly triage: {
    readonly state: "new" | "dismissed" | "escalated";
    readonly assignee: string | null;
  };
  readonly capture: string | null;
  readonly observed: "present" | "changed" | "removed" | "blocked" | "unreachable";
  readonly observedReason: string | null;
  readonly beside: readonly ({
    readonly mode: "browser" | "rendered" | "images";
    /** SHA-256 in hex */
    readonly capture: string;
  })[];
  readonly trouble: string | null;
};

export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  /** base64 */
  readonly root: string;
  readonly key: string;
  /** the signed note */
  readonly checkpoint: string;
};

export type HomeVerdict = {
  readonly ok: boolean;
  /** where it does not hold: the first entry at fault, null where none is */
  readonly index?: number | null;
  readonly why?: string;
  readonly entries?: number;
  /** entries under the checkpoint */
  readonly signed?: number;
  readonly captures?: number;
  readonly dropped?: number;
  readonly forgotten?: number;
  readonly checkpoint?: string | null;
  readonly key?: string | null;
  readonly anchors?: {
    readonly count: number;
    readonly trusted: number;
    readonly newestAt: string | null;
  };
};

export type Authority = {
  readonly name: string;
  readonly url: string;
  /** certificates that its answers must lead to, PEM */
  readonly roots: string | null;
  readonly allowPrivate: boolean;
  /** ISO 8601, UTC */
  readonly addedAt: string;
  /** checkpoints that it stamped */
  readonly anchors: number;
  /** entries under the newest of them */
  readonly anchoredSize: number;
  readonly lastAnchorAt: string | null;
  readonly errorStreak: number;
  readonly lastError: string | null;
  readonly state: "new" | "anchored" | "pending" | "failing";
  readonly newest: {
    readonly size: number;
    /** ISO 8601, UTC */
    readonly at: string;
    /** as its certificate names it */
    readonly authority: string;
    readonly fingerprint: string;
    /** leads to certificates that were given */
    readonly trusted: boolean;
    readonly revocation: string;
    readonly validUntil: string;
  } | null;
  readonly warnings: readonly string[];
  /** ISO 8601, UTC */
  readonly dueAt: string;
};

export type WatchedSource = {
  readonly id: string;
  readonly kind: "feed" | "page" | "folder";
  readonly url: string;
  readonly name: string;
  readonly everyMs: number;
  readonly followMs: number;
  readonly robots: "obey" | "ignore";
  readonly robotsReason: string | null;
  readonly paceMs: number | null;
  readonly allowPrivate: boolean;
  readonly keep: "changes" | "all";
  readonly selector: string | null;
  /** names of headers; their values are shown to nobody */
  readonly credentials: readonly string[];
  readonly browser?: "never" | "changes" | "always";
  readonly proxy?: string;
  /** ISO 8601, UTC */
  readonly createdAt: string;
  readonly paused: boolean;
  readonly health: {
    readonly lastCheckAt: string | null;
    readonly lastSuccessAt: string | null;
    readonly nextCheckAt: string | null;
    readonly errorStreak: number;
    readonly lastError: string | null;
    /** what of its latest list became no notice */
    readonly warnings?: readonly string[];
    readonly lagSeconds: number | null;
    readonly notices: number;
  };
  readonly host: {
    readonly host: string;
    /** it asked to be left alone, or blocks */
    readonly heldUntil: string | null;
    readonly heldReason: string | null;
    /** removals here wait for a person */
    readonly removalsHeldSince: string | null;
    readonly removalsHeld: number;
    /** how many times later than asked its pace lets visits come; 1 fits */
    readonly stretch: number;
  };
};

export type TriedSource = {
  readonly ok: boolean;
  readonly error: string | null;
  /** what kept the address from being read, as the health of a source tells it (`refused: …`, `http 404`); null where it was read */
  readonly why: string | null;
  /** what robots.txt forbids: the address itself, or what it lists */
  readonly robots: string | null;
  /** what it says of the address itself, with the line that decides; null where it is not asked, or does not come */
  readonly robotsTxt: {
    readonly allowed: boolean;
    readonly rule: string | null;
    readonly reason: string;
    readonly crawlDelayMs: number | null;
  } | null;
  readonly items: readonly ({
    readonly url: string;
    readonly title: string | null;
    readonly publishedAt: string | null;
  })[];
  readonly itemCount: number;
  readonly feeds: readonly ({
    readonly url: string;
    readonly title: string | null;
  })[];
  /** what a page lists now is not new */
  readonly baseline: boolean;
  /** what it is; null where it can be no source */
  readonly kind: "feed" | "page" | "folder" | null;
  readonly warnings: readonly string[];
};

export type Source = {
  readonly id: string;
  readonly kind: "feed" | "page" | "folder";
  readonly url: string;
  readonly name: string;
  readonly everyMs: number;
  readonly followMs: number;
  readonly robots: "obey" | "ignore";
  readonly robotsReason: string | null;
  readonly paceMs: number | null;
  readonly allowPrivate: boolean;
  readonly keep: "changes" | "all";
  readonly selector: string | null;
  /** names of headers; their values are shown to nobody */
  readonly credentials: readonly string[];
  readonly browser?: "never" | "changes" | "always";
  readonly proxy?: string;
  /** ISO 8601, UTC */
  readonly createdAt: string;
  readonly paused: boolean;
};

export type Publisher = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** the name for who reads Latin letters only: an aid and no translation; null where it is written in them */
  readonly reading: string | null;
  readonly host: string;
  readonly notices: number;
  readonly removed: number;
  readonly removedByPublisher: number;
  readonly edited: number;
  readonly edits: number;
  readonly copied: number;
  readonly listed: number;
  /** ISO 8601, UTC */
  readonly firstSeenAt: string;
  /** ISO 8601, UTC */
  readonly lastSeenAt: string;
};

export type PublisherProfile = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** the name for who reads Latin letters only: an aid and no translation; null where it is written in them */
  readonly reading: string | null;
  readonly host: string;
  readonly notices: number;
  readonly removed: number;
  readonly removedByPublisher: number;
  readonly edited: number;
  readonly edits: number;
  readonly copied: number;
  readonly listed: number;
  /** ISO 8601, UTC */
  readonly firstSeenAt: string;
  /** ISO 8601, UTC */
  readonly lastSeenAt: string;
  readonly oversight: readonly ({
    readonly link: "link" | "unlink";
    readonly publisher: string;
    readonly overseer: string;
    readonly why: string;
    readonly by: string;
    /** ISO 8601, UTC */
    readonly at: string;
    readonly logIndex: number;
    readonly name: string;
  })[];
  readonly overseersInText: readonly {
    readonly name: string;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly noticeId: string;
    readonly url: string;
    /** SHA-256 in hex */
    readonly capture: string;
    readonly notices: number;
  }[];
  readonly latest: readonly Notice[];
  readonly vanished: readonly Notice[];
  /** those that were edited, the newest 50 that have several versions */
  readonly changed: readonly Notice[];
  /** those whose text stands elsewhere too, the newest 50 */
  readonly elsewhere: readonly Notice[];
};

export type AlertRuleInUse = {
  readonly id: string;
  readonly name: string;
  readonly channel: "webhook" | "mail" | "ntfy" | "gotify" | "slack" | "file";
  /** without what would let others send in its name */
  readonly target: string;
  readonly when: string;
  readonly allowPrivate: boolean;
  /** ISO 8601, UTC */
  readonly createdAt: string;
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  readonly lastSentAt: string | number | null;
  readonly lastError: string | null;
};

export type ConceptSummary = {
  readonly concept: string;
  readonly definition: string;
  readonly civilUse: string;
  readonly terms: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly guarded: number;
  readonly codes: number;
  readonly controls: {
    readonly named: number;
    readonly byHs: number;
  };
};

export type ControlList = {
  readonly id: string;
  readonly regime: string;
  readonly name: string;
  /** of the newest text that was read */
  readonly asOf: string;
  /** how many entries come from the text of which day, newest first */
  readonly texts: readonly {
    /** ISO day */
    readonly asOf: string;
    readonly entries: number;
  }[];
  readonly completeness: string;
  readonly secondary: string;
  readonly credit: string;
  readonly basis: "entry" | "hs" | "mixed";
  readonly entries: number;
};

export type Glossary = {
  readonly goods: Readonly<Record<string, string>>;
  readonly intents: Readonly<Record<string, string>>;
  readonly indicators: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, string>>;
};

export type Concept = {
  readonly id: string;
  readonly definition: string;
  readonly civilUse: "low" | "medium" | "high";
  readonly sources: readonly string[];
  readonly hs6: readonly string[];
  readonly controls: readonly string[];
  readonly notControls: Readonly<Record<string, string>>;
  /** HS code → tier of the Common High Priority List */
  readonly chpl: Readonly<Record<string, string>>;
  readonly terms?: readonly Term[];
  readonly codes: readonly {
    readonly scheme: string;
    readonly code: string;
  }[];
  readonly candidates: readonly ({
    readonly entry: ControlEntry;
    readonly via: "entry" | "hs";
    /** on the day that was asked for, with its dates */
    readonly status: string;
    readonly state: "in force" | "not yet" | "repealed" | "suspended" | "unverified";
    /** false where the data cannot tell */
    readonly certain: boolean;
  })[];
  readonly exclusions: readonly {
    readonly entry: ControlEntry;
    readonly why: string;
  }[];
};

export type Term = {
  readonly concept: string | null;
  readonly text: string;
  readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
  readonly strength: "hard" | "soft";
  readonly kind: "term" | "translationese" | "abbreviation" | "slang" | "designation" | "tradeName" | "partNumber";
  readonly matchCase: boolean;
  readonly guards: {
    readonly notBefore: readonly string[];
    readonly notAfter: readonly string[];
    readonly needs: readonly string[];
  };
  readonly maker?: string;
  readonly yieldsTo?: readonly string[];
  readonly also?: readonly string[];
  readonly note?: string;
};

export type ControlEntry = {
  readonly regime: string;
  readonly list: string;
  readonly entry: string;
  /** empty on lists of HS codes */
  readonly heading: string;
  readonly codes: readonly string[];
  readonly thresholds: readonly ({
    readonly parameter: string;
    readonly op: ">" | ">=" | "<" | "<=" | "=" | "in";
    readonly value: number | string;
    readonly unit: string;
    readonly note?: string;
    readonly branch?: string;
  })[];
  readonly combine: "all" | "any";
  readonly conditions: string;
  readonly notInScope?: string;
  readonly from: string | null;
  /** the day from which it applies no more */
  readonly to: string | null;
  readonly suspended?: {
    /** ISO day */
    readonly from: string;
    /** ISO day */
    readonly to: string;
    readonly by: string;
  };
  readonly unverified?: true;
  /** of the text that was read */
  readonly asOf: string;
  readonly tier?: string;
  readonly annex?: string;
  readonly reason?: string;
  readonly instrument?: true;
  readonly repealedBy?: string;
  readonly source: string;
  readonly confidence: "verbatim" | "transcribed" | "secondary";
};

export type CodeAnswer = {
  readonly typed: string;
  readonly date: string;
  readonly meanings: readonly ({
    readonly scheme: string;
    readonly code: string;
    readonly form: string;
    readonly label: string | null;
    /** from the widest down */
    readonly parents: readonly {
      readonly code: string;
      readonly label: string;
    }[];
    readonly children: readonly {
      readonly code: string;
      readonly label: string;
    }[];
    readonly controls: readonly ({
      readonly entry: ControlEntry;
      /** the list names this code, a wider one, or a narrower one */
      readonly relation: "is" | "above" | "below";
      readonly by: string;
      /** on the day that was asked for, with its dates */
      readonly status: string;
      readonly state: "in force" | "not yet" | "repealed" | "suspended" | "unverified";
      /** false where the data cannot tell */
      readonly certain: boolean;
    })[];
    readonly concepts: readonly string[];
    readonly notes: readonly string[];
  })[];
  readonly problem: string | null;
  readonly nearest: string | null;
};

export type Analysis = {
  readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
  readonly goods: readonly string[];
  readonly recipe: string;
  readonly mentions: readonly Mention[];
  readonly parties: readonly ({
    readonly start: number;
    readonly end: number;
    readonly role: "buyer" | "seller" | "endUser" | "consignee" | "agent" | "publisher" | "destination" | "transit" | "contact";
    readonly text: string;
    readonly named: boolean;
    readonly kind: "organisation" | "person" | "place" | "phone" | "mail" | "address" | "messenger";
    readonly place?: string;
    readonly because: string;
    readonly masked?: boolean;
    readonly acts?: "forItself" | "onBehalf";
    readonly field?: string;
  })[];
  readonly terms: readonly ({
    readonly start: number;
    readonly end: number;
    readonly term: "deadline" | "channel";
    readonly text: string;
    readonly date: string | null;
    readonly because: string;
    readonly masked?: boolean;
  })[];
  readonly items: readonly ({
    readonly start: number;
    readonly end: number;
    readonly number: number;
    readonly text: string;
    readonly goods: readonly string[];
    readonly quantity: {
      readonly value: number;
      readonly unit: string;
    } | null;
    readonly budget: {
      readonly value: number;
      readonly currency: string;
    } | null;
    readonly orEquivalent: boolean;
  })[];
  readonly parameters: readonly ({
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly measured: string;
    readonly label: string | null;
    readonly property?: string;
    readonly comparator: "=" | ">" | ">=" | "<" | "<=" | "range" | "about";
    readonly low: number | null;
    readonly high: number | null;
    readonly unit: string;
    readonly writtenUnit: string;
    readonly item: number | null;
  })[];
  readonly findings: readonly Finding[];
  /** only where the text has more than 10,000 mentions of one term, 50,000 codes, 5,000 line items or 10,000 values: what stands behind these is not told */
  readonly cut?: readonly ("mentions" | "codes" | "items" | "parameters")[];
  /** only where the text is evidently not as it was written, and what it names cannot be found: bytes in one encoding (`written`) were read as another, or letters were lost (both null) */
  readonly garbled?: {
    readonly written: string | null;
    readonly readAs: string | null;
  };
};

export type SearchHit = {
  readonly notice: Notice;
  readonly title: {
    readonly text: string;
    /** offsets in `text`, UTF-16 */
    readonly marks: readonly {
      readonly start: number;
      readonly end: number;
    }[];
  };
  /** pieces of the text around what was found */
  readonly snippets: readonly {
    /** where it begins in the text of the notice */
    readonly start: number;
    readonly text: string;
    /** offsets in `text`, UTF-16 */
    readonly marks: readonly {
      readonly start: number;
      readonly end: number;
    }[];
  }[];
};

/** Every route: what it takes and what it answers. */
export interface Routes {
  'GET /healthz': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly status: "ok";
      readonly version: string;
    };
  };
  'GET /readyz': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly status: "ok";
    };
  };
  'GET /api/v1/desk': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Start;
  };
  'GET /api/v1/demo': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Demo;
  };
  'POST /api/v1/demo': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Demo;
  };
  'GET /api/v1/openapi.json': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly openapi: string;
      readonly [more: string]: unknown;
    };
  };
  'GET /api/docs': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /api/docs.css': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /api/v1/me': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Me;
  };
  'POST /api/v1/login': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly mail: string;
      readonly password: string;
    };
    readonly answer: Me;
  };
  'POST /api/v1/logout': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'POST /api/v1/me/password': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly current: string;
      readonly password: string;
    };
    readonly answer: undefined;
  };
  'GET /api/v1/me/sessions': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Session[];
    };
  };
  'DELETE /api/v1/me/sessions': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'DELETE /api/v1/me/sessions/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'GET /api/v1/login/openid': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /api/v1/login/openid/callback': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /api/v1/users': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly User[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/users': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly mail: string;
      readonly role: "viewer" | "analyst" | "admin";
      readonly password?: string | null;
    };
    readonly answer: User;
  };
  'GET /api/v1/users/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: User;
  };
  'PATCH /api/v1/users/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: {
      readonly role?: "viewer" | "analyst" | "admin";
      readonly disabled?: boolean;
      readonly password?: string;
    };
    readonly answer: User;
  };
  'GET /api/v1/users/:id/sessions': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Session[];
    };
  };
  'DELETE /api/v1/users/:id/sessions': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'GET /api/v1/keys': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ApiKey[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/keys': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly name: string;
      readonly role?: "viewer" | "analyst" | "admin";
      readonly scope?: "read" | "write" | "admin";
      /** a duration, as in 90d; for ever unless told */
      readonly expiresIn?: string;
      /** id or mail address */
      readonly owner?: string;
    };
    readonly answer: {
      readonly id: string;
      readonly name: string;
      readonly role: "viewer" | "analyst" | "admin";
      readonly scope: "read" | "write" | "admin";
      /** mail address; the key never goes further than its owner */
      readonly owner: string | null;
      /** ISO 8601, UTC */
      readonly createdAt: string;
      readonly expiresAt: string | null;
      readonly revokedAt: string | null;
      /** to the minute */
      readonly lastUsedAt: string | null;
      /** the key; it is told this once */
      readonly secret: string;
    };
  };
  'DELETE /api/v1/keys/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'GET /api/v1/me/keys': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ApiKey[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/me/keys': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly name: string;
      readonly role?: "viewer" | "analyst" | "admin";
      readonly scope?: "read" | "write" | "admin";
      /** a duration, as in 90d; for ever unless told */
      readonly expiresIn?: string;
    };
    readonly answer: {
      readonly id: string;
      readonly name: string;
      readonly role: "viewer" | "analyst" | "admin";
      readonly scope: "read" | "write" | "admin";
      /** mail address; the key never goes further than its owner */
      readonly owner: string | null;
      /** ISO 8601, UTC */
      readonly createdAt: string;
      readonly expiresAt: string | null;
      readonly revokedAt: string | null;
      /** to the minute */
      readonly lastUsedAt: string | null;
      /** the key; it is told this once */
      readonly secret: string;
    };
  };
  'DELETE /api/v1/me/keys/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'GET /api/v1/audit': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly about?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly AuditEntry[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/audit/verification': {
    readonly params: undefined;
    readonly query: { readonly head?: string };
    readonly body: undefined;
    readonly answer: {
      readonly entries: number;
      /** number and hash of the last entry; keep it elsewhere */
      readonly head: string;
    };
  };
  'GET /api/v1/notices': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly offset?: number; readonly state?: "present" | "changed" | "removed" | "blocked" | "unreachable"; readonly query?: string; readonly source?: string; readonly sort?: "priority" | "firstSeen"; readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Notice[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/notices/:id': {
    readonly params: { readonly id: string };
    readonly query: { readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: NoticeInFull;
  };
  'GET /api/v1/notices/:id/observations': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Observation[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/notices/:id/captures': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Capture[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/notices/:id/mentions': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Mention[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/notices/:id/findings': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Finding[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/notices/:id/verification': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: NoticeVerdict;
  };
  'GET /api/v1/notices/:id/versions': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Version[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/notices/:id/diff': {
    readonly params: { readonly id: string };
    readonly query: { readonly reveal?: boolean; readonly a?: number; readonly b?: number };
    readonly body: undefined;
    readonly answer: {
      readonly a: number;
      readonly b: number;
      readonly changes: readonly Change[];
    };
  };
  'GET /api/v1/notices/:id/copies': {
    readonly params: { readonly id: string };
    readonly query: { readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Copy[];
      /** false while it waits to be compared */
      readonly compared: boolean;
    };
  };
  'POST /api/v1/screen': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly queries: readonly ({
        readonly name: string;
        /** other names of the same party */
        readonly aliases?: readonly string[];
        readonly schema?: "Person" | "Company" | "Organization" | "PublicBody" | "LegalEntity" | "Vessel" | "Airplane";
        readonly countries?: readonly string[];
        readonly birthDates?: readonly string[];
        /** registration and tax numbers, IMO, LEI … */
        readonly identifiers?: readonly string[];
        /** your own; comes back */
        readonly key?: string;
      })[];
      /** least score of a match */
      readonly threshold?: number;
      /** matches for each name at most */
      readonly limit?: number;
    };
    readonly answer: {
      readonly results: readonly {
        readonly row: number;
        readonly key?: string;
        readonly query: NameQuery;
        readonly matches: readonly Match[];
      }[];
      readonly receipt: Receipt;
    };
  };
  'POST /api/v1/compare': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly a: string | NameQuery;
      readonly b: string | NameQuery;
    };
    readonly answer: {
      readonly score: number;
      readonly match: boolean;
      readonly explanation: Explanation;
    };
  };
  'POST /api/v1/names/readings': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly names: readonly string[];
    };
    readonly answer: {
      /** in the order of the names; null where it is written in Latin letters */
      readonly readings: readonly (string | null)[];
    };
  };
  'GET /api/v1/matches': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly query?: string; readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ({
        readonly notice: {
          readonly id: string;
          readonly url: string;
          readonly title: string | null;
          readonly state: string;
          readonly priority: number;
        };
        readonly matches: readonly FoundMatch[];
      })[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/matches/:key/decision': {
    readonly params: { readonly key: string };
    readonly query: undefined;
    readonly body: {
      readonly verdict: "hit" | "cleared" | "unsure";
      /** stays in the log for good */
      readonly why: string;
      /** id of the notice that the match is of */
      readonly notice?: string;
    };
    readonly answer: Decision;
  };
  'GET /api/v1/receipts': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Receipt[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/receipts/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Receipt;
  };
  'POST /api/v1/receipts/:id/verify': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: {
      readonly query: string | NameQuery;
    };
    readonly answer: {
      readonly holds: boolean;
    };
  };
  'POST /api/v1/rescreen': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly all?: boolean;
    };
    readonly answer: {
      readonly notices: {
        readonly notices: number;
        readonly screened: number;
        readonly changed: number;
        readonly told: readonly ({
          readonly notice: string;
          readonly title: string | null;
          readonly added: readonly FoundMatch[];
          readonly changed: readonly FoundMatch[];
          readonly removed: readonly FoundMatch[];
          readonly lapsed: readonly FoundMatch[];
        })[];
      };
      readonly customers: {
        readonly rows: number;
        readonly screened: number;
        readonly changed: number;
        readonly told: readonly {
          readonly set: string;
          readonly key: string;
          readonly name: string;
          readonly added: readonly Match[];
          readonly changed: readonly Match[];
          readonly removed: readonly Match[];
          readonly lapsed: readonly Match[];
        }[];
      };
    };
  };
  'GET /api/v1/sets': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly {
        readonly name: string;
        /** ISO 8601, UTC */
        readonly createdAt: string;
        readonly rows: number;
      }[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'DELETE /api/v1/sets/:name': {
    readonly params: { readonly name: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'POST /api/v1/screen/uploads/columns': {
    readonly params: undefined;
    readonly query: { readonly name?: string; readonly column?: string; readonly country?: string; readonly id?: string; readonly key?: string; readonly schema?: string; readonly birthDate?: string };
    readonly body: Blob;
    readonly answer: {
      readonly format: "csv" | "jsonl";
      readonly charset: string;
      readonly delimiter: string | null;
      /** whether its first line names the columns */
      readonly header: boolean;
      readonly columns: readonly string[];
      /** columns that would be read, by what they hold */
      readonly read: {
        readonly name?: string;
        readonly country?: string;
        readonly id?: string;
        readonly key?: string;
        readonly schema?: string;
        readonly birthDate?: string;
      };
      /** columns that could be read too */
      readonly proposed: {
        readonly name?: string;
        readonly country?: string;
        readonly id?: string;
        readonly key?: string;
        readonly schema?: string;
        readonly birthDate?: string;
      };
      /** its first rows, cells cut */
      readonly rows: readonly (readonly string[])[];
      /** why it cannot be screened so */
      readonly problem: string | null;
    };
  };
  'POST /api/v1/screen/uploads': {
    readonly params: undefined;
    readonly query: { readonly name?: string; readonly column?: string; readonly country?: string; readonly id?: string; readonly key?: string; readonly schema?: string; readonly birthDate?: string; readonly format?: "csv" | "json"; readonly threshold?: number; readonly limit?: number; readonly keep?: string; readonly replace?: boolean };
    readonly body: Blob;
    readonly answer: Upload;
  };
  'GET /api/v1/screen/uploads': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Upload[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/screen/uploads/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Upload;
  };
  'DELETE /api/v1/screen/uploads/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'GET /api/v1/screen/uploads/:id/results': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'POST /api/v1/inquiries': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly text: string;
      readonly names?: readonly (string | NameQuery)[];
      /** least score of a match of the names */
      readonly threshold?: number;
      /** matches of each name at most */
      readonly limit?: number;
      /** show names and contacts of private persons (analysts) */
      readonly reveal?: boolean;
    };
    readonly answer: {
      readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
      readonly goods: readonly string[];
      readonly recipe: string;
      readonly mentions: readonly Mention[];
      readonly parties: readonly ({
        readonly start: number;
        readonly end: number;
        readonly role: "buyer" | "seller" | "endUser" | "consignee" | "agent" | "publisher" | "destination" | "transit" | "contact";
        readonly text: string;
        readonly named: boolean;
        readonly kind: "organisation" | "person" | "place" | "phone" | "mail" | "address" | "messenger";
        readonly place?: string;
        readonly because: string;
        readonly masked?: boolean;
        readonly acts?: "forItself" | "onBehalf";
        readonly field?: string;
      })[];
      readonly terms: readonly ({
        readonly start: number;
        readonly end: number;
        readonly term: "deadline" | "channel";
        readonly text: string;
        readonly date: string | null;
        readonly because: string;
        readonly masked?: boolean;
      })[];
      readonly items: readonly ({
        readonly start: number;
        readonly end: number;
        readonly number: number;
        readonly text: string;
        readonly goods: readonly string[];
        readonly quantity: {
          readonly value: number;
          readonly unit: string;
        } | null;
        readonly budget: {
          readonly value: number;
          readonly currency: string;
        } | null;
        readonly orEquivalent: boolean;
      })[];
      readonly parameters: readonly ({
        readonly start: number;
        readonly end: number;
        readonly text: string;
        readonly measured: string;
        readonly label: string | null;
        readonly property?: string;
        readonly comparator: "=" | ">" | ">=" | "<" | "<=" | "range" | "about";
        readonly low: number | null;
        readonly high: number | null;
        readonly unit: string;
        readonly writtenUnit: string;
        readonly item: number | null;
      })[];
      readonly findings: readonly Finding[];
      /** only where the text has more than 10,000 mentions of one term, 50,000 codes, 5,000 line items or 10,000 values: what stands behind these is not told */
      readonly cut?: readonly ("mentions" | "codes" | "items" | "parameters")[];
      /** only where the text is evidently not as it was written, and what it names cannot be found: bytes in one encoding (`written`) were read as another, or letters were lost (both null) */
      readonly garbled?: {
        readonly written: string | null;
        readonly readAs: string | null;
      };
      /** listed parties that the text names */
      readonly listed: readonly FoundMatch[];
      readonly names: readonly {
        readonly query: NameQuery;
        readonly matches: readonly Match[];
      }[];
      /** known notices that say the same */
      readonly notices: readonly Copy[];
      /** false while notices are missing in the comparison, since very many are new */
      readonly compared: boolean;
      readonly lists: readonly {
        readonly list: string;
        readonly version: number;
      }[];
    };
  };
  'GET /api/v1/lists': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly List[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/lists': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** name of a known list, or an address */
      readonly list: string;
      readonly name?: string;
      /** time between two updates, as 12h */
      readonly every?: string;
      readonly format?: string;
      /** addresses of files that belong to it */
      readonly with?: readonly string[];
      /** the address is in a private network */
      readonly allowPrivate?: boolean;
    };
    readonly answer: ListUpdate;
  };
  'GET /api/v1/lists/known': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ({
        readonly name: string;
        readonly title: string;
        readonly publisher: string;
        readonly country: string;
        readonly languages: readonly string[];
        readonly files: readonly string[];
        readonly format: string | null;
        readonly licence: string;
        readonly every: string;
        readonly rhythm: string;
        readonly tested: boolean;
        readonly note?: string;
      })[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/lists/:name': {
    readonly params: { readonly name: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: List;
  };
  'DELETE /api/v1/lists/:name': {
    readonly params: { readonly name: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'POST /api/v1/lists/:name/update': {
    readonly params: { readonly name: string };
    readonly query: undefined;
    readonly body: {
      /** take in what is held back, or what is fetched now however small it is */
      readonly accept?: boolean;
      /** read it anew also where its bytes are the same */
      readonly reread?: boolean;
    };
    readonly answer: ListUpdate;
  };
  'PUT /api/v1/lists/:name/file': {
    readonly params: { readonly name: string };
    readonly query: { readonly file: string; readonly accept?: boolean };
    readonly body: Blob;
    readonly answer: ListUpdate;
  };
  'GET /api/v1/lists/:name/versions': {
    readonly params: { readonly name: string };
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ListVersion[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/lists/:name/diff': {
    readonly params: { readonly name: string };
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly from?: string; readonly to?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ({
        readonly id: string;
        /** `kept`: its row cannot be read in the later version, so that it stands as it was */
        readonly change: "added" | "changed" | "removed" | "kept";
        readonly before: Listing | null;
        readonly after: Listing | null;
        /** of what is kept */
        readonly row?: {
          readonly line: number;
          readonly why: string;
          /** the last in which it could be read */
          readonly version: number;
        };
      })[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/parties/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Party;
  };
  'POST /api/v1/parties/:id/links': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: {
      readonly link: "link" | "unlink";
      /** id of another listing */
      readonly other: string;
      /** what shows it; stays in the log for good */
      readonly why: string;
    };
    readonly answer: PartyLink;
  };
  'POST /match/:dataset': {
    readonly params: { readonly dataset: string };
    readonly query: { readonly limit?: number; readonly threshold?: number; readonly cutoff?: number; readonly algorithm?: "best" | "default" | "dualwatch" | "logic-v1" | "logic-v2" | "name-based" | "name-qualified" | "regression-v1"; readonly include_dataset?: readonly string[]; readonly exclude_dataset?: readonly string[]; readonly exclude_schema?: readonly string[]; readonly topics?: readonly string[]; readonly changed_since?: string; readonly exclude_entity_ids?: readonly string[]; readonly fuzzy?: boolean };
    readonly body: {
      readonly queries: Readonly<Record<string, EntityExample>>;
      readonly weights?: Readonly<Record<string, unknown>>;
      readonly config?: Readonly<Record<string, unknown>>;
    };
    readonly answer: {
      readonly responses: Readonly<Record<string, {
        readonly status: 200;
        readonly results: readonly ScoredEntity[];
        readonly total: {
          readonly value: number;
          readonly relation: "eq" | "gte";
        };
        readonly query: {
          readonly id: string | null;
          readonly schema: string;
          readonly properties: Readonly<Record<string, readonly string[]>>;
        };
      }>>;
      readonly matcher: Readonly<Record<string, {
        readonly description: string;
        readonly coefficient: number;
        readonly url: string;
      }>>;
      readonly limit: number;
    };
  };
  'GET /catalog': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly datasets: readonly ({
        readonly name: string;
        readonly title: string;
        readonly summary: string | null;
        readonly url: string | null;
        readonly load: boolean;
        readonly entities_url: string | null;
        readonly version: string;
        readonly index_version: string;
        readonly index_current: boolean;
        readonly updated_at: string;
        readonly entity_count: number;
        readonly children: readonly string[];
      })[];
      readonly current: readonly string[];
      readonly outdated: readonly string[];
      readonly index_stale: boolean;
    };
  };
  'GET /manifest': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly datasets: readonly {
        readonly name: string;
        readonly title: string;
        readonly version: string;
        readonly children: readonly string[];
      }[];
    };
  };
  'GET /algorithms': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly algorithms: readonly {
        readonly name: string;
        readonly description: string;
        readonly features: Readonly<Record<string, {
          readonly description: string;
          readonly coefficient: number;
          readonly url: string;
        }>>;
      }[];
      readonly default: string;
      readonly best: string;
    };
  };
  'GET /search/:dataset': {
    readonly params: { readonly dataset: string };
    readonly query: { readonly q?: string; readonly schema?: string; readonly countries?: readonly string[]; readonly topics?: readonly string[]; readonly datasets?: readonly string[]; readonly include_dataset?: readonly string[]; readonly exclude_dataset?: readonly string[]; readonly exclude_schema?: readonly string[]; readonly changed_since?: string; readonly target?: boolean; readonly limit?: number; readonly offset?: number; readonly facets?: readonly ("countries" | "topics" | "datasets" | "schema")[]; readonly sort?: readonly string[]; readonly fuzzy?: boolean; readonly simple?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly results: readonly Entity[];
      readonly total: {
        readonly value: number;
        readonly relation: "eq" | "gte";
      };
      readonly limit: number;
      readonly offset: number;
      readonly facets: Readonly<Record<string, {
        readonly label: string;
        readonly values: readonly {
          readonly name: string;
          readonly label: string;
          readonly count: number;
        }[];
      }>>;
    };
  };
  'GET /entities/:id': {
    readonly params: { readonly id: string };
    readonly query: { readonly nested?: boolean };
    readonly body: undefined;
    readonly answer: Entity;
  };
  'GET /entities/:id/adjacent': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly offset?: number; readonly sort?: readonly string[] };
    readonly body: undefined;
    readonly answer: {
      readonly entity: Entity;
      readonly adjacent: Readonly<Record<string, {
        readonly results: readonly Entity[];
        readonly total: {
          readonly value: number;
          readonly relation: "eq" | "gte";
        };
        readonly limit: number;
        readonly offset: number;
      }>>;
    };
  };
  'GET /entities/:id/adjacent/:property': {
    readonly params: { readonly id: string; readonly property: string };
    readonly query: { readonly limit?: number; readonly offset?: number; readonly sort?: readonly string[] };
    readonly body: undefined;
    readonly answer: {
      readonly results: readonly Entity[];
      readonly total: {
        readonly value: number;
        readonly relation: "eq" | "gte";
      };
      readonly limit: number;
      readonly offset: number;
    };
  };
  'GET /reconcile/:dataset': {
    readonly params: { readonly dataset: string };
    readonly query: { readonly queries?: string; readonly extend?: string };
    readonly body: undefined;
    readonly answer: ReconciliationManifest | Readonly<Record<string, {
      readonly result: readonly ({
        readonly id: string;
        readonly name: string;
        readonly description: string;
        readonly type: readonly ({
          readonly id: string;
          readonly name: string;
          readonly description?: string | null;
        })[];
        /** 0 to 100 */
        readonly score: number;
        /** the only candidate that is a match */
        readonly match: boolean;
        readonly features: readonly ({
          readonly id: string;
          readonly value: number | boolean;
        })[];
      })[];
    }>> | {
      readonly meta: readonly {
        readonly id: string;
        readonly name: string;
      }[];
      readonly rows: Readonly<Record<string, Readonly<Record<string, readonly {
        readonly str: string;
      }[]>>>>;
    };
  };
  'POST /reconcile/:dataset': {
    readonly params: { readonly dataset: string };
    readonly query: undefined;
    readonly body: string;
    readonly answer: Readonly<Record<string, {
      readonly result: readonly ({
        readonly id: string;
        readonly name: string;
        readonly description: string;
        readonly type: readonly ({
          readonly id: string;
          readonly name: string;
          readonly description?: string | null;
        })[];
        /** 0 to 100 */
        readonly score: number;
        /** the only candidate that is a match */
        readonly match: boolean;
        readonly features: readonly ({
          readonly id: string;
          readonly value: number | boolean;
        })[];
      })[];
    }>> | {
      readonly meta: readonly {
        readonly id: string;
        readonly name: string;
      }[];
      readonly rows: Readonly<Record<string, Readonly<Record<string, readonly {
        readonly str: string;
      }[]>>>>;
    };
  };
  'GET /reconcile/:dataset/suggest/entity': {
    readonly params: { readonly dataset: string };
    readonly query: { readonly prefix?: string; readonly cursor?: number; readonly limit?: number };
    readonly body: undefined;
    readonly answer: {
      readonly code: "/api/status/ok";
      readonly status: "200 OK";
      readonly prefix: string;
      readonly result: readonly ({
        readonly id: string;
        readonly name: string;
        readonly description: string;
        readonly notable: readonly ({
          readonly id: string;
          readonly name: string;
          readonly description?: string | null;
        })[];
        readonly type: readonly ({
          readonly id: string;
          readonly name: string;
          readonly description?: string | null;
        })[];
      })[];
    };
  };
  'GET /reconcile/:dataset/suggest/type': {
    readonly params: { readonly dataset: string };
    readonly query: { readonly prefix?: string; readonly cursor?: number; readonly limit?: number };
    readonly body: undefined;
    readonly answer: {
      readonly code: "/api/status/ok";
      readonly status: "200 OK";
      readonly prefix: string;
      readonly result: readonly ({
        readonly id: string;
        readonly name: string;
        readonly description?: string | null;
      })[];
    };
  };
  'GET /reconcile/:dataset/suggest/property': {
    readonly params: { readonly dataset: string };
    readonly query: { readonly prefix?: string; readonly cursor?: number; readonly limit?: number };
    readonly body: undefined;
    readonly answer: {
      readonly code: "/api/status/ok";
      readonly status: "200 OK";
      readonly prefix: string;
      readonly result: readonly ({
        readonly id: string;
        readonly name: string;
        readonly description?: string | null;
      })[];
    };
  };
  'GET /reconcile/:dataset/extend/propose': {
    readonly params: { readonly dataset: string };
    readonly query: { readonly type?: string; readonly limit?: number };
    readonly body: undefined;
    readonly answer: {
      readonly type: string;
      readonly limit: number;
      readonly properties: readonly {
        readonly id: string;
        readonly name: string;
      }[];
    };
  };
  'GET /reconcile/:dataset/preview': {
    readonly params: { readonly dataset: string };
    readonly query: { readonly id: string };
    readonly body: undefined;
    readonly answer: Blob;
  };
  'POST /api/v1/triage': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** ids or addresses */
      readonly notices: readonly string[];
      readonly act: "dismiss" | "escalate" | "reopen" | "assign" | "undo";
      /** of `assign`: whose they are; null: nobody’s */
      readonly assignee?: string | null;
      /** of `undo`: numbers of the acts that may be taken back (`act.no`); 409 where somebody has acted since */
      readonly of?: readonly number[];
      readonly why?: string | null;
    };
    readonly answer: {
      readonly items: readonly ({
        readonly notice: string;
        readonly triage: Triage;
        readonly act: TriageAct | null;
      })[];
    };
  };
  'GET /api/v1/notices/:id/triage': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly TriageAct[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/searches': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly owner?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly SavedSearch[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/searches': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly name: string;
      readonly query: string;
      readonly sort?: "priority" | "firstSeen";
    };
    readonly answer: SavedSearch;
  };
  'GET /api/v1/searches/:id/notices': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Notice[];
    };
  };
  'DELETE /api/v1/searches/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'GET /api/v1/cases': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly state?: "open" | "closed"; readonly holding?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly CaseSummary[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/cases': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly title: string;
      readonly changes?: readonly CaseChange[];
    };
    readonly answer: Case;
  };
  'GET /api/v1/cases/:id': {
    readonly params: { readonly id: string };
    readonly query: { readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: Case;
  };
  'POST /api/v1/cases/:id/changes': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: {
      readonly changes: readonly CaseChange[];
    };
    readonly answer: Case;
  };
  'GET /api/v1/cases/:id/log': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly CaseAct[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/cases/:id/suggestions': {
    readonly params: { readonly id: string };
    readonly query: { readonly limit?: number };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly CaseSuggestion[];
      /** how many there are, best first */
      readonly total: number;
    };
  };
  'GET /api/v1/cases/:id/claims': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly {
        readonly claim: Claim;
        readonly comparison: readonly ClaimComparison[];
      }[];
    };
  };
  'GET /api/v1/claims': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly about?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Claim[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/claims': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** who says it */
      readonly who: string;
      /** a day or time; null where nobody knows */
      readonly saidAt?: string | null;
      /** its words, as published */
      readonly quote: string;
      /** where it stands: id or address of a report or notice, or digest of a capture; null: it is nowhere kept */
      readonly source?: string | null;
      /** ids or addresses of notices */
      readonly about: readonly string[];
      /** what an analyst takes it to say beside its words */
      readonly asserts?: {
        readonly goods?: readonly string[];
        readonly notGoods?: readonly string[];
        readonly otherGoods?: readonly string[];
        readonly destinations?: readonly string[];
        readonly purposes?: readonly ("civil" | "military" | "police" | "research" | "own" | "resale")[];
        readonly published?: boolean | null;
      };
      /** ids or titles of cases to add it to */
      readonly cases?: readonly string[];
    };
    readonly answer: Claim;
  };
  'GET /api/v1/claims/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Claim;
  };
  'GET /api/v1/claims/:id/comparison': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ClaimComparison[];
    };
  };
  'POST /api/v1/claims/:id/withdrawal': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: {
      readonly why: string;
    };
    readonly answer: Claim;
  };
  'POST /api/v1/captures': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly url: string;
      /** `report`: what somebody wrote about notices, as a newspaper does */
      readonly type?: "notice" | "report";
      readonly browser?: boolean;
      /** opens the host and port of the address itself, nothing else (administrators) */
      readonly allowPrivate?: boolean;
      readonly robots?: "obey" | "ignore";
      readonly robotsReason?: string;
      /** (administrators) stays for later visits where no source lists the notice; `none` takes it back */
      readonly proxy?: string;
    };
    readonly answer: KeptNotice;
  };
  'GET /api/v1/captures/:sha256': {
    readonly params: { readonly sha256: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      /** SHA-256 in hex */
      readonly sha256: string;
      readonly url: string;
      /** ISO 8601, UTC */
      readonly at: string;
      readonly status: number | null;
      readonly ip: string | null;
      /** its file in the home; null once dropped or forgotten */
      readonly warc: string | null;
      readonly mode?: "browser" | "rendered" | "images";
      /** the entry of the log that names it */
      readonly logIndex: number;
      readonly forgotten: {
        /** ISO 8601, UTC */
        readonly at: string;
        readonly why: string;
      } | null;
      readonly finalUrl: string;
      readonly bytes: number;
      readonly payload: string | null;
      readonly notice: string | null;
      readonly source: string | null;
    };
  };
  'DELETE /api/v1/captures/:sha256': {
    readonly params: { readonly sha256: string };
    readonly query: undefined;
    readonly body: {
      /** by what order; it stands in the log for good */
      readonly why: string;
    };
    readonly answer: {
      /** SHA-256 in hex */
      readonly capture: string;
      /** ISO 8601, UTC */
      readonly at: string;
      readonly [more: string]: unknown;
    };
  };
  'GET /api/v1/captures/:sha256/warc': {
    readonly params: { readonly sha256: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /api/v1/captures/:sha256/text': {
    readonly params: { readonly sha256: string };
    readonly query: { readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /api/v1/captures/:sha256/screenshot': {
    readonly params: { readonly sha256: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /api/v1/captures/:sha256/pdf': {
    readonly params: { readonly sha256: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /api/v1/captures/:sha256/document': {
    readonly params: { readonly sha256: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
  'POST /api/v1/exports': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** ids of notices, or any addresses they have had */
      readonly notices: readonly string[];
      readonly reveal?: boolean;
    };
    readonly answer: {
      readonly id: string;
      readonly url: string;
      readonly bytes: number;
      readonly [more: string]: unknown;
    };
  };
  'GET /api/v1/exports/:id': {
    readonly params: { readonly id: string };
    readonly query: { readonly name?: string };
    readonly body: undefined;
    readonly answer: Blob;
  };
  'DELETE /api/v1/exports/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'POST /api/v1/verify': {
    readonly params: undefined;
    readonly query: { readonly key?: string; readonly require?: string };
    readonly body: Blob;
    readonly answer: {
      readonly ok: boolean;
      readonly checks: readonly ({
        readonly name: string;
        readonly status: "pass" | "fail" | "absent" | "untrusted";
        readonly where?: string;
        readonly why?: string;
      })[];
      readonly [more: string]: unknown;
    };
  };
  'GET /api/v1/log': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly entries: number;
    };
  };
  'GET /api/v1/log/entries': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly {
        readonly index: number;
        /** the bytes that are hashed, as text */
        readonly entry: string;
      }[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/log/checkpoint': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Checkpoint;
  };
  'GET /api/v1/log/proofs/:digest': {
    readonly params: { readonly digest: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      /** SHA-256 in hex */
      readonly digest: string;
      readonly index: number;
      readonly entry: string;
      readonly proof: string;
      readonly key: string;
    };
  };
  'POST /api/v1/log/consistency': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** the text of the checkpoint */
      readonly checkpoint: string;
    };
    readonly answer: {
      readonly from: number;
      readonly to: number;
      readonly hashes: readonly string[];
      readonly old: string;
      readonly new: string;
    };
  };
  'POST /api/v1/log/verification': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: HomeVerdict;
  };
  'GET /api/v1/log/verification': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly underWay: {
        /** ISO 8601, UTC */
        readonly startedAt: string;
        /** 0 to 1 */
        readonly share: number;
      } | null;
      readonly last: {
        /** ISO 8601, UTC */
        readonly endedAt: string;
        readonly verdict: HomeVerdict;
      } | null;
    };
  };
  'GET /api/v1/anchors': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Authority[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/anchors': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly url: string;
      readonly name?: string;
      /** certificates that its answers must lead to, PEM */
      readonly ca?: string;
      readonly allowPrivate?: boolean;
    };
    readonly answer: Authority;
  };
  'POST /api/v1/anchors/:name/stamp': {
    readonly params: { readonly name: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly ({
        readonly name: string;
        readonly stampedAt: string | null;
        readonly why: string | null;
      })[];
    };
  };
  'DELETE /api/v1/anchors/:name': {
    readonly params: { readonly name: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'GET /api/v1/sources': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly WatchedSource[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/sources': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** a feed, or a page that lists notices */
      readonly url: string;
      readonly name?: string;
      /** found out unless told */
      readonly kind?: "feed" | "page";
      readonly everyMs?: number;
      readonly followMs?: number;
      readonly paceMs?: number;
      /** CSS selector of the links that are notices */
      readonly selector?: string;
      readonly keep?: "changes" | "all";
      readonly robots?: "obey" | "ignore";
      readonly robotsReason?: string;
      readonly allowPrivate?: boolean;
      /** sent to its own origin; kept secret */
      readonly headers?: Readonly<Record<string, string>>;
      readonly browser?: "never" | "changes" | "always";
      readonly proxy?: string;
    };
    readonly answer: {
      readonly id: string;
      readonly kind: "feed" | "page" | "folder";
      readonly url: string;
      readonly name: string;
      readonly everyMs: number;
      readonly followMs: number;
      readonly robots: "obey" | "ignore";
      readonly robotsReason: string | null;
      readonly paceMs: number | null;
      readonly allowPrivate: boolean;
      readonly keep: "changes" | "all";
      readonly selector: string | null;
      /** names of headers; their values are shown to nobody */
      readonly credentials: readonly string[];
      readonly browser?: "never" | "changes" | "always";
      readonly proxy?: string;
      /** ISO 8601, UTC */
      readonly createdAt: string;
      readonly paused: boolean;
      readonly tried: TriedSource;
    };
  };
  'GET /api/v1/sources/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: WatchedSource;
  };
  'PATCH /api/v1/sources/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: {
      readonly paused?: boolean;
      readonly name?: string;
      readonly everyMs?: number;
      readonly followMs?: number;
      readonly paceMs?: number | null;
      readonly keep?: "changes" | "all";
      readonly robots?: "obey" | "ignore";
      readonly robotsReason?: string;
      readonly browser?: "never" | "changes" | "always";
    };
    readonly answer: Source;
  };
  'DELETE /api/v1/sources/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'POST /api/v1/sources/try': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** a feed, or a page that lists notices */
      readonly url: string;
      readonly name?: string;
      /** found out unless told */
      readonly kind?: "feed" | "page";
      readonly everyMs?: number;
      readonly followMs?: number;
      readonly paceMs?: number;
      /** CSS selector of the links that are notices */
      readonly selector?: string;
      readonly keep?: "changes" | "all";
      readonly robots?: "obey" | "ignore";
      readonly robotsReason?: string;
      readonly allowPrivate?: boolean;
      /** sent to its own origin; kept secret */
      readonly headers?: Readonly<Record<string, string>>;
      readonly browser?: "never" | "changes" | "always";
      readonly proxy?: string;
    };
    readonly answer: TriedSource;
  };
  'POST /api/v1/sources/:id/check': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      /** ISO 8601, UTC */
      readonly at: string;
      /** `ok`, or why it failed */
      readonly outcome: string;
      /** how many it lists */
      readonly items: number;
      readonly newNotices: readonly {
        readonly noticeId: string;
        readonly url: string;
      }[];
    };
  };
  'POST /api/v1/hosts/:host/confirm-removals': {
    readonly params: { readonly host: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly confirmed: readonly string[];
    };
  };
  'GET /api/v1/publishers': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly Publisher[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'GET /api/v1/publishers/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: PublisherProfile;
  };
  'POST /api/v1/publishers/:id/oversight': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: {
      readonly link?: "link" | "unlink";
      /** another publisher, or the name of a body */
      readonly overseer: string;
      readonly why: string;
    };
    readonly answer: {
      readonly link: "link" | "unlink";
      readonly publisher: string;
      readonly overseer: string;
      readonly why: string;
      readonly by: string;
      /** ISO 8601, UTC */
      readonly at: string;
      readonly logIndex: number;
    };
  };
  'GET /api/v1/alerts': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly AlertRuleInUse[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
    };
  };
  'POST /api/v1/alerts': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** files of the server are named on its command line */
      readonly channel: "webhook" | "mail" | "ntfy" | "gotify" | "slack";
      readonly target: string;
      readonly when: string;
      readonly name?: string;
      readonly allowPrivate?: boolean;
      /** key of the signature of a webhook, or token; a webhook gets one made */
      readonly secret?: string;
    };
    readonly answer: {
      readonly id: string;
      readonly name: string;
      readonly channel: "webhook" | "mail" | "ntfy" | "gotify" | "slack" | "file";
      /** without what would let others send in its name */
      readonly target: string;
      readonly when: string;
      readonly allowPrivate: boolean;
      /** ISO 8601, UTC */
      readonly createdAt: string;
      /** that was made; shown this once */
      readonly secret?: string;
      /** why it cannot be told as things are */
      readonly trouble?: string;
    };
  };
  'POST /api/v1/alerts/:id/test': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly id: string;
      readonly name: string;
      readonly channel: "webhook" | "mail" | "ntfy" | "gotify" | "slack" | "file";
      /** without what would let others send in its name */
      readonly target: string;
      readonly when: string;
      readonly allowPrivate: boolean;
      /** ISO 8601, UTC */
      readonly createdAt: string;
      readonly taken: true;
    };
  };
  'DELETE /api/v1/alerts/:id': {
    readonly params: { readonly id: string };
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: undefined;
  };
  'GET /api/v1/catalogue': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: {
      readonly concepts: readonly ConceptSummary[];
      readonly lists: readonly ControlList[];
    };
  };
  'GET /api/v1/glossary': {
    readonly params: undefined;
    readonly query: { readonly lang?: "en" | "zh" | "uk" | "ru" };
    readonly body: undefined;
    readonly answer: Glossary;
  };
  'GET /api/v1/catalogue/:id': {
    readonly params: { readonly id: string };
    readonly query: { readonly date?: string; readonly terms?: boolean };
    readonly body: undefined;
    readonly answer: Concept;
  };
  'GET /api/v1/terms': {
    readonly params: undefined;
    readonly query: { readonly words: string };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly {
        readonly concept: string;
        readonly term: Term;
      }[];
    };
  };
  'GET /api/v1/codes/:code': {
    readonly params: { readonly code: string };
    readonly query: { readonly date?: string };
    readonly body: undefined;
    readonly answer: CodeAnswer;
  };
  'POST /api/v1/scan': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly text: string;
      readonly reveal?: boolean;
    };
    readonly answer: Analysis;
  };
  'POST /api/v1/read': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      /** HTML as text */
      readonly page: string;
      /** address it was saved from: relative links, and the site, follow from it */
      readonly url?: string;
      readonly status?: number;
    };
    readonly answer: {
      readonly state: string;
      readonly title: string | null;
      readonly text: string;
      readonly lang: "zh" | "ru" | "uk" | "en" | "kk" | "und";
      readonly [more: string]: unknown;
    };
  };
  'POST /api/v1/copies/pairs': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: {
      readonly a: {
        readonly text: string;
      };
      readonly b: {
        readonly text: string;
      };
    };
    readonly answer: {
      readonly relation: "verbatim" | "edited" | "partial" | "translated" | "unrelated";
      readonly score: number;
      readonly containment: number;
      readonly shared: readonly string[];
      readonly differs: readonly ({
        readonly kind: string;
        readonly a: string | null;
        readonly b: string | null;
        readonly [more: string]: unknown;
      })[];
    };
  };
  'GET /api/v1/search': {
    readonly params: undefined;
    readonly query: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly filter?: string; readonly facets?: readonly ("goods" | "control" | "source" | "place" | "party" | "state" | "lang" | "published")[]; readonly reveal?: boolean };
    readonly body: undefined;
    readonly answer: {
      readonly items: readonly SearchHit[];
      /** null on the last page */
      readonly nextCursor: string | null;
      readonly total?: number | string;
      readonly facets: Readonly<Record<string, readonly {
        /** as the filter takes it */
        readonly value: string;
        readonly count: number;
        readonly name?: string;
      }[]>>;
    };
  };
  'GET /api/v1/changes': {
    readonly params: undefined;
    readonly query: { readonly after?: number };
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /feeds/notices.atom': {
    readonly params: undefined;
    readonly query: { readonly query?: string; readonly search?: string; readonly limit?: number };
    readonly body: undefined;
    readonly answer: Blob;
  };
  'GET /metrics': {
    readonly params: undefined;
    readonly query: undefined;
    readonly body: undefined;
    readonly answer: Blob;
  };
}
