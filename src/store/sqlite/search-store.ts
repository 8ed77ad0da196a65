import { DualwatchError } from '../../model/errors.ts';
import type { SavedSearch } from '../../model/saved-search.ts';
import type { SearchStore } from '../search-port.ts';
import type { Connection } from './connection.ts';

const COLUMNS = 'id, name, query, sort, owner, created_at AS createdAt';

/** Saved searches, as acts of the store. */
export function searchStore(connection: Connection): SearchStore {
  const { db } = connection;
  const insert = db.prepare(
    'INSERT INTO saved_searches (id, name, query, sort, owner, created_at) VALUES (@id, @name, @query, @sort, @owner, @createdAt)',
  );
  const named = db.prepare<[string, string], SavedSearch>(`SELECT ${COLUMNS} FROM saved_searches WHERE id = ? OR name = ?`);
  const every = db.prepare<[], SavedSearch>(`SELECT ${COLUMNS} FROM saved_searches ORDER BY name`);
  const remove = db.prepare('DELETE FROM saved_searches WHERE id = ?');
  return {
    async add(search) {
      connection.write(() => {
        if (named.get(search.name, search.name) !== undefined)
          throw new DualwatchError(
            'conflict',
            `there is a search "${search.name}" already; choose another name, or remove it first with "dualwatch searches remove ${search.name}"`,
          );
        insert.run({ ...search });
      });
    },
    async list(owner) {
      return connection.read(() => every.all()).filter((one) => owner === undefined || one.owner === owner);
    },
    async find(idOrName) {
      return connection.read(() => named.get(idOrName, idOrName));
    },
    async remove(id) {
      if (connection.write(() => remove.run(id).changes) === 0) throw new DualwatchError('not-found', `there is no search ${id}`);
    },
  };
}
