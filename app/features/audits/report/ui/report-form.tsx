import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Card } from '#app/ui/page.tsx';

import { refusalText } from '../../ui/refusals.ts';
import { partNames, reportParts, type Draft, type ReportPart } from '../model.ts';
import { ReportWords } from './report-text.tsx';

type Shape = Record<ReportPart | 'revision', string>;
type Props = {
  draft: Draft | undefined;
  answer: FormAnswer;
  back: string;
};

const hints: Record<ReportPart, string> = {
  summary: 'For the reviewer, the decision panel and the recruiter',
  scope: 'Offices, corridors, sectors and the time that were looked at',
  method: 'How it was audited: documents, visits, interviews, whom you asked beforehand',
  sample: 'How many workers, employers and agents of how many, and how they were chosen',
  strengths: 'What works well',
  notSeen: 'What could not be seen or asked, and why',
  publicSummary: 'Everybody can read it on the register once a certificate is granted. It names no person.',
};

/** Everything a report says in its own words. Whoever saved meanwhile is shown beside one's own words, not over them. */
export function ReportForm({ draft, answer, back }: Props) {
  const revision = String(draft?.revision ?? 0);
  const saved = { ...draft, revision };
  const [form, fields] = useFields<Shape>('report', { reply: answer?.reply, saved });
  const overtaken = answer?.refusal === 'report_saved_meanwhile';
  // Once told, the person saves over what was saved meanwhile; before that, over what they saw.
  const seen = overtaken ? revision : (fields.revision.initialValue ?? revision);
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      {overtaken && draft ? (
        <Card title="What was saved meanwhile">
          <ReportWords report={draft} />
        </Card>
      ) : null}
      <input type="hidden" name="revision" value={seen} />
      {reportParts.map((part) => (
        <TextArea
          key={part}
          field={fields[part]}
          label={partNames[part]}
          hint={hints[part]}
          rows={part === 'summary' ? 10 : 6}
        />
      ))}
      <Actions>
        <Button kind="primary">Save the report</Button>
        <ButtonLink to={back} kind="secondary">
          Back to the audit
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
