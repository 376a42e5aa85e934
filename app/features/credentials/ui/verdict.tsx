import { StandingBanner } from '#app/ui/status-tag.tsx';

import type { Verdict } from '../model.ts';

type Tone = Parameters<typeof StandingBanner>[0]['tone'];

const answers: Record<Verdict, { tone: Tone; title: string; text: string }> = {
  valid: {
    tone: 'certified',
    title: 'Valid',
    text: 'We signed this, nobody changed it, and it is in force at this moment.',
  },
  suspended: {
    tone: 'suspended',
    title: 'Suspended',
    text: 'We signed this and nobody changed it, but its certificate is suspended: it does not count now.',
  },
  revoked: {
    tone: 'withdrawn',
    title: 'Revoked',
    text: 'We signed this, but its certificate was withdrawn or another took its place. It does not count any more.',
  },
  expired: {
    tone: 'withdrawn',
    title: 'Expired',
    text: 'We signed this and nobody changed it, but its last day has passed.',
  },
  not_yet_valid: {
    tone: 'applicant',
    title: 'Not yet valid',
    text: 'We signed this and nobody changed it, but its first day is still to come.',
  },
  bad_signature: {
    tone: 'withdrawn',
    title: 'Bad signature',
    text: 'It says that we signed it, and we did not sign it in this form. It was changed or made up: trust nothing in it.',
  },
  unknown_issuer: {
    tone: 'withdrawn',
    title: 'Unknown issuer',
    text: 'Somebody else issued this. We can say nothing about it: ask them.',
  },
  status_unavailable: {
    tone: 'watch',
    title: 'Status unavailable',
    text: 'Its signature is right, but whether it was suspended or withdrawn cannot be said now. Do not rely on it: try again.',
  },
  wrong_type: {
    tone: 'withdrawn',
    title: 'Not a credential we can accept',
    text: 'It is signed data, but not in the form a credential has, or a part it must have is missing or wrong.',
  },
  unreadable: {
    tone: 'withdrawn',
    title: 'Not a credential',
    text: 'This cannot be read as a credential. Paste the whole of it, as you received it.',
  },
};

/** The answer of `/verify` in words. */
export const VerdictBanner = ({ verdict }: { verdict: Verdict }) => {
  const { tone, title, text } = answers[verdict];
  return (
    <StandingBanner tone={tone} title={title}>
      <p>{text}</p>
    </StandingBanner>
  );
};
