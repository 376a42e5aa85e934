/** What the check says in one language; a part in braces is filled in: `{name}` the agency, `{asked}` what was asked. */
export type CheckWords = {
  // The first screen
  ask: string;
  label: string;
  hint: string;
  check: string;
  kept: string;
  again: string;
  leave: string;
  languages: string;
  unreviewed: string;
  /** When the register cannot be reached. */
  laterTitle: string;
  later: string;
  /** Beside how large the recording is. */
  listen: string;

  // The agency's standing; titles of the others are those of its badge
  certified: string;
  watchTitle: string;
  watchAudit: string;
  watchRight: string;
  suspendedTitle: string;
  suspended: string;
  withdrawnTitle: string;
  withdrawn: string;
  expiredTitle: string;
  expired: string;
  expiredStopped: string;
  applicant: string;
  refused: string;
  unknownTitle: string;
  unknown: string;
  promiseTitle: string;
  promise: string;

  // Several that may be meant
  thisOne: string;
  whichOne: string;
  otherOne: string;
  otherMany: string;
  licence: string;

  // What nobody may charge, beside the lines of the poster
  medical: string;
  insurance: string;
  tests: string;
  training: string;
  tools: string;
  travel: string;
  papers: string;
  bribe: string;
  wages: string;

  // What to do, how fresh, what to keep
  nowTitle: string;
  nowCertified: string;
  nowStop: string;
  proof: string;
  answered: string;
  keep: string;

  // Who is talking to you
  whoTitle: string;
  whoLabel: string;
  yes: string;
  no: string;
  whoOwn: string;
  whoAgent: string;
  whoEven: string;
  whoNo: string;
  whoAsk: string;
  whoNone: string;

  // Is this job real
  jobTitle: string;
  jobHint: string;
  jobEmployer: string;
  jobPlace: string;
  jobWage: string;
  jobFound: string;
  jobDiffers: string;
  /** Beside each part of it. */
  jobSame: string;
  jobSameNumber: string;
  jobLike: string;
  jobOtherPlace: string;
  jobLower: string;
  jobHigher: string;
  jobOtherCurrency: string;
  /** An order that is not open; `jobShow` follows. */
  jobClosed: string;
  jobPaused: string;
  jobWithdrawn: string;
  jobMissingTitle: string;
  jobMissing: string;
  jobShow: string;
  jobNoneTitle: string;
  jobNone: string;
  /** `{amount}` with its currency. */
  wageMonth: string;
  wageWeek: string;
  wageDay: string;
  wageHour: string;
};
