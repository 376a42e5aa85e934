import type { ActorKind, ChainEdge, Licensed, Source } from './model.ts';

/** One party as one respondent names it. Whether two mentions are one party is told from outside. */
export type Mention = {
  /**
   * Unique over all responses and the same each time one is read: its response, and `self`, `steps[2]`, `upstream[0]` or
   * `home[NP]` in it. What edges and payments point at until mentions are merged.
   */
  key: string;
  kind: ActorKind;
  /** Empty where a step was described and nobody named. */
  name: string;
  country: string | null;
  place: string | null;
  licensed: Licensed;
  licence: string | null;
  email: string | null;
  mayInvite: boolean;
  /** The respondent did not agree that the buyer sees who this is. */
  withheld: boolean;
  /** The party that answered. */
  respondent: boolean;
  source: Source;
};

/** A journey as a respondent describes it, apart from who is on it. */
export type StatedCorridor = {
  origin: string | null;
  province: string | null;
  transit: string[];
  destination: string | null;
  sector: string | null;
  workersAYear: number | null;
  channel: string | null;
  wage: number | null;
  wageCurrency: string | null;
  source: Source;
};

/** What one submitted questionnaire says; ends of edges and payees are keys of mentions. */
export type Mentions = { nodes: Mention[]; edges: ChainEdge[]; corridors: StatedCorridor[] };

export type Respondent = { name: string; country: string | null; place: string | null };
export type RespondentRole = 'brand' | 'site' | 'recruiter' | 'sub_agent' | 'worker';
