import type { Day } from '#app/platform/calendar.ts';
import type { SignedIn } from '#app/platform/scope.ts';

import { hasEndedWith, type Audit } from '../model.ts';
import { mayAnswer, mayLead } from '../policy.ts';
import { prepare } from './rules.ts';
import type { At, Part, Step } from '../step.ts';

export function planningSteps(audit: Audit, { leads }: Part, at: At): Step[] {
  if (!leads) return [];
  const cancel = at('cancel', 'Cancel the audit');
  const refusal = at('refused', 'Record a refusal');
  if (audit.state === 'team_assigned') return [at('plan', 'Plan the audit'), cancel];
  const itinerary = at('plan/itinerary', 'Write the itinerary');
  if (audit.state === 'planned') return [untold(audit, at), itinerary, at('plan', 'Change the plan'), cancel];
  if (audit.state === 'notified') return [at('start', 'Start the audit'), refusal, cancel];
  if (audit.state === 'postponed') return [at('plan', 'Plan the audit again'), cancel];
  return [];
}

const untold = ({ noticeType }: { noticeType: string }, at: At) =>
  noticeType === 'unannounced' ? at('start', 'Start the audit') : at('notify', 'Notify the recruiter');

/** Never the first thing to do: it stands behind what the phase itself offers. Of an application the panel says what follows. */
export function abandonSteps(audit: Audit, { leads, oversees, over }: Part, at: At): Step[] {
  const { state } = audit;
  if (state === 'aborted' && hasEndedWith(audit.abortReason)) return [];
  if (state === 'in_progress' && leads) return [at('abort', 'Break off the audit')];
  if ((state === 'aborted' || state === 'refused_by_auditee') && oversees)
    return [
      audit.certificateId === null && !over
        ? at('put-before-panel', 'Put before the panel')
        : at('follow-up', 'Record what follows'),
    ];
  return [];
}

/** Whether this person asks for the postponement, or answers who asked. */
export function mayPostpone(audit: Audit, actor: SignedIn, asked: { outcome: string | null } | undefined) {
  if (audit.state !== 'notified') return undefined;
  if (mayAnswer(actor, audit)) return asked ? undefined : ('ask' as const);
  return asked && !asked.outcome && mayLead(actor, audit) ? ('answer' as const) : undefined;
}

type Waiting = { state: string; stage: string; startsOn: Day | null; noticeType: string | null } & {
  postponedUntil: Day | null;
  wished: boolean;
};

/** What the lead auditor does next before fieldwork: in words, until when, on which page, by which word. */
export function planningTask({
  state,
  stage,
  startsOn,
  noticeType,
  postponedUntil,
  wished,
}: Waiting): [string, Day | null, string, string] | undefined {
  if (state === 'team_assigned') return [`Plan ${stage}`, null, 'plan', 'Plan'];
  if (state === 'postponed') return [`Plan ${stage} again`, postponedUntil, 'plan', 'Plan'];
  if (state === 'planned' && noticeType !== 'unannounced')
    return [`Notify the recruiter of ${stage}`, startsOn, 'notify', 'Notify'];
  if (state === 'notified' && wished) return [`Answer the wish to postpone ${stage}`, startsOn, '', 'Answer'];
  return state === 'planned' || state === 'notified'
    ? [`Start ${stage}`, startsOn, 'start', 'Start']
    : undefined;
}

/** The lead, until the recruiter is told. */
export const mayPrepare = (audit: Audit, actor: SignedIn) => mayLead(actor, audit) && prepare(audit).ok;

/** The lead, while the audit is planned and nobody is told. */
export const mayWriteItinerary = (audit: Audit, actor: SignedIn) =>
  mayLead(actor, audit) && audit.state === 'planned';
