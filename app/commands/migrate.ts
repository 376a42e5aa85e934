import { readNames } from '#app/features/register/search/read-names.server.ts';
import { connect } from '#db/client.server.ts';
import { migrate } from '#db/migrate.ts';

const url = process.env['DATABASE_URL'];
if (url) {
  await migrate(url);
  // Names no search has read yet are read before anybody asks.
  const { db } = connect(url, { max: 1 });
  await readNames(db).finally(() => db.destroy());
} else {
  process.stderr.write('DATABASE_URL is missing: say which database to bring up to date.\n');
  process.exitCode = 1;
}
