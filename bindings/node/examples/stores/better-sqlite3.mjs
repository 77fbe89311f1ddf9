// A store in a table of the host's own SQLite file, beside whatever else is in it.

/** `database` is a `Database` of better-sqlite3. Within a transaction of the host's own, everything is part of that. */
export function sqliteMap(database) {
  database.exec('CREATE TABLE IF NOT EXISTS partnerkit (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID');
  const get = database.prepare('SELECT value FROM partnerkit WHERE key = ?').pluck();
  const put = database.prepare('INSERT INTO partnerkit (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const remove = database.prepare('DELETE FROM partnerkit WHERE key = ?');
  const page = (order) =>
    database.prepare(`SELECT key, value FROM partnerkit WHERE key >= ? AND key < ? ORDER BY key ${order} LIMIT ?`).raw();
  const [forwards, backwards] = [page('ASC'), page('DESC')];
  return {
    begin({ writes }) {
      const within = database.inTransaction;
      database.exec(within ? 'SAVEPOINT partnerkit' : writes ? 'BEGIN IMMEDIATE' : 'BEGIN');
      return {
        get: (key) => get.get(key),
        page: (from, to, how) => (how.backwards ? backwards : forwards).all(from, to, how.limit),
        put: (key, value) => put.run(key, value),
        remove: (key) => remove.run(key),
        end(keep) {
          if (!within) return database.exec(keep ? 'COMMIT' : 'ROLLBACK');
          return database.exec(keep ? 'RELEASE partnerkit' : 'ROLLBACK TO partnerkit; RELEASE partnerkit');
        },
      };
    },
  };
}
