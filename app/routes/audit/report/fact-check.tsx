import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { commentOnFacts } from '#app/features/audits/report/commands/check-facts.server.ts';
import { commentForm, type CommentForm } from '#app/features/audits/report/forms.ts';
import { partNames, reportParts } from '#app/features/audits/report/model.ts';
import { mayReadReport } from '#app/features/audits/report/policy.ts';
import {
  findDraft,
  listComments,
  listReportFindings,
  listWithdrawn,
} from '#app/features/audits/report/queries.server.ts';
import { Comments } from '#app/features/audits/report/ui/comments.tsx';
import { WithdrawnFindings } from '#app/features/audits/report/ui/withdrawn.tsx';
import { ReportFindings, ReportWords } from '#app/features/audits/report/ui/report-text.tsx';
import { findSampled } from '#app/features/audits/interviews/sample.server.ts';
import { Sampled } from '#app/features/audits/interviews/ui/sampled.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { allowed, answered, badInput, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Check the facts of the report · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const audit = found(await findAudit(scope, found(params['id'])));
  allowed(mayReadReport(scope.actor, audit));
  const [draft, findings, withdrawn, comments, sampled] = await Promise.all([
    findDraft(scope.db, audit.id),
    listReportFindings(scope.db, audit.id),
    listWithdrawn(scope.db, audit.id),
    listComments(scope.db, audit.id),
    findSampled(scope.db, audit),
  ]);
  const page = { today: dayOf(scope.now), id: crypto.randomUUID() };
  return { audit, draft, findings, withdrawn, comments, sampled, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, commentForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await commentOnFacts(scope, id, form.value), `/audits/${id}/fact-check`, form.reply);
}

export default function CheckFacts() {
  const { audit, draft, findings, withdrawn, comments, sampled, today, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<CommentForm>('comment', { reply: answer?.reply });
  const due = audit.state === 'fact_check' ? audit.factCheckDueOn : undefined;
  const place = placeOfAudit(audit);
  const about = [
    ...findings.map(({ id, number }) => ({ value: id, label: `Finding ${number}` })),
    ...reportParts.map((part) => ({ value: part, label: partNames[part] })),
  ];
  return (
    <>
      <PageHeader
        title="Check the facts of the report"
        lead={
          due
            ? `Say what is wrong in the facts, until ${dayInWords(due)} (${untilInWords(due, today)}). The lead auditor answers each comment. Without any comment the report goes on as it is. Grades and opinions are not facts: you can dispute a finding once it is issued.`
            : 'The check of the facts is over. Below is what you read and said.'
        }
        eyebrow={place.eyebrow}
        back={{ to: place.to, label: place.label }}
      />
      {draft ? <ReportWords report={draft} /> : null}
      {sampled ? <Sampled told={sampled} /> : null}
      <ReportFindings findings={findings} linked={false} />
      <WithdrawnFindings withdrawn={withdrawn} />
      <Comments comments={comments} empty="You have not commented on anything." />
      {due || answer ? (
        <Section title="Say what is wrong">
          <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
            <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
            <SelectField field={fields.about} label="About" options={about} empty="Choose" />
            <TextArea
              field={fields.comment}
              label="What is wrong, and what is right"
              hint="Name the document or the record that shows it. No names of workers."
            />
            <Actions>
              <Button kind="primary">Send the comment</Button>
              <ButtonLink to={`/audits/${audit.id}/fact-check/end`} kind="secondary">
                I have said everything
              </ButtonLink>
            </Actions>
          </PageForm>
        </Section>
      ) : null}
    </>
  );
}
