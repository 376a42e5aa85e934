import { describe, expect, test } from 'vitest';

import type { Question, Questionnaire } from '#app/questionnaire/definition.ts';
import { example } from '#app/questionnaire/example.ts';
import type { Result } from '#app/platform/result.ts';

import type { Draft } from './model.ts';
import { mayWrite } from './policy.ts';
import * as rules from './rules.ts';

const done = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};
const sectionNames = ({ sections }: Questionnaire) => sections.map(({ name }) => name);
const questionNames = ({ sections }: Questionnaire, section: string) =>
  sections.find(({ name }) => name === section)?.questions.map(({ name }) => name);
const asked = (
  name: string,
  more: Partial<Question & { place: number }> = {},
): Question & { place: number } => ({
  name,
  type: 'text',
  label: { en: name },
  place: 1,
  ...more,
});

test('only officers write what everybody is asked', () => {
  const person = { accountId: 'a', organisationId: 'o' };
  expect(mayWrite({ kind: 'officer', ...person })).toBe(true);
  expect(mayWrite({ kind: 'company', ...person })).toBe(false);
  expect(mayWrite({ kind: 'visitor' })).toBe(false);
});

describe('sections', () => {
  const form = { name: 'people', title: { en: 'People' }, lead: undefined, place: 2 };

  test('are put in, moved and given other words, and keep their questions', () => {
    const more = done(rules.withSection(undefined, form)(example));
    expect(sectionNames(more)).toEqual(['identity', 'people', 'money']);
    const moved = done(rules.withSection('money', { ...form, name: 'pay', place: 1 })(more));
    expect(sectionNames(moved)).toEqual(['pay', 'identity', 'people']);
    expect(questionNames(moved, 'pay')).toEqual(questionNames(example, 'money'));
    expect(sectionNames(done(rules.withSection(undefined, { ...form, place: 99 })(example)))).toEqual([
      ...['identity', 'money', 'people'],
    ]);
  });

  test('never share a name, and go only when nothing is asked in them', () => {
    expect(rules.withSection(undefined, { ...form, name: 'money' })(example)).toMatchObject({
      refusal: 'name_taken',
    });
    expect(rules.withSection('nowhere', form)(example)).toMatchObject({ refusal: 'not_found' });
    expect(rules.withoutSection('money')(example)).toMatchObject({ refusal: 'not_empty' });
    expect(rules.withoutSection('nowhere')(example)).toMatchObject({ refusal: 'not_found' });
    const more = done(rules.withSection(undefined, form)(example));
    expect(done(rules.withoutSection('people')(more))).toEqual(example);
  });
});

describe('questions', () => {
  const at = { section: 'identity' };

  test('are put in, changed and moved, columns of rows as well', () => {
    const more = done(rules.withQuestion(at, asked('village', { place: 2 }))(example));
    expect(questionNames(more, 'identity')?.slice(0, 3)).toEqual(['name_local', 'village', 'name_latin']);
    const moved = done(rules.withQuestion({ ...at, current: 'village' }, asked('hamlet'))(more));
    expect(questionNames(moved, 'identity')?.[0]).toBe('hamlet');
    const within = { ...at, within: 'agents' };
    const column = done(rules.withQuestion(within, asked('agent_place', { place: 9 }))(example));
    const agents = column.sections[0]?.questions.find(({ name }) => name === 'agents');
    expect(agents?.columns?.at(-1)).toEqual({
      name: 'agent_place',
      type: 'text',
      label: { en: 'agent_place' },
    });
    const renamed = done(
      rules.withQuestion({ ...at, current: 'agents' }, asked('helpers', { type: 'rows' }))(column),
    );
    expect(renamed.sections[0]?.questions[0]?.columns).toEqual(agents?.columns);
    expect(done(rules.withoutQuestion({ ...within, current: 'agent_place' })(column))).toEqual(example);
  });

  test.each<[string, rules.Place, Question & { place: number }, string]>([
    ['a name of another question', at, asked('truth'), 'name_taken'],
    ['a name of a column', at, asked('workers'), 'name_taken'],
    ['a section that is not there', { section: 'nowhere' }, asked('a'), 'not_found'],
    ['rows that are not there', { ...at, within: 'country' + 's' }, asked('a'), 'not_found'],
    ['a question that is not there', { ...at, current: 'nobody' }, asked('a'), 'not_found'],
    ['rows in rows', { ...at, within: 'agents' }, asked('a', { type: 'rows' }), 'rows_in_rows'],
    ['rows that still have columns', { ...at, current: 'agents' }, asked('agents'), 'not_empty'],
  ])('%s is refused', (_what, place, question, refusal) => {
    expect(rules.withQuestion(place, question)(example)).toMatchObject({ refusal });
  });

  test('with columns do not go, nor do those that are not there', () => {
    expect(rules.withoutQuestion({ ...at, current: 'agents' })(example)).toMatchObject({
      refusal: 'not_empty',
    });
    expect(rules.withoutQuestion({ ...at, current: 'nobody' })(example)).toMatchObject({
      refusal: 'not_found',
    });
  });
});

