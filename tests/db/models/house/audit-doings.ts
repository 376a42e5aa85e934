import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { recordReadiness } from '#app/features/audits/fieldwork/commands/record-readiness.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { judgeEffectiveness } from '#app/features/audits/findings/effectiveness/commands.server.ts';
import { lookAtObservation } from '#app/features/audits/findings/observations/commands.server.ts';
import { listObservations } from '#app/features/audits/findings/observations/queries.server.ts';
import { listPastFindings } from '#app/features/audits/findings/effectiveness/queries.server.ts';
import {
  abortAudit,
  closeAbandoned,
  recordRefusal,
} from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { returnReport } from '#app/features/audits/report/commands/return-report.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { findDraft } from '#app/features/audits/report/queries.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { putAbandonedAudit } from '#app/features/certificates/decisions/commands/put-abandoned.server.ts';
import type { Grade } from '#app/features/scheme/model.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { cancelling, assessAll, fewHeard, noConflict, plan } from '#tests/support/factories/audits.ts';
import { fewWorkers, smallAgency } from '#tests/support/factories/ground.ts';
import { report } from '#tests/support/factories/report-words.ts';

import { who, type Doing, type Hands } from './hands.ts';

const reason = { reason: 'The recruiter asked for it, and it is well founded.' };
const nothing = { ok: false };

type Person = 'lead' | 'reviewer' | 'recruiter' | 'officer';
type Scope<P extends Person> = { db: Hands['db']; now: Date; actor: Hands['people'][P] };
type OnAudit<P extends Person> = (
  scope: Scope<P>,
  id: string,
  how: { hands: Hands; pick: number; wrong: boolean },
) => Promise<{ ok: boolean }>;

/** On the audit that was scheduled last. */
const onAudit =
  <P extends Person>(person: P, act: OnAudit<P>): Doing =>
  async (hands, how) => {
    const id = hands.rows.audits.at(-1)?.id;
    if (!id) return nothing;
    const scope = { db: hands.db, now: how.now, actor: who(hands, how)[person] };
    return act(scope, id, { hands, ...how });
  };

const stage =
  (type: 'stage1' | 'stage2'): Doing =>
  (hands, how) => {
    const scope = { db: hands.db, now: how.now, actor: who(hands, how).lead };
    return scheduleAudit(scope, hands.applicationId, { type, colleagues: [] });
  };

/** An entry of the programme nothing was made of yet; one that is not open yet is found, too. */
const entryOf = async ({ db, rows }: Hands, type: 'special' | 'recertification') => {
  const entry = await db
    .selectFrom('audit_programme_entry as entry')
    .leftJoin('audit', 'audit.id', 'entry.audit_id')
    .select('entry.id')
    .where('entry.certificate_id', '=', rows.certificates.at(-1)?.id ?? '')
    .where('entry.type', '=', type)
    .where('entry.dropped_at', 'is', null)
    .where((where) =>
      where.or([
        where('entry.audit_id', 'is', null),
        where('audit.state', 'in', ['cancelled', 'aborted', 'refused_by_auditee']),
        where('audit.aborted_at', 'is not', null),
        where('audit.refused_at', 'is not', null),
      ]),
    )
    .orderBy('entry.due_on')
    .executeTakeFirst();
  return entry?.id;
};

const fromProgramme =
  (type: 'special' | 'recertification'): Doing =>
  async (hands, how) => {
    const { db, rows } = hands;
    const certificate = rows.certificates.at(-1);
    if (!certificate) return nothing;
    const people = who(hands, how);
    const known = await entryOf(hands, type);
    if (type === 'special' && !known) {
      const officer = { db, now: how.now, actor: people.officer };
      const ordered = await orderAudit(officer, certificate.id, {
        ...{
          type,
          trigger: 'critical_complaint',
          noticeType: 'announced',
          dueOn: addDays(dayOf(how.now), 20 + rows.audits.length),
        },
        grounds: 'A newspaper wrote of fees in the agency.',
      });
      if (!ordered.ok) return ordered;
    }
    const entry = known ?? (await entryOf(hands, type));
    const lead = { db, now: how.now, actor: people.lead };
    return entry ? scheduleProgrammeAudit(lead, entry, { colleagues: [] }) : nothing;
  };

const raise = (grade: Grade) =>
  onAudit('lead', (scope, id, { hands: { codes, rows } }) =>
    raiseFinding(scope, id, codes[rows.findings.length % codes.length] ?? '', {
      grade,
      statement: `The cost schedule names no payee, case ${rows.findings.length}.`,
      evidence: 'Schedule of 3 January, seen on paper.',
      gradingReasons: 'One schedule of forty, put right while we were there.',
    }),
  );

