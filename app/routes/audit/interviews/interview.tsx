import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endInterview } from '#app/features/audits/interviews/commands/end-interview.server.ts';
import { readInterview } from '#app/features/audits/interviews/commands/read-interview.server.ts';
import { failureForm } from '#app/features/audits/interviews/forms.ts';
import { listNamedIn, listReadings } from '#app/features/audits/interviews/queries.server.ts';
import {
  InterviewFacts,
  InterviewSteps,
  InterviewWords,
  NamedIn,
  Readings,
} from '#app/features/audits/interviews/ui/interview-page.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, valueOf } from '#app/platform/http.server.ts';
import { Refusal } from '#app/ui/form.tsx';
import { Columns, PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Worker interview · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const [id, interviewId] = [found(params['id']), found(params['interviewId'])];
  const audit = found(await findAudit(scope, id));
  const opened = valueOf(await readInterview(scope, id, interviewId));
  const readings = await listReadings(scope.db, opened.interview.id);
  return { audit, ...opened, readings, named: await listNamedIn(scope.db, opened.interview.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const interviewId = found(params['interviewId']);
  const form = await readForm(request, failureForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await endInterview(scope, id, interviewId, form.value.outcome);
  return answered(outcome, `/audits/${id}/interviews/${interviewId}`, form.reply);
}

export default function InterviewPage() {
  const { audit, readings, named, ...opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, pseudonym, outcome } = opened.interview;
  const list = `/audits/${audit.id}/interviews`;
  return (
    <>
      <PageHeader
        title={`Worker ${pseudonym}`}
        eyebrow={audit.recruiter}
        back={{ to: list, label: 'Worker interviews' }}
      />
      {answer?.refusal ? <Refusal>{refusalText(answer.refusal)}</Refusal> : null}
      {answer?.reply && !answer.refusal ? (
        <Refusal>Nothing was chosen. Press “Not reached” or “Refused to speak”.</Refusal>
      ) : null}
      <Columns
        main={
          <>
            {audit.state === 'in_progress' ? (
              <InterviewSteps place={`${list}/${id}`} outcome={outcome} />
            ) : null}
            <InterviewWords {...opened} />
          </>
        }
        aside={
          <>
            <InterviewFacts interview={opened.interview} />
            <NamedIn auditId={audit.id} named={named} />
            <Readings readings={readings} />
          </>
        }
      />
    </>
  );
}
