import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { notifyForm, type NotifyForm } from '#app/features/audits/planning/forms.ts';
import { findItinerary } from '#app/features/audits/planning/itinerary/queries.server.ts';
import { findNotice } from '#app/features/audits/planning/queries.server.ts';
import { NoticeTold } from '#app/features/audits/planning/ui/notice.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { daysBetween, dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Notify the recruiter · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const [{ windowFrom, windowUntil, clocks }, itinerary] = await Promise.all([
    findNotice(scope.db, audit.id),
    findItinerary(scope, audit.id),
  ]);
  const ahead = audit.startsOn ? daysBetween(dayOf(scope.now), audit.startsOn) : 0;
  const short = audit.noticeType === 'announced' && ahead < clocks.noticeDays;
  const told = { audit, items: itinerary?.items ?? [], windowFrom, windowUntil };
  return { told, noticeDays: clocks.noticeDays, short };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, notifyForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await notifyAudit(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function Notify() {
  const { told, short, noticeDays } = useLoaderData<typeof loader>();
  const { audit } = told;
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<NotifyForm>('notify', { reply: answer?.reply });
  return (
    <StepPage
      title="Notify the recruiter"
      lead={`Everybody at ${audit.recruiter} who looks after audits gets a mail, and the audit appears on their pages. It cannot be taken back.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send the notice"
      context={<NoticeTold {...told} />}
    >
      {short ? (
        <TextArea
          field={fields.reason}
          label="Why there is less time"
          hint={`The scheme gives a recruiter ${noticeDays} days to prepare for an announced audit. This one is nearer.`}
          rows={3}
        />
      ) : null}
    </StepPage>
  );
}
