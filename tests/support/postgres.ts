import { randomBytes } from 'node:crypto';

import pg from 'pg';

import { connect } from '#db/client.server.ts';

export const template = 'template_fairroute';

export async function asAdmin(serverUrl: string, statement: string) {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A copy per test: commands open real transactions, so rolling back after each test is no option. */
export async function copyOfTemplate(serverUrl: string) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = `${serverUrl}/${name}`;
  const { db, pool } = connect(url, { max: 5 });
  const drop = async () => {
    await db.destroy();
    await asAdmin(serverUrl, `drop database ${name} with (force)`);
  };
  return { url, db, pool, drop };
}
