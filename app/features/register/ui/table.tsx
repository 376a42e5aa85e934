import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { mostCounted, type MatchedOn } from '../search/model.ts';
import type { MatchedEntry } from '../search/search.server.ts';
import { sinceInWords, StandingTag } from './standing.tsx';

const words: Record<MatchedOn, (text: string) => string | null> = {
  registration_number: (text) => `Registration ${text}`,
  certificate_number: (text) => `Certificate ${text}`,
  licence_number: (text) => `Licence ${text}`,
  phone_number: (text) => `Phone ${text}`,
  name: () => null,
  local_name: () => null,
  trading_name: (text) => `Also known as ${text}`,
  former_name: (text) => `Formerly ${text}`,
};

/** What a row was found by, where the row itself does not show it. */
export const matchInWords = (match: MatchedEntry['match']) => match && words[match.on](match.text);

const Recruiter = ({ entry }: { entry: MatchedEntry }) => {
  const found = matchInWords(entry.match);
  return (
    <>
      <TextLink to={`/register/${entry.registrationNumber}`}>{entry.name}</TextLink>
      {entry.nameLocal ? (
        <span className="block text-sm font-normal text-ink-2">{entry.nameLocal}</span>
      ) : null}
      {found ? (
        <span className="block text-sm font-normal text-ink-2">
          <bdi>{found}</bdi>
        </span>
      ) : null}
    </>
  );
};

const counted = (count: number) =>
  count > mostCounted
    ? `More than ${mostCounted.toLocaleString('en-GB')} recruiters: search to see others`
    : count === 1
      ? '1 recruiter'
      : `${count.toLocaleString('en-GB')} recruiters`;

/** A page of the register. */
export const RegisterTable = ({ entries, count }: { entries: MatchedEntry[]; count: number }) => (
  <DataTable
    caption={counted(count)}
    columns={[
      { key: 'name', header: 'Recruiter', main: true, cell: (row) => <Recruiter entry={row} /> },
      { key: 'country', header: 'Country', cell: (row) => countryName(row.country) },
      { key: 'standing', header: 'Standing', cell: (row) => <StandingTag standing={row.standing} /> },
      { key: 'since', header: 'Since', cell: (row) => sinceInWords(row.standing).replace('since ', '') },
      {
        key: 'number',
        header: 'Number',
        cell: (row) => <span className="font-mono text-sm">{row.registrationNumber}</span>,
      },
    ]}
    rows={entries}
    empty={{
      title: 'Nobody by that name or number',
      text: 'That does not mean they are safe. A recruiter that is not on the register is not certified. Try another spelling, or only part of the name.',
    }}
  />
);
