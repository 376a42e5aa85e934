import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { test } from '#tests/support/test.ts';

describe('what is kept row by row', () => {
  test('is not emptied at a stroke: every table that refuses deletes refuses truncate', async ({ db }) => {
    const { rows } = await sql<{ kept: string; whole: boolean }>`
      select c.relname as kept, exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgtype & 32 = 32) as whole
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and exists (select 1 from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype & 8 = 8)`.execute(
      db,
    );
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ whole }) => !whole).map(({ kept }) => kept)).toEqual([]);
  });

  test.for([
    'audit_team_member',
    'conflict_declaration',
    'finding_evidence',
    'corrective_action_plan',
    'decision_condition',
    'decision_condition_notice',
    'advice',
    'membership',
    'application_checklist',
    'application_appeal',
  ])('nor is %s, which says who had a part in what', async (table, { db }) => {
    await expect(sql`truncate ${sql.table(table)} cascade`.execute(db)).rejects.toThrow('append-only');
  });
});
