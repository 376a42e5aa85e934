import type { State } from '#app/features/applications/model.ts';
import { addDays, addMonths, dayOf } from '#app/platform/calendar.ts';

/**
 * The application's machine of domain 2.8 (a), told a second time in the fewest words, beside commands, queue and
 * database. It knows none of the house's rules; where the two differ, one of them is wrong.
 */
export type Model = {
  state: State;
  /** When the present state's own clock runs out, the last day included. */
  until: string;
  acceptedOn: string;
  rejectedOn: string;
  /** Answers were changed after they were sent. */
  unsent: boolean;
  touchedOn: string;
  warnedFor: string | undefined;
  now: Date;
};

export const acts = [
  'save',
  'submit',
  'pay',
  'defer',
  'reject',
  'accept',
  'engage',
  'withdraw',
  'discard',
  'appeal',
  'uphold',
  'dismiss',
] as const;
export type Act = (typeof acts)[number];
export type Move = { act: Act } | { wait: number } | { forge: State };
/** `onward`: whichever of the acts that are let here, so that a walk comes far. */
export type Chosen = Move | { onward: number };

const live: State[] = [
  'draft',
  'submitted',
  'awaiting_payment',
  'under_review',
  'deferred',
  'deferred_expired',
  'accepted',
  'engaged',
  'appealed',
];

/** What an act does where it may be done; undefined where it is refused. */
export function expected(model: Model, act: Act): Partial<Model> | undefined {
  const { state, until } = model;
  const today = dayOf(model.now);
  const review = { state: 'under_review' as const, until: '' };
  const from = (...states: State[]) => states.includes(state);
  switch (act) {
    case 'save':
      if (!from('draft', 'deferred', 'deferred_expired')) return undefined;
      return { unsent: state !== 'draft', touchedOn: today, warnedFor: undefined };
    case 'submit':
      if (state === 'draft') return { state: 'awaiting_payment', until: addDays(today, 30), unsent: false };
      if (state === 'deferred') return until < today ? undefined : { ...review, unsent: false };
      return state === 'deferred_expired' ? { unsent: false } : undefined;
    case 'pay':
      return from('awaiting_payment', 'deferred_expired') ? review : undefined;
    case 'defer':
      return state === 'under_review' ? { state: 'deferred', until: addDays(today, 60) } : undefined;
    case 'reject':
      return state === 'under_review' ? { state: 'rejected', rejectedOn: today } : undefined;
    case 'accept':
      if (state !== 'under_review' || model.unsent) return undefined;
      return { state: 'accepted', acceptedOn: today, until: addDays(today, 90) };
    case 'engage':
      return state === 'accepted' ? { state: 'engaged', until: addMonths(model.acceptedOn, 6) } : undefined;
    case 'withdraw':
      return live.includes(state) ? { state: 'withdrawn' } : undefined;
    case 'discard':
      return state === 'draft' ? { state: 'discarded' } : undefined;
    case 'appeal':
      if (state !== 'rejected' || addDays(model.rejectedOn, 30) < today) return undefined;
      return { state: 'appealed' };
    case 'uphold':
      return state === 'appealed' ? review : undefined;
    case 'dismiss':
      // Against one decision there is one appeal: what was dismissed stands.
      return state === 'appealed' ? { state: 'rejected', rejectedOn: '2000-01-01' } : undefined;
  }
}

/** What the clock does on a day. */
export function passed(model: Model): Partial<Model> {
  const { state, until, touchedOn, warnedFor } = model;
  const today = dayOf(model.now);
  if (['awaiting_payment', 'deferred_expired', 'accepted', 'engaged'].includes(state))
    return until < today ? { state: 'lapsed' } : {};
  if (state === 'deferred' && until < today) return { state: 'deferred_expired', until: addDays(today, 179) };
  if (state !== 'draft') return {};
  if (warnedFor) return warnedFor <= today ? { state: 'discarded' } : {};
  if (addDays(touchedOn, 166) > today) return {};
  const [planned, soonest] = [addDays(touchedOn, 180), addDays(today, 14)];
  return { warnedFor: planned > soonest ? planned : soonest };
}

/** The steps raw SQL is let through with, the clock's and the people's together (domain 2.8 a). */
export const leadsTo: Record<string, State[]> = {
  draft: ['submitted', 'discarded', 'withdrawn'],
  submitted: ['awaiting_payment', 'withdrawn'],
  awaiting_payment: ['under_review', 'lapsed', 'withdrawn'],
  under_review: ['accepted', 'deferred', 'rejected', 'withdrawn'],
  deferred: ['under_review', 'deferred_expired', 'withdrawn', 'lapsed'],
  deferred_expired: ['under_review', 'lapsed', 'withdrawn'],
  accepted: ['engaged', 'withdrawn', 'lapsed'],
  engaged: ['in_audit', 'withdrawn', 'lapsed'],
  rejected: ['appealed'],
  appealed: ['rejected', 'refused', 'under_review', 'decision_pending', 'withdrawn'],
};
