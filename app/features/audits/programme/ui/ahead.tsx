import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { typeNames, type AuditState, type AuditType } from '../../model.ts';
import { StateTag } from '../../ui/tags.tsx';

type Audit = {
  id: string;
  reference: string;
  type: AuditType;
  state: AuditState;
  startsOn: string | null;
  endsOn: string | null;
  recruiter: string;
  body: string;
  lead: string | null;
};

/** Audits that stand with somebody, in the order of their days. */
export const Ahead = ({ audits, count }: { audits: readonly Audit[]; count: number }) => (
  <DataTable
    caption={captionOf(audits.length, count)}
    columns={[
      {
        key: 'recruiter',
        header: 'Recruiter',
        main: true,
        cell: ({ id, recruiter, reference }) => (
          <TextLink to={`/audits/${id}`}>{`${recruiter}, ${reference}`}</TextLink>
        ),
      },
      { key: 'type', header: 'Audit', cell: ({ type }) => typeNames[type] },
      { key: 'state', header: 'State', cell: ({ state }) => <StateTag state={state} /> },
      { key: 'days', header: 'Days', cell: daysOf },
      { key: 'lead', header: 'Lead auditor', cell: ({ lead, body }) => (lead ? `${lead}, ${body}` : body) },
    ]}
    rows={audits}
    empty={{ title: 'No audit is scheduled', text: 'Audits appear here once somebody scheduled them.' }}
  />
);

const captionOf = (shown: number, count: number) => {
  if (shown < count) return `The nearest ${shown} of ${count} audits; the months hold the rest`;
  return count === 1 ? '1 audit' : `${count} audits`;
};

function daysOf({ startsOn, endsOn }: Audit) {
  if (!startsOn || !endsOn) return 'not planned yet';
  return startsOn === endsOn ? dayInWords(startsOn) : `${dayInWords(startsOn)} to ${dayInWords(endsOn)}`;
}
