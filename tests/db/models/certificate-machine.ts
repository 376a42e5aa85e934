import type { Certificate } from '#app/features/certificates/model.ts';
import { addDays, addMonths, dayOf } from '#app/platform/calendar.ts';

export type Status = Certificate['status'];
/** What is known of a certificate without looking: the machine in its own words. */
export type Model = {
  status: Status;
  now: Date;
  since: Date;
  validUntil: string;
  /** How grave what led to a suspension is, from `late` on the panel lifts it; and to a withdrawal, fraud above all. */
  gravity: number;
  /** Of a suspension: the first day the clock may withdraw, once it was told. */
  announced: string | undefined;
  /** Decisions that stand and nobody appealed against, the latest first: a withdrawal stands under its graver reason. */
  open: Decision[];
};
/** What stood before it, and whether what is shown by now is its reason. */
export type Decision = { status: Status; gravity: number; decided: Date; shown: boolean };

export const acts = ['watch', 'clear', 'suspend', 'lift', 'lift_by_panel', 'leave', 'withdraw'] as const;
export const appeals = ['upheld', 'stayed_then_dismissed'] as const;
export const facts = ['major', 'critical', 'late', 'too_late', 'licence'] as const;
export type Act = (typeof acts)[number];
export type Fact = (typeof facts)[number];
type Appeal = (typeof appeals)[number];
export type Move = { act: Act } | { appeal: Appeal } | { fact: Fact } | { wait: number } | { forge: Status };

export type Done = Exclude<Move, { wait: number } | { forge: Status }>;

/** What each leads to, from the holder's own wish to what was done to workers. */
const gravities = {
  leave: 0,
  suspend: 1,
  licence: 3,
  late: 4,
  too_late: 4,
  critical: 6,
  withdraw: 9,
} as const;
const gravityOf = (move: Act | Fact) => new Map<string, number>(Object.entries(gravities)).get(move) ?? 0;

/** What is in force, and what is suspended for less. */
const suspends = ({ status, gravity }: Model, move: Act | Fact): Status | undefined =>
  inForce(status) || (status === 'suspended' && gravity < gravityOf(move)) ? 'suspended' : undefined;

const inForce = (status: Status) => status === 'active' || status === 'active_under_watch';
const over = ({ now, validUntil }: Model) => dayOf(now) > validUntil;

export function byPerson(model: Model, act: Act): Status | undefined {
  switch (act) {
    case 'watch':
      return model.status === 'active' ? 'active_under_watch' : undefined;
    case 'clear':
      return model.status === 'active_under_watch' ? 'active' : undefined;
    case 'suspend':
      return suspends(model, act);
    case 'lift':
      return model.status === 'suspended' && !over(model) && model.gravity < gravities.late
        ? 'active'
        : undefined;
    case 'lift_by_panel':
      return model.status === 'suspended' && !over(model) ? 'active' : undefined;
    case 'leave':
      return inForce(model.status) && !over(model) ? 'suspended' : undefined;
    case 'withdraw':
      // For fraud, which may be put on what ended for less.
      return model.status === 'withdrawn' && model.gravity >= gravities.withdraw ? undefined : 'withdrawn';
  }
}

export function byFact(model: Model, fact: Fact): Status | undefined {
  if (over(model)) return undefined;
  if (fact === 'major') return model.status === 'active' ? 'active_under_watch' : undefined;
  if (fact === 'too_late' && model.status === 'suspended') return 'withdrawn';
  return suspends(model, fact);
}

/** The nightly run: withdraws as it was told, else tells; months of grace, and seven days from the first word. */
export function byClock(model: Model): Pick<Model, 'status' | 'announced'> {
  const { status, announced } = model;
  const today = dayOf(model.now);
  const due = addMonths(dayOf(model.since), 6);
  if (status !== 'suspended' || over(model) || due > model.validUntil) return { status, announced };
  if (announced) return announced <= today ? { status: 'withdrawn', announced } : { status, announced };
  if (due > addDays(today, 7)) return { status, announced };
  return { status, announced: due > addDays(today, 7) ? due : addDays(today, 7) };
}

/**
 * Against the latest that stands, once and for thirty days. Upheld, what stood before stands, unless it lies under a graver
 * reason; stayed and dismissed, the decision stands again.
 */
export function byAppeal({ status, open: [latest], now }: Model, appeal: Appeal) {
  if (!latest || dayOf(now) > addDays(dayOf(latest.decided), 30)) return undefined;
  return appeal === 'upheld' && latest.shown ? latest.status : status;
}

/** What can be appealed against after an appeal: what lies under a withdrawal, shown again if that one was wrong. */
const openAfter = ({ open: [, ...under] }: Model, appeal: Appeal): Decision[] =>
  under.map((decision, at) => ({ ...decision, shown: appeal === 'upheld' && at === 0 }));

/** The same after a decision: a suspension takes the place of another, a graver reason lies on a withdrawal. */
export function openWith({ status, gravity, now, open }: Model, next: Status): Decision[] {
  if (next !== 'suspended' && next !== 'withdrawn') return [];
  const under = status === 'withdrawn' ? open.map((decision) => ({ ...decision, shown: false })) : [];
  return [{ status, gravity, decided: now, shown: true }, ...under];
}

/** What a step leaves behind it. */
export function after(model: Model, move: Done, next: Status): Pick<Model, 'gravity' | 'open'> {
  if ('appeal' in move) {
    const [latest] = model.open;
    const back = move.appeal === 'upheld' && latest?.shown;
    return { gravity: back ? latest.gravity : model.gravity, open: openAfter(model, move.appeal) };
  }
  const own = 'act' in move && move.act === 'leave';
  return {
    gravity: gravityOf('fact' in move ? move.fact : move.act),
    open: own ? [] : openWith(model, next),
  };
}

/** A suspension or withdrawal for a graver reason is the same one: it goes on, and so does what was told of its end. */
export const goesOn = (model: Model, move: Done, { next, now }: { next: Status; now: Date }) => {
  const [latest] = model.open;
  const through = 'appeal' in move && latest?.shown ? latest.status : model.status;
  const goes = through === next && model.status === next && (next === 'suspended' || next === 'withdrawn');
  return goes ? { since: model.since, announced: model.announced } : { since: now, announced: undefined };
};
