import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { answerTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { answerForm } from '#app/features/certificates/transfer/forms.ts';
import { findTransfer } from '#app/features/certificates/transfer/queries.server.ts';
import { AnswerForm } from '#app/features/certificates/transfer/ui/forms.tsx';
import { previewTransfer } from '#app/features/register/preview.server.ts';
import { Readings } from '#app/features/register/ui/before-after.tsx';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Take over a certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const asked = found(await findTransfer(scope, found(params['id'])));
  await askWhoItIs(request);
  const { registrationNumber, body, state } = asked.transfer;
  const open = state === 'requested';
  const preview = open ? await previewTransfer(scope, registrationNumber, body) : [];
  return { ...asked, open, preview };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const { id } = found(await findTransfer(scope, found(params['id']))).transfer;
  const form = await readForm(request, answerForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await answerTransfer(scope, id, form.value), '/now', form.reply);
}

export default function TakeOver() {
  const { transfer, reports, findings, open, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`Take over the certificate of ${transfer.recruiter}`}
        eyebrow={transfer.number}
        back={{ to: '/now', label: 'Your desk' }}
        clock={`Answer by ${dayInWords(transfer.dueOn)}`}
        lead="Only a certificate in force is taken over, with no critical or major finding open and no audit running."
      />
      <Summary
        items={[
          { term: 'Audit body today', value: transfer.former },
          { term: 'Valid until', value: dayInWords(transfer.validUntil) },
          { term: 'Grounds', value: transfer.grounds },
          ...(transfer.answer ? [{ term: 'Answer', value: transfer.answer }] : []),
        ]}
      />
      {open ? <Review reports={reports} findings={findings} /> : null}
      <Readings readings={preview} />
      {open || answer ? (
        <Section title="Your answer">
          <AnswerForm answer={answer} />
        </Section>
      ) : (
        <p>This was answered.</p>
      )}
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What the body of today reported and left open. */
const Review = ({ reports, findings }: Pick<Loaded, 'reports' | 'findings'>) => (
  <>
    <Section title="Reports">
      <Summary
        items={reports.map(({ finalisedAt, summary }) => ({
          term: dayInWords(dayOf(new Date(finalisedAt))),
          value: summary,
        }))}
      />
    </Section>
    <Section title="Open findings">
      {findings.length === 0 ? (
        <p>None is open.</p>
      ) : (
        <Summary
          items={findings.map(({ number, grade, statement }) => ({
            term: `Finding ${number}, ${grade}`,
            value: statement,
          }))}
        />
      )}
    </Section>
  </>
);
