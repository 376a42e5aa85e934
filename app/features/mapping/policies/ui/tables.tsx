import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { ShownPaper } from '../../actions/ui/tables.tsx';
import { sendingInWords } from '../rules.ts';

type Version = { number: number; addedAt: string | Date; adder: string };

export const VersionTable = ({ id, versions }: { id: string; versions: readonly Version[] }) => (
  <DataTable
    caption="The newest version first"
    columns={[
      {
        key: 'number',
        header: 'Version',
        main: true,
        cell: ({ number }) => (
          <TextLink to={`/mapping/policies/${id}/${number}`}>{`Version ${number}`}</TextLink>
        ),
      },
      { key: 'added', header: 'Added', cell: ({ addedAt, adder }) => `${timeInWords(addedAt)}, ${adder}` },
    ]}
    rows={versions}
    empty={{ title: 'No version yet', text: 'Add one.' }}
  />
);

type Sending = {
  id: string;
  party: string | null;
  number: number;
  sentOn: string;
  how: string;
  dueOn: string;
  acknowledgedOn: string | null;
  by: string | null;
  paperId: string | null;
  filename: string | null;
  scan: string | null;
};

/** Who was sent which version, and who acknowledged it when; what is late says so. */
export const SendingTable = ({ sendings, today }: { sendings: readonly Sending[]; today: string }) => (
  <DataTable
    caption="What is not acknowledged yet stands first"
    columns={[
      {
        key: 'party',
        header: 'Supplier',
        main: true,
        cell: ({ id, party }) => (
          <TextLink to={`/mapping/policies/sendings/${id}`}>
            <bdi>{party ?? 'A supplier whose name was taken back'}</bdi>
          </TextLink>
        ),
      },
      { key: 'number', header: 'Version', align: 'end', cell: ({ number }) => number },
      { key: 'sent', header: 'Sent', cell: ({ sentOn, how }) => `${dayInWords(sentOn)}, ${how}` },
      {
        key: 'state',
        header: 'Acknowledged',
        cell: (one) => (
          <>
            {one.acknowledgedOn
              ? `${dayInWords(one.acknowledgedOn)}, ${one.by ?? ''}`
              : sendingInWords(one, today)}
            <ShownPaper of={one} />
          </>
        ),
      },
    ]}
    rows={sendings}
    empty={{
      title: 'Sent to nobody yet',
      text: 'Record whom you sent a version to, and who acknowledged it.',
    }}
  />
);
