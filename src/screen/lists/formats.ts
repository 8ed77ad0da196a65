import type { ListFacts } from '../../catalogue/list-facts.ts';
import { cslCsv } from './formats/csl-csv.ts';
import { euJournal } from './formats/eu-journal.ts';
import { ftmLines } from './formats/ftm-lines.ts';
import { mappedFormat } from './formats/mapped.ts';
import { nsfreg } from './formats/nsfreg.ts';
import { ofacAdvancedXml } from './formats/ofac-advanced-xml.ts';
import { ofacCsv } from './formats/ofac-csv.ts';
import { ofacNames } from './formats/ofac-names.ts';
import { secoXml } from './formats/seco-xml.ts';
import { ownTable } from './formats/own-table.ts';
import { senzing } from './formats/senzing.ts';
import { unXml } from './formats/un-xml.ts';
import type { ListFormat } from './list-format.ts';

/** Every format that can be read, in the order in which a file is tried. Those of the catalogue come last, since they say least about themselves, and then what need not be any publisher's. */
export function listFormats(facts: ListFacts): readonly ListFormat[] {
  return [
    nsfreg,
    unXml,
    ofacCsv,
    ofacNames,
    cslCsv,
    euJournal,
    secoXml,
    ofacAdvancedXml,
    senzing,
    ftmLines,
    ...facts.mappings.map(mappedFormat),
    ownTable(facts),
  ];
}
