import { dayInWords, timeInWords, untilInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

import { matterKindNames, type MatterKind } from '../model.ts';

type Matter = {
  id: string;
  kind: MatterKind;
  recruiter: string;
  reference: string;
  country: string;
  about: string;
  state: string;
  dueOn: string;
  meetingForm: string | null;
  meeting: { closesAt: Date | string; closedAt: Date | string | null } | null;
};
type Props = { matter: Matter; undeclared: boolean; today: string };

/** Which matter it is, until when, and the step that comes before reading. */
export function MatterHeader({ matter, undeclared, today }: Props) {
  const { id, kind, recruiter, reference, country, about, state, dueOn, meeting, meetingForm } = matter;
  const until = meeting
    ? `${meetingForm === 'circulation' ? 'By circulation' : 'At a meeting'}, votes until ${timeInWords(meeting.closedAt ?? meeting.closesAt)}`
    : `Decide by ${dayInWords(dueOn)}, ${untilInWords(dueOn, today)}`;
  return (
    <PageHeader
      title={recruiter}
      eyebrow={[matterKindNames[kind], reference, countryName(country)].join(' · ')}
      back={{ to: '/scheme/decisions', label: 'Decisions' }}
      clock={state === 'open' ? until : undefined}
      lead={`${about ? `${about} ` : ''}What you publish: the outcome, its day, and for a certificate its scope. Your reasons go to the recruiter alone.`}
      action={
        undeclared && state === 'open' ? (
          <ButtonLink to={`/scheme/decisions/${id}/declare`}>Declare</ButtonLink>
        ) : undefined
      }
    />
  );
}
