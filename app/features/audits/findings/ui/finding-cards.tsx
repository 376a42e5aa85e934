import { TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import { nameOf } from '../model.ts';
import type { Listed } from './finding-table.tsx';
import { ClockText, FindingStateTag, GradeTag } from './tags.tsx';

type Props = { findings: readonly Listed[]; today: string };

/** The findings on one indicator, beside its assessment. */
export const FindingCards = ({ findings, today }: Props) =>
  findings.map((finding) => (
    <Card
      key={finding.id}
      tone={finding.grade === 'critical' ? 'stopped' : 'plain'}
      title={`Finding ${nameOf(finding)}`}
    >
      <p className="flex flex-wrap items-center gap-2">
        <GradeTag grade={finding.grade} />
        <FindingStateTag grade={finding.grade} state={finding.state} />
        {finding.clock.due ? <ClockText clock={finding.clock} today={today} /> : null}
      </p>
      <p className="whitespace-pre-line">{finding.statement}</p>
      <TextLink to={`/findings/${finding.id}`}>Open the finding</TextLink>
    </Card>
  ));
