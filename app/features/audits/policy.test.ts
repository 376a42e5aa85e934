import { describe, expect, test } from 'vitest';

import { roles, type Actor } from '#app/platform/scope.ts';

import {
  isAuditorOf,
  isHouse,
  mayAnswer,
  mayAudit,
  mayDeclare,
  mayGrade,
  mayLead,
  mayReview,
} from './policy.ts';

const audited = {
  auditBodyId: 'body',
  organisationId: 'agency',
  team: [
    { accountId: 'lead', role: 'lead_auditor' as const },
    { accountId: 'member', role: 'auditor' as const },
  ],
};

const everyone = (accountId: string, organisationId: string): Actor[] => [
  ...roles.map((kind) => ({ kind, accountId, organisationId })),
  { kind: 'visitor' },
  { kind: 'system' },
];
const admitted = (
  may: (actor: Actor, record: typeof audited) => boolean,
  accountId: string,
  organisationId: string,
) =>
  everyone(accountId, organisationId)
    .filter((actor) => may(actor, audited))
    .map(({ kind }) => kind);

describe('of all kinds of actor', () => {
  test.each([
    ['mayAudit', mayAudit, 'member', 'body', ['auditor']],
    ['mayAudit, not on the team', mayAudit, 'other', 'body', []],
    ['mayAudit, of another body', mayAudit, 'member', 'elsewhere', []],
    ['mayDeclare', mayDeclare, 'member', 'body', ['auditor']],
    ['mayLead', mayLead, 'lead', 'body', ['auditor']],
    ['mayLead, as a member', mayLead, 'member', 'body', []],
    ['mayReview', mayReview, 'other', 'body', ['reviewer']],
    ['mayReview, of another body', mayReview, 'other', 'elsewhere', []],
    ['mayGrade', mayGrade, 'member', 'body', ['auditor', 'reviewer']],
    ['mayGrade, not on the team', mayGrade, 'other', 'body', ['reviewer']],
    ['mayGrade, of another body', mayGrade, 'member', 'elsewhere', []],
    ['mayAnswer', mayAnswer, 'owner', 'agency', ['recruiter']],
    ['mayAnswer, of another agency', mayAnswer, 'owner', 'elsewhere', []],
    ['isHouse', isHouse, 'lead', 'body', ['system']],
  ] as const)('%s', (...[, may, accountId, organisationId, kinds]) => {
    expect(admitted(may, accountId, organisationId)).toEqual(kinds);
  });

  test('isAuditorOf asks for the body', () => {
    const auditor = { kind: 'auditor', accountId: 'x', organisationId: 'body' } as const;
    expect([isAuditorOf(auditor, 'body'), isAuditorOf(auditor, 'elsewhere')]).toEqual([true, false]);
  });
});
