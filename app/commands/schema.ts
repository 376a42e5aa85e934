import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { startTemporary } from '#db/embedded.server.ts';
import { migrate } from '#db/migrate.ts';

const schema = 'db/schema.ts';

/** Writes db/schema.ts from a freshly migrated database; with `--check`, fails when it differs from what stands there. */
async function describeSchema() {
  const postgres = await startTemporary();
  try {
    await migrate(postgres.url);
    const made = await generate(postgres.url, join(postgres.folder, 'schema.ts'));
    if (!process.argv.includes('--check')) return void (await writeFile(schema, made));
    if (made !== (await readFile(schema, 'utf8'))) {
      process.stderr.write('db/schema.ts is not what the migrations make. Run: npm run schema\n');
      process.exitCode = 1;
    }
  } finally {
    await postgres.stop();
  }
}

async function generate(url: string, file: string) {
  const options = [
    '--dialect',
    'postgres',
    '--date-parser',
    'string',
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
  ];
  const types = [
    '--type-mapping',
    '{"int8":"number"}',
    '--exclude-pattern',
    'kysely_*',
    '--singularize',
    '--out-file',
    file,
  ];
  await promisify(execFile)(
    process.execPath,
    ['node_modules/kysely-codegen/dist/cli/bin.js', ...options, ...types],
    {
      env: { ...process.env, DATABASE_URL: url },
    },
  );
  return readFile(file, 'utf8');
}

await describeSchema();
