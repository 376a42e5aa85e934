import { migrate } from '#db/migrate.ts';

const url = process.env['DATABASE_URL'];
if (url) {
  await migrate(url);
} else {
  process.stderr.write('DATABASE_URL is missing: say which database to bring up to date.\n');
  process.exitCode = 1;
}
