// A store in a table of the host's own PostgreSQL database, as part of a transaction that the host has begun.

/** Makes the table, once. */
export async function createTable(client) {
  await client.query('CREATE TABLE IF NOT EXISTS partnerkit (key bytea PRIMARY KEY, value bytea NOT NULL)');
}

/** `client` is a client of pg with a transaction under way. Nothing lasts until the host commits that. */
export function pgMap(client) {
  const query = async (text, values) => (await client.query({ text, values, rowMode: 'array' })).rows;
  return {
    async begin() {
      await query('SAVEPOINT partnerkit');
      // Whoever writes is alone, and whoever looks sees one view, in every process: until the host's transaction ends.
      await query('LOCK TABLE partnerkit IN EXCLUSIVE MODE');
      return {
        get: async (key) => (await query('SELECT value FROM partnerkit WHERE key = $1', [key]))[0]?.[0],
        page: (from, to, { backwards, limit }) =>
          query(`SELECT key, value FROM partnerkit WHERE key >= $1 AND key < $2 ORDER BY key ${backwards ? 'DESC' : 'ASC'} LIMIT $3`, [from, to, limit]),
        put: (key, value) =>
          query('INSERT INTO partnerkit (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [key, value]),
        remove: (key) => query('DELETE FROM partnerkit WHERE key = $1', [key]),
        async end(keep) {
          if (!keep) await query('ROLLBACK TO SAVEPOINT partnerkit');
          await query('RELEASE SAVEPOINT partnerkit');
        },
      };
    },
  };
}