/** Findings of before in the order in which they were raised, as the model counts them. */
const judge = (effective: 'yes' | 'no') =>
  onAudit('lead', async (scope, auditId, { hands: { rows, organisationId }, pick }) => {
    const past = await listPastFindings(scope.db, { id: auditId, organisationId });
    const open = new Set(past.filter(({ judged }) => judged === null).map(({ id }) => id));
    const order = rows.findings.filter(({ id }) => open.has(id));
    const findingId = order[pick % order.length]?.id;
    if (!findingId) return nothing;
    const note = 'Asked again, and seen in the books of the year.';
    return judgeEffectiveness(scope, { auditId, findingId }, { effective, note });
  });

/** In the same order. */
const look = (answer: 'gone' | 'still') =>
  onAudit('lead', async (scope, auditId, { hands: { rows, organisationId }, pick }) => {
    const seen = await listObservations(scope.db, { id: auditId, organisationId });
    const open = new Set(seen.filter(({ looked }) => looked === null).map(({ id }) => id));
    const order = rows.findings.filter(({ id }) => open.has(id));
    const findingId = order[pick % order.length]?.id;
    if (!findingId) return nothing;
    return lookAtObservation(scope, { auditId, findingId }, { answer, note: 'Looked at again on site.' });
  });

const revisionOf = async ({ db }: Pick<Hands, 'db'>, id: string) => (await findDraft(db, id))?.revision ?? 0;

const readiness = (outcome: 'ready' | 'not_ready') =>
  onAudit('lead', (scope, id) =>
    recordReadiness(scope, id, {
      readiness: outcome,
      summary: 'The papers were read, and this is what they say.',
    }),
  );

const abort = (because: 'obstruction' | 'safety') =>
  onAudit('lead', (scope, id) => abortAudit(scope, id, { reason: because, note: reason.reason }));

export const auditDoings = {
  'stage 1': stage('stage1'),
  'stage 2': stage('stage2'),
  special: fromProgramme('special'),
  recertify: fromProgramme('recertification'),
  declare: onAudit('lead', (scope, id) => declareConflict(scope, id, noConflict)),
  plan: onAudit('lead', async (scope, id) => {
    const sample = await planSample(scope, id, fewWorkers);
    if (!sample.ok) return sample;
    const days = await calculateDays(scope, id, smallAgency);
    const startsOn = dayOf(scope.now);
    // The walk may be past the last day of what was ordered.
    const when = {
      startsOn,
      endsOn: addDays(startsOn, 2),
      lateReasons: 'The team was needed elsewhere before.',
    };
    return days.ok ? planAudit(scope, id, { ...plan, ...when }) : days;
  }),
  notify: onAudit('lead', (scope, id) => notifyAudit(scope, id, reason)),
  start: onAudit('lead', (scope, id) => startAudit(scope, id)),
  'raise critical': raise('critical'),
  'raise major': raise('major'),
  'raise minor': raise('minor'),
  'raise observation': raise('observation'),
  lasted: judge('yes'),
  'did not last': judge('no'),
  gone: look('gone'),
  'still so': look('still'),
  'close fieldwork': onAudit('lead', async (scope, id, { hands: { given }, wrong }) => {
    // Rows at once: the trigger of the table lets them in during fieldwork alone, and once.
    if (!wrong) await assessAll(given, id).catch(() => undefined);
    return closeFieldwork(scope, id, fewHeard);
  }),
  ready: readiness('ready'),
  'not ready': readiness('not_ready'),
  send: onAudit('lead', async (scope, id) => {
    const saved = await saveReport(scope, id, { ...report, revision: await revisionOf(scope, id) });
    return saved.ok ? sendReport(scope, id) : saved;
  }),
  'end check': onAudit('recruiter', (scope, id) => endFactCheck(scope, id)),
  approve: onAudit('reviewer', async (scope, id) =>
    approveReport(scope, id, { note: '', revision: await revisionOf(scope, id) }),
  ),
  'return report': onAudit('reviewer', (scope, id) => returnReport(scope, id, reason)),
  cancel: onAudit('lead', (scope, id) => cancelAudit(scope, id, cancelling)),
  'refuse audit': onAudit('lead', (scope, id) => recordRefusal(scope, id, reason)),
  abort: abort('obstruction'),
  'abort for safety': abort('safety'),
  'put audit': onAudit('officer', (scope, id) => putAbandonedAudit(scope, id, { note: reason.reason })),
  'follow up': onAudit('officer', (scope, id) => closeAbandoned(scope, id, reason)),
} satisfies Record<string, Doing>;
