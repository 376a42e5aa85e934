import { tellDueAudits } from '#app/features/audits/programme/commands/tell-due.server.ts';
import { orderForComplaints } from '#app/features/audits/programme/commands/order-for-complaint.server.ts';
import { tellNotHeld } from '#app/features/audits/programme/late/commands.server.ts';
import { issueAnnualLevies } from '#app/features/billing/commands.server.ts';
import { remindOfInvoices } from '#app/features/billing/ledger/commands.server.ts';
import { reconcileCheckouts } from '#app/features/billing/stripe/commands.server.ts';
import {
  discardIdleDrafts,
  expireDeferrals,
  lapseApplications,
  lapseInAudit,
  remindOfApplications,
} from '#app/features/applications/clocks/commands.server.ts';
import {
  endPostponements,
  tellEndingPostponements,
} from '#app/features/audits/planning/postponement/commands.server.ts';
import { tellDueRemedies } from '#app/features/audits/remedy/clock/commands.server.ts';
import { tellLateAnswers, tellLateReports } from '#app/features/audits/delays/commands.server.ts';
import { runOnDisputes } from '#app/features/audits/findings/disputes/commands.server.ts';
import {
  escalateOverdue,
  escalateUnpaid,
  failAudits,
} from '#app/features/audits/findings/clocks/commands.server.ts';
import { carryOutFactorResets } from '#app/features/accounts/factors/reset-commands.server.ts';
import { forgetOldLinks } from '#app/features/accounts/links/links.server.ts';
import { deleteExpiredSessions } from '#app/features/accounts/sessions/commands.server.ts';
import { tellDueAppeals } from '#app/features/certificates/appeals/clock.server.ts';
import { tellDueConditions } from '#app/features/certificates/decisions/conditions/clock.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { warnOfEndingApprovals } from '#app/features/bodies/approvals/clock.server.ts';
import { warnOfEndingAuditors } from '#app/features/bodies/auditors/clock.server.ts';
import { publishAll } from '#app/features/credentials/house.server.ts';
import { warnOfEndingLicences } from '#app/features/licences/clock.server.ts';
import { drawReports } from '#app/features/audits/report/final.server.ts';
import { destroyKept } from '#app/features/audits/interviews/away/destroy-kept.server.ts';
import { destroyIdentities } from '#app/features/audits/interviews/commands/destroy-identities.server.ts';
import { endFactChecks } from '#app/features/audits/report/commands/check-facts.server.ts';
import { forgetOldLists } from '#app/features/register/verifications/lists/forget.server.ts';
import { forgetOldNotices } from '#app/features/watching/forget.server.ts';
import { makeDigests } from '#app/features/watching/mails/digests.server.ts';
import { buildDump } from '#app/features/register/dump/commands.server.ts';
import { readNames } from '#app/features/register/search/read-names.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { eraseComplaints } from '#app/features/workers/complaints/clocks/erase.server.ts';
import { tellLateComplaints } from '#app/features/workers/complaints/clocks/late.server.ts';
import { publishComplaintLog } from '#app/features/workers/complaints/log/commands.server.ts';
import { runRiskClock } from '#app/features/mapping/risk/history/commands.server.ts';
import { remindRespondents } from '#app/features/mapping/campaigns/remind.server.ts';
import { forgetOldImports } from '#app/features/network/import/commands.server.ts';

import { theConfig } from '#app/platform/config.server.ts';
import { theSigning } from '#app/platform/signing/signing.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';

import { freeJobsOfDeadWorkers } from './liveness.server.ts';

type Clocked = {
  name: string;
  cron: string;
  command: (house: Pick<Means, 'db' | 'cards'> & { now: Date }) => Promise<unknown>;
};

