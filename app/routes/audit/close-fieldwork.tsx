import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listAlong } from '#app/features/audits/fieldwork/along/queries.server.ts';
import { AlongList, CloseWithout } from '#app/features/audits/fieldwork/along/ui/along.tsx';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { closingForm, type ClosingForm } from '#app/features/audits/fieldwork/forms.ts';
import { findLeft } from '#app/features/audits/fieldwork/closing.server.ts';
import { listUnseen } from '#app/features/audits/fieldwork/coverage.server.ts';
import { CoverageReasons } from '#app/features/audits/fieldwork/ui/coverage.tsx';
import { LeftToDo } from '#app/features/audits/fieldwork/ui/left.tsx';
import { listIndicators } from '#app/features/audits/fieldwork/queries.server.ts';
import { isShort } from '#app/features/audits/interviews/rules.ts';
import { findSampledWithin } from '#app/features/audits/interviews/sample.server.ts';
import { Sampled, ShortGroups } from '#app/features/audits/interviews/ui/sampled.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { SampleReasons } from '#app/features/audits/fieldwork/ui/sample-reasons.tsx';
import { Progress } from '#app/features/audits/fieldwork/ui/progress.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Close fieldwork · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const [left, sampled, unseen, indicators, along] = await Promise.all([
    findLeft(scope.db, audit),
    findSampledWithin(scope.db, audit),
    listUnseen(scope.db, audit),
    listIndicators(scope, audit),
    listAlong(scope.db, audit.id),
  ]);
  const short = sampled && isShort(sampled) ? sampled : undefined;
  return { audit, left, unseen, short, indicators, along };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, closingForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await closeFieldwork(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function CloseFieldwork() {
  const { audit, left, unseen, short, indicators, along } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const away = along.filter(({ sentAt }) => sentAt === null);
  const ready = Object.values(left).every((count) => count === 0);
  const [form, fields] = useFields<ClosingForm>('close-fieldwork', { reply: answer?.reply });
  return (
    <StepPage
      title="Close fieldwork"
      lead="The answers to the indicators stand from this moment. Findings can still be raised or withdrawn until the report is sent."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={ready ? 'Close fieldwork' : undefined}
      context={
        <>
          <LeftToDo auditId={audit.id} left={left} />
          <Progress auditId={audit.id} indicators={indicators} />
          {short ? <Sampled told={short} /> : null}
          {short ? <ShortGroups groups={short.groups} /> : null}
          <AlongList along={along} />
        </>
      }
    >
      {short && ready ? <SampleReasons field={fields.reasons} /> : null}
      {away.length > 0 && ready ? <CloseWithout away={away} fields={fields} /> : null}
      {unseen.length > 0 && ready ? <CoverageReasons field={fields.coverage} unseen={unseen} /> : null}
    </StepPage>
  );
}
