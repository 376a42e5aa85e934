import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';

import type { AuditTrigger } from '../../../model.ts';

type Proposed = {
  certificateId: string;
  proposedAt: Date | string;
  drawId: string | null;
  misuseId: string | null;
  place: string | null;
  changeId: string | null;
  changed: string | null;
  what: string | null;
  changedOn: string | null;
  licenceId: string | null;
  licence: string | null;
  authority: string | null;
  standing: string | null;
};

type Words = { lead: string; cause: string; trigger: AuditTrigger; to: string; link: string };

/** What proposes an audit: a draw, a change that was told, a misuse, or a sanction on a licence. */
export function wordsOf(proposal: Proposed): Words {
  const { drawId, misuseId, changeId, place, ...sanction } = proposal;
  if (drawId)
    return {
      lead: 'This certificate was drawn at random to be audited unannounced.',
      cause: 'the draw',
      trigger: 'random_draw',
      ...{ to: `/scheme/audit-draws/${drawId}`, link: 'The draw' },
    };
  if (changeId)
    return {
      lead: 'The recruiter reported a change in its agency.',
      cause: 'a change in the agency',
      trigger: 'material_change',
      ...{ to: `/scheme/certificates/${sanction.certificateId}`, link: changeOf(proposal) },
    };
  if (misuseId)
    return {
      lead: 'The certificate was misused in public, and no audit is ahead in which that becomes a finding.',
      cause: 'a misuse of the certificate',
      trigger: 'claims_misused',
      ...{ to: `/scheme/misuses/${misuseId}`, link: `Misuse: ${place ?? ''}` },
    };
  return {
    lead: 'A licence of this recruiter was sanctioned.',
    cause: 'a sanction on a licence',
    trigger: 'licence_sanction',
    to: `/scheme/licences/${sanction.licenceId ?? ''}`,
    link: `Licence ${sanction.licence ?? ''}, ${sanction.authority ?? ''}`,
  };
}

const changeOf = ({ changedOn }: Proposed) =>
  `What it told, of ${changedOn ? dayInWords(changedOn) : 'a day'}`;

/** The cause, and the way to order the audit. `change`: what kind of change it is, where one was told. */
export function Cause({ proposal, change }: { proposal: Proposed; change?: string | undefined }) {
  const { certificateId, licenceId, standing, proposedAt, what } = proposal;
  const { to, link, trigger, cause } = wordsOf(proposal);
  return (
    <>
      <p>
        <TextLink to={to}>{link}</TextLink>
        {`${licenceId ? `: ${standing ?? ''} by now` : ''}. Proposed on ${timeInWords(proposedAt)}.`}
      </p>
      {change ? <p className="font-semibold">{change}</p> : null}
      {what ? <p className="max-w-[46rem] whitespace-pre-line">{what}</p> : null}
      <p>
        <ButtonLink to={`/scheme/certificates/${certificateId}/order-audit?trigger=${trigger}`}>
          Order an audit
        </ButtonLink>
      </p>
      <p>{`An order whose cause is ${cause} answers this proposal.`}</p>
    </>
  );
}
