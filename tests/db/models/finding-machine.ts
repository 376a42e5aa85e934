import type { FindingState } from '#app/features/audits/findings/model.ts';
import type { Grade } from '#app/features/scheme/model.ts';
import { addDays, dayOf, daysBetween } from '#app/platform/calendar.ts';

/** The machine of domain 2.8 (c), told a second time and shorter: what the house's own rules are held against. */
export type Model = {
  state: FindingState;
  grade: Grade;
  now: Date;
  issuedOn: string;
  contain: string;
  plan: string;
  close: string;
  resubmit: string;
  disputedOn: string;
  contained: boolean;
  /** The team has still to say whether the harm is stopped. */
  awaits: boolean;
  saidOn: string;
  contested: boolean;
  extended: boolean;
  returns: number;
  proposal: Grade | null;
  /** The grade it had when another was proposed. */
  proposedFrom: Grade;
  /** Days that were missed and acted on. */
  missed: string[];
};

export const acts = [
  ...([
    'contain',
    'believe',
    'disbelieve',
    'dispute',
    'keep',
    'withdraw',
    'plan',
    'accept',
    'return',
    'prove',
    'verify',
    'reject',
  ] as const),
  ...([
    'close',
    'extend',
    'propose-critical',
    'propose-major',
    'propose-minor',
    'approve',
    'dismiss',
  ] as const),
];
export type Act = (typeof acts)[number];
export type Move = { act: Act } | { wait: number } | { forge: FindingState };

const days = { critical: [3, 7, 30], major: [0, 14, 90], minor: [0, 30, 180] } as const;
const today = (model: Model) => dayOf(model.now);

/** Clocks by a grade from a day on. */
export function clocks(grade: Grade, day: string) {
  const [contain, plan, close] = days[grade === 'observation' ? 'minor' : grade];
  return { contain: addDays(day, contain), plan: addDays(day, plan), close: addDays(day, close) };
}

const open = (model: Model) => !['verified', 'closed', 'withdrawn'].includes(model.state);
const recruiters: FindingState[] = [
  'issued',
  'awaiting_cap',
  'cap_returned',
  'cap_accepted',
  'evidence_rejected',
];

export const isRecruitersTurn = ({ state }: Model) => recruiters.includes(state);

/** The day that counts now. */
export function due({ state, contain, plan, close, resubmit }: Model) {
  if (state === 'issued') return contain;
  if (state === 'awaiting_cap') return plan;
  return state === 'cap_returned' ? resubmit : close;
}

function graded(model: Model, grade: Grade): Model {
  const next = { ...model, ...clocks(grade, today(model)), grade, proposal: null };
  const started = !['issued', 'disputed'].includes(model.state);
  const state = grade === 'critical' && !model.contained ? 'issued' : started ? model.state : 'awaiting_cap';
  return { ...next, state, resubmit: next.plan };
}

/** A minor finding becomes major; graver ones stay what they are and reach the certificate. */
const escalated = (model: Model): Model =>
  model.grade === 'minor' ? { ...graded(model, 'major'), proposal: model.proposal } : model;

function returned(model: Model): Model {
  const again = addDays(today(model), 7);
  const resubmit = again > model.plan ? again : model.plan;
  const next: Model = { ...model, state: 'cap_returned', returns: model.returns + 1, resubmit };
  return next.returns > 2 ? escalated(next) : next;
}

function kept(model: Model): Model {
  const took = daysBetween(model.disputedOn, today(model));
  return {
    ...model,
    state: 'awaiting_cap',
    plan: addDays(model.plan, took),
    close: addDays(model.close, took),
  };
}

/** The days from saying it to the answer come back, of days that had not passed. */
function disbelieved(model: Model): Model {
  const { saidOn, contain, plan } = model;
  const back = (day: string) => (day >= saidOn ? addDays(day, daysBetween(saidOn, today(model))) : day);
  const again = { contain: back(contain), plan: back(plan), contained: false, awaits: false };
  return { ...model, ...again, state: 'issued' };
}

