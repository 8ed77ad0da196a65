import type { Connection } from './connection.ts';

/** Up to this size the whole file is written anew, which takes a second or two and keeps writers waiting. */
const WHOLE_BYTES = 256 * 1024 * 1024;
/** Pages of the search index merged in one commit. */
const MERGED_PAGES = 500;

/**
 * Takes deleted words out of the search index, whose segments keep them until they are merged (https://sqlite.org/fts5.html#the_merge_command), deleted rows out of free
 * pages, and both out of the write-ahead file. True where the whole file was written anew; of a large one only what `secure_delete` wrote over is sure to be gone.
 */
export function wipeDeleted(connection: Connection): boolean {
  const { db } = connection;
  const merge = db.prepare("INSERT INTO search (search, rank) VALUES ('merge', ?)");
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const step = (pages: number): number =>
    connection.write(() => {
      const before = changes.get() ?? 0;
      merge.run(pages);
      return (changes.get() ?? 0) - before;
    });
  // Many small commits: others may write between them. Fewer than two changes mean that nothing is left to merge.
  for (let done = step(-MERGED_PAGES); done >= 2; done = step(MERGED_PAGES));
  return connection.alone(() => {
    const bytes = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
    const whole = bytes <= WHOLE_BYTES;
    if (whole) db.exec('VACUUM');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return whole;
  });
}
