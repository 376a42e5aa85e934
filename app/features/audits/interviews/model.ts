/** What became of a worker who was to be heard. `open`: nobody has spoken with them yet. */
export const interviewOutcomes = ['open', 'done', 'refused', 'unreachable'] as const;
export type InterviewOutcome = (typeof interviewOutcomes)[number];
export const failures = ['refused', 'unreachable'] as const satisfies readonly InterviewOutcome[];
export type Failure = (typeof failures)[number];

/** What an interview tells in the clear: the strata of the sample, and nothing that leads to a person. */
export const sexes = ['female', 'male', 'other'] as const;
export const workerStages = ['pre_departure', 'first_months', 'later', 'returned'] as const;
export const ways = ['without_recruiter', 'through_recruiter'] as const;

export type Stratum = {
  corridor: string;
  sector: string;
  sex: (typeof sexes)[number];
  stage: (typeof workerStages)[number];
  reached: (typeof ways)[number];
};
/** Employer and sub-agent by the numbers of groups of the sample plan, and what it calls them. */
type Group = { employer: number | null; subAgent: number | null };
export type GroupNames = { employerName: string | null; subAgentName: string | null };
export type Interview = Stratum &
  Group &
  GroupNames & { id: string; pseudonym: string; outcome: InterviewOutcome };

/** Who it is: sealed apart from the notes, and destroyed before them. */
export type Identity = { name: string; phone: string };

export const outcomeNames: Record<InterviewOutcome, string> = {
  open: 'To be heard',
  done: 'Heard',
  refused: 'Refused',
  unreachable: 'Not reached',
};
export const sexNames: Record<Stratum['sex'], string> = {
  female: 'Woman',
  male: 'Man',
  other: 'Other, or not said',
};
export const stageNames: Record<Stratum['stage'], string> = {
  pre_departure: 'Before departure',
  first_months: 'Abroad, six months or less',
  later: 'Abroad, longer',
  returned: 'Returned',
};
export const wayNames: Record<Stratum['reached'], string> = {
  without_recruiter: 'Without the recruiter’s help',
  through_recruiter: 'Through the recruiter',
};
