import { catalogueRecipe } from '../catalogue/load.ts';
import { loadPriorityTable } from '../catalogue/priority.ts';
import { loadSites } from '../catalogue/sites.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import { createPageJudge } from '../observe/judge-page.ts';
import { type PageJudge } from '../observe/page-judgement.ts';
import { createReader, type Reader } from '../read/read-page.ts';
import { withContacts } from '../recognise/mask-contacts.ts';
import { scanRecipe, type Scanner } from '../recognise/scanner.ts';
import { analysisRecipe } from './analyser.ts';
import { openDocuments } from './documents/open-documents.ts';
import type { DocumentReader } from '../read/documents/document-text.ts';
import { assessReading } from './assess-reading.ts';
import { createDeriver, type Deriver } from '../capture/derive.ts';
import { packagedScanner } from './packaged/catalogue.ts';

/** Counts up when code changes what a capture is read as: stored captures are then read again in the background. */
const CODE_VERSION = 14;

/** Loads the site readers alone: enough for `read`. */
export function openReader(): Reader {
  return createReader(loadSites(), documentsOnce());
}

let documents: DocumentReader | undefined;

/** One thread serves all readers of a process or thread. */
function documentsOnce(): DocumentReader {
  return (documents ??= openDocuments());
}

let opened: Pick<Scanner, 'scan' | 'recipe'> | undefined;

/** The scanner of the package's catalogue, contacts included, made once: that takes a second. */
export function openScanner(): Pick<Scanner, 'scan' | 'recipe'> {
  return (opened ??= createContactScanner());
}

function createContactScanner(): Pick<Scanner, 'scan' | 'recipe'> {
  const scanner = packagedScanner();
  return {
    recipe: scanner.recipe,
    scan(text, options) {
      const scan = scanner.scan(text, options);
      return { ...scan, mentions: withContacts(text, scan.lang, scan.mentions) };
    },
  };
}

/** All that turns bytes into readings and, compiled when first asked for, readings into mentions, with the recipes that name their versions: `readRecipe` of the readings alone. */
export function openKnowledge(): {
  readonly reader: Reader;
  /** Hosts of a site of the catalogue. */
  readonly siteHosts: (site: string) => readonly string[];
  readonly readRecipe: string;
  readonly judge: PageJudge;
  readonly deriver: Deriver;
} {
  const sites = loadSites();
  const priority = loadPriorityTable();
  const table = {
    ...priority,
    goods: Object.fromEntries(priority.goods),
    intents: Object.fromEntries(priority.intents),
    places: Object.fromEntries(priority.places),
    indicators: Object.fromEntries(priority.indicators),
  };
  const recipe = sha256(
    canonicalJson({
      code: CODE_VERSION,
      scanned: scanRecipe(catalogueRecipe()),
      assessed: analysisRecipe(),
      sites: JSON.stringify(sites),
      priority: table,
    }),
  ).slice(0, 16);
  const readRecipe = sha256(canonicalJson({ code: CODE_VERSION, sites: JSON.stringify(sites) })).slice(0, 16);
  // Most rounds of visits bring nothing new: what takes a second to compile waits for the first text.
  const scan: Scanner['scan'] = (text) => packagedScanner().scan(text);
  return {
    reader: createReader(sites, documentsOnce()),
    siteHosts: (name) => sites.sites.find(({ site }) => site === name)?.hosts ?? [],
    readRecipe,
    judge: createPageJudge(sites),
    deriver: createDeriver({ recipe, scan, priority, assess: assessReading }),
  };
}
