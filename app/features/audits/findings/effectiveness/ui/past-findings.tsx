import type { Grade } from '#app/features/scheme/model.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/page.tsx';

import { GradeTag } from '../../ui/tags.tsx';

type Past = {
  id: string;
  name: string;
  indicatorCode: string;
  requirement: string;
  statement: string;
  grade: Grade;
  judged: { effective: boolean; note: string } | null;
};
type Props = { auditId: string; past: readonly Past[]; judges: boolean };

/** What was corrected before, each with what this audit's team says of it. */
export function PastFindings({ auditId, past, judges }: Props) {
  if (past.length === 0) return <p>Earlier audits left no closed finding to look at.</p>;
  return past.map((finding) => (
    <Card key={finding.id} title={`Finding ${finding.name}, indicator ${finding.indicatorCode}`}>
      <p>
        <GradeTag grade={finding.grade} />
      </p>
      <p>{finding.requirement}</p>
      <p className="whitespace-pre-line">{finding.statement}</p>
      <TextLink to={`/findings/${finding.id}`}>{`Open finding ${finding.name}`}</TextLink>
      <Judged auditId={auditId} finding={finding} judges={judges} />
    </Card>
  ));
}

function Judged({
  auditId,
  finding: { id, name, judged },
  judges,
}: {
  auditId: string;
  finding: Past;
  judges: boolean;
}) {
  if (judged)
    return (
      <p>
        <strong>{judged.effective ? 'It lasted.' : 'It did not last, and was raised again.'}</strong>
        <span className="block whitespace-pre-line">{judged.note}</span>
      </p>
    );
  if (!judges) return <p>Not looked at yet.</p>;
  return (
    <p>
      <ButtonLink to={`/audits/${auditId}/effectiveness/${id}`} kind="secondary">
        {`Say whether ${name} lasted`}
      </ButtonLink>
    </p>
  );
}
