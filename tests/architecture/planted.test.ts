import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import * as house from './house.ts';
import * as pages from './pages.ts';
import { formsFirst } from './records.ts';
import { untested } from './tested.ts';

/** Each gate is shown a violation: a gate that cannot say no is none. */
const planted = (path: string, text: string) => [...house.readHouse(), { path, text }];
const route = (first: string) =>
  `export const meta = () => [];\n\nexport async function loader({ request }: LoaderFunctionArgs) {\n  ${first}\n}\n`;
const tall = 'export {};\n'.repeat(121);

describe('this room’s own questions find', () => {
  test.each([
    [
      'a write to another room’s table',
      house.foreignWrites,
      'app/features/register/x.server.ts',
      "db.updateTable('certificate')",
    ],
    [
      'the same in plain SQL',
      house.foreignWrites,
      'app/features/billing/x.server.ts',
      'sql`update application set state = 1`',
    ],
    [
      'a write to a table of nobody',
      house.foreignWrites,
      'app/features/billing/x.server.ts',
      "db.insertInto('purse')",
    ],
    ['a long page', house.tooLong, 'app/routes/public/x.tsx', tall],
    ['a long file', house.tooLong, 'app/features/billing/x.ts', tall.repeat(3)],
    ['a full folder', house.tooFull, 'app/ui/one-more.tsx', ''],
    ['a helper', house.vagueNames, 'app/features/billing/helpers.ts', ''],
    ['a folder of utilities', house.vagueNames, 'app/utils/x.ts', ''],
    ['a page without a door', pages.openDoors, 'app/routes/public/x.tsx', route('return theDatabase();')],
    [
      'a page that looks before it asks',
      pages.openDoors,
      'app/routes/public/x.tsx',
      route('const url = request.url;'),
    ],
    [
      'a form that is read before its record is looked up',
      formsFirst,
      'app/routes/public/x.tsx',
      `export async function action({ request, params }: ActionFunctionArgs) {\n  const form = await readForm(request, f);\n  return close(found(params['id']), form);\n}\n`,
    ],
    [
      'a page in another order',
      pages.outOfOrder,
      'app/routes/public/x.tsx',
      'export default function X() {}\nexport const meta = 1;\n',
    ],
    ['a page without an address', pages.strayRoutes, 'app/routes/public/x.tsx', ''],
    ['a migration nobody lists', house.looseMigrations, 'db/migrations/20270101T0900_x.ts', ''],
    ['a migration with a name of its own', house.looseMigrations, 'db/migrations/more.ts', ''],
    [
      'a migration that leans on the house',
      house.looseMigrations,
      'db/migrations/20270101T0900_x.ts',
      "import { a } from '#app/a.ts';",
    ],
    ['a suppression', house.suppressions, 'app/x.ts', '// @ts-expect-error'],
    ['a rule no test names', untested, 'app/features/billing/rules.ts', 'export function forgiveAll() {}'],
  ] as const)('%s', (...[, broken, path, text]) => {
    const found = broken(planted(path, text));
    expect(found.length).toBeGreaterThan(broken(house.readHouse()).length);
  });
});

/** The tools are shown theirs in a copy of the house. */
const plants: Record<string, string> = {
  'app/ui/planted.ts': "export { standings } from '../features/certificates/model.ts';\n",
  'app/features/billing/planted.server.ts':
    "export { listInvoices as x } from '../audits/queries.server.ts';\n",
  'app/features/billing/post.server.ts': "export { createTransport } from 'nodemailer';\n",
  'app/routes/public/planted.tsx': "export { sql } from 'kysely';\n",
  'app/platform/round.ts': "export { b as a } from './trip.ts';\n",
  'app/platform/trip.ts': "export { a as b } from './round.ts';\n",
  'app/features/billing/planted/rules.ts': [
    'export const late = () => new Date();',
    'export const setting = () => process.env.PORT;',
    'export const cast = (x: unknown) => x as string;',
    'export const loud = () => console.log(1);',
    'export const loose = () => { void 0; Promise.resolve(1); };',
    '',
  ].join('\n'),
  'app/features/billing/planted/planted.test.ts': [
    "import { test, vi } from 'vitest';",
    "vi.mock('./rules.ts');",
    "test('should be fine', () => undefined);",
    '',
  ].join('\n'),
};

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'house-'));
  const config = [
    'package.json',
    'tsconfig.json',
    'eslint.config.js',
    'knip.json',
    '.dependency-cruiser.cjs',
    'vite.config.ts',
    'vitest.config.ts',
    'playwright.config.ts',
    'remix.config.js',
    'remix.env.d.ts',
  ];
  for (const path of [...config, 'app', 'db', 'emails', 'tests', 'public'])
    cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  for (const [path, text] of Object.entries(plants)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(tool: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', tool), ...options], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('in a copy of the house with violations planted', () => {
  test('the import rules name each', () => {
    const { status, said } = run(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['app', 'db', 'emails', 'tests', '--config', '.dependency-cruiser.cjs'],
    );
    expect(status).not.toBe(0);
    for (const rule of [
      'ui-knows-no-feature: app/ui/planted.ts',
      'features-keep-apart: app/features/billing/planted.server.ts',
      'one-door-for-nodemailer: app/features/billing/post.server.ts',
      'routes-hold-no-sql: app/routes/public/planted.tsx',
      'no-cycles: app/platform/',
    ])
      expect(said).toContain(rule);
  });

  test('dead code is named', () => {
    const { status, said } = run('knip/bin/knip.js');
    expect(status).not.toBe(0);
    expect(said).toContain('app/features/billing/planted.server.ts');
    expect(said).toContain('app/platform/round.ts');
  });

  test('the linter names each', () => {
    const { status, said } = run('eslint/bin/eslint.js', 'app/features/billing/planted');
    expect(status).not.toBe(0);
    for (const word of [
      'A rule is told what time it is',
      'Settings come from platform/config.server.ts',
      'consistent-type-assertions',
      'no-console',
      'no-floating-promises',
      'What a test replaces is an argument',
      'A test is named by what is true',
    ])
      expect(said).toContain(word);
  });
});