test('lists are put in, changed and taken out', () => {
  const list = { name: 'jobs', codes: [{ code: 'farm', label: { en: 'On a farm' } }] };
  const more = done(rules.withList(undefined, list)(example));
  expect(more.lists.map(({ name }) => name)).toEqual(['ways', 'jobs']);
  const changed = done(rules.withList('ways', { ...list, name: 'means' })(more));
  expect(changed.lists.map(({ name }) => name)).toEqual(['means', 'jobs']);
  expect(rules.withList('ways', list)(more)).toMatchObject({ refusal: 'name_taken' });
  expect(done(rules.withoutList('jobs')(more))).toEqual(example);
  expect(rules.withoutList('jobs')(example)).toMatchObject({ refusal: 'not_found' });
});

test('a language goes only when nothing is written in it', () => {
  const more = done(rules.withTitle({ en: 'Other' }, ['fr', 'ne'])(example));
  expect(more).toMatchObject({ title: { en: 'Other' }, languages: ['en', 'fr', 'ne'] });
  expect(done(rules.withTitle({ en: 'Other' }, ['ne'])(more)).languages).toEqual(['en', 'ne']);
  expect(rules.withTitle({ en: 'Other' }, ['en'])(example)).toMatchObject({ refusal: 'still_written' });
});

describe('a draft', () => {
  const definition = { ...example, title: { ...example.title, en: 'Changed' } };
  const draft: Draft<Questionnaire> = {
    ...{ id: 'd', name: 'example', baseVersion: 1, revision: 3, publishedVersionId: null },
    definition,
  };

  test('is open to whoever saw it as it stands', () => {
    expect(rules.open(draft, 3)).toMatchObject({ ok: true });
    expect(rules.open(draft, 2)).toMatchObject({ refusal: 'saved_meanwhile' });
    expect(rules.open({ ...draft, publishedVersionId: 'example-2' }, 3)).toMatchObject({
      refusal: 'already_published',
    });
    expect(rules.open(undefined, 3)).toMatchObject({ refusal: 'not_found' });
  });

  test('becomes the version after the newest, and nothing else', () => {
    const published = done(rules.publish(draft, 3, example));
    expect(published).toEqual({ ...definition, version: 2, id: 'example-2' });
    expect(rules.publish(draft, 3, { ...example, version: 2 })).toMatchObject({ refusal: 'newer_version' });
    expect(rules.publish(draft, 2, example)).toMatchObject({ refusal: 'saved_meanwhile' });
    expect(rules.publish({ ...draft, definition: example }, 3, example)).toMatchObject({
      refusal: 'unchanged',
    });
    expect(
      rules.publish({ ...draft, definition: { ...definition, sections: [] } }, 3, example),
    ).toMatchObject({
      refusal: 'faulty',
    });
  });

  test('says what is wrong with it, and with what', () => {
    expect(rules.faultsIn(example)).toEqual([]);
    const broken = done(
      rules.withQuestion(
        { section: 'money' },
        asked('more', { relevant: "${nobody} = 'x'", required: 'and and', type: 'choice', list: 'planets' }),
      )(example),
    );
    expect(rules.faultsIn(broken).map(({ of }) => of)).toEqual(['more', 'more', 'more']);
    expect(rules.faultsIn(broken).map(({ message }) => message)[1]).toContain('nothing is called nobody');
    expect(rules.faultsIn({ ...example, sections: [] })).toEqual([{ message: 'There is no section yet' }]);
    const hollow = { ...example, lists: [], sections: [{ name: 'a', title: { en: 'A' }, questions: [] }] };
    expect(rules.faultsIn(hollow)).toEqual([{ of: 'a', message: 'Section a asks nothing yet' }]);
  });

  test('is compared with what it was begun from', () => {
    const at = { section: 'identity' };
    const more = done(rules.withQuestion(at, asked('village'))(example));
    const less = done(rules.withoutQuestion({ ...at, current: 'contact' })(more));
    const other = done(
      rules.withQuestion({ ...at, within: 'agents', current: 'workers' }, asked('workers'))(less),
    );
    expect(rules.changesBetween(example, other)).toEqual({
      ...{ added: ['village'], removed: ['contact'], changed: ['workers'] },
    });
    expect(rules.changesBetween(example, example)).toEqual({ added: [], removed: [], changed: [] });
  });
});
