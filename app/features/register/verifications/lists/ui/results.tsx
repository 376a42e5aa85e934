import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable, Pagination } from '#app/ui/table.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';

import { standings, standingTones } from '../../../../certificates/model.ts';
import { reasonInWords, sinceInWords } from '../../../ui/standing.tsx';
import type { Candidate } from '../../model.ts';
import { shows, type CheckedRow, type Show } from '../model.ts';
import { meantBy } from '../rules.ts';
import { absenceWords, askedWords, outcomeWords, showWords, standingWords } from './words.ts';

/** A standing as it was answered. */
export function StandingThen({ standing }: { standing: Candidate['standing'] }) {
  const known = standings.find((status) => status === standing.status);
  const reason = reasonInWords(standing.reasonClass);
  return (
    <>
      <StatusTag tone={known ? standingTones[known] : 'neutral'}>{standingWords(standing.status)}</StatusTag>
      <span className="block pt-1 text-sm text-ink-2">
        {sinceInWords(standing)}
        {reason ? `. ${reason}` : ''}
      </span>
    </>
  );
}

/** A recruiter by name, leading to its record, with country and number. */
export const Named = ({ of }: { of: Candidate }) => (
  <>
    <TextLink to={`/register/${of.registrationNumber}`}>{of.name}</TextLink>
    {of.nameLocal ? <span className="block text-sm">{of.nameLocal}</span> : null}
    <span className="block text-sm text-ink-2">
      {countryName(of.country)} · <span className="font-mono">{of.registrationNumber}</span>
    </span>
  </>
);

function Answered({ row: { answer, choice, note } }: { row: CheckedRow }) {
  const meant = meantBy(answer, choice);
  return (
    <>
      {meant ? <Named of={meant} /> : null}
      {answer?.outcome === 'no_match' ? absenceWords[answer.reason] : null}
      {answer?.outcome === 'ambiguous' && !choice
        ? `${answer.candidates.length === 1 ? 'One candidate' : `${answer.candidates.length} candidates`}, to be confirmed`
        : null}
      {note ? <span className="block text-sm text-ink-2">{note}</span> : null}
    </>
  );
}

function Stood({ row: { answer, choice } }: { row: CheckedRow }) {
  const meant = meantBy(answer, choice);
  if (!meant) return null;
  return (
    <>
      <StandingThen standing={meant.standing} />
      {answer?.asOf ? <span className="block text-sm text-ink-2">at the end of {answer.asOf}</span> : null}
    </>
  );
}

type Props = {
  id: string;
  show: Show;
  page: number;
  pages: number;
  counts: Record<Show, number>;
  results: CheckedRow[];
};

/** The answers of a list, by what they are, a page at a time. */
export function Results({ id, show, page, pages, counts, results }: Props) {
  return (
    <>
      <nav aria-label="Rows by answer">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {shows.map((each) => (
            <li key={each}>
              <TextLink
                to={`/lists/${id}?show=${each}`}
                {...(each === show && { 'aria-current': 'page' as const })}
              >
                {`${showWords[each]} (${counts[each].toLocaleString('en-GB')})`}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <DataTable
        caption={showWords[show]}
        columns={[
          {
            key: 'asked',
            header: 'Asked',
            main: true,
            cell: (row) => (
              <>
                <bdi>{askedWords(row.item)}</bdi>
                <span className="block text-sm font-normal text-ink-2">
                  {`Row ${row.number}`}
                  {row.item?.ref ? ` · ${row.item.ref}` : ''}
                </span>
              </>
            ),
          },
          { key: 'answer', header: 'Answer', cell: outcomeWords },
          { key: 'recruiter', header: 'Recruiter', cell: (row) => <Answered row={row} /> },
          { key: 'standing', header: 'Standing', cell: (row) => <Stood row={row} /> },
        ]}
        rows={results}
        empty={{ title: 'No such rows', text: 'No row of this list was answered so.' }}
      />
      <Pagination
        page={page}
        pages={pages}
        count={counts[show]}
        href={(to) => `/lists/${id}?show=${show}&page=${to}`}
      />
    </>
  );
}
