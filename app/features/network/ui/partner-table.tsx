import type { ReactNode } from 'react';

import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { queryField, SelectField, TextField } from '#app/ui/fields.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable, Filters } from '#app/ui/table.tsx';

import { kindNames, kinds, type Kind } from '../model.ts';

type Listed = {
  id: string;
  kind: Kind;
  form: string;
  name: string;
  nameLocal: string | null;
  country: string;
  place: string;
  registrationNumber: string | null;
  parentName: string | null;
  authorised: boolean;
  endedOn: string | null;
};
type Props = {
  partners: readonly Listed[];
  count: number;
  /** Where each one's page is; those who only read have none. */
  place?: string;
  empty: { title: string; text: ReactNode; action?: ReactNode };
};

export function PartnerTable({ partners, count, place, empty }: Props) {
  return (
    <DataTable
      caption={count === 1 ? '1 partner' : `${count.toLocaleString('en-GB')} partners`}
      columns={[
        {
          key: 'name',
          header: 'Name',
          main: true,
          cell: ({ id, name, nameLocal }) => (
            <>
              {place ? <TextLink to={`${place}/${id}`}>{name}</TextLink> : name}
              {nameLocal ? (
                <bdi className="block text-sm font-normal text-ink-2" dir="auto">
                  {nameLocal}
                </bdi>
              ) : null}
            </>
          ),
        },
        {
          key: 'kind',
          header: 'Kind',
          cell: ({ kind, form, parentName }) => (
            <>
              {form === 'individual' ? `${kindNames[kind]}, individual` : kindNames[kind]}
              {parentName ? <p className="text-sm text-ink-2">{`under ${parentName}`}</p> : null}
            </>
          ),
        },
        {
          key: 'place',
          header: 'Place',
          cell: (row) => `${row.place}, ${countryName(row.country)}`,
        },
        { key: 'number', header: 'Number', cell: (row) => row.registrationNumber ?? 'none' },
        { key: 'standing', header: 'Authorised', cell: (row) => <Authorised {...row} /> },
      ]}
      rows={partners}
      empty={empty}
    />
  );
}

function Authorised({ authorised, endedOn }: Pick<Listed, 'authorised' | 'endedOn'>) {
  if (endedOn) return <span className="text-ink-2">{`Ended on ${dayInWords(endedOn)}`}</span>;
  return authorised ? <StatusTag tone="certified">Authorised</StatusTag> : 'no';
}

type Filter = { kind?: Kind | undefined; show?: string | undefined; q: string };
type FiltersProps = { filter: Filter; counts: Record<string, number>; clear: string };

/** Questions to a network; each kind says how many there are. */
export function PartnerFilters({ filter, counts, clear }: FiltersProps) {
  return (
    <Filters clear={filter.q || filter.kind || filter.show ? clear : undefined}>
      <TextField field={queryField('q', filter.q)} label="Name, place or number" />
      <SelectField
        field={queryField('kind', filter.kind)}
        label="Kind"
        options={kinds.map((value) => ({ value, label: `${kindNames[value]} (${counts[value] ?? 0})` }))}
        empty="Any kind"
      />
      <SelectField
        field={queryField('show', filter.show)}
        label="Show"
        options={[
          { value: 'authorised', label: 'Authorised today' },
          { value: 'ended', label: 'Ended' },
        ]}
        empty="All you work with"
      />
    </Filters>
  );
}

/** The address of a page of the same list. */
export function listAddress(path: string, { kind, show, q }: Filter, page?: number) {
  const asked = { q, kind: kind ?? '', show: show ?? '', ...(page && { page: String(page) }) };
  return `${path}?${new URLSearchParams(asked).toString()}`;
}
