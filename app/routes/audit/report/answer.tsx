import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { answerComment } from '#app/features/audits/report/commands/answer-comment.server.ts';
import { answerForm } from '#app/features/audits/report/forms.ts';
import { commentOutcomes, outcomeNames } from '#app/features/audits/report/model.ts';
import { findComment, findDraft, listReportFindings } from '#app/features/audits/report/queries.server.ts';
import { subjectOf } from '#app/features/audits/report/ui/comments.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Card } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Answer a comment · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const said = found(await findComment(scope.db, audit.id, found(params['commentId'])));
  const draft = await findDraft(scope.db, audit.id);
  const findings = said.findingId ? await listReportFindings(scope.db, audit.id) : [];
  const statement = findings.find(({ id }) => id === said.findingId)?.statement;
  const words = said.part ? draft?.[said.part] : statement;
  return { audit, said, words: words ?? '', revision: draft?.revision ?? 0 };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const commentId = found(params['commentId']);
  found(await findComment(scope.db, id, commentId));
  const form = await readForm(request, answerForm);
  if (!form.ok) return badInput(form.reply);
  return answered(
    await answerComment(scope, id, commentId, form.value),
    `/audits/${id}/comments`,
    form.reply,
  );
}

const labels = { corrected: 'The recruiter is right: correct it', kept: 'It stays as it is' };

type Shape = Record<'outcome' | 'answer' | 'corrected' | 'revision', string>;

export default function AnswerComment() {
  const { audit, said, words, revision } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = { corrected: words };
  const [form, fields] = useFields<Shape>('answer', { reply: answer?.reply, saved });
  const overtaken = answer?.refusal === 'report_saved_meanwhile';
  const seen = overtaken ? revision : (fields.revision.initialValue ?? revision);
  return (
    <StepPage
      title={`Answer the comment on ${subjectOf(said)}`}
      lead={`${audit.recruiter} reads your answer. It stands as you send it.`}
      place={{ ...placeOfAudit(audit), to: `/audits/${audit.id}/comments`, label: 'Comments on the facts' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={said.outcome ? undefined : 'Send the answer'}
      context={
        <>
          <Card title={`What ${audit.recruiter} said`}>
            <p className="whitespace-pre-line">{said.comment}</p>
          </Card>
          {said.outcome ? (
            <Card title={`Answered by the lead auditor: ${outcomeNames[said.outcome].toLowerCase()}`}>
              <p className="whitespace-pre-line">{said.answer}</p>
            </Card>
          ) : null}
          {overtaken ? (
            <Card title="As it stands by now">
              <p className="whitespace-pre-line">{words}</p>
            </Card>
          ) : null}
        </>
      }
    >
      <input type="hidden" name={fields.revision.name} value={seen} />
      <RadioGroup
        field={fields.outcome}
        label="What becomes of it"
        options={commentOutcomes.map((value) => ({ value, label: labels[value] }))}
      />
      <TextArea
        field={fields.answer}
        label="Your answer"
        hint="What you looked at again, and what it showed"
      />
      <TextArea
        field={fields.corrected}
        label="The words as they shall stand"
        hint="Only when you correct it"
        rows={8}
        optional
      />
    </StepPage>
  );
}
