import { dayInWords, untilInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import type { State } from '../../model.ts';
import { StateTag } from '../../ui/state-tag.tsx';

type Props = {
  application: {
    id: string;
    recruiter: string;
    reference: string;
    country: string;
    state: State;
    registrationNumber: string | null;
    auditBody: string | null;
    reviewDueOn?: string;
  };
  officer: boolean;
  free: boolean;
  assigned: string | undefined;
  today: string;
};

/** Whose application, where it stands, until when, and what an officer does next. */
export function ReviewHeader({ application, officer, free, assigned, today }: Props) {
  const { reference, country, registrationNumber, auditBody, reviewDueOn, state } = application;
  const clocks = [
    reviewDueOn && `Review due ${dayInWords(reviewDueOn)}, ${untilInWords(reviewDueOn, today)}`,
    officer && (assigned ? `Reviewed by ${assigned}` : state === 'under_review' && 'Nobody has taken it yet'),
    auditBody && `Audited by ${auditBody}`,
  ].filter(Boolean);
  return (
    <PageHeader
      title={application.recruiter}
      eyebrow={[reference, countryName(country), registrationNumber].filter(Boolean).join(' · ')}
      back={officer ? { to: '/scheme/applications', label: 'Applications' } : undefined}
      tag={<StateTag state={state} />}
      clock={clocks.join(' · ')}
      action={
        officer && state === 'under_review' && free ? (
          <Decisions here={`/scheme/applications/${application.id}`} taken={assigned !== undefined} />
        ) : null
      }
    />
  );
}

const Decisions = ({ here, taken }: { here: string; taken: boolean }) => (
  <>
    <ButtonLink to={`${here}/accept`}>Accept</ButtonLink>
    <ButtonLink to={`${here}/defer`} kind="secondary">
      Ask for more
    </ButtonLink>
    <ButtonLink to={`${here}/reject`} kind="secondary">
      Reject
    </ButtonLink>
    <ButtonLink to={`${here}/${taken ? 'hand-over' : 'take'}`} kind="secondary">
      {taken ? 'Hand over' : 'Take it'}
    </ButtonLink>
  </>
);
