import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { readInterview } from '#app/features/audits/interviews/commands/read-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import { notesForm, type NotesForm } from '#app/features/audits/interviews/forms.ts';
import { IdentityFields } from '#app/features/audits/interviews/ui/identity-fields.tsx';
import { InterviewFacts } from '#app/features/audits/interviews/ui/interview-page.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, valueOf } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Notes of an interview · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  const audit = found(await findAudit(scope, id));
  return { audit, ...valueOf(await readInterview(scope, id, found(params['interviewId']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const interviewId = found(params['interviewId']);
  const form = await readForm(request, notesForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await writeInterview(scope, id, interviewId, form.value);
  return answered(outcome, `/audits/${id}/interviews/${interviewId}`, form.reply);
}

export default function Notes() {
  const { audit, interview, identity, notes, lost } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<NotesForm>('interview-notes', {
    reply: answer?.reply,
    saved: { notes: notes?.text ?? '', name: identity?.name ?? '', phone: identity?.phone ?? '' },
  });
  const meanwhile = answer?.refusal === 'interview_written_meanwhile';
  const current = notes?.revision ?? 0;
  // What was typed builds on the wording it was typed over, also after it was sent back: only who saw a newer one goes on from it.
  const seen = meanwhile ? current : (fields.revision.initialValue ?? current);
  return (
    <StepPage
      title={`What ${interview.pseudonym} said`}
      lead="Encrypted when you save, and kept with every earlier wording. Write no names and no numbers into the notes: they stay when the identity is destroyed."
      place={{
        to: `/audits/${audit.id}/interviews/${interview.id}`,
        label: `Worker ${interview.pseudonym}`,
        eyebrow: audit.recruiter,
      }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save the notes"
      context={
        <>
          <InterviewFacts interview={interview} />
          {lost ? (
            <p>Some earlier words cannot be opened here: their key is missing. They are kept.</p>
          ) : null}
          {meanwhile && notes ? (
            <Section title={`What ${notes.by} saved meanwhile`}>
              <p className="whitespace-pre-line">{notes.text}</p>
            </Section>
          ) : null}
        </>
      }
    >
      <input type="hidden" name={fields.revision.name} value={seen} />
      <TextArea field={fields.notes} label="Notes" rows={14} />
      <IdentityFields name={fields.name} phone={fields.phone} />
    </StepPage>
  );
}
