import { dayInWords, untilInWords, type Day } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Objection = {
  id: string;
  member: string;
  reasons: string;
  answerBy: string;
  outcome: string | null;
  answer: string | null;
};

type Props = { auditId: string; objections: readonly Objection[]; today: Day; answers: boolean };

/** What the recruiter objected to, and what was answered. */
export const ObjectionList = ({ auditId, objections, today, answers }: Props) => (
  <DataTable
    caption={objections.length === 1 ? '1 objection' : `${objections.length} objections`}
    columns={[
      { key: 'member', header: 'To', main: true, cell: ({ member }) => member },
      { key: 'reasons', header: 'Reasons', cell: ({ reasons }) => reasons },
      {
        key: 'answer',
        header: 'Answer',
        cell: (row) =>
          row.outcome ? (
            <>
              {row.outcome === 'upheld' ? 'Upheld: left the team' : 'Dismissed: stays on the team'}
              <span className="block text-sm text-ink-2">{row.answer}</span>
            </>
          ) : (
            <Waiting {...{ auditId, answers, today }} objection={row} />
          ),
      },
    ]}
    rows={objections}
    empty={{
      title: 'No objections',
      text: 'The recruiter may object to a member of the team in the first days after it was told of the audit.',
    }}
  />
);

type WaitingProps = Pick<Props, 'auditId' | 'answers' | 'today'> & { objection: Objection };

const Waiting = ({ auditId, answers, today, objection: { id, member, answerBy } }: WaitingProps) => (
  <>
    {`Awaited by ${dayInWords(answerBy)}, ${untilInWords(answerBy, today)}`}
    {answers ? (
      <span className="block">
        <TextLink to={`/audits/${auditId}/objections/${id}/answer`}>
          Answer<span className="sr-only">{` the objection to ${member}`}</span>
        </TextLink>
      </span>
    ) : null}
  </>
);
