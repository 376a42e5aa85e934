import type { ReactNode } from 'react';

import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Shown } from '../model.ts';
import { untilWhen } from './licence-facts.tsx';
import { LicenceTag } from './standing-tag.tsx';

type Listed = {
  id: string;
  authority: string;
  country: string;
  number: string;
  shown: Shown;
  validUntil: string;
  renewalUntil: string | null;
  holder: string;
};
type Props = {
  licences: readonly Listed[];
  count: number;
  today: string;
  /** Where each one's page is. */
  place: string;
  withHolder?: boolean;
  empty: { title: string; text: ReactNode; action?: ReactNode };
};

export function LicenceTable({ licences, count, today, place, withHolder = false, empty }: Props) {
  const holder = { key: 'holder', header: 'Held by', cell: (row: Listed) => row.holder };
  return (
    <DataTable
      caption={count === 1 ? '1 licence' : `${count.toLocaleString('en-GB')} licences`}
      columns={[
        {
          key: 'number',
          header: 'Number',
          main: true,
          cell: (row) => <TextLink to={`${place}/${row.id}`}>{row.number}</TextLink>,
        },
        ...(withHolder ? [holder] : []),
        {
          key: 'authority',
          header: 'Authority',
          cell: (row) => `${row.authority}, ${countryName(row.country)}`,
        },
        { key: 'standing', header: 'Standing', cell: (row) => <LicenceTag shown={row.shown} /> },
        {
          key: 'until',
          header: 'Valid until',
          cell: (row) => (
            <>
              {untilWhen(row.validUntil, today)}
              {row.renewalUntil ? <p className="text-sm text-ink-2">Renewal declared</p> : null}
            </>
          ),
        },
      ]}
      rows={licences}
      empty={empty}
    />
  );
}
