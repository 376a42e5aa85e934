export const media = [
  'website',
  'social_media',
  'letterhead',
  'brochure',
  'signboard',
  'job_advert',
] as const;
export type Medium = (typeof media)[number];

export const mediumNames: Record<Medium, string> = {
  website: 'Website',
  social_media: 'Social media',
  letterhead: 'Letters and mails',
  brochure: 'Brochure or leaflet',
  signboard: 'Sign or wall',
  job_advert: 'Job advert within the scope',
};

export type ClaimState = 'requested' | 'registered' | 'refused' | 'ended';
const claimStateNames: Record<ClaimState, string> = {
  requested: 'Waits for an answer',
  registered: 'Granted',
  refused: 'Refused',
  ended: 'Over: take it down',
};

/** `reasons`: why the scheme took it back, where it did. */
export const claimStanding = ({ state, reasons }: { state: ClaimState; reasons: string | null }) =>
  state === 'ended' && reasons ? 'Taken back by the scheme: take it down' : claimStateNames[state];

/** What a holder says became of a use, when the scope covers less. */
export const checkOutcomes = ['changed', 'ended', 'unaffected'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];
