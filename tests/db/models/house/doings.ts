import { sql } from 'kysely';

import { decideAppeal, lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import { withdrawApplication } from '#app/features/applications/commands.server.ts';
import {
  rejectEvidence,
  verifyEvidence,
} from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { acceptPlan, returnPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { answerContainment } from '#app/features/audits/findings/containment/commands.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import { answerDispute, disputeFinding } from '#app/features/audits/findings/disputes/commands.server.ts';
import { askForLift } from '#app/features/certificates/decisions/commands/ask-lift.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { leaveCertificate } from '#app/features/certificates/exit/commands.server.ts';
import { reduceScope } from '#app/features/certificates/scope/commands.server.ts';
import * as certificates from '#app/features/certificates/status-commands.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { aPerson } from '#tests/support/factories/audits.ts';
import { ballotOn, grant, noInterest, refusal } from '#tests/support/factories/certificates.ts';
import {
  closing,
  contained,
  correctiveAction,
  evidence,
  seen,
} from '#tests/support/factories/corrections.ts';

import { auditDoings } from './audit-doings.ts';
import { who, type Doing, type Hands } from './hands.ts';
import type { Act } from './steps.ts';

const note = { note: 'The officer wrote down why, at some length.' };
const reason = 'This is what two of us have seen.';
const nothing = { ok: false };

const onFinding =
  <P extends 'lead' | 'reviewer' | 'recruiter'>(
    person: P,
    act: (
      scope: { db: Hands['db']; now: Date; actor: Hands['people'][P] },
      id: string,
      rounds: Record<'plans' | 'proofs' | 'said', { round: number }>,
    ) => Promise<{ ok: boolean }>,
  ): Doing =>
  async (hands, how) => {
    const { db, rows } = hands;
    const finding = rows.findings[how.pick % rows.findings.length];
    if (!finding) return nothing;
    const { rows: rounds } = await sql<{ plans: number; proofs: number; said: number }>`
      select (select count(*)::integer from finding_containment where finding_id = ${finding.id}) as said,
        (select count(*)::integer from corrective_action_plan where finding_id = ${finding.id}) as plans,
        (select count(*)::integer from finding_evidence where finding_id = ${finding.id}) as proofs`.execute(
      db,
    );
    const [plans, proofs] = [{ round: rounds[0]?.plans ?? 0 }, { round: rounds[0]?.proofs ?? 0 }];
    const said = { round: rounds[0]?.said ?? 0 };
    const scope = { db, now: how.now, actor: who(hands, how)[person] };
    return act(scope, finding.id, { plans, proofs, said });
  };

const findingDoings = {
  contain: onFinding('recruiter', (scope, id) => contained(scope, id)),
  'believe it': onFinding('lead', (scope, id, { said }) =>
    answerContainment(scope, id, { ...said, outcome: 'contained' }),
  ),
  'not stopped': onFinding('lead', (scope, id, { said }) =>
    answerContainment(scope, id, { ...said, outcome: 'not_contained', reason }),
  ),
  dispute: onFinding('recruiter', (scope, id) =>
    disputeFinding(scope, id, { statement: 'The payee stands on the second page.' }),
  ),
  'keep finding': onFinding('reviewer', (scope, id) => answerDispute(scope, id, { outcome: 'kept', reason })),
  'drop finding': onFinding('reviewer', (scope, id) =>
    answerDispute(scope, id, { outcome: 'withdrawn', reason }),
  ),
  'send plan': onFinding('recruiter', (scope, id) =>
    submitPlan(scope, id, { ...correctiveAction, targetOn: dayOf(scope.now) }),
  ),
  'accept plan': onFinding('lead', (scope, id, { plans }) => acceptPlan(scope, id, plans)),
  'return plan': onFinding('lead', (scope, id, { plans }) => returnPlan(scope, id, { ...plans, reason })),
  prove: onFinding('recruiter', (scope, id) => submitEvidence(scope, id, evidence)),
  verify: onFinding('lead', (scope, id, { proofs }) =>
    verifyEvidence(scope, id, seen('on_site', proofs.round, scope.now)),
  ),
  reject: onFinding('lead', (scope, id, { proofs }) => rejectEvidence(scope, id, { ...proofs, reason })),
  'close finding': onFinding('reviewer', (scope, id) => closeFinding(scope, id, closing)),
  'raised in error': onFinding('lead', (scope, id) => withdrawFinding(scope, id, { reason })),
} satisfies Partial<Record<Act, Doing>>;

/** Whoever decided before does not decide again: each vote is another member's. */
const freshOf = ({ db, people }: Hands, role: 'decider' | 'officer') =>
  aPerson(db, { kind: 'scheme', id: people.officer.organisationId }, role);

const vote =
  (form: typeof grant | typeof refusal): Doing =>
  async (hands, { now, pick, wrong }) => {
    const { db, rows, others } = hands;
    const matter = rows.matters[pick % rows.matters.length];
    if (!matter) return nothing;
    const decider = { ...(await freshOf(hands, 'decider')), kind: 'decider' as const };
    const scope = { db, now, actor: wrong ? others.decider : decider };
    const declared = await declareInterest(scope, matter.id, noInterest);
    if (!declared.ok) return declared;
    // Nothing is granted on an audit that was not carried out: it is planned anew.
    const again = matter.kind === 'abandoned_audit' && form.vote === 'grant';
    const cast = again ? { ...form, vote: 'return' as const } : form;
    return castVote(scope, matter.id, await ballotOn(scope, matter.id, cast));
  };

const answerAppeal =
  (outcome: 'upheld' | 'dismissed'): Doing =>
  async (hands, { now, wrong }) => {
    const { db, applicationId, others } = hands;
    const appeal = await db
      .selectFrom('application_appeal')
      .select('id')
      .where('application_id', '=', applicationId)
      .orderBy('lodged_at', 'desc')
      .executeTakeFirst();
    if (!appeal) return nothing;
    const decider = { ...(await freshOf(hands, 'decider')), kind: 'decider' as const };
    const scope = { db, now, actor: wrong ? others.decider : decider };
    return decideAppeal(scope, appeal.id, { outcome, reasons: 'The package does show what was missed.' });
  };

const applicationDoings = {
  appeal: (hands, how) => {
    const scope = { db: hands.db, now: how.now, actor: who(hands, how).recruiter };
    return lodgeAppeal(scope, hands.applicationId, {
      grounds: 'The panel read the wrong schedule of costs.',
    });
  },
  uphold: answerAppeal('upheld'),
  dismiss: answerAppeal('dismissed'),
  'leave scheme': (hands, how) => {
    const scope = { db: hands.db, now: how.now, actor: who(hands, how).recruiter };
    return withdrawApplication(scope, hands.applicationId);
  },
} satisfies Partial<Record<Act, Doing>>;

const byOfficer =
  (
    act: (
      scope: { db: Hands['db']; now: Date; actor: Hands['people']['officer'] },
      id: string,
    ) => Promise<{ ok: boolean }>,
  ): Doing =>
  async (hands, how) => {
    const certificate = hands.rows.certificates.at(-1);
    if (!certificate) return nothing;
    return act({ db: hands.db, now: how.now, actor: who(hands, how).officer }, certificate.id);
  };

const certificateDoings = {
  // A special audit could be named only once it was told.
  watch: byOfficer((scope, id) =>
    certificates.watchCertificate(scope, id, { reasonClass: 'open_major_finding', ...note }),
  ),
  clear: byOfficer((scope, id) => certificates.clearCertificate(scope, id, note)),
  suspend: byOfficer((scope, id) =>
    certificates.suspendCertificate(scope, id, { reasonClass: 'claims_misused', ...note }),
  ),
  lift: byOfficer((scope, id) => certificates.liftSuspension(scope, id, note)),
  revoke: byOfficer((scope, id) =>
    certificates.withdrawCertificate(scope, id, { reasonClass: 'fraud', ...note }),
  ),
  'reduce scope': byOfficer((scope, id) =>
    reduceScope(scope, id, { corridors: [], sectors: [], offices: ['Kathmandu'], ...note }),
  ),
  'ask lift': byOfficer((scope, id) => askForLift(scope, id, note)),
  pause: (hands, how) => {
    const scope = { db: hands.db, now: how.now, actor: who(hands, how).recruiter };
    return leaveCertificate(scope, 'suspend', note);
  },
} satisfies Partial<Record<Act, Doing>>;

export const doings: Record<Act, Doing> = {
  ...auditDoings,
  ...findingDoings,
  ...applicationDoings,
  ...certificateDoings,
  grant: vote(grant),
  'refuse grant': vote(refusal),
};
