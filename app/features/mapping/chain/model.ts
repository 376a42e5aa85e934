/**
 * By whom, through whom and at what price people came to a job: parties and what passes between them, from the worker's
 * home towards the site and the brand. Shapes alone; where each comes from stands beside it.
 */

/** The one answer something is read from; the path as questionnaires write it: `payments[2].pay_amount`. */
export type Source = { responseId: string; path: string };

/** In the order in which a worker meets them; the codes of the questionnaires' list `actor_kinds`. */
export const actorKinds = [
  'place',
  'introducer',
  'sub_agent',
  'recruiter',
  'clinic',
  'trainer',
  'transporter',
  'lender',
  'destination_agency',
  'employer',
  'site',
  'brand',
] as const;
export type ActorKind = (typeof actorKinds)[number];

export const licensedAnswers = ['yes', 'no', 'unknown'] as const;
export type Licensed = (typeof licensedAnswers)[number];
export const contractAnswers = ['written', 'spoken', 'none', 'unknown'] as const;
export type ContractInForce = (typeof contractAnswers)[number];
export const payers = ['worker', 'employer', 'recruiter', 'agent', 'state', 'brand', 'unknown'] as const;
export type Payer = (typeof payers)[number];
export const stages = ['pre_recruitment', 'pre_departure', 'transit', 'post_arrival', 'return'] as const;
export type Stage = (typeof stages)[number];
export const receiptAnswers = ['yes', 'no', 'unknown'] as const;
export type Receipt = (typeof receiptAnswers)[number];
export const bases = ['documented', 'estimate'] as const;
export type Basis = (typeof bases)[number];

export type ChainNode = {
  id: string;
  kind: ActorKind;
  name: string;
  country: string | null;
  place: string | null;
  licensed: Licensed;
  /** The organisation in the register this party is, where somebody has said so. */
  recruiterId: string | null;
  /** Named by a respondent, but whoever reads may not see the name. */
  withheld: boolean;
};

export type ChainPayment = {
  /** A code of `app/questionnaire/fee-categories.ts`; empty where none was given. */
  category: string;
  /** Per worker. */
  amount: number | null;
  currency: string | null;
  payer: Payer;
  /** A node's id. */
  payee: string | null;
  stage: Stage | null;
  receipt: Receipt;
  basis: Basis | null;
  source: Source;
};

export type ChainEdge = {
  id: string;
  from: string;
  to: string;
  workersAYear: number | null;
  /** ISO 3166-1 alpha-2, of the journey the edge is a part of. */
  origin: string | null;
  destination: string | null;
  contract: ContractInForce;
  /** Documents of workers that the party at its beginning holds: codes of `held_documents`. */
  held: string[];
  payments: ChainPayment[];
  sources: Source[];
};

export type Chain = { nodes: ChainNode[]; edges: ChainEdge[] };
