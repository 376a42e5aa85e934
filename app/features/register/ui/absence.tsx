import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { StandingBanner } from '#app/ui/status-tag.tsx';

import type { Absence } from '../model.ts';

const texts: Record<Absence | 'unknown_certificate', { title: string; text: string }> = {
  unknown_recruiter: {
    title: 'No recruiter has this number',
    text: 'We have never registered this number. That does not mean the recruiter is safe: whoever showed you this number may have made it up. Check it letter by letter, or look the name up in the register.',
  },
  unknown_certificate: {
    title: 'No certificate has this number',
    text: 'We never issued this certificate. If somebody showed it to you, it is false or mistyped. Do not pay anything on the strength of it.',
  },
  not_public: {
    title: 'This record is not public',
    text: 'The recruiter is known to the scheme, and has no standing the public may rely on.',
  },
  removed: {
    title: 'Taken off the register',
    text: 'This recruiter was listed once and is not any more. It is not certified.',
  },
};

/** Why there is no record: three answers that are not one another, none of which reads as "safe". */
export function AbsencePage({
  absence,
  number,
}: {
  absence: Absence | 'unknown_certificate';
  number: string;
}) {
  const { title, text } = texts[absence];
  return (
    <>
      <PageHeader title={number} back={{ to: '/register', label: 'Register' }} />
      <StandingBanner tone="suspended" title={title}>
        <p>{text}</p>
      </StandingBanner>
      <div>
        <ButtonLink to="/register">Search the register</ButtonLink>
      </div>
    </>
  );
}
