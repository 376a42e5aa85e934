/** What may tie a person to a recruiter; `none` says that somebody looked and found nothing. */
export const interestKinds = ['employment', 'ownership', 'kinship', 'advice', 'other', 'none'] as const;
export type InterestKind = (typeof interestKinds)[number];

export type Interest = {
  id: string;
  kind: InterestKind;
  fromOn: string | null;
  untilOn: string | null;
  /** The day on which it was declared. */
  declaredOn: string;
  /** It ends one that was said to go on. */
  ends: boolean;
  /** A later declaration took its place. */
  corrected: boolean;
};

export const interestNames: Record<InterestKind, string> = {
  employment: 'Employment',
  ownership: 'Ownership or money',
  kinship: 'Family',
  advice: 'Advice or training',
  other: 'Something else',
  none: 'No tie',
};

/** For so long after its end a tie still keeps somebody away (domain 2.1). */
export const coolingOffMonths = 24;
