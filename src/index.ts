/**
 * The public face of the library: the pure core, which can be used alone on text and bytes from anywhere, and what is needed to check evidence.
 *
 * @example
 * import { createScanner, loadCatalogue } from 'dualwatch';
 * const scanner = createScanner(loadCatalogue());
 * scanner.scan('Закупка подавителей БПЛА').goods; // ['counter_uav_jam']
 */
export { DualwatchError, ERROR_KINDS, type ErrorCode } from './model/errors.ts';
export { isDigest, sha256, type Digest } from './model/digest.ts';
export type { NoticeId, SourceId } from './model/ids.ts';
export type { Mention, MentionKind, Role, Scan } from './model/mention.ts';
export type { CaptureRow, Notice, ObservationRow, Removal, StoredReading } from './model/notice.ts';
export type { ObservationState, RemovalKind } from './model/observation.ts';
export type { Lang, Link, ListItem, PageReading, PageState } from './model/reading.ts';
export type { Span } from './model/span.ts';
export { foldText, type Folded } from './text/fold.ts';
export { detectLanguage } from './text/language.ts';
export { loadCatalogue } from './catalogue/load.ts';
export type { Catalogue } from './catalogue/catalogue.ts';
export { loadControls } from './catalogue/load-controls.ts';
export {
  controlsOf,
  entriesOf,
  type ControlCandidate,
  type ControlExclusion,
  type ControlList,
  type Controls,
} from './catalogue/controls.ts';
export { controlStatusAt, type ControlStatus } from './catalogue/control-status.ts';
export type { ControlEntry, ControlThreshold } from './model/control-entry.ts';
export { loadSites, type SiteCatalogue } from './catalogue/sites.ts';
export { loadIndicatorRules, type IndicatorRule, type IndicatorTable } from './catalogue/indicator-rules.ts';
export { loadLabels, type Label, type Labels } from './catalogue/labels.ts';
export { loadPriorityTable, type PriorityTable } from './catalogue/priority.ts';
export type { Finding, FindingReason } from './model/finding.ts';
export type { Trade, TradeParty } from './model/trade-party.ts';
export { createScanner, type Scanner } from './recognise/scanner.ts';
export { findContacts, maskContacts } from './recognise/mask-contacts.ts';
export { createReader, type PageInput, type Reader } from './read/read-page.ts';
export { loadNameCatalogue, type NameCatalogue } from './catalogue/name-catalogue.ts';
export type { AlignedPart, Explanation, Match, TextMatch, Verdict } from './model/match.ts';
export { HIT_THRESHOLD } from './model/match.ts';
export type { FtmEntity, Listing, NameQuery, Party, PartySchema } from './model/party.ts';
export { compileNameKnowledge, type NameKnowledge } from './screen/knowledge.ts';
export { compareNames, type Comparison } from './screen/compare.ts';
export { buildScreenIndex } from './screen/index/build.ts';
export { openScreenIndex, type ScreenIndex, type SearchOptions } from './screen/index/screen-index.ts';
export { createNameFinder, type FoundName, type NameFinder } from './screen/text/name-finder.ts';
export { detectListFormat, parseList } from './screen/lists/parse-list.ts';
export type { BadRow, ListFile, ParsedList } from './screen/lists/list-file.ts';
export { mergeParties, type MergedParty, type PartyLink } from './screen/merge/merge-parties.ts';
export { findIndicators, indicatorsSeen } from './assess/indicators/find-indicators.ts';
export type { IndicatorKnowledge, NoticeFacts } from './assess/indicators/facts.ts';
export { compareClaim, type NoticeShown } from './assess/claims/compare-claim.ts';
export { loadClaimWords, type ClaimWords } from './catalogue/claim-words.ts';
export { createStatementReader, type StatementReader } from './recognise/claims/read-statement.ts';
export { NO_ASSERTIONS, type Assertions } from './model/claim.ts';
export type { ClaimFinding, ClaimVerdict } from './model/claim-finding.ts';
export type { Statement } from './model/statement.ts';
export { scorePriority, type Priority, type PriorityFacts } from './assess/priority.ts';
export { judgeVisit, type Judgement, type Sighting } from './observe/judge.ts';
export { readCapture, type CaptureContents } from './evidence/warc-reader.ts';
export { verifyCapture } from './evidence/verify-capture.ts';
export { verifyTlogProof } from './evidence/tlog-proof.ts';
export { parseVerifierKey } from './evidence/note.ts';
export { verifyPackage } from './evidence/verify-package/verify-package.ts';
export { NO_TRUST, type Trust } from './evidence/verify-package/trust.ts';
export type { Check, CheckName, CheckStatus, PackageVerdict } from './evidence/verify-package/verdict.ts';
export { memorySource, type ByteSource } from './evidence/zip/byte-source.ts';
