import { dayInWords } from '#app/platform/calendar.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { auditorPath } from './place.ts';

type Row = {
  id: string;
  name: string;
  audits: boolean;
  leads: boolean;
  reviews: boolean;
  roles: readonly string[];
  asked: boolean;
  endsOn: string | null;
  languages: readonly string[];
};

/** A body's auditors and reviewers: what each may do today, until when, in which languages. */
export const AuditorTable = ({ bodyId, auditors }: { bodyId: string; auditors: readonly Row[] }) => (
  <DataTable
    caption={auditors.length === 1 ? '1 person' : `${auditors.length} people`}
    columns={[
      {
        key: 'name',
        header: 'Name',
        main: true,
        cell: ({ id, name }) => <TextLink to={auditorPath({ bodyId, accountId: id })}>{name}</TextLink>,
      },
      { key: 'role', header: 'Role', cell: ({ roles }) => roles.map(roleName).join(', ') },
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
      title: 'Nobody yet',
      text: 'People of the body with the role of auditor or reviewer appear here.',
    }}
  />
);

const roleName = (role: string) => (role === 'reviewer' ? 'Reviewer' : 'Auditor');

function standingOf({ audits, leads, reviews, asked }: Row) {
  const audit = leads ? 'lead auditor' : audits ? 'auditor' : undefined;
  const as = [audit, reviews ? 'reviewer' : undefined].filter((each) => each !== undefined).join(' and ');
  if (as !== '') return `As ${as}${asked ? '; another approval is asked for' : ''}`;
  return asked ? 'Not yet: asked for' : 'Not approved';
}
