import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import {
  changeDraft,
  discardDraft,
  draftFrom,
  draftOf,
  publishDraft,
} from '#app/features/mapping/questionnaires/commands.server.ts';
import { readDefinition } from '#app/features/mapping/questionnaires/import.server.ts';
import {
  findDraft,
  findVersion,
  listQuestionnaires,
  newestVersion,
} from '#app/features/mapping/questionnaires/queries.server.ts';
import { withTitle } from '#app/features/mapping/questionnaires/rules.ts';
import { shippedQuestionnaires } from '#app/features/mapping/questionnaires/shipped.server.ts';
import { writeXlsForm } from '#app/questionnaire/xlsform/write.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { keepers } from '#tests/support/factories/help.ts';
import { test } from '#tests/support/test.ts';

const named = (name: string) => {
  const found = shippedQuestionnaires().find((each) => each.name === name);
  if (!found) throw new Error(`No ${name} ships`);
  return found;
};
const site = named('mapping_site');

async function aDraft(db: Kysely<Database>, now: Date) {
  const { officer } = await keepers(db);
  const scope = { ...officer, now };
  const { id } = done(await draftFrom(scope, site.id));
  return { scope, id };
}
const titled = (title: string, revision: number) => ({
  ...({ part: 'title', name: 'mapping_site', revision } as const),
  edit: withTitle({ en: title }, site.languages),
});
const storedVersions = (db: Kysely<Database>) =>
  db.selectFrom('questionnaire_version').select(['id', 'definition']).orderBy('id').execute();

describe('a draft', () => {
  test('is the next version of what is asked now, and changes only for whoever saw it as it stands', async ({
    db,
    now,
  }) => {
    const { scope, id } = await aDraft(db, now);
    const draft = await findDraft(scope, id);
    expect(draft).toMatchObject({ name: 'mapping_site', baseVersion: 1, revision: 1 });
    expect(draft?.definition).toEqual({ ...site, version: 2, id: 'mapping_site-2' });

    expect(done(await changeDraft(scope, id, titled('Sites', 1)))).toEqual({ revision: 2 });
    expect(await changeDraft(scope, id, titled('Late', 1))).toMatchObject({ refusal: 'saved_meanwhile' });
    expect((await findDraft(scope, id))?.definition.title).toEqual({ en: 'Sites' });
    const told = (await timelineOf(scope, id)).map(({ what }) => what);
    expect(told).toEqual(['Changed: title mapping site', 'Version 2 begun from the version before']);
  });

  test('is written by officers alone, of questionnaires that map a chain', async ({ db, now }) => {
    const { scope, id } = await aDraft(db, now);
    const { caseworker } = await keepers(db);
    const other = { ...caseworker, now };
    expect(await draftFrom(other, site.id)).toMatchObject({ refusal: 'forbidden' });
    expect(await draftOf(other, site.name, site)).toMatchObject({ refusal: 'forbidden' });
    expect(await changeDraft(other, id, titled('x', 1))).toMatchObject({ refusal: 'forbidden' });
    expect(await publishDraft(other, id, 1)).toMatchObject({ refusal: 'forbidden' });
    expect(await discardDraft(other, id, 1)).toMatchObject({ refusal: 'forbidden' });
    expect(await draftFrom(scope, 'application-1')).toMatchObject({ refusal: 'not_found' });
    expect(await draftOf(scope, 'application', site)).toMatchObject({ refusal: 'not_found' });
    expect(await findDraft(scope, 'nothing')).toBeUndefined();
  });

  test('can be thrown away; it is gone, and nothing that was published with it', async ({ db, now }) => {
    const { scope, id } = await aDraft(db, now);
    expect(await discardDraft(scope, id, 7)).toMatchObject({ refusal: 'saved_meanwhile' });
    done(await discardDraft(scope, id, 1));
    expect(await findDraft(scope, id)).toBeUndefined();
    expect(await findVersion(db, site.id)).toEqual(site);
  });
});

