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
  /** The appeals that may have brought it back. */
  appealId: string | null;
  applicationAppealId: string | null;
  certificate: { id: string; number: string } | null;
  state: string;
  dueOn: string;
  meetingForm: string | null;
  meeting: { closesAt: Date | string; closedAt: Date | string | null } | null;
};
type Props = { matter: Matter; undeclared: boolean; votable: boolean; today: string };

/** What the public reads of the outcome. */
const published: Record<MatterKind, string> = {
  initial: 'What you publish: the outcome, its day, and for a certificate its scope.',
  recertification:
    'Granted, the register shows a new certificate. Refused, the old one counts to its last day.',
  scope_extension: 'Granted, the register shows the wider scope. Refused, it shows what it shows now.',
  restoration: 'Granted, the register shows a new certificate. Refused, it goes on saying “Expired”.',
  abandoned_audit:
    'Refused, the register says “not certified”. Planned anew, it shows the recruiter as an applicant, as it does now.',
  lift: 'Granted, the register says “Certified” again. Refused, it goes on saying “Suspended”.',
};

/** Which matter it is, until when, and the next step: declaring before reading, voting below a long package. */
export function MatterHeader({ matter, undeclared, votable, today }: Props) {
  const { id, kind, recruiter, country, about, state, dueOn, meeting, meetingForm } = matter;
  const reference = matter.certificate?.number ?? matter.reference;
  const again = matter.appealId ?? matter.applicationAppealId;
  const until = meeting
    ? `${meetingForm === 'circulation' ? 'By circulation' : 'At a meeting'}, votes until ${timeInWords(meeting.closedAt ?? meeting.closesAt)}`
    : `Decide by ${dayInWords(dueOn)}, ${untilInWords(dueOn, today)}`;
  return (
    <PageHeader
      title={recruiter}
      eyebrow={[matterKindNames[kind], reference, countryName(country)].join(' · ')}
      back={{ to: '/scheme/decisions', label: 'Decisions' }}
      clock={state === 'open' ? until : undefined}
      lead={`${again ? 'It was refused before, and the appeal against that was upheld: whoever voted then does not vote now. ' : ''}${about ? `${about} ` : ''}${published[kind]} Your reasons go to the recruiter alone.`}
      action={state === 'open' ? <NextStep id={id} undeclared={undeclared} votable={votable} /> : undefined}
    />
  );
}

function NextStep({ id, undeclared, votable }: { id: string; undeclared: boolean; votable: boolean }) {
  if (undeclared) return <ButtonLink to={`/scheme/decisions/${id}/declare`}>Declare</ButtonLink>;
  return votable ? <ButtonLink to="#vote">Go to your vote</ButtonLink> : null;
}
