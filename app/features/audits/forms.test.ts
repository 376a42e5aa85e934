import { describe, expect, test } from 'vitest';

import { correctiveActionForm, raiseForm, rejectForm } from './findings/forms.ts';
import { closeForm, verifyForm } from './findings/verification/forms.ts';
import { noActionForm } from './findings/no-action/forms.ts';
import { approveForm, reportForm } from './report/forms.ts';
import { assessForm, readinessForm, syncForm } from './fieldwork/forms.ts';
import { declareForm, scheduleForm } from './team/forms.ts';
import { planForm } from './planning/forms.ts';
import { reasonForm } from './forms.ts';

const plan = {
  noticeType: 'announced',
  startsOn: '2026-03-10',
  endsOn: '2026-03-12',
  plan: 'Head office and two branches.',
};
const assessment = { conformity: 'conforms', note: '', evidence: '', revision: '0' };
const action = {
  rootCause: 'Nobody checked it.',
  correction: 'Workers are paid back.',
  correctiveAction: 'Checks every month.',
  preventiveAction: 'All agents asked.',
  owner: 'Mina',
  targetOn: '2026-04-01',
};

const sighting = { round: '2', seen: 'The new schedule hangs there.', seenOn: '2026-03-01' };

describe('a form that is filled in well is taken', () => {
  test.each([
    ['schedule', scheduleForm, { type: 'stage1' }],
    ['declare', declareForm, { conflicted: 'no', statement: 'No ties at all.' }],
    ['plan', planForm, plan],
    ['assess', assessForm, assessment],
    ['readiness', readinessForm, { readiness: 'ready', summary: 'All papers are in order.' }],
    ['report', reportForm, { summary: 'Sound on the whole, some findings.' }],
    ['approve', approveForm, {}],
    ['reason', reasonForm, { reason: 'Evidence is thin.' }],
    [
      'raise',
      raiseForm,
      {
        id: crypto.randomUUID(),
        grade: 'major',
        statement: 'No payee is named.',
        evidence: 'Seen on paper.',
      },
    ],
    ['plan of correction', correctiveActionForm, action],
    ['reject', rejectForm, { round: '1', reason: 'Evidence is thin.' }],
    ['verify on site', verifyForm, { ...sighting, method: 'on_site', place: 'Kathmandu' }],
    ['verify at the desk', verifyForm, { ...sighting, method: 'desk', documents: [crypto.randomUUID()] }],
    [
      'verify by workers',
      verifyForm,
      { ...sighting, method: 'worker_confirmed', confirmed: '4', affected: '9' },
    ],
    ['close', closeForm, { words: 'What was seen on site, in both offices.' }],
  ] as const)('%s', (_name, form, answers) => {
    expect(form.safeParse(answers).success).toBe(true);
  });
});

describe('a form says what to mend, at the field', () => {
  test.each([
    ['a stage nobody knows', scheduleForm, { type: 'stage3' }, ['type']],
    ['a colleague who is no id', scheduleForm, { type: 'stage1', colleagues: ['me'] }, ['colleagues', 0]],
    ['no declaration', declareForm, { statement: 'No ties at all.' }, ['conflicted']],
    ['a last day before the first', planForm, { ...plan, endsOn: '2026-03-09' }, ['endsOn']],
    ['a day that is none', planForm, { ...plan, startsOn: '2026-02-30' }, ['startsOn']],
    ['nonconformity without a note', assessForm, { ...assessment, conformity: 'does_not_conform' }, ['note']],
    ['not applicable without a note', assessForm, { ...assessment, conformity: 'not_applicable' }, ['note']],
    ['a reason of blanks', reasonForm, { reason: '              ' }, ['reason']],
    [
      'a remedy of one word',
      correctiveActionForm,
      { ...action, remedyToWorkers: 'Money' },
      ['remedyToWorkers'],
    ],
    ['no reason for no action', noActionForm, { noActionReason: 'No need.' }, ['noActionReason']],
    ['no target day', correctiveActionForm, { ...action, targetOn: '' }, ['targetOn']],
    ['a round nobody sent', rejectForm, { round: '0', reason: 'Evidence is thin.' }, ['round']],
    ['a method nobody knows', verifyForm, { ...sighting, method: 'guess' }, ['method']],
    ['a desk without a document', verifyForm, { ...sighting, method: 'desk' }, ['documents']],
    ['a visit to nowhere', verifyForm, { ...sighting, method: 'on_site' }, ['place']],
    [
      'nobody who confirms',
      verifyForm,
      { ...sighting, method: 'worker_confirmed', affected: '9' },
      ['confirmed'],
    ],
    ['a closing without words', closeForm, { words: 'Fine.' }, ['words']],
  ] as const)('%s', (_why, form, answers, path) => {
    expect(form.safeParse(answers).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

test('a declaration becomes a fact, a colleague list is never missing', () => {
  expect(declareForm.parse({ conflicted: 'yes', statement: 'My cousin owns it.' }).conflicted).toBe(true);
  expect(scheduleForm.parse({ type: 'stage1' }).colleagues).toEqual([]);
});

describe('edits of a device', () => {
  const edit = {
    ...{ id: crypto.randomUUID(), seq: 1, kind: 'assess', code: '1.1.2', conformity: 'conforms' },
    ...{ note: 'Seen', evidence: '', base: 0, madeAt: '2026-03-01T09:00:00Z' },
  };
  const read = (change: object) =>
    syncForm.parse({ device: crypto.randomUUID(), operations: [{ ...edit, ...change }] }).operations[0];

  test('are read with texts of any length: the rule turns away one of them, and not all that came with it', () => {
    expect(read({ note: 'a'.repeat(100_000) })).toMatchObject({ note: 'a'.repeat(100_000) });
    expect(read({ note: ' Seen\0 there ' })).toMatchObject({ note: 'Seen there' });
  });

  test('are read whatever the clock of the device says', () => {
    expect(read({})?.madeAt).toEqual(new Date('2026-03-01T09:00:00Z'));
    for (const madeAt of ['+012026-03-01T09:00:00.000Z', '0001-01-01T00:00:00Z', 'yesterday'])
      expect(read({ madeAt })?.madeAt).toEqual(new Date(0));
  });
});