describe('publishing', () => {
  test('adds a version and leaves every earlier one as it was', async ({ db, now }) => {
    const { scope, id } = await aDraft(db, now);
    done(await changeDraft(scope, id, titled('Sites', 1)));
    expect(await publishDraft(scope, id, 1)).toMatchObject({ refusal: 'saved_meanwhile' });
    expect(done(await publishDraft(scope, id, 2))).toEqual({ id: 'mapping_site-2' });
    const after = await storedVersions(db);
    expect(after.map((row) => row.id)).toEqual(['mapping_site-1', 'mapping_site-2']);
    expect(after[0]?.definition).toEqual(site);

    const next = done(await draftFrom(scope, 'mapping_site-2'));
    done(await changeDraft(scope, next.id, titled('Work sites', 1)));
    done(await publishDraft(scope, next.id, 2));
    expect((await storedVersions(db)).slice(0, 2)).toEqual(after);
    expect(await newestVersion(db, 'mapping_site')).toMatchObject({
      id: 'mapping_site-3',
      title: { en: 'Work sites' },
    });
    expect(await findVersion(db, 'mapping_site-2')).toMatchObject({ title: { en: 'Sites' } });
  });

  test('what was published is changed by nobody, nor published or thrown away again', async ({ db, now }) => {
    const { scope, id } = await aDraft(db, now);
    done(await changeDraft(scope, id, titled('Sites', 1)));
    done(await publishDraft(scope, id, 2));
    for (const outcome of [
      await changeDraft(scope, id, titled('Again', 2)),
      await publishDraft(scope, id, 2),
      await discardDraft(scope, id, 2),
    ])
      expect(outcome).toMatchObject({ refusal: 'already_published' });
    await expect(sql`update questionnaire_draft set revision = 9`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from questionnaire_draft`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from questionnaire_version`.execute(db)).rejects.toThrow('append-only');
  });

  test('two who publish at once: one wins, the other is told of the newer version', async ({ db, now }) => {
    const { scope, id } = await aDraft(db, now);
    const { id: other } = done(await draftFrom(scope, site.id));
    done(await changeDraft(scope, id, titled('One', 1)));
    done(await changeDraft(scope, other, titled('Other', 1)));
    const outcomes = await Promise.all([
      publishDraft(scope, id, 2),
      publishDraft(scope, other, 2),
      publishDraft(scope, id, 2),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
    for (const refusal of refusals) expect(['newer_version', 'already_published']).toContain(refusal);
    expect(await storedVersions(db)).toHaveLength(2);
  });

  test('nothing faulty and nothing unchanged is published', async ({ db, now }) => {
    const { scope, id } = await aDraft(db, now);
    expect(await publishDraft(scope, id, 1)).toMatchObject({ refusal: 'unchanged' });
    const empty = {
      ...titled('x', 1),
      edit: () => ({ ok: true as const, value: { ...site, sections: [] } }),
    };
    done(await changeDraft(scope, id, empty));
    expect(await publishDraft(scope, id, 2)).toMatchObject({ refusal: 'faulty' });
    expect(await storedVersions(db)).toEqual([]);
  });
});

describe('a file', () => {
  test.for(['json', 'xlsx'] as const)(
    'as %s becomes a draft of the questionnaire it is chosen for',
    async (kind, { db, now }) => {
      const { officer } = await keepers(db);
      const scope = { ...officer, now };
      const worker = named('mapping_worker');
      const content = kind === 'json' ? Buffer.from(JSON.stringify(worker)) : await writeXlsForm(worker);
      const { id } = done(await draftOf(scope, 'mapping_site', done(await readDefinition(content))));
      expect((await findDraft(scope, id))?.definition).toEqual({
        ...{ ...worker, name: 'mapping_site', version: 2, id: 'mapping_site-2' },
      });
    },
  );

  test('that is none is told in words, and nothing of it is taken', async () => {
    const wrong = [
      ['{ "id": ', 'no JSON'],
      ['{ "id": "a-1" }', 'name'],
      ['type,name\n', 'Excel workbook'],
      [JSON.stringify({ ...site, sections: [{ ...site.sections[0], name: 'Bad Name' }] }), 'sections.0.name'],
    ] as const;
    for (const [content, problem] of wrong) {
      const read = await readDefinition(Buffer.from(content));
      expect(read.ok).toBe(false);
      expect(read.problems?.join('\n')).toContain(problem);
    }
  });
});

test('the list shows each questionnaire with its versions and open drafts', async ({ db, now }) => {
  const { scope, id } = await aDraft(db, now);
  const listed = await listQuestionnaires(scope);
  expect(listed.map(({ name }) => name)).toContain('mapping_worker');
  const own = listed.find(({ name }) => name === 'mapping_site');
  expect(own).toMatchObject({
    versions: [{ id: 'mapping_site-1', version: 1, publishedAt: null }],
    drafts: [{ id }],
  });
  done(await changeDraft(scope, id, titled('Sites', 1)));
  done(await publishDraft(scope, id, 2));
  const after = (await listQuestionnaires(scope)).find(({ name }) => name === 'mapping_site');
  expect(after?.versions.map((each) => each.version)).toEqual([2, 1]);
  expect(after?.drafts).toEqual([]);
});
