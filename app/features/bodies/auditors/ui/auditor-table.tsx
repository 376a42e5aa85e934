import { dayInWords } from '#app/platform/calendar.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Row = {
  id: string;
  name: string;
  audits: boolean;
  leads: boolean;
  asked: boolean;
  endsOn: string | null;
  languages: readonly string[];
};

/** A body's auditors: what each may do today, until when, in which languages. */
export const AuditorTable = ({ bodyId, auditors }: { bodyId: string; auditors: readonly Row[] }) => (
  <DataTable
    caption={auditors.length === 1 ? '1 auditor' : `${auditors.length} auditors`}
    columns={[
      {
        key: 'name',
        header: 'Auditor',
        main: true,
        cell: ({ id, name }) => <TextLink to={`/audit-body/${bodyId}/auditors/${id}`}>{name}</TextLink>,
      },
      { key: 'may', header: 'Approved today', cell: standingOf },
      { key: 'ends', header: 'First to end', cell: ({ endsOn }) => (endsOn ? dayInWords(endsOn) : '–') },
      {
        key: 'languages',
        header: 'Languages',
        cell: ({ languages }) => languages.map(languageName).join(', ') || 'None recorded',
      },
    ]}
    rows={auditors}
    empty={{
      title: 'No auditors',
      text: 'People of the body with the role of auditor appear here.',
    }}
  />
);

function standingOf({ audits, leads, asked }: Row) {
  const waits = asked ? '; another approval is asked for' : '';
  if (leads) return `As lead auditor${waits}`;
  if (audits) return `As auditor${waits}`;
  return asked ? 'Not yet: asked for' : 'Not approved';
}
