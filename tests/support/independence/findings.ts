import { sql } from 'kysely';

import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { answerDispute, disputeFinding } from '#app/features/audits/findings/disputes/commands.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { done, issued } from '#tests/support/factories/audits.ts';
import { closing, verified } from '#tests/support/factories/corrections.ts';
import type { Part } from '#tests/support/factories/parts.ts';

import { leftTeam, ofTeam, thing, ties, unapproved, type Given, type On, type Thing } from './table.ts';

const reason = 'The procedure itself is followed, three clerks slipped.';
const by = ({ given, now }: On) => ({ db: given.db, now });

async function aMajor(given: Given) {
  const { id, finding } = await issued(given, 'major');
  return { id: finding, auditId: id };
}
async function toClose(given: Given) {
  const matter = await aMajor(given);
  await verified(given, matter.id);
  return matter;
}
async function contested(given: Given) {
  const matter = await aMajor(given);
  const statement = 'The receipt is of another firm, as its head shows.';
  done(await disputeFinding(given.as(given.recruiter), matter.id, { statement }));
  return matter;
}
async function regraded(given: Given) {
  const matter = await aMajor(given);
  done(await proposeRegrade(given.as(given.lead), matter.id, { grade: 'minor', reason }));
  return matter;
}

/** Of the one finding of the audit. */
const onIt =
  (column: 'raised_by' | 'verified_by'): Part =>
  ({ auditId }, person) =>
    `update finding set ${column} = '${person}' where audit_id = '${auditId}'`;
const proposed: Part = ({ auditId }, person) =>
  `update finding_regrade set proposed_by = '${person}' where finding_id in (select id from finding where audit_id = '${auditId}')`;

const independent = 'who was not at the audit and has no tie';
const untied = 'without a tie to the recruiter';

const answersGrade = (outcome: 'approved' | 'dismissed') =>
  thing({
    who: 'reviewer',
    ready: regraded,
    bars: {
      ...ties('tied_to_recruiter', untied),
      ...unapproved,
      'who proposed the grade': { had: proposed, refusal: 'own_regrade', says: 'finding_regrade' },
    },
    act: (on, actor) =>
      answerRegrade({ ...by(on), actor }, on.matter.id, { grade: 'minor', outcome, reason }),
    page: ({ id }) => `/findings/${id}/regrade/answer`,
    form: { grade: 'minor', outcome, reason },
    raw: (
      { matter },
      person,
    ) => sql`update finding_regrade set outcome = ${outcome}, answer_reason = ${reason},
      answered_at = '2026-03-01T09:00:00Z', answered_by = ${person} where finding_id = ${matter.id}`,
    words: refusalText,
  });

export const ofFindings: Record<string, Thing> = {
  'a reviewer closes a grave finding': thing({
    who: 'reviewer',
    ready: toClose,
    bars: {
      ...ties('tied_to_recruiter', independent),
      ...unapproved,
      'who raised it': { had: onIt('raised_by'), refusal: 'own_finding', says: independent },
      'who verified it': { had: onIt('verified_by'), refusal: 'same_person', says: 'finding_' },
      ...ofTeam('on_team', independent),
      'who left the team': { had: leftTeam, refusal: 'on_team', says: independent },
    },
    act: (on, actor) => closeFinding({ ...by(on), actor }, on.matter.id, closing),
    page: ({ id }) => `/findings/${id}/close`,
    form: closing,
    raw: (
      { matter },
      person,
    ) => sql`update finding set state = 'closed', closed_at = '2026-03-01T09:00:00Z', closed_by = ${person},
      closing_words = ${closing.words}
      where id = ${matter.id}`,
    words: refusalText,
  }),
  'a second person approves another grade': answersGrade('approved'),
  'a second person dismisses another grade': answersGrade('dismissed'),
  'a second person answers a dispute': thing({
    who: 'reviewer',
    ready: contested,
    bars: {
      ...ties('tied_to_recruiter', untied),
      ...unapproved,
      'who raised it': { had: onIt('raised_by'), refusal: 'own_finding', says: 'finding' },
    },
    act: (on, actor) => answerDispute({ ...by(on), actor }, on.matter.id, { outcome: 'kept', reason }),
    page: ({ id }) => `/findings/${id}/dispute/answer`,
    form: { outcome: 'kept', reason },
    raw: ({ matter }, person) => sql`update finding_dispute set outcome = 'kept', answer_reason = ${reason},
      answered_at = '2026-03-01T09:00:00Z', answered_by = ${person} where finding_id = ${matter.id}`,
    words: refusalText,
  }),
};
