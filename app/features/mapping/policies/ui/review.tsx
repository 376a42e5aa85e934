import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { checklist } from '../checklist.ts';
import { verdictNames, type Item, type Judged, type Verdict } from '../model.ts';
import { coversInWords, verdictTones } from './words.ts';

const VerdictTag = ({ verdict }: { verdict: Verdict }) => (
  <StatusTag tone={verdictTones[verdict]}>{verdictNames[verdict]}</StatusTag>
);

/** Gaps, each with what a sufficient clause holds and one in our own words. */
export function Gaps({ gaps }: { gaps: readonly (Item & { verdict: Verdict })[] }) {
  if (gaps.length === 0) return <p>No gap was found so far.</p>;
  return gaps.map(({ code, question, sufficient, clause, verdict }) => (
    <Card key={code} title={question}>
      <VerdictTag verdict={verdict} />
      <p>{sufficient}</p>
      <p>
        <span className="block text-sm text-ink-2">A clause that you may take and change</span>
        {clause}
      </p>
    </Card>
  ));
}

export const ReviewTable = ({ here, judged }: { here: string; judged: readonly Judged[] }) => (
  <DataTable
    caption={checklist.source}
    columns={[
      {
        key: 'question',
        header: 'Question',
        main: true,
        cell: ({ code, question }) => <TextLink to={`${here}/items/${code}`}>{question}</TextLink>,
      },
      { key: 'covers', header: 'From', cell: ({ covers }) => coversInWords(covers) },
      {
        key: 'verdict',
        header: 'Found',
        cell: ({ found }) => (found ? <VerdictTag verdict={found.verdict} /> : 'Not looked at yet'),
      },
      {
        key: 'passage',
        header: 'Passage',
        cell: ({ found }) => (found?.passage ? <q>{found.passage}</q> : ''),
      },
    ]}
    rows={checklist.items.map((one) => ({ ...one, found: judged.find(({ item }) => item === one.code) }))}
    empty={{ title: 'No question', text: 'The checklist is empty.' }}
  />
);
