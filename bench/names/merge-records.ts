/** A record of Senzing's truth set, as the file has it. */
export interface ListRecord {
  readonly DATA_SOURCE: string;
  readonly RECORD_ID: string;
  readonly FEATURES: readonly Readonly<Record<string, string>>[];
}

/**
 * Clusters of `DATA_SOURCE:RECORD_ID` as the program merges them; undefined while src/screen/merge is not written.
 * Seam: parse the records with the list parser of the format, give the listings to `mergeParties`, return the listings of each party.
 */
export async function mergeRecords(_records: readonly ListRecord[]): Promise<readonly (readonly string[])[] | undefined> {
  return undefined;
}
