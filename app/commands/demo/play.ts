import { runQueue } from '#app/composition/worker.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { openPoints, standingOf } from '#app/features/certificates/decisions/matters.server.ts';
import {
  suspendCertificate,
  watchCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { mailbox } from '#app/platform/mailer.server.ts';
import { theConfig } from '#app/platform/config.server.ts';

import { apply } from './apply.ts';
import { audit } from './audit.ts';
import type { Part, Recruiter } from './cast.ts';
import { keepEvidence } from './evidence.ts';
import { correct } from './findings.ts';
import { jobOrders } from './workers/jobs.ts';
import { lateSurveillance } from './late-surveillance.ts';
import { confirmDeclared, contacts, network } from './network.ts';
import { assessSelf } from './self-assess.ts';
import { actorOf, done, scopeOf, type Stage, type Story } from './stage.ts';

/** In which order a story is told; a part ends where it stands in the list. */
const order: Part[] = [
  'draft',
  'under_review',
  'applicant',
  'in_audit',
  'correcting',
  'decision_pending',
  'refused',
  'certified',
];
const reaches = (part: Part, step: Part) => order.indexOf(ending(part)) >= order.indexOf(step);
const ending = (part: Part): Part => (order.includes(part) ? part : 'certified');

/** Tells one recruiter's story by the same commands the pages use, each on its own day. */
export async function play(stage: Stage, recruiter: Recruiter) {
  const { part, begunDaysAgo } = recruiter;
  const begun = stage.today.getTime() - begunDaysAgo * 86_400_000;
  const at = (days: number) => new Date(Math.min(begun + days * 86_400_000, stage.today.getTime() - 60_000));
  // Whatever follows happens on the story's own days, and not today.
  const clock = () => new Date(begun);
  const means: Means = { db: stage.db, origin: theConfig().ORIGIN, mailer: mailbox(stage.db), clock };
  const story: Story = { ...stage, recruiter, at, settle: () => runQueue(means, stage.pool) };

  // Before the application is sent: how an agency sees itself is part of what is reviewed.
  if (part !== 'draft') await assessSelf(story, 0.05, 0);
  await network(story);
  const applicationId = await apply(
    story,
    reaches(part, 'applicant') ? 'accepted' : part === 'draft' ? 'draft' : 'under_review',
  );
  if (reaches(part, 'applicant')) await confirmDeclared(story, applicationId);
  if (!reaches(part, 'in_audit')) return;
  await contacts(story);
  await keepEvidence(story);
  const auditId = await audit(story, applicationId, reaches(part, 'correcting'));
  if (!reaches(part, 'correcting')) return;
  await correct(story, auditId, reaches(part, 'decision_pending'));
  if (!reaches(part, 'refused')) return;
  await decide(story, applicationId);
  if (part !== 'certified') return;
  await lateSurveillance(story, applicationId);
  await jobOrders(story);
  await assessSelf(story, begunDaysAgo - 40, 1);
}

async function decide(story: Story, applicationId: string) {
  const { part } = story.recruiter;
  const decider = actorOf(story, 'decider@scheme.example', 'decider');
  const refused = part === 'refused';
  const form = refused
    ? {
        vote: 'refuse' as const,
        reasons:
          'The controls over sub-agents exist on paper only; three of five agents were unknown to the recruiter itself.',
      }
    : {
        vote: 'grant' as const,
        reasons:
          'The report shows a working system, and every grave finding was corrected and verified with workers.',
      };
  const scope = scopeOf(story, decider, 190);
  const { id } = await story.db
    .selectFrom('decision_matter')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  const statement = 'No work, advice, kinship or money ties to this agency in two years.';
  await done(declareInterest(scope, id, { conflicted: false, statement }), 'declare');
  const laid = await standingOf(story.db, id, { accountId: decider.accountId, now: scope.now });
  const points = (await openPoints(story.db, id)).map((point) => ({
    findingId: point.id,
    reasons: 'Its plan was accepted, and the next audit looks at it again.',
  }));
  const ballot = { ...form, points, conditions: [], package: laid.package };
  await done(castVote(scope, id, ballot), 'vote');
  await story.settle();
  if (!refused) await standing(story, applicationId);
}

/** What became of the certificate afterwards. */
async function standing(story: Story, applicationId: string) {
  const officer = actorOf(story, 'officer@scheme.example', 'officer');
  const { id } = await story.db
    .selectFrom('certificate')
    .select('id')
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const scope = scopeOf(story, officer, story.recruiter.begunDaysAgo - 95);
  switch (story.recruiter.part) {
    case 'suspended':
      await done(
        suspendCertificate(scope, id, {
          reasonClass: 'fees_charged',
          note: 'Seven workers showed receipts for placement fees paid to a sub-agent in Kurunegala.',
        }),
        'suspend',
      );
      break;
    case 'under_watch':
      await done(
        watchCertificate(scope, id, {
          reasonClass: 'open_major_finding',
          note: 'The surveillance audit raised a major finding on cost schedules; the plan was accepted.',
        }),
        'watch',
      );
      break;
    case 'withdrawn':
      await done(
        suspendCertificate(scope, id, {
          reasonClass: 'audit_refused',
          note: 'The recruiter turned the surveillance team away at the door, twice.',
        }),
        'suspend',
      );
      await done(
        withdrawCertificate(scopeOf(story, officer, story.recruiter.begunDaysAgo - 20), id, {
          reasonClass: 'suspension_unresolved',
          note: 'No audit was admitted within the months the suspension allowed.',
        }),
        'withdraw',
      );
      break;
    default:
      break;
  }
  await story.settle();
}
