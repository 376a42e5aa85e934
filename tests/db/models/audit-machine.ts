import type { AuditState } from '#app/features/audits/model.ts';
import { addDays, addWorkingDays, dayOf } from '#app/platform/calendar.ts';

/**
 * The audit's machine of domain 2.8 (b), a stage 2 without findings, told a second time in the fewest words. It knows
 * none of the house's rules; where the two differ, one of them is wrong.
 */
export type Model = {
  state: AuditState;
  /** Days and sample were reckoned. */
  ground: boolean;
  startsOn: string;
  toldFrom: string;
  asked: 'never' | 'open' | 'answered';
  postponedUntil: string;
  assessed: boolean;
  revision: number;
  factsUntil: string;
  now: Date;
};

export const acts = [
  'declare',
  'reckon',
  'plan',
  'notify',
  'ask',
  'accept',
  'decline',
  'refuse',
  'start',
  'assess',
  'close fieldwork',
  'abort',
  'follow up',
  'write',
  'send',
  'end check',
  'approve',
  'return',
  'cancel',
  'close',
] as const;
export type Act = (typeof acts)[number];
export type Move = { act: Act } | { wait: number } | { forge: AuditState };

const before: AuditState[] = ['scheduled', 'team_assigned', 'planned', 'notified', 'postponed'];

/** What an act does where it may be done; undefined where it is refused. */
export function expected(model: Model, act: Act): Partial<Model> | undefined {
  const { state } = model;
  const today = dayOf(model.now);
  const from = (...states: AuditState[]) => states.includes(state);
  switch (act) {
    case 'declare':
      return from('scheduled') ? { state: 'team_assigned' } : undefined;
    case 'reckon':
      return from('team_assigned', 'planned', 'postponed') ? { ground: true } : undefined;
    case 'plan':
      if (!from('team_assigned', 'planned', 'postponed') || !model.ground) return undefined;
      if (state === 'postponed' && today > model.postponedUntil) return undefined;
      return { state: 'planned', startsOn: today };
    case 'notify':
      return from('planned') && model.startsOn >= today
        ? { state: 'notified', toldFrom: model.startsOn }
        : undefined;
    case 'ask':
      return from('notified') && model.asked === 'never' ? { asked: 'open' } : undefined;
    case 'accept':
      if (!from('notified') || model.asked !== 'open') return undefined;
      return { state: 'postponed', asked: 'answered', postponedUntil: addDays(model.toldFrom, 60) };
    case 'decline':
      return from('notified') && model.asked === 'open' ? { asked: 'answered' } : undefined;
    case 'refuse':
      return from('notified') ? { state: 'refused_by_auditee' } : undefined;
    case 'start':
      return from('notified') && today >= model.toldFrom ? { state: 'in_progress' } : undefined;
    case 'assess':
      return from('in_progress') && !model.assessed ? { assessed: true } : undefined;
    case 'close fieldwork':
      return from('in_progress') && model.assessed ? { state: 'fieldwork_done' } : undefined;
    case 'abort':
      return from('in_progress') ? { state: 'aborted' } : undefined;
    case 'follow up':
      // Put before the panel, which has it planned anew.
      return from('aborted', 'refused_by_auditee') ? { state: 'closed' } : undefined;
    case 'write':
      return from('fieldwork_done', 'report_draft')
        ? { state: 'report_draft', revision: model.revision + 1 }
        : undefined;
    case 'send':
      return from('report_draft') ? { state: 'fact_check', factsUntil: addWorkingDays(today, 5) } : undefined;
    case 'end check':
      return from('fact_check') ? { state: 'tech_review' } : undefined;
    case 'approve':
      return from('tech_review') ? { state: 'ready_for_decision' } : undefined;
    case 'return':
      return from('tech_review') ? { state: 'report_draft' } : undefined;
    case 'cancel':
      return before.includes(state) ? { state: 'cancelled' } : undefined;
    case 'close':
      return from('ready_for_decision') ? { state: 'closed' } : undefined;
  }
}

/** What the clock does on a day. */
export const passed = ({ state, factsUntil, now }: Model): Partial<Model> =>
  state === 'fact_check' && dayOf(now) > factsUntil ? { state: 'tech_review' } : {};

/** Where raw SQL may go on from a state; all else is forged. */
export const leadsTo: Partial<Record<AuditState, AuditState[]>> = {
  in_progress: ['fieldwork_done'],
  report_draft: ['fact_check'],
  fact_check: ['tech_review'],
  tech_review: ['report_draft', 'report_final', 'fieldwork_done'],
  report_final: ['ready_for_decision'],
  ready_for_decision: ['closed'],
  aborted: ['closed'],
  refused_by_auditee: ['closed'],
};
