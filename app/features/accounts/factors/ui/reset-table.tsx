import { dayInWords, dayOf, timeInWords } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Summary } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Moment = string | Date;
type Reset = {
  id: string;
  accountId: string;
  name: string;
  email: string | null;
  reason: string;
  requestedBy: string;
  requester: string;
  requestedAt: Moment;
  approver: string | null;
  dueAt: Moment | null;
  cancelledAt: Moment | null;
  doneAt: Moment | null;
};

const day = (moment: Moment) => dayInWords(dayOf(new Date(moment)));

function ResetTag({ reset }: { reset: Reset }) {
  if (reset.doneAt) return <StatusTag tone="withdrawn">{`Carried out ${day(reset.doneAt)}`}</StatusTag>;
  if (reset.cancelledAt) return <StatusTag tone="withdrawn">{`Stopped ${day(reset.cancelledAt)}`}</StatusTag>;
  if (reset.dueAt) return <StatusTag tone="watch">{`Approved, on ${day(reset.dueAt)}`}</StatusTag>;
  return <StatusTag tone="applicant">Needs a second officer</StatusTag>;
}

/** What an officer may still do: approve what another one asked for, stop whatever is not over. */
function Steps({ reset, me }: { reset: Reset; me: string }) {
  if (reset.doneAt || reset.cancelledAt) return <>None</>;
  const mine = reset.requestedBy === me || reset.accountId === me;
  return (
    <span className="flex flex-wrap gap-x-4">
      {reset.dueAt || mine ? null : (
        <TextLink to={`/scheme/factor-resets/${reset.id}/approve`}>{`Approve for ${reset.name}`}</TextLink>
      )}
      <TextLink to={`/scheme/factor-resets/${reset.id}/cancel`}>{`Stop for ${reset.name}`}</TextLink>
    </span>
  );
}

export const ResetTable = ({ resets, me }: { resets: readonly Reset[]; me: string }) => (
  <DataTable
    caption="Those under way first, then the last hundred"
    columns={[
      { key: 'name', header: 'Person', main: true, cell: ({ name }) => name },
      { key: 'asked', header: 'Asked for by', cell: (row) => `${row.requester}, ${day(row.requestedAt)}` },
      { key: 'approved', header: 'Approved by', cell: ({ approver }) => approver ?? 'Nobody yet' },
      { key: 'state', header: 'State', cell: (row) => <ResetTag reset={row} /> },
      { key: 'steps', header: 'Next steps', cell: (row) => <Steps reset={row} me={me} /> },
    ]}
    rows={resets}
    empty={{
      title: 'No reset was asked for',
      text: 'A reset appears here when an officer asks for it, for somebody who lost the device they sign in with.',
      action: <ButtonLink to="/scheme/factor-resets/new">Ask for a reset</ButtonLink>,
    }}
  />
);

export const ResetSummary = ({ reset }: { reset: Reset }) => (
  <Summary
    items={[
      { term: 'Person', value: `${reset.name}, ${reset.email ?? 'account closed'}` },
      { term: 'Asked for by', value: `${reset.requester}, ${timeInWords(reset.requestedAt)}` },
      { term: 'Reason', value: reset.reason },
      { term: 'State', value: <ResetTag reset={reset} /> },
    ]}
  />
);