/** Which commands the clock runs, and when (UTC, cron). */
export const clockwork: readonly Clocked[] = [
  { name: 'publish-status-lists', cron: '* * * * *', command: publishAll },
  { name: 'read-register-names', cron: '* * * * *', command: ({ db }) => readNames(db, { most: 20_000 }) },
  {
    // Just after the day has turned, so that what the calendar changed is in it.
    name: 'build-dump',
    cron: '3 0,8,16 * * *',
    command: (house) =>
      buildDump({ ...house, origin: theConfig().ORIGIN, storage: theStorage(), signing: theSigning() }),
  },
  {
    // An hour after the day is over: whatever was being received when it turned is in it.
    name: 'publish-complaint-log',
    cron: '2 1 * * *',
    command: (house) => publishComplaintLog({ ...house, origin: theConfig().ORIGIN, signing: theSigning() }),
  },
  { name: 'reckon-risks', cron: '* * * * *', command: runRiskClock },
  { name: 'remind-respondents', cron: '20 6 * * *', command: remindRespondents },
  { name: 'free-jobs-of-dead-workers', cron: '* * * * *', command: freeJobsOfDeadWorkers },
  { name: 'escalate-overdue-findings', cron: '8 * * * *', command: escalateOverdue },
  { name: 'escalate-unpaid-findings', cron: '10 * * * *', command: escalateUnpaid },
  { name: 'run-on-disputes', cron: '7 * * * *', command: runOnDisputes },
  { name: 'tell-late-answers', cron: '16 * * * *', command: tellLateAnswers },
  { name: 'tell-late-reports', cron: '17 * * * *', command: tellLateReports },
  { name: 'tell-ending-postponements', cron: '18 * * * *', command: tellEndingPostponements },
  { name: 'end-postponements', cron: '19 * * * *', command: endPostponements },
  { name: 'tell-due-remedies', cron: '11 * * * *', command: tellDueRemedies },
  { name: 'fail-uncorrected-audits', cron: '9 * * * *', command: failAudits },
  { name: 'warn-of-ending-licences', cron: '25 * * * *', command: warnOfEndingLicences },
  { name: 'warn-of-ending-approvals', cron: '27 * * * *', command: warnOfEndingApprovals },
  { name: 'warn-of-ending-auditors', cron: '28 * * * *', command: warnOfEndingAuditors },
  {
    name: 'draw-reports',
    cron: '* * * * *',
    command: (house) => drawReports({ ...house, storage: theStorage() }),
  },
  { name: 'destroy-interview-identities', cron: '35 2 * * *', command: destroyIdentities },
  { name: 'destroy-kept-interviews', cron: '40 2 * * *', command: destroyKept },
  { name: 'end-fact-checks', cron: '8 * * * *', command: endFactChecks },
  { name: 'lapse-unpaid-applications', cron: '10 * * * *', command: lapseApplications },
  { name: 'lapse-applications-in-audit', cron: '14 * * * *', command: lapseInAudit },
  { name: 'expire-deferrals', cron: '12 * * * *', command: expireDeferrals },
  { name: 'remind-of-applications', cron: '15 * * * *', command: remindOfApplications },
  { name: 'discard-idle-drafts', cron: '30 2 * * *', command: discardIdleDrafts },
  { name: 'run-certificate-clock', cron: '20 1 * * *', command: runCertificateClock },
  { name: 'tell-due-conditions', cron: '42 5 * * *', command: tellDueConditions },
  { name: 'tell-due-appeals', cron: '40 5 * * *', command: tellDueAppeals },
  { name: 'carry-out-factor-resets', cron: '5 * * * *', command: carryOutFactorResets },
  { name: 'issue-annual-levies', cron: '25 2 * * *', command: issueAnnualLevies },
  { name: 'remind-of-invoices', cron: '15 6 * * *', command: remindOfInvoices },
  { name: 'reconcile-checkouts', cron: '35 * * * *', command: reconcileCheckouts },
  { name: 'tell-due-audits', cron: '45 5 * * *', command: tellDueAudits },
  { name: 'tell-audits-not-held', cron: '47 5 * * *', command: tellNotHeld },
  { name: 'tell-late-complaints', cron: '13 * * * *', command: tellLateComplaints },
  {
    name: 'erase-complaints',
    cron: '50 2 * * *',
    command: (house) => eraseComplaints({ ...house, storage: theStorage() }),
  },
  { name: 'order-for-complaints', cron: '50 5 * * *', command: orderForComplaints },
  // After the night's clocks, so that what they changed is in it.
  { name: 'make-watch-digests', cron: '0 6 * * *', command: makeDigests },
  { name: 'forget-old-notices', cron: '45 3 * * *', command: forgetOldNotices },
  { name: 'forget-old-lists', cron: '55 * * * *', command: forgetOldLists },
  { name: 'forget-old-links', cron: '40 3 * * *', command: forgetOldLinks },
  { name: 'forget-old-imports', cron: '50 3 * * *', command: forgetOldImports },
  { name: 'delete-expired-sessions', cron: '20 * * * *', command: deleteExpiredSessions },
];
