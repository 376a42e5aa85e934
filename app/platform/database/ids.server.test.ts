import { expect, test } from 'vitest';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';

import { isId } from './ids.server.ts';

const db = new Kysely<{ audit: { id: string } }>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const asked = (id: string) =>
  db.selectFrom('audit').select('id').where(isId('audit.id', id)).compile().sql.split(' where ')[1];

test('an id is compared as an id, so that its index finds it; anything else is nobody’s', () => {
  expect(asked('7b1b0c9e-0000-4000-8000-000000000000')).toBe('"audit"."id" = $1::uuid');
  for (const none of ['', 'new', "' or true --", '7b1b0c9e-0000-4000-8000-00000000000g'])
    expect(asked(none)).toBe('false');
});