/** Two days more, where that is possible. */
function extended(model: Model): Model | undefined {
  const day = due(model);
  const until = addDays(day, 2);
  if (!isRecruitersTurn(model) || model.extended || model.missed.includes(day)) return undefined;
  if (until < today(model)) return undefined;
  const next = { ...model, extended: true };
  if (model.state === 'issued') return until > model.close ? undefined : { ...next, contain: until };
  if (model.state === 'awaiting_cap') return until > model.close ? undefined : { ...next, plan: until };
  if (model.state === 'cap_returned') return until > model.close ? undefined : { ...next, resubmit: until };
  return { ...next, close: until };
}

function proposed(model: Model, grade: Grade): Model | undefined {
  return open(model) && !model.proposal && model.grade !== grade
    ? { ...model, proposal: grade, proposedFrom: model.grade }
    : undefined;
}

type Step = (model: Model) => Model | undefined;
const from =
  (states: FindingState[], step: Step): Step =>
  (model) =>
    states.includes(model.state) ? step(model) : undefined;
const to =
  (state: FindingState): Step =>
  (model) => ({ ...model, state });

const going: FindingState[] = [
  ...(['awaiting_cap', 'cap_submitted', 'cap_returned'] as const),
  ...(['cap_accepted', 'evidence_submitted', 'evidence_rejected'] as const),
];
/** Of a critical finding alone. */
const asked = (model: Model) => (model.awaits && model.grade === 'critical') || undefined;

const steps: Record<Act, Step> = {
  contain: from(['issued'], (model) => ({
    ...model,
    state: 'awaiting_cap',
    contained: true,
    awaits: true,
    saidOn: today(model),
  })),
  believe: from([...going, 'disputed'], (model) => asked(model) && { ...model, awaits: false }),
  disbelieve: from(going, (model) => asked(model) && disbelieved(model)),
  dispute: from(['awaiting_cap'], (model) =>
    model.contested || today(model) > addDays(model.issuedOn, 5)
      ? undefined
      : { ...model, state: 'disputed', contested: true, disputedOn: today(model) },
  ),
  keep: from(['disputed'], (model) => (model.proposal ? undefined : kept(model))),
  withdraw: from(['disputed'], (model) => (model.proposal ? undefined : { ...model, state: 'withdrawn' })),
  plan: from(['awaiting_cap', 'cap_returned'], to('cap_submitted')),
  accept: from(['cap_submitted'], (model) =>
    asked(model) ? undefined : { ...model, state: 'cap_accepted' },
  ),
  return: from(['cap_submitted'], returned),
  prove: from(['cap_accepted', 'evidence_rejected'], to('evidence_submitted')),
  verify: from(['evidence_submitted'], (model) =>
    model.proposal || asked(model)
      ? undefined
      : { ...model, state: model.grade === 'minor' ? 'closed' : 'verified' },
  ),
  reject: from(['evidence_submitted'], to('evidence_rejected')),
  close: from(['verified'], to('closed')),
  extend: extended,
  'propose-critical': (model) => proposed(model, 'critical'),
  'propose-major': (model) => proposed(model, 'major'),
  'propose-minor': (model) => proposed(model, 'minor'),
  approve: (model) =>
    open(model) && model.proposal && model.proposedFrom === model.grade
      ? graded(model, model.proposal)
      : undefined,
  dismiss: (model) => (open(model) && model.proposal ? { ...model, proposal: null } : undefined),
};

/** How it stands after an act; nothing where the act is not possible. */
export const expected = (model: Model, act: Act) => steps[act](model);

/** How it stands once the clock has looked. */
export function passed(model: Model): Model {
  const day = due(model);
  if (!isRecruitersTurn(model) || day >= today(model) || model.missed.includes(day)) return model;
  return escalated({ ...model, missed: [...model.missed, day] });
}
