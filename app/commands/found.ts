import { parseArgs } from 'node:util';

import { connect } from '#db/client.server.ts';

import { foundScheme } from './found/scheme.ts';

const usage =
  'npm run found -- --name "Fair Recruitment Scheme" --country CH --officer "Paolo Ferri" --email paolo@scheme.example --quorum 3';

/** Begins a real scheme on the database named by DATABASE_URL; the server or the worker then mails its first officer. */
async function found() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { name: text, country: text, officer: text, email: text, quorum: text },
  });
  const { name, country, officer, email } = values;
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is missing: say in which database the scheme begins.');
  if (!name || !country || !officer || !email) throw new Error(usage);
  const quorum = values.quorum === undefined ? undefined : Number(values.quorum);
  if (quorum !== undefined && !(Number.isInteger(quorum) && quorum >= 1))
    throw new Error('--quorum is how many votes make a decision: a whole number, at least 1.');
  const { db } = connect(url, { max: 2 });
  try {
    const begun = await foundScheme(db, { name, country, officer, email, quorum }, new Date());
    process.stdout.write(
      begun
        ? `${name} begins. A link to choose a password goes to ${email} as soon as the server runs.\n`
        : 'A scheme stands here already: its officers invite everyone else.\n',
    );
  } finally {
    await db.destroy();
  }
}

found().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
