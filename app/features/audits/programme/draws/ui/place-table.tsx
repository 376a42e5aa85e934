import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Place = {
  place: number;
  tickets: number;
  number: string;
  certificateId: string;
  recruiter: string;
  proposalId: string | null;
  outcome: 'ordered' | 'dismissed' | null;
};
type Props = { places: readonly Place[]; count: number; candidates: number };

export const PlaceTable = ({ places, count, candidates }: Props) => (
  <DataTable
    caption={`${candidates === 1 ? '1 candidate' : `${candidates} candidates`}; ${count === 1 ? 'the first is' : `the first ${count} are`} drawn`}
    columns={[
      { key: 'place', header: 'Place', cell: ({ place }) => place },
      {
        key: 'number',
        header: 'Certificate',
        main: true,
        cell: ({ number, certificateId }) => (
          <TextLink to={`/scheme/certificates/${certificateId}`}>{number}</TextLink>
        ),
      },
      { key: 'recruiter', header: 'Recruiter', cell: ({ recruiter }) => recruiter },
      { key: 'tickets', header: 'Tickets', cell: ({ tickets }) => tickets },
      { key: 'outcome', header: 'Outcome', cell: outcomeOf },
    ]}
    rows={places}
    empty={{ title: 'No more candidates', text: 'Go back to the pages before.' }}
  />
);

const answers = { ordered: 'Drawn: audit ordered', dismissed: 'Drawn: no audit, with reasons' };

function outcomeOf({ proposalId, outcome, recruiter }: Place) {
  if (!proposalId) return 'Not drawn';
  if (outcome) return answers[outcome];
  return (
    <TextLink to={`/scheme/audit-proposals/${proposalId}`}>
      Drawn: decide
      <span className="sr-only">{` on the audit of ${recruiter}`}</span>
    </TextLink>
  );
}
