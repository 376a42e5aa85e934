import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';

import { standingNames, standings, standingTones, type Standing } from '../../../../certificates/model.ts';
import { reasonInWords, sinceInWords, StandingTag } from '../../../ui/standing.tsx';
import type { Counts } from '../model.ts';

/** How many stand where; what nobody stands at is left out. */
export const Standings = ({ counts }: { counts: Counts }) => (
  <span className="flex flex-wrap gap-2">
    {standings.map((status) =>
      counts[status] ? (
        <StatusTag key={status} tone={standingTones[status]}>
          {`${counts[status]} ${standingNames[status].toLowerCase()}`}
        </StatusTag>
      ) : null,
    )}
    {counts.removed ? <StatusTag tone="withdrawn">{`${counts.removed} off the register`}</StatusTag> : null}
  </span>
);

type Entry = {
  registrationNumber: string;
  name: string;
  nameLocal: string | null;
  country: string;
  ref: string | null;
  standing: Standing | null;
};

/** Recruiters of a portfolio and where they stand. */
export const Entries = ({ entries, count }: { entries: Entry[]; count: number }) => (
  <DataTable
    caption={count === 1 ? 'One recruiter' : `${count.toLocaleString('en-GB')} recruiters`}
    columns={[
      {
        key: 'name',
        header: 'Recruiter',
        main: true,
        cell: ({ registrationNumber, name, nameLocal }) => (
          <>
            <TextLink to={`/register/${registrationNumber}`}>{name}</TextLink>
            {nameLocal ? <span className="block text-sm font-normal text-ink-2">{nameLocal}</span> : null}
          </>
        ),
      },
      { key: 'country', header: 'Country', cell: ({ country }) => countryName(country) },
      {
        key: 'standing',
        header: 'Standing',
        cell: ({ standing }) =>
          standing ? (
            <StandingTag standing={standing} />
          ) : (
            <StatusTag tone="withdrawn">Off the register</StatusTag>
          ),
      },
      {
        key: 'since',
        header: 'Since',
        cell: ({ standing }) =>
          standing ? (
            <>
              {sinceInWords(standing).replace('since ', '')}
              {standing.reasonClass ? (
                <span className="block text-sm text-ink-2">{reasonInWords(standing.reasonClass)}</span>
              ) : null}
            </>
          ) : null,
      },
      {
        key: 'number',
        header: 'Number',
        cell: ({ registrationNumber }) => <span className="font-mono text-sm">{registrationNumber}</span>,
      },
      { key: 'ref', header: 'Yours', cell: ({ ref }) => <bdi>{ref}</bdi> },
    ]}
    rows={entries}
    empty={{ title: 'Nobody at this standing', text: 'Choose another standing, or all of them.' }}
  />
);
