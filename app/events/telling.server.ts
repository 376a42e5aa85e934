import { sql, type ExpressionBuilder } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import type { Actor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { daysTold } from '#db/days-told.ts';
import { hasTie } from '#db/has-tie.ts';

type Where = ExpressionBuilder<Database, 'event'>;

// The builder knows no any().
const isAbout = sql<boolean>`audit.id = any (array_append(event.related, event.subject))`;

/** What the scheme and its programme have ahead of them. */
const ahead = [
  'audit.ordered',
  'audit.carried',
  'audit.draw_asked',
  'audit.drawn',
  'audit.due',
  'audit.not_held',
  'audit.more_time_given',
  'audit.programme_set',
  'audit.risk_grown',
  'audit.programme_returned',
];
/** What the scheme, its programme and the audit body do among themselves; a finding is told when it is issued. */
const behindRecruiters = [
  'application.conflict_declared',
  'application.assigned',
  'tie.declared',
  ...ahead,
  'audit.conflict_declared',
  'audit.itinerary_written',
  'audit.report_started',
  'audit.breakdown_answered',
  'audit.report_submitted',
  'audit.report_returned',
  'audit.observation_looked_at',
  'finding.raised',
  'finding.withdrawn',
  'finding.regrade_proposed',
  'finding.regrade_answered',
];
const ofEffectiveness = ['finding.effectiveness_judged', 'finding.reopened'];

/** Whoever asks is told no more than the record itself would show them; of complaints, only who works on them. */
export const mayTell = (actor: Actor, now: Date) => (where: Where) =>
  actor.kind === 'caseworker'
    ? where.and(notOfChains(where))
    : where.and([
        where('event.type', 'not like', 'complaint.%'),
        ...(actor.kind === 'company' ? [] : notOfChains(where)),
        mayTellOfRecords(actor, now)(where),
      ]);

/** What a company does about its own supply chain is told to that company alone. */
const notOfChains = (where: Where) =>
  ['mitigation.%', 'repayment.%', 'mapping_paper.%', 'supply_policy.%'].map((types) =>
    where('event.type', 'not like', types),
  );

const mayTellOfRecords = (actor: Actor, now: Date) => (where: Where) => {
  switch (actor.kind) {
    case 'recruiter':
      return mayTellRecruiter(where);
    case 'decider':
      return mayTellDecider(where);
    case 'officer':
    case 'reviewer':
    case 'auditor':
      return mayTellTied(where, actor.accountId, dayOf(now));
    default:
      return where.val(true);
  }
};

/** The panel hears of an audit and its findings when its report is final, or its stage 1 has an outcome. */
const mayTellDecider = (where: Where) => {
  const audits = where.selectFrom('audit').select('audit.id');
  return where.and([
    where('event.type', 'not in', ahead),
    where.not(
      where.exists(
        audits.where(isAbout).where('audit.reviewed_at', 'is', null).where('audit.readiness', 'is', null),
      ),
    ),
    where.or([
      where('event.type', '<>', 'application.audit_started'),
      where.exists(
        audits
          .whereRef('audit.application_id', '=', 'event.subject')
          .where((each) =>
            each.or([each('audit.reviewed_at', 'is not', null), each('audit.readiness', 'is not', null)]),
          ),
      ),
    ]),
  ]);
};

/** Who is tied to a recruiter hears of its audit when that begins, or as an announced one is told. */
const mayTellTied = (where: Where, accountId: string, today: string) => {
  const tiedTo = (recruiter: string) => hasTie(accountId, sql.ref(recruiter), today);
  const entry = where
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .select('entry.id')
    .whereRef('entry.id', '=', 'event.subject')
    .where(tiedTo('certificate.organisation_id'));
  const application = where
    .selectFrom('application')
    .select('application.id')
    .whereRef('application.id', '=', 'event.subject')
    .where(tiedTo('application.organisation_id'));
  return where.and([
    where.not(where.exists(daysUntold(where).where(tiedTo('audit.organisation_id')))),
    where.not(where.exists(entry)),
    where.or([
      where('event.type', '<>', 'application.audit_started'),
      where.exists(toldAudit(where)),
      where.not(where.exists(application)),
    ]),
  ]);
};

/** The audit a fact is about, while its recruiter does not know its days. */
const daysUntold = (where: Where) =>
  where
    .selectFrom('audit')
    .select('audit.id')
    .where(isAbout)
    .where(({ not }) => not(daysTold));

/** Of an audit with its notice or when it begins, of a finding from its issue on, and of its application likewise. */
const mayTellRecruiter = (where: Where) =>
  where.and([
    where('event.type', 'not in', behindRecruiters),
    where.not(
      where.exists(
        where
          .selectFrom('audit')
          .select('audit.id')
          .whereRef('audit.id', '=', 'event.subject')
          .where('audit.started_at', 'is', null)
          .where('audit.notified_at', 'is', null),
      ),
    ),
    where.or([where('event.type', '<>', 'application.audit_started'), where.exists(toldAudit(where))]),
    where.not(where.exists(notYetIssued(where))),
    where.or([where('event.type', 'not in', ofEffectiveness), where.not(where.exists(notYetAgain(where)))]),
  ]);

/** An application goes into audit when its first audit is planned, which may be long before its notice. */
const toldAudit = (where: Where) =>
  where
    .selectFrom('audit')
    .select('audit.id')
    .whereRef('audit.application_id', '=', 'event.subject')
    .where((each) =>
      each.or([each('audit.notified_at', 'is not', null), each('audit.started_at', 'is not', null)]),
    );

/** The finding the fact is about, where the fact came before its issue. */
const notYetIssued = (where: Where) =>
  where
    .selectFrom('finding')
    .select('finding.id')
    .whereRef('finding.id', '=', 'event.subject')
    .where((each) =>
      each.or([
        each('finding.issued_at', 'is', null),
        each('event.occurred_at', '<', each.ref('finding.issued_at')),
      ]),
    );

/** A correction that did not last, while the finding that repeats it is not issued. */
const notYetAgain = (where: Where) =>
  where
    .selectFrom('finding_effectiveness as said')
    .leftJoin('finding as again', 'again.id', 'said.reopened_id')
    .select('said.finding_id')
    .whereRef('said.finding_id', '=', 'event.subject')
    .where('said.effective', '=', false)
    .where('again.issued_at', 'is', null);
