import { sql } from 'kysely';

import { withdrawApplication } from '#app/features/applications/commands.server.ts';
import {
  closeAbandoned,
  abortAudit,
  recordRefusal,
} from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { returnReport } from '#app/features/audits/report/commands/return-report.server.ts';
import { answerObjection } from '#app/features/audits/team/objections/commands/answer-objection.server.ts';
import { objectToMember } from '#app/features/audits/team/objections/commands/object.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { putAbandonedAudit } from '#app/features/certificates/decisions/commands/put-abandoned.server.ts';
import { refusalText as decisionText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { done, fieldwork, notified, reported } from '#tests/support/factories/audits.ts';

import {
  leftTeam,
  ofTeam,
  thing,
  ties,
  unapproved,
  type Bar,
  type Given,
  type On,
  type Thing,
} from './table.ts';

const reason = { reason: 'Seven days of notice were given, and nobody opened.' };
const put = { note: 'The office was locked on both days, and nobody opened.' };
const dismissed = { outcome: 'dismissed' as const, reasons: 'That agency is no competitor of yours.' };
const by = ({ given, now }: On) => ({ db: given.db, now });

async function objected(given: Given) {
  const id = await notified(given, 'stage1');
  const form = { member: given.lead.accountId, reasons: 'She worked for our competitor.' };
  return { id, auditId: id, about: done(await objectToMember(given.as(given.recruiter), id, form)).id };
}
async function refused(given: Given) {
  const id = await notified(given, 'stage1');
  done(await recordRefusal(given.as(given.lead), id, reason));
  return { id, auditId: id };
}
async function brokenOff(given: Given) {
  const id = await fieldwork(given);
  done(await abortAudit(given.as(given.lead), id, { reason: 'obstruction', note: reason.reason }));
  return { id, auditId: id };
}
async function inReview(given: Given) {
  const { id } = await reported(given, ['minor']);
  return { id, auditId: id };
}

const answers = (who: 'officer' | 'reviewer') =>
  thing({
    who,
    ready: objected,
    bars: ties('answerer_tied', 'nobody with a tie to the recruiter answers its objection'),
    act: (on, actor) => answerObjection({ ...by(on), actor }, on.matter.id, on.matter.about ?? '', dismissed),
    page: ({ id, about = '' }) => `/audits/${id}/objections/${about}/answer`,
    form: dismissed,
    raw: (
      { matter },
      person,
    ) => sql`insert into audit_objection_answer (objection_id, outcome, reasons, answered_at, answered_by)
      values (${matter.about}, 'dismissed', 'Not of any weight at all.', '2026-03-01T09:00:00Z', ${person})`,
    words: refusalText,
  });

/** Taken back by the recruiter: of what goes on, the panel alone says what follows. */
const leaves = (ready: (given: Given) => Promise<{ id: string; auditId: string }>) =>
  async function left(given: Given) {
    const matter = await ready(given);
    done(await withdrawApplication(given.as(given.recruiter), given.applicationId));
    return matter;
  };

const puts = (ready: (given: Given) => Promise<{ id: string; auditId: string }>) =>
  thing({
    who: 'officer',
    ready: async (given) => {
      const matter = await ready(given);
      await given.work();
      return matter;
    },
    bars: ties('tied', 'an officer without a tie puts it before the panel'),
    act: (on, actor) => putAbandonedAudit({ ...by(on), actor }, on.matter.id, put),
    page: ({ id }) => `/audits/${id}/put-before-panel`,
    form: put,
    raw: ({ matter }, person) => sql`insert into decision_matter
      (kind, application_id, organisation_id, about, quorum, opened_at, due_on, audit_id, asked_by)
      select 'abandoned_audit', application_id, organisation_id, ${put.note}, 1, '2026-03-01T09:00:00Z', '2026-03-31', id, ${person}
      from audit where id = ${matter.id}`,
    words: decisionText,
  });

const follows = (ready: (given: Given) => Promise<{ id: string; auditId: string }>) =>
  thing({
    who: 'officer',
    ready: leaves(ready),
    bars: ties('tied_officer', 'an officer without a tie'),
    act: (on, actor) => closeAbandoned({ ...by(on), actor }, on.matter.id, reason),
    page: ({ id }) => `/audits/${id}/follow-up`,
    form: reason,
    raw: ({ matter }, person) => sql`update audit set state = 'closed', closed_at = '2026-03-01T09:00:00Z',
      follow_up_note = 'Nothing follows.', followed_up_by = ${person} where id = ${matter.id}`,
    words: refusalText,
  });

/** Whoever reviews a report was not on its team, nor left it, and has no tie. */
const reviewing = (says: { tied: string; team: string; left: string }): Record<string, Bar> => ({
  ...ties('reviewer_tied', says.tied),
  ...ofTeam('reviewer_on_team', says.team),
  'who left the team': { had: leftTeam, refusal: 'reviewer_on_team', says: says.left },
  ...unapproved,
});

export const ofAudits: Record<string, Thing> = {
  'an officer answers an objection to the team': answers('officer'),
  'a reviewer answers an objection to the team': answers('reviewer'),
  'an officer puts an audit that was refused before the panel': puts(refused),
  'an officer puts an audit that was broken off before the panel': puts(brokenOff),
  'an officer says what follows from a refused audit': follows(refused),
  'an officer says what follows from an audit that was broken off': follows(brokenOff),
  'a reviewer sends a report back': thing({
    who: 'reviewer',
    ready: inReview,
    bars: reviewing({
      tied: 'neither on the team nor tied',
      team: 'neither on the team nor tied',
      left: 'neither on the team nor tied',
    }),
    act: (on, actor) => returnReport({ ...by(on), actor }, on.matter.id, reason),
    page: ({ id }) => `/audits/${id}/return`,
    form: reason,
    raw: ({ matter }, person) => sql`update audit set state = 'report_draft', review_note = 'Which payee?',
      returned_at = '2026-03-01T09:00:00Z', returned_by = ${person} where id = ${matter.id}`,
    words: refusalText,
  }),
  'a reviewer approves a report': thing({
    who: 'reviewer',
    ready: inReview,
    bars: reviewing({
      tied: 'nobody with a tie to the recruiter reviews its report',
      team: 'a technical reviewer was not on the audit team',
      left: 'nobody reviews what they had a part in',
    }),
    act: (on, actor) => approveReport({ ...by(on), actor }, on.matter.id, { note: '', revision: 1 }),
    page: ({ id }) => `/audits/${id}/review`,
    form: { note: '', revision: '1' },
    raw: (
      { matter },
      person,
    ) => sql`update audit set state = 'report_final', reviewed_at = '2026-03-01T09:00:00Z',
      reviewed_by = ${person} where id = ${matter.id}`,
    words: refusalText,
  }),
};
