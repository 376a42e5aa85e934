import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { whyNotHad, type Paper } from '../../papers/model.ts';
import { stateNames, type Residual, type State, type StepKind } from '../model.ts';
import { dueInWords, isOverdue } from '../rules.ts';
import { indicatorName, residualInWords, stateTones, stepNames } from './words.ts';

export const ActionState = ({ state }: { state: State }) => (
  <StatusTag tone={stateTones[state]}>{stateNames[state]}</StatusTag>
);

type Dated = { state: State; dueOn: string };

/** "20 March 2026, overdue: 2 days late". */
export function DueDay({ action, today }: { action: Dated; today: string }) {
  const words = dueInWords(action, today);
  const late = isOverdue(action, today) ? 'font-semibold text-stopped' : '';
  return (
    <>
      <time dateTime={action.dueOn}>{dayInWords(action.dueOn)}</time>
      {words ? <span className={`block ${late}`}>{words}</span> : null}
    </>
  );
}

type Listed = Dated & {
  id: string;
  what: string;
  party: string | null;
  indicator: string | null;
  owner: string;
};

export const ActionTable = ({
  actions,
  today,
  count,
}: {
  actions: readonly Listed[];
  today: string;
  count: number;
}) => (
  <DataTable
    caption={count === 1 ? 'One action' : `${count} actions, those still to do first`}
    columns={[
      {
        key: 'what',
        header: 'Action',
        main: true,
        cell: ({ id, what }) => <TextLink to={`/mapping/actions/${id}`}>{what}</TextLink>,
      },
      {
        key: 'about',
        header: 'About',
        cell: ({ party, indicator }) => (
          <>
            <bdi>{party ?? 'The whole chain'}</bdi>
            <span className="block text-sm text-ink-2">{indicatorName(indicator)}</span>
          </>
        ),
      },
      { key: 'owner', header: 'Who', cell: ({ owner }) => <bdi>{owner}</bdi> },
      { key: 'due', header: 'By', cell: (action) => <DueDay action={action} today={today} /> },
      { key: 'state', header: 'State', cell: ({ state }) => <ActionState state={state} /> },
    ]}
    rows={actions}
    empty={{
      title: 'No action yet',
      text: 'Plan what you do about a risk: who does it, by when, and what will show it.',
    }}
  />
);

/** A file by its name, or why it cannot be had. */
export function PaperLink({ id, filename, scan }: { id: string; filename: string; scan: string }) {
  const standing: Paper['scan'] =
    scan === 'quarantined' || scan === 'infected' || scan === 'clean' ? scan : 'unscanned';
  const why = whyNotHad(standing);
  return (
    <span className="block">
      {why ? `${filename}: ${why}` : <TextLink to={`/files/papers/${id}`}>{filename}</TextLink>}
    </span>
  );
}

type Shown = { paperId: string | null; filename: string | null; scan: string | null };

export const ShownPaper = ({ of: { paperId, filename, scan } }: { of: Shown }) =>
  paperId && filename && scan ? <PaperLink id={paperId} filename={filename} scan={scan} /> : null;

type Line = Shown & {
  kind: StepKind;
  note: string;
  residual: Residual | null;
  recordedAt: string | Date;
  recorder: string;
};

export const HistoryTable = ({ steps }: { steps: readonly Line[] }) => (
  <DataTable
    caption="What was done, the oldest step first"
    columns={[
      { key: 'kind', header: 'Step', main: true, cell: ({ kind }) => stepNames[kind] },
      {
        key: 'note',
        header: 'What shows it',
        cell: (line) => (
          <>
            <span className="whitespace-pre-line">{line.note}</span>
            <ShownPaper of={line} />
          </>
        ),
      },
      {
        key: 'risk',
        header: 'Residual risk',
        cell: ({ residual }) => (residual ? residualInWords(residual) : ''),
      },
      {
        key: 'by',
        header: 'Recorded',
        cell: ({ recordedAt, recorder }) => `${timeInWords(recordedAt)}, ${recorder}`,
      },
    ]}
    rows={steps}
    empty={{ title: 'No step yet', text: 'Steps appear here as they are recorded.' }}
  />
);
