export type MatterKind =
  'initial' | 'recertification' | 'scope_extension' | 'restoration' | 'lift' | 'abandoned_audit';

type Words = {
  /** What the panel decides about, of this recruiter. */
  about: (recruiter: string) => string;
  /** Why it is before the panel. */
  why: (recruiter: string) => string;
  granted: { subject: string; what: string; next: string };
  refused: { subject: string; what: string; next: (lastDay: string) => string };
};

/** What each kind of matter is called in letters to the panel and to the recruiter. */
export const matterWords: Record<MatterKind, Words> = {
  initial: {
    about: (recruiter) => recruiter,
    why: (recruiter) =>
      `The audit of ${recruiter} is finished and the technical review has passed it. The package is complete and can no longer change.`,
    granted: {
      subject: 'Your certificate is granted',
      what: 'It grants your agency the certificate.',
      next: 'The certificate and its number follow in a separate mail. You need do nothing.',
    },
    refused: {
      subject: 'Your certificate is refused',
      what: 'It refuses the certificate.',
      next: () => 'You may also apply again.',
    },
  },
  recertification: {
    about: (recruiter) => `the recertification of ${recruiter}`,
    why: (recruiter) =>
      `The recertification audit of ${recruiter} is finished and the technical review has passed it. Its certificate is in force.`,
    granted: {
      subject: 'Your certificate is renewed',
      what: 'It renews your certificate for another cycle.',
      next: 'The new certificate and its number follow in a separate mail. The old one gives its place to it.',
    },
    refused: {
      subject: 'Your certificate is not renewed',
      what: 'It does not renew your certificate.',
      next: (lastDay) => `Your certificate counts through ${lastDay}, as it was granted, and ends then.`,
    },
  },
  restoration: {
    about: (recruiter) => `the restoration of ${recruiter}`,
    why: (recruiter) =>
      `The certificate of ${recruiter} has expired, and the work that was left is finished: the recertification audit passed its technical review.`,
    granted: {
      subject: 'Your certificate is restored',
      what: 'It restores your certificate.',
      next: 'The new certificate and its number follow in a separate mail. Its cycle runs from the end of the old one.',
    },
    refused: {
      subject: 'Your certificate is not restored',
      what: 'It does not restore your certificate.',
      next: (lastDay) => `Your certificate ended on ${lastDay}. A new application is the way back.`,
    },
  },
  scope_extension: {
    about: (recruiter) => `the wider scope of ${recruiter}`,
    why: (recruiter) =>
      `${recruiter} asks that its certificate cover more. The audit for it is finished and the technical review has passed it.`,
    granted: {
      subject: 'Your certificate covers more',
      what: 'It grants the wider scope that you asked for.',
      next: 'The public register shows the wider scope now. The dates of the certificate stay as they are.',
    },
    refused: {
      subject: 'Your certificate keeps its scope',
      what: 'It refuses the wider scope that you asked for.',
      next: (lastDay) =>
        `Your certificate covers what it covered before, through ${lastDay}. You may ask again.`,
    },
  },
  // Granted stands here for the other outcome: nothing is granted where an audit did not take place.
  abandoned_audit: {
    about: (recruiter) => `the audit of ${recruiter}`,
    why: (recruiter) =>
      `The audit of ${recruiter} was refused or broken off, and an officer asks what follows: the audit is planned anew, or certification is refused.`,
    granted: {
      subject: 'Your audit is planned anew',
      what: 'It has the audit that did not take place planned anew.',
      next: 'The audit body schedules it again and tells you its days. You need do nothing.',
    },
    refused: {
      subject: 'Your certificate is refused',
      what: 'It refuses the certificate, because the audit could not be carried out.',
      next: () => 'You may also apply again.',
    },
  },
  lift: {
    about: (recruiter) => `the suspension of ${recruiter}`,
    why: (recruiter) =>
      `The certificate of ${recruiter} is suspended. What led to it was followed up, and it is for the panel to say whether the suspension ends.`,
    granted: {
      subject: 'Your suspension is lifted',
      what: 'It lifts the suspension of your certificate.',
      next: 'The public register says “Certified” again. You need do nothing.',
    },
    refused: {
      subject: 'Your suspension stays',
      what: 'It does not lift the suspension of your certificate.',
      next: () =>
        'Your certificate stays suspended. Put right what the reasons name; the scheme can put it before the panel again.',
    },
  },
};
