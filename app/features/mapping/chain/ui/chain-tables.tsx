import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable, Pagination } from '#app/ui/table.tsx';

import type { Source } from '../model.ts';
import type { Part, PartyRow, StepRow } from '../picture/tables.ts';

type ChainTablesProps = {
  id: string;
  parties: Part<PartyRow>;
  steps: Part<StepRow>;
  /** Where an answer can be read; null where whoever looks may not. */
  answerAt: (source: Source) => string | null;
  pageAt: (of: 'parties' | 'steps', page: number) => string;
};

/** Everything the picture of a chain shows, to read. */
export function ChainTables({ id, parties, steps, answerAt, pageAt }: ChainTablesProps) {
  return (
    <section id={id} aria-label="The chain as tables" className="flex flex-col gap-8">
      <PartyTable parties={parties} answerAt={answerAt} />
      <Pagination {...parties} href={(page) => pageAt('parties', page)} />
      <StepTable steps={steps} answerAt={answerAt} />
      <Pagination {...steps} href={(page) => pageAt('steps', page)} />
    </section>
  );
}

type Answering = Pick<ChainTablesProps, 'answerAt'>;
const empty = {
  title: 'Nobody is named yet',
  text: 'What respondents say of who recruits workers will stand here.',
};

function PartyTable({ parties, answerAt }: Answering & { parties: Part<PartyRow> }) {
  return (
    <DataTable
      caption={`Who is in the chain, ${parties.count.toLocaleString('en-GB')} in all`}
      rows={parties.rows}
      empty={empty}
      columns={[
        { key: 'name', header: 'Who', main: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { key: 'kind', header: 'Kind', cell: ({ kind }) => kind },
        { key: 'country', header: 'Country', cell: ({ country }) => country },
        { key: 'licence', header: 'Licence', cell: ({ licence }) => licence },
        {
          key: 'standing',
          header: 'Standing',
          cell: ({ standing, tone }) =>
            standing ? <StatusTag tone={tone}>{standing}</StatusTag> : 'not known',
        },
        { key: 'fees', header: 'Workers pay', cell: ({ fees }) => fees || 'nothing said' },
        {
          key: 'answers',
          header: 'From',
          cell: ({ sources }) => <Answers sources={sources} answerAt={answerAt} />,
        },
      ]}
    />
  );
}

function StepTable({ steps, answerAt }: Answering & { steps: Part<StepRow> }) {
  return (
    <DataTable
      caption={`From whom to whom, ${steps.count.toLocaleString('en-GB')} steps in all`}
      rows={steps.rows}
      empty={empty}
      columns={[
        {
          key: 'way',
          header: 'Step',
          main: true,
          cell: ({ from, to }) => (
            <>
              <bdi>{from}</bdi> to <bdi>{to}</bdi>
            </>
          ),
        },
        { key: 'journey', header: 'Journey', cell: ({ journey }) => journey },
        { key: 'workers', header: 'Workers', cell: ({ workers }) => workers },
        { key: 'agreement', header: 'Agreement and papers', cell: ({ agreement }) => agreement },
        { key: 'risk', header: 'Risk', cell: ({ risk, tone }) => <StatusTag tone={tone}>{risk}</StatusTag> },
        {
          key: 'payments',
          header: 'Payments',
          cell: ({ payments }) => <Payments payments={payments} answerAt={answerAt} />,
        },
        {
          key: 'answers',
          header: 'From',
          cell: ({ sources }) => <Answers sources={sources} answerAt={answerAt} />,
        },
      ]}
    />
  );
}

function Payments({ payments, answerAt }: Answering & { payments: StepRow['payments'] }) {
  if (payments.length === 0) return 'none said';
  return (
    <ul className="flex flex-col gap-1">
      {payments.map(({ text, source }) => {
        const address = answerAt(source);
        return (
          <li key={`${source.responseId} ${source.path}`}>
            {address === null ? (
              text
            ) : (
              <a href={address} className="link">
                {text}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** One link for each answer; of many the first few, and how many there are. */
const shown = 3;

function Answers({ sources, answerAt }: Answering & { sources: readonly Source[] }) {
  const addresses = [...new Set(sources.flatMap((source) => answerAt(source) ?? []))];
  if (addresses.length === 0) return 'an answer you may not read';
  return (
    <>
      {addresses.slice(0, shown).map((address, at) => (
        <a key={address} href={address} className="link me-2 inline-block">
          {addresses.length === 1 ? 'Answer' : `Answer ${at + 1}`}
        </a>
      ))}
      {addresses.length > shown ? `and ${addresses.length - shown} more` : null}
    </>
  );
}
