import { isKnownSchema, partySchemaOf } from '../ftm-model.ts';
import { isObject, jsonLines, textsOf } from '../json-records.ts';
import type { JsonObject } from '../json-records.ts';
import { withId, type BadRow } from '../list-file.ts';
import type { ListFormat, ReadParty } from '../list-format.ts';
import { addValue, addValues, draftParty, hasName } from '../party-draft.ts';
import type { PartyDraft } from '../party-draft.ts';

/**
 * Entities of FollowTheMoney, one JSON object a line: flat (`entities.ftm.json`) or nested (`targets.nested.json`). Sanctions, addresses and passports
 * that stand beside a party give it programmes, addresses and numbers; other entities are no parties and are passed over.
 */
export const ftmLines: ListFormat = {
  name: 'ftm-json',
  recognises: (heads) => heads.some(({ text }) => /^\s*\{/u.test(text) && /"schema"\s*:/u.test(text) && /"properties"\s*:/u.test(text)),
  read(files, facts) {
    const parties: ReadParty[] = [];
    const bad: BadRow[] = [];
    const byId = new Map<string, PartyDraft>();
    const addresses = new Map<string, readonly string[]>();
    const wanted: { readonly party: PartyDraft; readonly address: string }[] = [];
    const beside: { readonly party: string; readonly property: string; readonly values: readonly string[] }[] = [];
    for (const file of files) {
      for (const { line, value } of jsonLines(file, bad, (record) => textsOf(record['id'])[0])) {
        const id = textsOf(value['id'])[0];
        const schemaName = textsOf(value['schema'])[0];
        const properties = isObject(value['properties']) ? value['properties'] : {};
        if (!id || schemaName === undefined || !isKnownSchema(schemaName)) {
          bad.push(
            withId({ file: file.name, line, why: id ? `names no schema of FollowTheMoney (${schemaName ?? 'none'})` : 'has no id' }, id),
          );
          continue;
        }
        const schema = partySchemaOf(schemaName);
        if (schema === undefined) {
          if (schemaName === 'Address') addresses.set(id, textsOf(properties['full']));
          for (const fact of factsOf(schemaName, properties)) beside.push(fact);
          continue;
        }
        const draft = draftParty(facts, schema, file.name, line);
        // The caption is the publisher's choice among the names: it is read first.
        const caption = textsOf(value['caption'])[0];
        if (caption !== undefined && textsOf(properties['name']).includes(caption)) addValue(draft, 'name', caption);
        addProperties(draft, properties);
        if (!hasName(draft)) addValue(draft, 'name', caption);
        for (const address of textsOf(properties['addressEntity'])) wanted.push({ party: draft, address });
        byId.set(id, draft);
        parties.push({ draft, id, regulation: '' });
      }
    }
    for (const { party, property, values } of beside) {
      const draft = byId.get(party);
      if (draft !== undefined) addValues(draft, property, values);
    }
    for (const { party, address } of wanted) addValues(party, 'address', addresses.get(address) ?? []);
    return { publishedAt: null, parties, bad };
  },
};

/** What an entity that is no party says about the parties that it names. */
function factsOf(
  schema: string,
  properties: JsonObject,
): { readonly party: string; readonly property: string; readonly values: readonly string[] }[] {
  if (schema === 'Sanction')
    return textsOf(properties['entity']).map((party) => ({
      party,
      property: 'program',
      values: [...textsOf(properties['program']), ...textsOf(properties['programId'])],
    }));
  if (schema === 'Passport' || schema === 'Identification') {
    const property = schema === 'Passport' ? 'passportNumber' : 'idNumber';
    return textsOf(properties['holder']).map((party) => ({ party, property, values: textsOf(properties['number']) }));
  }
  return [];
}

function addProperties(draft: PartyDraft, properties: JsonObject): void {
  for (const [property, value] of Object.entries(properties)) {
    if (!Array.isArray(value) && typeof value !== 'string') continue;
    if (
      property === 'addressEntity' ||
      property === 'sanctions' ||
      property === 'passportEntities' ||
      property === 'identificationEntities'
    )
      addNested(draft, value);
    else if (!property.endsWith('Entity') && !LEFT_OUT.has(property)) addValues(draft, property, textsOf(value));
  }
}

/** Ids of other entities, meaningless in a listing that stands alone, and times of the publisher's own work, which would change every hash. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'parent',
  'proof',
  'owner',
  'operator',
  'subsidiaries',
  'indexText',
  'createdAt',
  'modifiedAt',
  'retrievedAt',
]);

function addNested(draft: PartyDraft, value: unknown): void {
  if (!Array.isArray(value)) return;
  for (const nested of value) {
    if (!isObject(nested) || !isObject(nested['properties'])) continue;
    const properties = nested['properties'];
    if (nested['schema'] === 'Address') addValues(draft, 'address', textsOf(properties['full']));
    if (nested['schema'] === 'Sanction')
      addValues(draft, 'program', [...textsOf(properties['program']), ...textsOf(properties['programId'])]);
    if (nested['schema'] === 'Passport') addValues(draft, 'passportNumber', textsOf(properties['number']));
    if (nested['schema'] === 'Identification') addValues(draft, 'idNumber', textsOf(properties['number']));
  }
}
